// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole loop over a real sshd from the command line: as here, and back again.
#include "BoardProject.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// Names that would do harm if they were ever more than text.
const QString evil = u"a, b; $(touch x) `touch y` 'q' \"d\"\n 中文 & | > z"_s;

} // namespace

class tst_BoardLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void probes();
    void runsAsHere_data();
    void runsAsHere();
    void projectOverSsh();
    void namesArriveAsText();
    void scriptWithoutConnection();
    void warnsOfAnotherVersion();

private:
    [[nodiscard]] BoardAccount& board() { return m_project.board(); }

    BoardProject m_project;
    bool m_isReady = false;
};

void tst_BoardLoop::initTestCase()
{
    const BoardProject::Problem problem = m_project.make();
    if (!problem.missing.isEmpty())
        QSKIP(qPrintable(problem.missing));
    QVERIFY2(problem.failed.isEmpty(), problem.failed);
    m_isReady = true;
}

void tst_BoardLoop::init()
{
    if (m_isReady)
        QVERIFY(board().installSandbox());
}

void tst_BoardLoop::probes()
{
    const CliResult probed = board().cli().run({u"boards"_s, u"probe"_s, u"far"_s, u"--json"_s});
    QVERIFY2(probed.status == 0, probed.all());
    const QJsonObject found = probed.json["boards"_L1][0].toObject();
    QCOMPARE(found["version"_L1].toString(), u"driftscope-sandbox"_s);
    QCOMPARE(found["architecture"_L1].toString(), QSysInfo::currentCpuArchitecture());
    QVERIFY(found["free_bytes"_L1].toInteger() > 0);
    QCOMPARE(board().left(), QStringList());
}

void tst_BoardLoop::runsAsHere_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("outputs") << QStringList{};
    QTest::newRow("layers") << QStringList{u"--layers"_s};
    QTest::newRow("by the model's name") << QStringList{u"--model-name"_s, u"emoji5"_s};
}

void tst_BoardLoop::runsAsHere()
{
    QFETCH(const QStringList, more);
    const QString here = m_project.folder().filePath(u"here"_s);
    const QString far = m_project.folder().filePath(u"far"_s);
    QDir(here).removeRecursively();
    QDir(far).removeRecursively();
    for (const auto& [name, folder] : {std::pair(u"sandbox"_s, here), std::pair(u"far"_s, far)}) {
        const CliResult result = m_project.run(name, more, folder);
        QVERIFY2(result.status == 0, result.all());
    }
    const auto tensors = [](const QString& folder) {
        QMap<QString, QByteArray> files;
        for (const QString& each : QDir(folder).entryList({u"*.npy"_s}, QDir::Files))
            files.insert(each, contentOf(folder + u'/' + each));
        return files;
    };
    QVERIFY(tensors(here).size() >= 2);
    QCOMPARE(tensors(far), tensors(here));
    QCOMPARE(board().left(), QStringList());
}

/// Evaluate and diagnose with the board, from the command line.
void tst_BoardLoop::projectOverSsh()
{
    CliRunner cli = board().cli();
    cli.folder = m_project.folder().path();
    const QDir pictures(m_project.folder().filePath(u"heldout"_s));
    for (const QString& name : pictures.entryList({u"*1f40*_google.png"_s}, QDir::Files)) {
        for (const QString& label : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            QVERIFY(QDir().mkpath(m_project.folder().filePath(u"few/"_s + label)));
        QVERIFY(QFile::copy(pictures.filePath(name), m_project.folder().filePath(u"few/a/"_s + name)));
    }
    const CliResult evaluated = cli.run({u"evaluate"_s, u"."_s, u"--data"_s, m_project.folder().filePath(u"few"_s),
                                         u"--board"_s, u"far"_s, u"--json"_s});
    QVERIFY2(evaluated.status == 0, evaluated.all());
    QVERIFY(!elementWith(evaluated.json["stages"_L1].toArray(), u"stage"_s, u"board"_s).isEmpty());
    const CliResult diagnosed = cli.run({u"diagnose"_s, u"."_s, u"--board"_s, u"far"_s, u"--samples"_s, u"3"_s});
    QVERIFY2(diagnosed.status == 1, diagnosed.all());
    QVERIFY2(diagnosed.output.contains("input_layout_rt"), diagnosed.all());
    QCOMPARE(board().left(), QStringList());
}

void tst_BoardLoop::namesArriveAsText()
{
    const QString folder = m_project.folder().filePath(evil);
    QVERIFY(QDir().mkpath(folder));
    const QString model = folder + u'/' + evil + u".bin";
    const QString picture = folder + u'/' + evil + u".png";
    QVERIFY(QFile::copy(m_project.model(), model) && QFile::copy(m_project.picture(), picture));
    // The program tells what it was given: as text it is text.
    QVERIFY(board().install(
        boardTool("[ \"$1\" != \"$TEXT\" ] && { echo \"$1\"; exit 9; }\nshift\nexec real-board \"$@\"\n")));
    BoardProfile profile = board().profile(evil);
    profile.folderThere = board().runs() + u"/$(touch x); rm -rf y 'q' 中文";
    profile.arguments = {evil};
    profile.environment.insert(u"TEXT"_s, evil);
    const CliResult added = board().add(profile);
    QVERIFY2(added.status == 0, added.all());
    const CliResult result = board().cli().run({u"run"_s, model, u"--input"_s, picture, u"--board"_s, evil, u"-o"_s,
                                                folder + u"/out"_s, u"--layers"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    const QString script = folder + u"/script"_s;
    const CliResult written = board().cli().run({u"board-script"_s, model, u"--input"_s, picture, u"--board"_s, evil,
                                                 u"--model-name"_s, u"emoji5"_s, u"-o"_s, script});
    QVERIFY2(written.status == 0, written.all());
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, board().path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {script + u"/run.sh"});
    QVERIFY(shell.waitForFinished(60000));
    const QByteArray said = shell.readAllStandardOutput();
    QVERIFY2(shell.exitCode() == 0, said);
    QVERIFY(QFile::exists(script + u"/out/0/model_infer_output_0_output.bin"_s));
    const QStringList places{board().path(QString()), board().runs(),      profile.folderThere, folder, script,
                             script + u"/out/0"_s,    QDir::currentPath(), QDir::homePath()};
    for (const QString& where : places) {
        for (const QString& name : QStringList{u"x"_s, u"y"_s, u"z"_s})
            QVERIFY2(!QFile::exists(where + u'/' + name), qPrintable(where + u'/' + name));
    }
    QVERIFY(QDir(profile.folderThere).isEmpty());
    QVERIFY(QDir().rmdir(profile.folderThere) || QProcess::execute(u"rmdir"_s, {profile.folderThere}) == 0);
    QCOMPARE(board().left(), QStringList());
}

void tst_BoardLoop::scriptWithoutConnection()
{
    const QString folder = m_project.folder().filePath(u"script"_s);
    const CliResult written
        = board().cli().run({u"board-script"_s, m_project.model(), u"--input"_s, m_project.picture(), u"--input"_s,
                             m_project.picture(), u"--layers"_s, u"-o"_s, folder, u"--json"_s});
    QVERIFY2(written.status == 0, written.all());
    QCOMPARE(written.json["samples"_L1].toInt(), 2);
    const CliResult again
        = board().cli().run({u"board-script"_s, m_project.model(), u"--input"_s, m_project.picture(), u"-o"_s, folder});
    QVERIFY2(again.status == 2 && again.errors.contains("not empty"), again.all());
    // Carried to the board and run there by hand, twice: nothing of the first time is lost.
    const QStringList ssh = board().sshd().options() + QStringList{u"--"_s, board().sshd().host()};
    QVERIFY(board().giveToAccount(folder));
    QVERIFY(QFile::setPermissions(m_project.folder().path(),
                                  QFile::permissions(m_project.folder().path()) | QFileDevice::ExeGroup
                                      | QFileDevice::ReadOther | QFileDevice::ExeOther));
    for (int time = 0; time < 2; ++time) {
        QProcess there;
        there.setProcessChannelMode(QProcess::MergedChannels);
        there.start(LoopbackSshd::client(), ssh + QStringList{u"sh '%1/run.sh'"_s.arg(folder)});
        QVERIFY(there.waitForFinished(60000));
        const QByteArray said = there.readAll();
        QVERIFY2(there.exitCode() == 0 && said.contains("bring back"), said);
    }
    const QString dumps = m_project.output() + u"/dumps/";
    for (const QString& result : {u"out/0"_s, u"out/1"_s, u"out.1/0"_s, u"out.1/1"_s}) {
        const QDir left(folder + u'/' + result);
        QVERIFY(left.entryList({u"*.bin"_s}).size() > 50);
        for (const QString& name : left.entryList({u"*.bin"_s}))
            QVERIFY2(contentOf(left.filePath(name)) == contentOf(dumps + name), qPrintable(name));
        QVERIFY(contentOf(left.filePath(u"model_info.txt"_s)).contains("[model name]: emoji5"));
    }
    board().uninstall();
    QProcess there;
    there.start(LoopbackSshd::client(), ssh + QStringList{u"sh '%1/run.sh'"_s.arg(folder)});
    QVERIFY(there.waitForFinished(60000));
    QCOMPARE(there.exitCode(), 1);
    QVERIFY(there.readAllStandardOutput().contains("install the runtime's tools"));
    QVERIFY(QFile::exists(folder + u"/out/0/model_infer_output_0_output.bin"_s));
}

void tst_BoardLoop::warnsOfAnotherVersion()
{
    QVERIFY(board().install(boardTool(
        "[ \"$1\" != model_info ] || echo '[W][DNN]bpu_model_info.cpp:491][Version](x) Model: m. Inconsistency "
        "between the "
        "hbrt library version 3.15.47.0 and the model build version 3.15.54.0 detected, it may fail.'\n"
        "exec real-board \"$@\"\n")));
    const CliResult result = m_project.run(u"far"_s, {}, m_project.folder().filePath(u"warned"_s));
    QVERIFY2(result.status == 0, result.all());
    QVERIFY2(result.errors.contains("runs hbrt 3.15.47.0, but the model was built for 3.15.54.0"), result.all());
    QCOMPARE(result.json["warnings"_L1].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(tst_BoardLoop)
#include "tst_board_loop.moc"
