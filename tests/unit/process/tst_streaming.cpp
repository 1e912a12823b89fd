// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Streaming.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Streaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feedsAndReads();
    void notesASilence();
    void stopsWhileItFeeds();

private:
    static Command shell(const QString& script)
    {
        Command command;
        command.program = u"sh"_s;
        command.arguments = {u"-c"_s, script};
        return command;
    }
};

/// More than any pipe holds, there and back.
void tst_Streaming::feedsAndReads()
{
    constexpr int pieces = 400;
    constexpr qsizetype pieceBytes = 40000;
    int given = 0;
    qint64 taken = 0;
    qint64 back = 0;
    QStringList errors;
    StreamListeners listeners;
    listeners.nextInput
        = [&] { return given < pieces ? QByteArray(pieceBytes, static_cast<char>(given++)) : QByteArray(); };
    listeners.onInputTaken = [&](qint64 bytes) { taken += bytes; };
    listeners.onBytes = [&](const QByteArray& bytes) { back += bytes.size(); };
    listeners.onErrorLine = [&](const QString& line) { errors.append(line); };
    const ProcessResult result = runStreaming(shell(u"cat; echo over >&2"_s), listeners, CancelToken());
    QVERIFY(result.isSuccess());
    QCOMPARE(taken, qint64(pieces * pieceBytes));
    QCOMPARE(back, taken);
    QCOMPARE(errors, QStringList{u"over"_s});
}

void tst_Streaming::notesASilence()
{
    StreamListeners listeners;
    listeners.onBytes = [](const QByteArray&) {};
    listeners.onErrorLine = [](const QString&) {};
    listeners.nextInput = [] { return QByteArray(); };
    const ProcessResult silent = runStreaming(shell(u"sleep 100"_s), listeners, CancelToken(), {0, 300});
    QCOMPARE(silent.ending, ProcessResult::Ending::TimedOut);
    const ProcessResult busy = runStreaming(shell(u"for i in 1 2 3 4 5 6; do echo x; sleep 0.2; done"_s), listeners,
                                            CancelToken(), {0, 900});
    QVERIFY(busy.isSuccess());
}

/// One that takes nothing is ended all the same.
void tst_Streaming::stopsWhileItFeeds()
{
    const CancelToken cancel;
    int given = 0;
    StreamListeners listeners;
    listeners.onBytes = [](const QByteArray&) {};
    listeners.onErrorLine = [](const QString&) {};
    listeners.nextInput = [&] {
        if (++given == 3)
            cancel.cancel();
        return QByteArray(100000, 'x');
    };
    const ProcessResult result = runStreaming(shell(u"sleep 100"_s), listeners, cancel);
    QCOMPARE(result.ending, ProcessResult::Ending::Cancelled);
    QVERIFY(given < 100);
}

QTEST_GUILESS_MAIN(tst_Streaming)
#include "tst_streaming.moc"
