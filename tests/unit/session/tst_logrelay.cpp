// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LogRelay.h"

#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

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
    void letsOthersHaveTheirTurn();
    void handsNothingOverOnceStopped();
    void showsNoMoreOfAFile();
};

void tst_LogRelay::keepsTheOrderOnTheReceiversThread()
{
    QStringList taken;
    const auto relay = std::make_shared<LogRelay>(
        this,
        [&](const QStringList& lines) {
            QCOMPARE(QThread::currentThread(), thread());
            taken += lines;
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
            this, [&](const QStringList& lines) { taken += lines; }, u"more"_s);
        const QString line(areLong ? LogRelay::mostCharacters / 1024 : 1, u'x');
        const qsizetype most = areLong ? 1024 : LogRelay::mostLines;
        for (qsizetype i = 0; i < most + 50; ++i)
            relay->add(line);
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), most + 1, 60000);
        QCOMPARE(taken.last(), u"more"_s);
        QCOMPARE(taken.count(u"more"_s), 1);
    }
}

/// However many lines wait, other events come in between.
void tst_LogRelay::letsOthersHaveTheirTurn()
{
    QList<qsizetype> portions;
    qsizetype turns = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&] { ++turns; });
    other.start(0);
    const auto relay = std::make_shared<LogRelay>(
        this, [&](const QStringList& lines) { portions.append(lines.size()); }, u"more"_s);
    for (qsizetype i = 0; i < 10 * LogRelay::portionLines; ++i)
        relay->add(u"line"_s);
    QTRY_COMPARE_WITH_TIMEOUT(portions.size(), 10, 60000);
    QVERIFY(turns >= 9);
    portions.clear();
    for (int i = 0; i < 12; ++i) // each is cut to the longest that is shown
        relay->add(QString(LogRelay::portionCharacters, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(portions, (QList<qsizetype>{4, 4, 4}), 60000);
}

void tst_LogRelay::handsNothingOverOnceStopped()
{
    QStringList taken;
    const auto relay = std::make_shared<LogRelay>(
        this, [&](const QStringList& lines) { taken += lines; }, u"more"_s);
    relay->add(u"one"_s);
    relay->stop();
    relay->add(u"two"_s);
    QTest::qWait(0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(taken, QStringList());
}

void tst_LogRelay::showsNoMoreOfAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("one\r\ntwo\nthree") > 0 && file.flush());
    QCOMPARE(linesToShow(file.fileName(), u"more"_s), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(file.write(QByteArray(1000, 'x').append('\n').repeated(LogRelay::mostCharacters / 1000)) > 0
            && file.flush());
    const QStringList lines = linesToShow(file.fileName(), u"more"_s);
    QCOMPARE(lines.last(), u"more"_s);
    QVERIFY(lines.join(QString()).size() <= LogRelay::mostCharacters);
    QVERIFY(file.resize(0) && file.seek(0) && file.write(QByteArray("x\n").repeated(LogRelay::mostLines + 7)) > 0);
    QVERIFY(file.flush());
    QCOMPARE(linesToShow(file.fileName(), u"more"_s).size(), LogRelay::mostLines + 1);
}

QTEST_GUILESS_MAIN(tst_LogRelay)
#include "tst_logrelay.moc"
