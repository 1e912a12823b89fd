// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LogRelay.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_LogRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOnTheReceiversThread();
    void endsAnEndlessLog();
};

void tst_LogRelay::keepsTheOrderOnTheReceiversThread()
{
    QStringList taken;
    const auto relay = std::make_shared<LogRelay>(
        this,
        [&](const QString& line) {
            QCOMPARE(QThread::currentThread(), thread());
            taken.append(line);
        },
        u"more"_s);
    std::thread worker([&relay] {
        for (int i = 0; i < 1000; ++i)
            relay->add(QString::number(i));
    });
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1000, 60000);
    worker.join();
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(taken[i], QString::number(i));
}

void tst_LogRelay::endsAnEndlessLog()
{
    for (const bool areLong : {false, true}) {
        QStringList taken;
        const auto relay = std::make_shared<LogRelay>(
            this, [&](const QString& line) { taken.append(line); }, u"more"_s);
        const QString line(areLong ? LogRelay::mostCharacters / 4 : 1, u'x');
        const qsizetype most = areLong ? 4 : LogRelay::mostLines;
        for (qsizetype i = 0; i < most + 50; ++i)
            relay->add(line);
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), most + 1, 60000);
        QCOMPARE(taken.last(), u"more"_s);
        QCOMPARE(taken.count(u"more"_s), 1);
    }
}

QTEST_GUILESS_MAIN(tst_LogRelay)
#include "tst_logrelay.moc"
