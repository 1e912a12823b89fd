// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a toolchain, in every place, seen from the window: one sentence, the run in the history,
// nothing that runs on, and nothing half-written. tst_toolchain_failures has the same of the command line.
#include "WindowFixture.h"
#include "core/history/RunIndex.h"
#include "tests/integration/toolchains/Places.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/PaneTable.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/shell/JobStatus.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QPushButton>
#include <QStorageInfo>
#include <QThread>

#include <csignal>
#include <memory>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace driftscope;
using namespace driftscope::test;
using namespace Qt::StringLiterals;

class TestToolchainFailures : public GuiTest
{
    Q_OBJECT

private:
    static constexpr qint64 gigabyte = qint64(1) << 30;

    static QString fakeTool() { return QStringLiteral(DRIFTSCOPE_BINARY_DIR "/tests/driftscope-fake-tool"); }
    static QString windowProgram() { return QStringLiteral(DRIFTSCOPE_BINARY_DIR "/tests/driftscope-window-run"); }

    void eachPlace() const
    {
        QTest::addColumn<QString>("place");
        for (const QString& name : m_places->names())
            QTest::newRow(qPrintable(name)) << name;
        if (!m_places->sshdProblem().isEmpty())
            QTest::newRow("sshd") << QString();
    }

    /// Where the connection to a run can break.
    void eachHost() const
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("fake ssh") << u"fake ssh"_s;
        QTest::newRow("sshd") << (m_places->sshdProblem().isEmpty() ? u"sshd"_s : QString());
    }

    /// A window with the sample open, of which nothing was compiled yet, and the tool in that place chosen.
    [[nodiscard]] std::unique_ptr<WindowFixture> windowWith(const QString& place, const QStringList& mode,
                                                            const QString& program = fakeTool()) const
    {
        auto fixture = std::make_unique<WindowFixture>();
        fixture->openSample();
        ToolchainProfile toolchain = m_places->toolchain(place, program, mode);
        toolchain.name = u"bad"_s;
        fixture->session().setToolchains({toolchain});
        fixture->session().setCurrentToolchain(1);
        return fixture;
    }
    [[nodiscard]] static QString runsOf(WindowFixture& fixture) { return fixture.session().project()->runsFolder; }
    [[nodiscard]] static QByteArray logOf(const QString& runs)
    {
        return contentOf(latestRunFolder(runs) + u"/console.log"_s);
    }
    /// Starts a compilation and waits until the tool has said so much.
    void begin(WindowFixture& fixture, const QByteArray& until) const
    {
        fixture.trigger(u"run.compile"_s);
        QTRY_VERIFY_WITH_TIMEOUT(logOf(runsOf(fixture)).contains(until) || !fixture.session().jobs().isBusy(), 60000);
        QVERIFY2(fixture.session().jobs().isBusy(), qPrintable(fixture.message()));
    }
    /// The history has one run, of this status; the sample is open as before.
    void expectKept(WindowFixture& fixture, CompileStatus status) const
    {
        QCOMPARE(whatIsLeftWrong(runsOf(fixture), compileStatusName(status), *m_places), QString());
        const auto index = RunIndex::open(runsOf(fixture));
        QVERIFY(index);
        Progress progress;
        QVERIFY((*index)->refresh({}, progress));
        const QList<RunSummary> runs = (*index)->find({});
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().status, status);
        QVERIFY(fixture.session().chain().find(Stage::Float) != nullptr);
        QVERIFY(fixture.session().chain().find(Stage::Quantized) == nullptr);
    }
    /// Keeps the fake tool in a place where the window's own process finds it; the file of toolchains.
    [[nodiscard]] QString keepTool(const QString& place, const QStringList& mode) const
    {
        ToolchainProfile toolchain = m_places->toolchain(place, fakeTool(), mode);
        toolchain.name = u"bad"_s;
        const CliResult added = m_places->add(toolchain);
        return added.status == 0 ? m_places->path(u"config/driftscope/toolchains.json"_s) : QString();
    }

    /// The sandbox's tool behind a wait for a file, in the middle of a line.
    [[nodiscard]] QString waitingTool() const { return m_places->path(u"waiting-tool"_s); }
    [[nodiscard]] QString gate() const { return m_places->path(u"gate"_s); }
    void openGate() const { QVERIFY(QFile(gate()).open(QIODevice::WriteOnly)); }
    void writeWaitingTool() const
    {
        QFile tool(waitingTool());
        QVERIFY(tool.open(QIODevice::WriteOnly));
        tool.write("#!/bin/sh\nprintf 'before\\nhalf a '\nwhile [ ! -e '" + gate().toUtf8()
                   + "' ]; do sleep 0.1; done\nprintf 'line\\r\\n'\nexec '" DRIFTSCOPE_BINARY_DIR
                     "/bin/driftscope-mapper' \"$@\"\n");
        QVERIFY(tool.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }
    [[nodiscard]] static QString statusOf(WindowFixture& fixture)
    {
        return fixture.window().findChild<JobStatus*>()->findChild<ElidedLabel*>()->text();
    }
    void drop(const QString& place) const { m_places->dropConnection(place, ::getpid()); }
    /// As if nothing had ever broken: the stages are open, the log is whole, and nothing is left there.
    void expectWhole(WindowFixture& fixture) const
    {
        QVERIFY2(fixture.message().isEmpty(), qPrintable(fixture.message()));
        QVERIFY(fixture.session().compilation());
        QCOMPARE(fixture.session().compilation()->status, CompileStatus::Succeeded);
        for (const Stage stage : {Stage::OriginalFloat, Stage::OptimizedFloat, Stage::Quantized, Stage::Board})
            QVERIFY2(fixture.session().chain().find(stage) != nullptr, qPrintable(stageKey(stage)));
        const QStringList& lines = fixture.session().logLines();
        QCOMPARE(lines.mid(0, 2), (QStringList{u"before"_s, u"half a line"_s}));
        const QString run = latestRunFolder(runsOf(fixture));
        QCOMPARE(QString::fromUtf8(logOf(runsOf(fixture))).count(u'\n'), lines.size());
        QVERIFY(QFile::exists(run + u"/output/emoji5.bin"_s));
        QVERIFY(!QFile::exists(run + u"/console.log.part"_s) && !QFile::exists(run + u"/output.incomplete"_s));
        const auto record = readRun(run);
        QVERIFY(record && record->status == CompileStatus::Succeeded);
        QCOMPARE(processesLeft(QFileInfo(run).fileName()), QStringList());
        QCOMPARE(m_places->leftThere(), QStringList());
    }

    std::unique_ptr<Places> m_places;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DRIFTSCOPE_BIN_DIR", QByteArray(DRIFTSCOPE_BINARY_DIR "/bin"));
        m_places = std::make_unique<Places>();
        QVERIFY(m_places->isValid());
        writeWaitingTool();
    }
    void cleanup()
    {
        qunsetenv("DRIFTSCOPE_RECONNECT_SECONDS");
        openGate(); // what waits for it ends
    }

    void badTools_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("said");
        for (const QString& place : m_places->names()) {
            const auto row = [&](const QString& mode, const QString& said) {
                QTest::newRow(qPrintable(place + u": "_s + mode)) << place << mode << said;
            };
            row(u"writing crash"_s, u"crashed (signal 11)"_s);
            row(u"writing full"_s, u"No space left on device"_s);
            row(u"fork leave stubborn"_s, u"no board model"_s);
            row(u"exit 3"_s, u"exit code 3"_s);
        }
    }
    void badTools()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, mode);
        QFETCH(const QString, said);
        const auto fixture = windowWith(place, mode.split(u' '));
        QVERIFY(fixture->run(u"run.compile"_s));
        QVERIFY2(fixture->message().contains(said), qPrintable(fixture->message()));
        QVERIFY(!fixture->message().contains(u'\n'));
        expectKept(*fixture, CompileStatus::Failed);
    }

    /// A tool that ignores signals, and one whose child does.
    void cancelled_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QByteArray>("until");
        for (const QString& place : m_places->names()) {
            QTest::newRow(qPrintable(place + u": hang"_s)) << place << u"writing hang"_s << QByteArray("hanging");
            QTest::newRow(qPrintable(place + u": fork"_s)) << place << u"fork stay stubborn"_s << QByteArray("child");
        }
    }
    void cancelled()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, mode);
        QFETCH(const QByteArray, until);
        const auto fixture = windowWith(place, mode.split(u' '));
        begin(*fixture, until);
        if (QTest::currentTestFailed())
            return;
        fixture->trigger(u"run.cancel"_s);
        QVERIFY(fixture->waitUntilIdle(60000));
        QVERIFY2(fixture->message().isEmpty(), qPrintable(fixture->message())); // it was asked for
        expectKept(*fixture, CompileStatus::Cancelled);
    }

    /// Closing the window ends what it runs, and the run is kept as stopped.
    void windowClosed_data() { eachPlace(); }
    void windowClosed()
    {
        QFETCH(const QString, place);
        if (place.isEmpty())
            QSKIP(qPrintable(m_places->sshdProblem()));
        const QTemporaryDir project;
        QVERIFY(copySampleTo(project.path(), HeldOut::First));
        const QString runs = project.filePath(u"runs"_s);
        {
            const auto fixture = windowWith(place, {u"writing"_s, u"hang"_s});
            fixture->window().open(project.path());
            QVERIFY(fixture->waitUntilIdle());
            begin(*fixture, "hanging");
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(whatIsLeftWrong(runs, u"cancelled"_s, *m_places), QString());
    }

    void windowKilled_data() { eachPlace(); }
    void windowKilled()
    {
        QFETCH(const QString, place);
        if (place.isEmpty())
            QSKIP(qPrintable(m_places->sshdProblem()));
        const QTemporaryDir project;
        QVERIFY(copySampleTo(project.path(), HeldOut::First));
        const QString runs = project.filePath(u"runs"_s);
        QProcess window;
        window.start(windowProgram(), {project.path(), keepTool(place, {u"writing"_s, u"hang"_s}), u"bad"_s});
        QTRY_VERIFY_WITH_TIMEOUT(logOf(runs).contains("hanging") || window.state() == QProcess::NotRunning, 60000);
        QVERIFY2(window.state() == QProcess::Running, window.readAllStandardError().constData());
        const QString run = latestRunFolder(runs);
        QVERIFY(!processesWith(QFileInfo(run).fileName()).isEmpty());
        window.kill();
        QVERIFY(window.waitForFinished());
        QCOMPARE(processesLeft(QFileInfo(run).fileName()), QStringList());
        QTRY_COMPARE_WITH_TIMEOUT(m_places->leftThere(), QStringList(), 60000);
        // The next start: the run stands in the history as what it is, and so it stays when the next one begins.
        const auto fixture = windowWith(u"local"_s, {u"exit"_s, u"3"_s});
        fixture->window().open(project.path());
        QVERIFY(fixture->waitUntilIdle());
        QVERIFY2(fixture->message().isEmpty(), qPrintable(fixture->message()));
        const auto index = RunIndex::open(runs);
        Progress progress;
        QVERIFY(index && (*index)->refresh({}, progress));
        QCOMPARE((*index)->find({}).size(), 1);
        QCOMPARE((*index)->find({}).first().status, CompileStatus::Interrupted);
        QVERIFY(fixture->run(u"run.compile"_s));
        const auto settled = readRun(run);
        QVERIFY(settled);
        QCOMPARE(settled->status, CompileStatus::Interrupted);
        QVERIFY(!QFile::exists(run + u"/output/model_quantized_model.onnx"_s));
        QVERIFY(contentOf(run + u"/console.log"_s).contains("hanging"));
    }

    /// The run goes on there, and the window finds back to it by itself, as often as need be.
    void connectionLost_data() { eachHost(); }
    void connectionLost()
    {
        QFETCH(const QString, place);
        if (const QString missing = WindowFixture::missingTools(); place.isEmpty() || !missing.isEmpty())
            QSKIP(qPrintable(place.isEmpty() ? m_places->sshdProblem() : missing));
        QFile::remove(gate());
        const auto fixture = windowWith(place, {}, waitingTool());
        begin(*fixture, "before");
        if (QTest::currentTestFailed())
            return;
        for (int times = 0; times < 2; ++times) {
            drop(place);
            QTRY_VERIFY_WITH_TIMEOUT(statusOf(*fixture).contains(u"The connection was lost; attempt 1"_s), 60000);
            QTRY_VERIFY_WITH_TIMEOUT(statusOf(*fixture).contains(u"The connection is back"_s), 60000);
        }
        QVERIFY2(fixture->message().isEmpty(), qPrintable(fixture->message()));
        openGate();
        QVERIFY(fixture->waitUntilIdle());
        expectWhole(*fixture);
    }

    /// Given up, the run is taken up again from the dialog of the runs.
    void connectionGivenUp_data() { eachHost(); }
    void connectionGivenUp()
    {
        QFETCH(const QString, place);
        if (const QString missing = WindowFixture::missingTools(); place.isEmpty() || !missing.isEmpty())
            QSKIP(qPrintable(place.isEmpty() ? m_places->sshdProblem() : missing));
        QFile::remove(gate());
        qputenv("DRIFTSCOPE_RECONNECT_SECONDS", "0");
        const auto fixture = windowWith(place, {}, waitingTool());
        begin(*fixture, "before");
        if (QTest::currentTestFailed())
            return;
        drop(place);
        QVERIFY(fixture->waitUntilIdle(60000));
        QVERIFY2(fixture->message().contains(u"take the run up again"_s), qPrintable(fixture->message()));
        QVERIFY(!fixture->message().contains(u'\n'));
        const QString run = latestRunFolder(runsOf(*fixture));
        QVERIFY(readRun(run) && readRun(run)->status == CompileStatus::Interrupted);
        QVERIFY(!m_places->leftThere().isEmpty()); // it goes on
        fixture->trigger(u"run.list"_s);
        auto* dialog = fixture->window().findChild<RunsDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 1);
        QTRY_VERIFY(!dialog->isBusy());
        QTest::mouseClick(dialog->table()->viewport(), Qt::LeftButton, {},
                          dialog->table()->visualRect(dialog->table()->model()->index(0, 0)).center());
        QTRY_VERIFY(dialog->takeUpButton()->isVisible());
        QTRY_VERIFY(dialog->takeUpButton()->isEnabled());
        QTest::mouseClick(dialog->takeUpButton(), Qt::LeftButton);
        QVERIFY(fixture->session().jobs().isBusy() && !dialog->takeUpButton()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(fixture->session().logLines().contains(u"before"_s), 60000);
        openGate();
        QVERIFY(fixture->waitUntilIdle());
        expectWhole(*fixture);
        QTRY_VERIFY(!dialog->takeUpButton()->isVisible()); // once is enough
        QCOMPARE(dialog->table()->model()->rowCount(), 1);
    }

    /// A real file system without room, where this machine lets one be mounted.
    void diskOfTheRunIsFull()
    {
        if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        WindowFixture fixture;
        fixture.openSample();
        const QString runs = runsOf(fixture);
        QVERIFY(QDir().mkpath(runs));
        if (::mount("tmpfs", QFile::encodeName(runs).constData(), "tmpfs", 0, "size=300k") != 0)
            QSKIP("A small file system can be mounted by root alone.");
        const QByteArray text = fixture.session().configText();
        const bool isOver = fixture.run(u"run.compile"_s);
        const QString run = latestRunFolder(runs);
        const auto record = readRun(run);
        const QStringList output = QDir(run + u"/output"_s).entryList(QDir::Files);
        // Detached, not only unmounted: the window may be reading a record just now.
        const int unmounted = ::umount2(QFile::encodeName(runs).constData(), MNT_DETACH);
        QCOMPARE(unmounted, 0);
        QVERIFY(isOver);
        const QString said = fixture.message();
        QVERIFY2(said.contains(u"No space left"_s) || said.contains(u"cannot be written"_s), qPrintable(said));
        QVERIFY(!said.contains(u'\n'));
        QVERIFY(record && record->status == CompileStatus::Failed && !record->message.isEmpty());
        QVERIFY2(!output.contains(u"emoji5.bin"_s), qPrintable(output.join(u' ')));
        QCOMPARE(processesLeft(QFileInfo(run).fileName()), QStringList());
        QCOMPARE(fixture.session().configText(), text);
        QVERIFY(fixture.session().chain().find(Stage::Float) != nullptr);
        // With room again the next run goes through.
        QVERIFY(fixture.run(u"run.compile"_s));
        QVERIFY2(fixture.session().compilation()->status == CompileStatus::Succeeded, qPrintable(fixture.message()));
    }

    /// The window's memory stays bounded while a tool writes a gigabyte; all of it is in the run's log.
    void gigabyteOfOutput()
    {
        constexpr qint64 mostKilobytes = 300000; // above the window with the project open, at any time
        const QTemporaryDir project;
        if (QStorageInfo(project.path()).bytesAvailable() < 2 * gigabyte)
            QSKIP("There is no room for the log.");
        QVERIFY(copySampleTo(project.path(), HeldOut::First));
        QProcess window;
        window.start(
            windowProgram(),
            {project.path(), keepTool(u"docker container"_s, {u"flood"_s, QString::number(gigabyte)}), u"bad"_s});
        QVERIFY(window.waitForFinished(600000));
        const QByteArray said = window.readAllStandardOutput();
        const QJsonObject result = QJsonDocument::fromJson(said).object();
        QVERIFY2(result["message"_L1].toString().contains(u"exit code 3"_s),
                 QByteArray(said + window.readAllStandardError()));
        const auto more = qint64(result["peak_kb"_L1].toDouble() - result["idle_kb"_L1].toDouble());
        QVERIFY2(result["idle_kb"_L1].toDouble() > 0 && more < mostKilobytes, said.constData());
        const QString runs = project.filePath(u"runs"_s);
        QCOMPARE(QFileInfo(latestRunFolder(runs) + u"/console.log"_s).size(), gigabyte);
        QCOMPARE(whatIsLeftWrong(runs, u"failed"_s, *m_places), QString());
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestToolchainFailures)
#include "tst_toolchainfailures.moc"
