// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a toolchain, in every place: nothing runs on, nothing half-written looks like a result, and
// the run is kept with what was said.
#include "Places.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStorageInfo>
#include <QTest>
#include <QThread>

#include <csignal>

#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ToolchainFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void badTools_data();
    void badTools();
    void cancelled_data();
    void cancelled();
    void driftscopeKilled_data();
    void driftscopeKilled();
    void connectionLost_data();
    void connectionLost();
    void toolFindsDiskFull_data();
    void toolFindsDiskFull();
    void diskOfTheRunIsFull();
    void gigabyteOfOutput();

private:
    void eachPlace() const;
    void useTool(const QString& place, const QStringList& mode) const;
    void begin(const QString& toolchain, const QString& until);
    void expectNothingHalfWritten(const QString& status) const;
    [[nodiscard]] QString runFolder() const;
    [[nodiscard]] QJsonObject record() const
    {
        return QJsonDocument::fromJson(contentOf(runFolder() + u"/run.json")).object();
    }
    [[nodiscard]] static QString mapperTool()
    {
        return qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s;
    }

    std::unique_ptr<Places> m_places;
    std::unique_ptr<QTemporaryDir> m_project;
    std::unique_ptr<QProcess> m_cli;
};

void tst_ToolchainFailures::initTestCase()
{
    m_places = std::make_unique<Places>();
    QVERIFY(m_places->isValid());
}

void tst_ToolchainFailures::init()
{
    m_project = std::make_unique<QTemporaryDir>();
    QFile model(m_project->filePath(u"net.onnx"_s));
    QVERIFY(model.open(QIODevice::WriteOnly) && model.write("float") > 0);
    QVERIFY(QDir(m_project->path()).mkpath(u"data_f32"_s));
    QFile config(m_project->filePath(u"net.yaml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("model_parameters:\n  onnx_model: 'net.onnx'\n  working_dir: 'out'\n"
                 "calibration_parameters:\n  cal_data_dir: 'data_f32'\n");
}

void tst_ToolchainFailures::cleanup()
{
    if (m_cli && m_cli->state() != QProcess::NotRunning) {
        m_cli->kill();
        m_cli->waitForFinished();
    }
    m_cli.reset();
}

void tst_ToolchainFailures::eachPlace() const
{
    QTest::addColumn<QString>("place");
    for (const QString& name : m_places->names())
        QTest::newRow(qPrintable(name)) << name;
    if (!m_places->sshdProblem().isEmpty())
        QTest::newRow("sshd") << QString();
}

void tst_ToolchainFailures::useTool(const QString& place, const QStringList& mode) const
{
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    ToolchainProfile toolchain
        = m_places->toolchain(place, QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/driftscope-fake-tool"_s, mode);
    toolchain.name = u"bad"_s;
    const CliResult added = m_places->add(toolchain);
    QVERIFY2(added.status == 0, added.all());
}

QString tst_ToolchainFailures::runFolder() const
{
    return latestRunFolder(m_project->filePath(u"runs"_s));
}

/// Starts a compilation and waits for what the tool says.
void tst_ToolchainFailures::begin(const QString& toolchain, const QString& until)
{
    m_cli = std::make_unique<QProcess>();
    m_cli->setWorkingDirectory(m_project->path());
    m_cli->start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                 {u"compile"_s, u"net.yaml"_s, u"--toolchain"_s, toolchain, u"--json"_s});
    QVERIFY(m_cli->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        contentOf(runFolder() + u"/console.log").contains(until.toUtf8()) || m_cli->waitForFinished(1), 60000);
    QVERIFY2(m_cli->state() == QProcess::Running, m_cli->readAllStandardError().constData());
}

/// One run, of this status, without results that are none and without a process.
void tst_ToolchainFailures::expectNothingHalfWritten(const QString& status) const
{
    QCOMPARE(whatIsLeftWrong(m_project->filePath(u"runs"_s), status, *m_places), QString());
}

void tst_ToolchainFailures::badTools_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("said");
    for (const QString& place : m_places->names()) {
        const auto row = [&](const QString& mode, const QString& said) {
            QTest::newRow(qPrintable(place + u": "_s + mode)) << place << mode << said;
        };
        row(u"writing crash"_s, u"crashed (signal 11)"_s);
        row(u"writing hang"_s, u"did not end within 1 second"_s);
        row(u"fork stay stubborn"_s, u"did not end within 1 second"_s);
        row(u"fork leave stubborn"_s, u"no board model"_s);
        row(u"exit 3"_s, u"exit code 3"_s);
    }
}

void tst_ToolchainFailures::badTools()
{
    QFETCH(const QString, place);
    QFETCH(const QString, mode);
    QFETCH(const QString, said);
    useTool(place, mode.split(u' '));
    CliRunner cli = m_places->cli();
    cli.folder = m_project->path();
    const CliResult result
        = cli.run({u"compile"_s, u"net.yaml"_s, u"--toolchain"_s, u"bad"_s, u"--timeout"_s, u"1"_s, u"--json"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains(said.toUtf8()), result.all());
    expectNothingHalfWritten(u"failed"_s);
}

void tst_ToolchainFailures::cancelled_data()
{
    eachPlace();
}

void tst_ToolchainFailures::cancelled()
{
    QFETCH(const QString, place);
    useTool(place, {u"writing"_s, u"hang"_s});
    begin(u"bad"_s, u"hanging"_s);
    if (QTest::currentTestFailed())
        return;
    ::kill(static_cast<pid_t>(m_cli->processId()), SIGINT);
    QVERIFY(m_cli->waitForFinished(60000));
    QCOMPARE(m_cli->exitCode(), 2);
    expectNothingHalfWritten(u"cancelled"_s);
}

void tst_ToolchainFailures::driftscopeKilled_data()
{
    eachPlace();
}

void tst_ToolchainFailures::driftscopeKilled()
{
    QFETCH(const QString, place);
    useTool(place, {u"writing"_s, u"hang"_s});
    begin(u"bad"_s, u"hanging"_s);
    if (QTest::currentTestFailed())
        return;
    const QString folder = runFolder();
    QCOMPARE(record()["status"_L1].toString(), u"running"_s);
    QVERIFY(!processesWith(QFileInfo(folder).fileName()).isEmpty());
    m_cli->kill();
    QVERIFY(m_cli->waitForFinished(60000));
    QCOMPARE(processesLeft(QFileInfo(folder).fileName()), QStringList());
    QVERIFY(!QFile::exists(folder + u"/output/model_quantized_model.onnx"));
    QTRY_COMPARE_WITH_TIMEOUT(m_places->leftThere(), QStringList(), 60000);
    // Whoever comes next finds the run and what became of it.
    QVERIFY(m_places->add(m_places->toolchain(u"local"_s, u"driftscope-mapper"_s, {})).status == 0);
    CliRunner cli = m_places->cli();
    cli.folder = m_project->path();
    QCOMPARE(cli.run({u"compile"_s, u"net.yaml"_s, u"--toolchain"_s, u"local"_s}).status, 2); // net.onnx is none
    const QJsonObject settled = QJsonDocument::fromJson(contentOf(folder + u"/run.json")).object();
    QCOMPARE(settled["status"_L1].toString(), u"interrupted"_s);
    QVERIFY(settled["message"_L1].toString().contains(u"interrupted"_s));
    QVERIFY(contentOf(folder + u"/console.log").contains("hanging"));
}

void tst_ToolchainFailures::connectionLost_data()
{
    eachPlace();
}

/// A container's run hangs on its client. One by ssh survives: see tst_toolchain_takeup.
void tst_ToolchainFailures::connectionLost()
{
    QFETCH(const QString, place);
    if (place == u"local"_s)
        QSKIP("There is no connection to this machine.");
    useTool(place, {u"writing"_s, u"hang"_s});
    begin(u"bad"_s, u"hanging"_s);
    if (QTest::currentTestFailed())
        return;
    m_places->dropConnection(place, m_cli->processId());
    if (place.contains(u"ssh"_s)) { // it is taken up again, and can be stopped
        QTest::qWait(3000);
        QVERIFY(m_cli->state() == QProcess::Running);
        ::kill(static_cast<pid_t>(m_cli->processId()), SIGINT);
        QVERIFY(m_cli->waitForFinished(120000));
        QCOMPARE(m_cli->exitCode(), 2);
        expectNothingHalfWritten(u"cancelled"_s);
        return;
    }
    QVERIFY(m_cli->waitForFinished(120000));
    const QByteArray said = m_cli->readAllStandardError();
    QCOMPARE(m_cli->exitCode(), 2);
    QVERIFY2(said.contains("lost") || said.contains("crashed"), said.constData());
    expectNothingHalfWritten(u"interrupted"_s);
}

void tst_ToolchainFailures::toolFindsDiskFull_data()
{
    eachPlace();
}

/// What it wrote whole before stays a result, what was cut off does not.
void tst_ToolchainFailures::toolFindsDiskFull()
{
    QFETCH(const QString, place);
    useTool(place, {u"writing"_s, u"full"_s});
    CliRunner cli = m_places->cli();
    cli.folder = m_project->path();
    const CliResult result = cli.run({u"compile"_s, u"net.yaml"_s, u"--toolchain"_s, u"bad"_s, u"--json"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("No space left on device"), result.all());
    expectNothingHalfWritten(u"failed"_s);
    QVERIFY(QFile::exists(runFolder() + u"/output/model_original_float_model.onnx"));
    QVERIFY(QFile::exists(runFolder() + u"/output/model_quantized_model.onnx.incomplete"));
    QCOMPARE(artifactsOf(result.json).keys(), (QStringList{u"float"_s, u"original_float"_s}));
}

/// A real file system without room, where this machine lets one be mounted.
void tst_ToolchainFailures::diskOfTheRunIsFull()
{
    const QString sample = m_project->filePath(u"sample"_s);
    QVERIFY(copySampleTo(sample, HeldOut::First));
    const QString runs = m_project->filePath(u"small"_s);
    QVERIFY(QDir().mkpath(runs));
    if (::mount("tmpfs", QFile::encodeName(runs).constData(), "tmpfs", 0, "size=300k") != 0)
        QSKIP("A small file system can be mounted by root alone.");
    CliRunner cli = m_places->cli();
    const CliResult result = cli.run({u"compile"_s, sample + u"/fixed.yaml"_s, u"--work"_s, runs, u"--json"_s});
    const QDir folder(runs);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const QString run = names.isEmpty() ? QString() : folder.filePath(names.first());
    const QStringList output = QDir(run + u"/output"_s).entryList(QDir::Files);
    const bool hasRecord = QFile::exists(run + u"/run.json"_s);
    ::umount(QFile::encodeName(runs).constData());
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("No space left") || result.errors.contains("cannot be written"), result.all());
    QCOMPARE(names.size(), 1);
    QVERIFY(hasRecord);
    QVERIFY2(!output.contains(u"emoji5.bin"_s), qPrintable(output.join(u' ')));
    QCOMPARE(processesLeft(QFileInfo(run).fileName()), QStringList());
}

void tst_ToolchainFailures::gigabyteOfOutput()
{
    constexpr qint64 gigabyte = qint64(1) << 30;
    constexpr qint64 mostKilobytes = 300000; // of memory, at any time
    if (QStorageInfo(m_project->path()).bytesAvailable() < 2 * gigabyte)
        QSKIP("There is no room for the log.");
    useTool(u"docker container"_s, {u"flood"_s, QString::number(gigabyte)});
    m_cli = std::make_unique<QProcess>();
    m_cli->setWorkingDirectory(m_project->path());
    m_cli->start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                 {u"compile"_s, u"net.yaml"_s, u"--toolchain"_s, u"bad"_s, u"--json"_s});
    QVERIFY(m_cli->waitForStarted());
    qint64 peak = 0;
    do {
        const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(m_cli->processId()));
        const qsizetype at = status.indexOf("VmHWM:");
        if (at >= 0)
            peak = std::max(peak, status.mid(at + 6, 16).simplified().split(' ').first().toLongLong());
    } while (!m_cli->waitForFinished(200) && m_cli->state() != QProcess::NotRunning);
    QCOMPARE(m_cli->exitCode(), 2);
    QVERIFY(m_cli->readAllStandardError().contains("exit code 3"));
    QVERIFY2(peak > 0 && peak < mostKilobytes, qPrintable(QString::number(peak)));
    QCOMPARE(QFileInfo(runFolder() + u"/console.log").size(), gigabyte);
    expectNothingHalfWritten(u"failed"_s);
}

QTEST_GUILESS_MAIN(tst_ToolchainFailures)
#include "tst_toolchain_failures.moc"
