// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run by ssh whose connection breaks goes on there and is taken up again: by itself, or later by another program. Log
// and results are those of a run that nobody disturbed.
#include "Places.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ToolchainTakeUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void goesOnByItself_data() { eachHost(); }
    void goesOnByItself();
    void isTakenUpLater_data() { eachHost(); }
    void isTakenUpLater();
    void isTakenUpAfterDriftscopeWasKilled_data() { eachHost(); }
    void isTakenUpAfterDriftscopeWasKilled();
    void saysWhatCannotBeTakenUp();

private:
    void eachHost() const
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("fake ssh") << u"fake ssh"_s;
        if (m_places->sshdProblem().isEmpty())
            QTest::newRow("sshd") << u"sshd"_s;
        else
            QTest::newRow("sshd") << QString();
    }
    [[nodiscard]] QString project() const { return m_places->path(u"project"_s); }
    [[nodiscard]] QString runs() const { return project() + u"/runs"_s; }
    /// A file that, while it is missing, keeps the tool from going on.
    [[nodiscard]] QString gate() const { return m_places->path(u"gate"_s); }
    void openGate() const { QVERIFY(QFile(gate()).open(QIODevice::WriteOnly)); }
    void begin(const QString& place);
    /// Waits until the command line said a text so many times.
    void waitUntilSaid(const QByteArray& text, int times)
    {
        const bool isSaid = QTest::qWaitFor(
            [&] {
                m_said += m_cli->readAllStandardError();
                return m_said.count(text) >= times;
            },
            60000);
        QVERIFY2(isSaid, m_said.constData());
    }
    void expectAsUndisturbed(const QString& folder) const;
    [[nodiscard]] CliResult takeUp(const QString& run) const
    {
        return m_places->cli().run({u"runs"_s, project(), u"--take-up"_s, run, u"--json"_s});
    }
    /// Lines without their time stamps, as which none counts that tells of durations.
    [[nodiscard]] static QStringList comparable(const QString& log);

    std::unique_ptr<Places> m_places;
    QString m_undisturbed; ///< folder of that run
    std::unique_ptr<QProcess> m_cli;
    QByteArray m_said; ///< by it, on standard error
};

void tst_ToolchainTakeUp::initTestCase()
{
    m_places = std::make_unique<Places>();
    QVERIFY(m_places->isValid());
    QVERIFY(copySampleTo(project(), HeldOut::First));
    // The real tool behind a wait, during which the connection can break; with a line that is cut in the middle.
    QFile tool(m_places->path(u"tool"_s));
    QVERIFY(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/sh\nprintf 'before 层\\nhalf a '\nwhile [ ! -e '" + gate().toUtf8()
               + "' ]; do sleep 0.1; done\nprintf 'line\\r\\n'\nexec '" + qgetenv("DRIFTSCOPE_BIN_DIR")
               + "/driftscope-mapper' \"$@\"\n");
    tool.close();
    QVERIFY(tool.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QVERIFY(m_places->add(m_places->toolchain(u"local"_s, tool.fileName(), {})).status == 0);
    openGate();
    const CliResult result
        = m_places->cli().run({u"compile"_s, project() + u"/fixed.yaml"_s, u"--toolchain"_s, u"local"_s, u"--work"_s,
                               m_places->path(u"undisturbed"_s), u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    m_undisturbed = result.json["folder"_L1].toString();
}

void tst_ToolchainTakeUp::cleanup()
{
    openGate(); // what waits for it goes on and ends
    if (m_cli && m_cli->state() != QProcess::NotRunning) {
        m_cli->kill();
        m_cli->waitForFinished();
    }
    m_cli.reset();
    qunsetenv("DRIFTSCOPE_RECONNECT_SECONDS");
    QDir(runs()).removeRecursively();
}

/// Compiles until the tool waits.
void tst_ToolchainTakeUp::begin(const QString& place)
{
    m_said.clear();
    if (place.isEmpty())
        QSKIP(qPrintable(m_places->sshdProblem()));
    QFile::remove(gate());
    const CliResult added = m_places->add(m_places->toolchain(place, m_places->path(u"tool"_s), {}));
    QVERIFY2(added.status == 0, added.all());
    m_cli = std::make_unique<QProcess>();
    m_cli->start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                 {u"--progress"_s, u"compile"_s, project() + u"/fixed.yaml"_s, u"--toolchain"_s, place, u"--json"_s});
    QVERIFY(m_cli->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(latestRunFolder(runs()) + u"/console.log"_s).contains("before")
                                 || m_cli->state() == QProcess::NotRunning,
                             60000);
    QVERIFY2(m_cli->state() == QProcess::Running, m_cli->readAllStandardError().constData());
}

QStringList tst_ToolchainTakeUp::comparable(const QString& log)
{
    static const QRegularExpression stamp(u"^[\\d-]{10} [\\d:,]{12} "_s);
    static const QRegularExpression folders(u"(/[^\\s'\"/]+)+/"_s); // differ from place to place
    QStringList lines;
    for (const QString& line : QString::fromUtf8(contentOf(log)).split(u'\n')) {
        if (!line.contains("consumed time"_L1))
            lines.append(QString(line).remove(stamp).replace(folders, u"…/"_s));
    }
    return lines;
}

void tst_ToolchainTakeUp::expectAsUndisturbed(const QString& folder) const
{
    const QJsonObject record = QJsonDocument::fromJson(contentOf(folder + u"/run.json"_s)).object();
    QCOMPARE(record["status"_L1].toString(), u"succeeded"_s);
    QVERIFY(!record.contains("there"_L1));
    const QStringList lines = comparable(folder + u"/console.log"_s);
    const QStringList expected = comparable(m_undisturbed + u"/console.log"_s);
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QCOMPARE(lines[i], expected[i]);
    QCOMPARE(lines.size(), expected.size());
    QVERIFY(contentOf(folder + u"/console.log"_s).startsWith("before 层\nhalf a line\n"));
    const QStringList files = QDir(folder + u"/output"_s).entryList({u"*.onnx"_s}, QDir::Files, QDir::Name);
    QCOMPARE(files, QDir(m_undisturbed + u"/output"_s).entryList({u"*.onnx"_s}, QDir::Files, QDir::Name));
    QVERIFY(files.size() >= 4);
    for (const QString& file : files)
        QVERIFY2(contentOf(folder + u"/output/"_s + file) == contentOf(m_undisturbed + u"/output/"_s + file),
                 qPrintable(file));
    QVERIFY(QFile::exists(folder + u"/output/emoji5.bin"_s));
    QVERIFY(!QFile::exists(folder + u"/console.log.part"_s) && !QFile::exists(folder + u"/output.incomplete"_s));
    QCOMPARE(processesLeft(QFileInfo(folder).fileName()), QStringList());
    QCOMPARE(m_places->leftThere(), QStringList());
}

void tst_ToolchainTakeUp::goesOnByItself()
{
    QFETCH(const QString, place);
    begin(place);
    if (QTest::currentTestFailed() || place.isEmpty())
        return;
    for (int times = 1; times <= 2; ++times) { // in the middle of a line
        m_places->dropConnection(place, m_cli->processId());
        waitUntilSaid("connection was lost", times);
        waitUntilSaid("connection is back", times);
        if (QTest::currentTestFailed())
            return;
    }
    openGate();
    QVERIFY(m_cli->waitForFinished(120000));
    QVERIFY2(m_cli->exitCode() == 0, m_said.constData());
    expectAsUndisturbed(latestRunFolder(runs()));
}

void tst_ToolchainTakeUp::isTakenUpLater()
{
    QFETCH(const QString, place);
    qputenv("DRIFTSCOPE_RECONNECT_SECONDS", "0");
    begin(place);
    if (QTest::currentTestFailed() || place.isEmpty())
        return;
    const QString folder = latestRunFolder(runs());
    m_places->dropConnection(place, m_cli->processId());
    QVERIFY(m_cli->waitForFinished(60000));
    QCOMPARE(m_cli->exitCode(), 2);
    const QByteArray said = m_cli->readAllStandardError();
    QVERIFY2(said.contains("take the run up again"), said.constData());
    const QJsonObject record = QJsonDocument::fromJson(contentOf(folder + u"/run.json"_s)).object();
    QCOMPARE(record["status"_L1].toString(), u"interrupted"_s);
    QVERIFY(!QDir(folder + u"/output"_s).exists());
    QVERIFY(!processesWith(QFileInfo(folder).fileName()).isEmpty()); // there
    QVERIFY(!m_places->leftThere().isEmpty());
    openGate();
    const CliResult taken = takeUp(u"latest"_s);
    QVERIFY2(taken.status == 0, taken.all());
    QCOMPARE(taken.json["run_id"_L1].toString(), QFileInfo(folder).fileName());
    expectAsUndisturbed(folder);
    // Once is enough.
    const CliResult again = takeUp(u"latest"_s);
    QCOMPARE(again.status, 2);
    QVERIFY2(again.errors.contains("cannot be taken up"), again.all());
}

/// Killed while the connection was away: nobody told the tool to end, and the run is found again.
void tst_ToolchainTakeUp::isTakenUpAfterDriftscopeWasKilled()
{
    QFETCH(const QString, place);
    begin(place);
    if (QTest::currentTestFailed() || place.isEmpty())
        return;
    const QString folder = latestRunFolder(runs());
    m_places->dropConnection(place, m_cli->processId());
    waitUntilSaid("connection was lost", 1);
    if (QTest::currentTestFailed())
        return;
    m_cli->kill();
    QVERIFY(m_cli->waitForFinished());
    openGate();
    const CliResult taken = takeUp(QFileInfo(folder).fileName());
    QVERIFY2(taken.status == 0, taken.all());
    expectAsUndisturbed(folder);
}

void tst_ToolchainTakeUp::saysWhatCannotBeTakenUp()
{
    qputenv("DRIFTSCOPE_RECONNECT_SECONDS", "0");
    begin(u"fake ssh"_s);
    if (QTest::currentTestFailed())
        return;
    const QString folder = latestRunFolder(runs());
    // As long as it is followed it is nobody else's.
    const CliResult second = takeUp(u"latest"_s);
    QCOMPARE(second.status, 2);
    QVERIFY2(second.errors.contains("another window or command follows it"), second.all());
    m_places->dropConnection(u"fake ssh"_s, m_cli->processId());
    QVERIFY(m_cli->waitForFinished(60000));
    // Somebody tidied up there: the run ends with its folder, and that is said.
    const QByteArray log = contentOf(folder + u"/console.log"_s);
    for (const QString& left : QDir(m_places->there()).entryList({u"driftscope-run*"_s}))
        QVERIFY(QDir(m_places->there() + u'/' + left).removeRecursively());
    const CliResult gone = takeUp(u"latest"_s);
    QCOMPARE(gone.status, 2);
    QVERIFY2(gone.errors.contains("Nothing of the run is left"), gone.all());
    QCOMPARE(contentOf(folder + u"/console.log"_s), log);
}

QTEST_GUILESS_MAIN(tst_ToolchainTakeUp)
#include "tst_toolchain_takeup.moc"
