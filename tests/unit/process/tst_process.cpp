// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

using Ending = ProcessResult::Ending;

Command fakeTool(const QStringList& arguments)
{
    Command command;
    command.program = QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/driftscope-fake-tool"_s;
    command.arguments = arguments;
    return command;
}

/// Gone, or dead and only waiting to be reaped by whoever adopted it.
bool isGone(qint64 pid)
{
    if (::kill(static_cast<pid_t>(pid), 0) != 0)
        return true;
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
}

/// Collects what one Process reports.
struct Watched
{
    Process process;
    QStringList output;
    QStringList errors;
    QList<ProcessResult> ends;

    Watched()
    {
        QObject::connect(&process, &Process::lineReceived, &process,
                         [this](OutputChannel channel, const QString& line) {
                             (channel == OutputChannel::StandardOutput ? output : errors).append(line);
                         });
        QObject::connect(&process, &Process::done, &process,
                         [this](const ProcessResult& result) { ends.append(result); });
    }
    void waitForEnd(int milliseconds = 10000)
    {
        QVERIFY(QTest::qWaitFor([this] { return !ends.isEmpty(); }, milliseconds));
        QTest::qWait(30); // a second report would come now
        QCOMPARE(ends.size(), 1);
        QVERIFY(!process.isRunning());
    }
};

} // namespace

class tst_Process : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsExitCodes_data();
    void reportsExitCodes();
    void reportsACrash();
    void reportsAProgramThatIsNotThere();
    void reportsAFolderThatIsNotThere();
    void cutsOutputIntoLines();
    void separatesTheChannels();
    void handsOnFolderAndEnvironmentButNoInput();
    void killsWhatIgnoresTermination();
    void endsGrandchildrenOnCancel();
    void endsWhatAProgramLeavesBehind();
    void stopsAfterTheTimeout();
    void stopsEndlessOutput();
    void canRunAgain();
    void destructorEndsTheGroup();
    void runsOnAWorkerThread();
    void runProcessCancels();
    void runProcessRefusesACancelledToken();
};

void tst_Process::reportsExitCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("good") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("255") << 255;
}

void tst_Process::reportsExitCodes()
{
    QFETCH(const int, code);
    Watched run;
    run.process.start(fakeTool({u"exit"_s, QString::number(code)}));
    QVERIFY(run.process.isRunning());
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Exited);
    QCOMPARE(run.ends.first().exitCode, code);
    QCOMPARE(run.ends.first().isSuccess(), code == 0);
    QCOMPARE(run.ends.first().message.isEmpty(), code == 0);
}

void tst_Process::reportsACrash()
{
    Watched run;
    run.process.start(fakeTool({u"crash"_s}));
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Crashed);
    QVERIFY2(run.ends.first().message.contains(u"signal 11"), qPrintable(run.ends.first().message));
    QCOMPARE(run.output, QStringList{u"ERROR about to crash"_s});
}

void tst_Process::reportsAProgramThatIsNotThere()
{
    Watched run;
    Command command;
    command.program = u"/no/such/program"_s;
    run.process.start(command);
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::FailedToStart);
    QVERIFY(run.ends.first().message.contains(command.program));
    QVERIFY(!run.ends.first().isSuccess());
}

void tst_Process::reportsAFolderThatIsNotThere()
{
    Watched run;
    Command command = fakeTool({u"exit"_s, u"0"_s});
    command.workingDirectory = u"/no/such/folder"_s;
    run.process.start(command);
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::FailedToStart);
}

void tst_Process::cutsOutputIntoLines()
{
    Watched run;
    run.process.start(fakeTool({u"partial"_s}));
    run.waitForEnd();
    const QStringList expected{u"first 层"_s, u"progress 1"_s, u"progress 2"_s, QString(), u"red"_s, u"last"_s};
    QCOMPARE(run.output, expected);
}

void tst_Process::separatesTheChannels()
{
    Watched run;
    run.process.start(fakeTool({u"both"_s}));
    run.waitForEnd();
    QCOMPARE(run.output, QStringList{u"to output"_s});
    QCOMPARE(run.errors, QStringList{u"to errors"_s});
}

void tst_Process::handsOnFolderAndEnvironmentButNoInput()
{
    const QTemporaryDir folder;
    Watched run;
    Command command = fakeTool({u"place"_s});
    command.workingDirectory = folder.path();
    command.environment = QProcessEnvironment::systemEnvironment();
    command.environment.insert(u"DRIFTSCOPE_FAKE"_s, u"set"_s);
    run.process.start(command);
    run.waitForEnd();
    QCOMPARE(run.output, (QStringList{folder.path(), u"set"_s, u"no input"_s}));
}

void tst_Process::killsWhatIgnoresTermination()
{
    Watched run;
    run.process.start(fakeTool({u"hang"_s}));
    QTRY_COMPARE(run.output, QStringList{u"hanging"_s});
    QElapsedTimer clock;
    clock.start();
    run.process.cancel();
    run.process.cancel(); // asking twice changes nothing
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Cancelled);
    QVERIFY(clock.elapsed() >= 2900);
    QVERIFY(clock.elapsed() < 10000);
}

void tst_Process::endsGrandchildrenOnCancel()
{
    Watched run;
    run.process.start(fakeTool({u"fork"_s, u"stay"_s}));
    QTRY_COMPARE(run.output.size(), 1);
    const qint64 child = run.output.first().mid(6).toLongLong();
    QVERIFY(child > 1 && !isGone(child));
    run.process.cancel();
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Cancelled);
    QVERIFY(isGone(child));
}

void tst_Process::endsWhatAProgramLeavesBehind()
{
    Watched run;
    run.process.start(fakeTool({u"fork"_s, u"leave"_s, u"stubborn"_s}));
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Exited);
    QCOMPARE(run.ends.first().exitCode, 0);
    const qint64 child = run.output.value(0).mid(6).toLongLong();
    QVERIFY(child > 1);
    QTRY_VERIFY(isGone(child));
}

void tst_Process::stopsAfterTheTimeout()
{
    Watched run;
    run.process.setTimeout(200);
    run.process.start(fakeTool({u"fork"_s, u"stay"_s}));
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::TimedOut);
    QVERIFY2(run.ends.first().message.contains(u"0.2"), qPrintable(run.ends.first().message));
}

void tst_Process::stopsEndlessOutput()
{
    Watched run;
    run.process.start(fakeTool({u"endless"_s}));
    QTRY_VERIFY(run.output.size() > 10000);
    run.process.cancel();
    run.waitForEnd();
    QCOMPARE(run.ends.first().ending, Ending::Cancelled);
    QCOMPARE(run.output.at(9999), u"line 9999"_s);
}

void tst_Process::canRunAgain()
{
    Watched run;
    run.process.start(fakeTool({u"exit"_s, u"3"_s}));
    run.waitForEnd();
    run.ends.clear();
    run.process.start(fakeTool({u"both"_s}));
    run.waitForEnd();
    QVERIFY(run.ends.first().isSuccess());
    QCOMPARE(run.output, QStringList{u"to output"_s});
}

void tst_Process::destructorEndsTheGroup()
{
    qint64 child = 0;
    {
        Watched run;
        run.process.start(fakeTool({u"fork"_s, u"stay"_s}));
        QTRY_COMPARE(run.output.size(), 1);
        child = run.output.first().mid(6).toLongLong();
    }
    QVERIFY(child > 1);
    QTRY_VERIFY(isGone(child));
}

void tst_Process::runsOnAWorkerThread()
{
    ProcessResult result;
    QStringList lines;
    // A plain thread: it has no event loop of its own.
    std::thread worker([&result, &lines] {
        result = runProcess(
            fakeTool({u"both"_s}), [&lines](OutputChannel, const QString& line) { lines.append(line); }, CancelToken());
    });
    worker.join();
    QVERIFY(result.isSuccess());
    lines.sort();
    QCOMPARE(lines, (QStringList{u"to errors"_s, u"to output"_s}));
}

void tst_Process::runProcessCancels()
{
    const CancelToken cancel;
    std::atomic<bool> hasStarted = false;
    ProcessResult result;
    std::thread worker([&result, &hasStarted, cancel] {
        result = runProcess(
            fakeTool({u"fork"_s, u"stay"_s}), [&hasStarted](OutputChannel, const QString&) { hasStarted = true; },
            cancel);
    });
    QTRY_VERIFY(hasStarted.load());
    cancel.cancel();
    worker.join();
    QCOMPARE(result.ending, Ending::Cancelled);
    QCOMPARE(runProcess(fakeTool({u"hang"_s}), {}, CancelToken(), 100).ending, Ending::TimedOut);
    QCOMPARE(runProcess(Command{u"/no/such/program"_s, {}, {}, {}}, {}, CancelToken()).ending, Ending::FailedToStart);
}

void tst_Process::runProcessRefusesACancelledToken()
{
    const CancelToken cancel;
    cancel.cancel();
    QCOMPARE(runProcess(fakeTool({u"exit"_s, u"0"_s}), {}, cancel).ending, Ending::Cancelled);
}

QTEST_GUILESS_MAIN(tst_Process)
#include "tst_process.moc"
