// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole loop over a real sshd, and everything that can go wrong on the way: each with its own sentence, nothing
// left on the board and nothing lost here.
#include "BoardAccount.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <QThread>

#include <csignal>

#include <arpa/inet.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// Names that would do harm if they were ever more than text.
const QString evil = u"a, b; $(touch x) `touch y` 'q' \"d\"\n 中文 & | > z"_s;

/// Runs the sandbox's board and does something of its own.
QByteArray wrapper(const QByteArray& body)
{
    return "#!/bin/sh\n" + body;
}

/// A machine that takes connections and never says a word.
int listening()
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool listens
        = ::bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && ::listen(handle, 8) == 0;
    return listens ? handle : -1;
}

int portOf(int handle)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    return ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0 ? ntohs(address.sin_port) : 0;
}

QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        files.insert(path, contentOf(path));
    }
    return files;
}

} // namespace

class tst_BoardSsh : public QObject
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
    void toolsThatFail_data();
    void toolsThatFail();
    void warnsOfAnotherVersion();
    void doesNotGetThere_data();
    void doesNotGetThere();
    void readOnlyFolder();
    void diskIsFull_data();
    void diskIsFull();
    void takesTooLong();
    void cancelled();
    void connectionLost();

private:
    [[nodiscard]] CliResult runModel(const QString& board, const QStringList& more = {},
                                     const QString& output = {}) const;
    void expectFailure(const CliResult& result, const QString& said) const;
    void begin(const QString& board, const QString& flag);

    std::unique_ptr<BoardAccount> m_board;
    QTemporaryDir m_project;
    QString m_model;
    QString m_picture;
    QString m_output;
    QMap<QString, QByteArray> m_earlier; ///< files of a run before
    std::unique_ptr<QProcess> m_cli;
};

void tst_BoardSsh::initTestCase()
{
    m_board = std::make_unique<BoardAccount>();
    if (!m_board->problem().isEmpty())
        QSKIP(qPrintable(m_board->problem()));
    QVERIFY(copySampleTo(m_project.path()));
    CliRunner cli = m_board->cli();
    cli.folder = m_project.path();
    const CliResult compiled = cli.run({u"compile"_s, u"as_published.yaml"_s, u"--json"_s});
    QVERIFY2(compiled.status == 0, compiled.all());
    m_model = artifactsOf(compiled.json).value(u"board"_s);
    m_picture = m_project.filePath(u"heldout/animals_1f400_google.png"_s);
    m_output = m_project.filePath(u"kept"_s);
    QVERIFY(QFile::exists(m_model) && QFile::exists(m_picture));
    const CliResult added = m_board->add(m_board->profile(u"far"_s));
    QVERIFY2(added.status == 0, added.all());
    const CliResult first = runModel(u"sandbox"_s, {u"--layers"_s});
    QVERIFY2(first.status == 0, first.all());
    m_earlier = filesOf(m_output);
    QVERIFY(m_earlier.size() > 50);
}

void tst_BoardSsh::init()
{
    if (m_board && m_board->problem().isEmpty())
        QVERIFY(m_board->installSandbox());
}

CliResult tst_BoardSsh::runModel(const QString& board, const QStringList& more, const QString& output) const
{
    const QString folder = output.isEmpty() ? m_output : output;
    return m_board->cli().run(
        QStringList{u"run"_s, m_model, u"--input"_s, m_picture, u"--board"_s, board, u"-o"_s, folder, u"--json"_s}
        + more);
}

/// Its own sentence, in one line; nothing half-done here or there; the dumps of the run before are as they were.
void tst_BoardSsh::expectFailure(const CliResult& result, const QString& said) const
{
    QVERIFY2(result.status == 2, result.all());
    QVERIFY2(QString::fromUtf8(result.errors).contains(said), result.all());
    QCOMPARE(filesOf(m_output), m_earlier);
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardSsh::probes()
{
    const CliResult probed = m_board->cli().run({u"boards"_s, u"probe"_s, u"far"_s, u"--json"_s});
    QVERIFY2(probed.status == 0, probed.all());
    const QJsonObject board = probed.json["boards"_L1][0].toObject();
    QCOMPARE(board["version"_L1].toString(), u"driftscope-sandbox"_s);
    QCOMPARE(board["architecture"_L1].toString(), QSysInfo::currentCpuArchitecture());
    QVERIFY(board["free_bytes"_L1].toInteger() > 0);
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardSsh::runsAsHere_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("outputs") << QStringList{};
    QTest::newRow("layers") << QStringList{u"--layers"_s};
    QTest::newRow("by the model's name") << QStringList{u"--model-name"_s, u"emoji5"_s};
}

void tst_BoardSsh::runsAsHere()
{
    QFETCH(const QStringList, more);
    const QString here = m_project.filePath(u"here"_s);
    const QString far = m_project.filePath(u"far"_s);
    QDir(here).removeRecursively();
    QDir(far).removeRecursively();
    for (const auto& [board, folder] : {std::pair(u"sandbox"_s, here), std::pair(u"far"_s, far)}) {
        const CliResult result = runModel(board, more, folder);
        QVERIFY2(result.status == 0, result.all());
    }
    const auto tensors = [](const QString& folder) {
        QMap<QString, QByteArray> files;
        for (const QString& name : QDir(folder).entryList({u"*.npy"_s}, QDir::Files))
            files.insert(name, contentOf(folder + u'/' + name));
        return files;
    };
    QVERIFY(tensors(here).size() >= 2);
    QCOMPARE(tensors(far), tensors(here));
    QCOMPARE(m_board->left(), QStringList());
}

/// Evaluate and diagnose with the board, from the command line.
void tst_BoardSsh::projectOverSsh()
{
    CliRunner cli = m_board->cli();
    cli.folder = m_project.path();
    const QDir pictures(m_project.filePath(u"heldout"_s));
    for (const QString& name : pictures.entryList({u"*1f40*_google.png"_s}, QDir::Files)) {
        for (const QString& label : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            QVERIFY(QDir().mkpath(m_project.filePath(u"few/"_s + label)));
        QVERIFY(QFile::copy(pictures.filePath(name), m_project.filePath(u"few/a/"_s + name)));
    }
    const CliResult evaluated = cli.run(
        {u"evaluate"_s, u"."_s, u"--data"_s, m_project.filePath(u"few"_s), u"--board"_s, u"far"_s, u"--json"_s});
    QVERIFY2(evaluated.status == 0, evaluated.all());
    QVERIFY(!elementWith(evaluated.json["stages"_L1].toArray(), u"stage"_s, u"board"_s).isEmpty());
    const CliResult diagnosed = cli.run({u"diagnose"_s, u"."_s, u"--board"_s, u"far"_s, u"--samples"_s, u"3"_s});
    QVERIFY2(diagnosed.status == 1, diagnosed.all());
    QVERIFY2(diagnosed.output.contains("input_layout_rt"), diagnosed.all());
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardSsh::namesArriveAsText()
{
    const QString folder = m_project.filePath(evil);
    QVERIFY(QDir().mkpath(folder));
    const QString model = folder + u'/' + evil + u".bin";
    const QString picture = folder + u'/' + evil + u".png";
    QVERIFY(QFile::copy(m_model, model) && QFile::copy(m_picture, picture));
    // The program tells what it was given: as text it is text.
    QVERIFY(m_board->install(
        wrapper("[ \"$1\" != \"$TEXT\" ] && { echo \"$1\"; exit 9; }\nshift\nexec real-board \"$@\"\n")));
    BoardProfile board = m_board->profile(evil);
    board.folderThere = m_board->runs() + u"/$(touch x); rm -rf y 'q' 中文";
    board.arguments = {evil};
    board.environment.insert(u"TEXT"_s, evil);
    const CliResult added = m_board->add(board);
    QVERIFY2(added.status == 0, added.all());
    const CliResult result = m_board->cli().run({u"run"_s, model, u"--input"_s, picture, u"--board"_s, evil, u"-o"_s,
                                                 folder + u"/out"_s, u"--layers"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    const QString script = folder + u"/script"_s;
    const CliResult written = m_board->cli().run({u"board-script"_s, model, u"--input"_s, picture, u"--board"_s, evil,
                                                  u"--model-name"_s, u"emoji5"_s, u"-o"_s, script});
    QVERIFY2(written.status == 0, written.all());
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_board->path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {script + u"/run.sh"});
    QVERIFY(shell.waitForFinished(60000));
    const QByteArray said = shell.readAllStandardOutput();
    QVERIFY2(shell.exitCode() == 0, said);
    QVERIFY(QFile::exists(script + u"/out/0/model_infer_output_0_output.bin"_s));
    const QStringList places{m_board->path(QString()), m_board->runs(),     board.folderThere, folder, script,
                             script + u"/out/0"_s,     QDir::currentPath(), QDir::homePath()};
    for (const QString& where : places) {
        for (const QString& name : QStringList{u"x"_s, u"y"_s, u"z"_s})
            QVERIFY2(!QFile::exists(where + u'/' + name), qPrintable(where + u'/' + name));
    }
    QVERIFY(QDir(board.folderThere).isEmpty());
    QVERIFY(QDir().rmdir(board.folderThere) || QProcess::execute(u"rmdir"_s, {board.folderThere}) == 0);
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardSsh::scriptWithoutConnection()
{
    const QString folder = m_project.filePath(u"script"_s);
    const CliResult written = m_board->cli().run({u"board-script"_s, m_model, u"--input"_s, m_picture, u"--input"_s,
                                                  m_picture, u"--layers"_s, u"-o"_s, folder, u"--json"_s});
    QVERIFY2(written.status == 0, written.all());
    QCOMPARE(written.json["samples"_L1].toInt(), 2);
    const CliResult again = m_board->cli().run({u"board-script"_s, m_model, u"--input"_s, m_picture, u"-o"_s, folder});
    QVERIFY2(again.status == 2 && again.errors.contains("not empty"), again.all());
    // Carried to the board and run there by hand, twice: nothing of the first time is lost.
    const QStringList ssh = m_board->sshd().options() + QStringList{u"--"_s, m_board->sshd().host()};
    QVERIFY(m_board->giveToAccount(folder));
    QVERIFY(QFile::setPermissions(m_project.path(),
                                  QFile::permissions(m_project.path()) | QFileDevice::ExeGroup | QFileDevice::ReadOther
                                      | QFileDevice::ExeOther));
    for (int time = 0; time < 2; ++time) {
        QProcess there;
        there.setProcessChannelMode(QProcess::MergedChannels);
        there.start(LoopbackSshd::client(), ssh + QStringList{u"sh '%1/run.sh'"_s.arg(folder)});
        QVERIFY(there.waitForFinished(60000));
        const QByteArray said = there.readAll();
        QVERIFY2(there.exitCode() == 0 && said.contains("bring back"), said);
    }
    const QString dumps = m_output + u"/dumps/";
    for (const QString& result : {u"out/0"_s, u"out/1"_s, u"out.1/0"_s, u"out.1/1"_s}) {
        const QDir left(folder + u'/' + result);
        QVERIFY(left.entryList({u"*.bin"_s}).size() > 50);
        for (const QString& name : left.entryList({u"*.bin"_s}))
            QVERIFY2(contentOf(left.filePath(name)) == contentOf(dumps + name), qPrintable(name));
        QVERIFY(contentOf(left.filePath(u"model_info.txt"_s)).contains("[model name]: emoji5"));
    }
    m_board->uninstall();
    QProcess there;
    there.start(LoopbackSshd::client(), ssh + QStringList{u"sh '%1/run.sh'"_s.arg(folder)});
    QVERIFY(there.waitForFinished(60000));
    QCOMPARE(there.exitCode(), 1);
    QVERIFY(there.readAllStandardOutput().contains("install the runtime's tools"));
    QVERIFY(QFile::exists(folder + u"/out/0/model_infer_output_0_output.bin"_s));
}

void tst_BoardSsh::toolsThatFail_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QString>("said");
    const QByteArray infer = "[ \"$1\" = infer ] || exec real-board \"$@\"\n";
    QTest::newRow("missing") << QByteArray() << u"There is no program “hrt_model_exec” on “far”"_s;
    // The head of an ELF program for another processor.
    const bool isIntel = QSysInfo::currentCpuArchitecture() == u"x86_64"_s;
    QByteArray foreign("\x7f"
                       "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0",
                       18);
    foreign += isIntel ? QByteArray("\xb7\0", 2) : QByteArray("\x3e\0", 2);
    QTest::newRow("another processor") << foreign + QByteArray(44, '\0')
                                       << u"for another processor (%1, the board is %2)"_s.arg(
                                              isIntel ? u"aarch64"_s : u"x86_64"_s, QSysInfo::currentCpuArchitecture());
    QTest::newRow("a library is missing") << wrapper(
        "echo 'hrt_model_exec: error while loading shared libraries: libdnn.so: cannot open' >&2\nexit 127\n")
                                          << u"misses a library"_s;
    QTest::newRow("incompatible") << wrapper(
        "[ \"$1\" != -v ] || exec real-board -v\necho '[E][DNN] error code: -6000014' >&2\nexit 1\n")
                                  << u"does not take this model (error -6000014)"_s;
    QTest::newRow("invalid model") << wrapper(infer + "echo '[E][DNN] load failed, code: -6000002'\nexit 1\n")
                                   << u"(error -6000002)"_s;
    QTest::newRow("no memory") << wrapper(infer + "echo '[E][DNN] -6000007'\nexit 1\n") << u"too little memory"_s;
    QTest::newRow("fails") << wrapper(infer + "echo '[E] bad things'\nexit 7\n")
                           << u"exit code 7 on “far”. The last it said was: [E] bad things"_s;
    QTest::newRow("crashes") << wrapper(infer + "kill -s SEGV $$\n") << u"crashed on “far” (signal 11)"_s;
    QTest::newRow("dumps nothing") << wrapper(infer + "exit 0\n") << u"wrote no output"_s;
    QTest::newRow("half-written output")
        << wrapper(infer + "real-board \"$@\" && truncate -s 6 model_infer_output_0_output.bin\n")
        << u"“model_infer_output_0_output.bin” of “far” is cut short: it has 6 of at least 20 bytes"_s;
    QTest::newRow("half-written layer") << wrapper(infer + "real-board \"$@\" && truncate -s 3 layer-2-*-output-*\n")
                                        << u"is cut short: it has 3 of"_s;
}

void tst_BoardSsh::toolsThatFail()
{
    QFETCH(const QByteArray, tool);
    QFETCH(const QString, said);
    if (tool.isEmpty())
        m_board->uninstall();
    else
        QVERIFY(m_board->install(tool));
    expectFailure(runModel(u"far"_s, {u"--layers"_s}), said);
}

void tst_BoardSsh::warnsOfAnotherVersion()
{
    QVERIFY(m_board->install(
        wrapper("[ \"$1\" != model_info ] || echo '[W][DNN]bpu_model_info.cpp:491][Version](x) Model: m. Inconsistency "
                "between the "
                "hbrt library version 3.15.47.0 and the model build version 3.15.54.0 detected, it may fail.'\n"
                "exec real-board \"$@\"\n")));
    const CliResult result = runModel(u"far"_s, {}, m_project.filePath(u"warned"_s));
    QVERIFY2(result.status == 0, result.all());
    QVERIFY2(result.errors.contains("runs hbrt 3.15.47.0, but the model was built for 3.15.54.0"), result.all());
    QCOMPARE(result.json["warnings"_L1].toArray().size(), 1);
}

void tst_BoardSsh::doesNotGetThere_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("said");
    QTest::newRow("refused") << u"port"_s << u"“nowhere” refuses the connection"_s;
    QTest::newRow("unknown host") << u"name"_s << u"has no address"_s;
    QTest::newRow("no answer") << u"silent"_s << u"“nowhere” does not answer"_s;
    QTest::newRow("host key changed") << u"changed"_s << u"shows another host key"_s;
    QTest::newRow("host key unknown") << u"unknown"_s << u"not in known_hosts yet"_s;
    QTest::newRow("not let in") << u"key"_s << u"does not let you in"_s;
    QTest::newRow("bad option") << u"option"_s << u"ssh does not understand"_s;
    QTest::newRow("no ssh") << u"client"_s << u"could not be started"_s;
}

void tst_BoardSsh::doesNotGetThere()
{
    QFETCH(const QString, how);
    QFETCH(const QString, said);
    const LoopbackSshd& sshd = m_board->sshd();
    BoardProfile board = m_board->profile(u"nowhere"_s);
    const int silent = listening();
    const auto close = qScopeGuard([silent] { ::close(silent); });
    const auto knownHosts = [&](const QByteArray& content) {
        QFile file(m_board->path(u"known"_s));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        board.options.last() = u"UserKnownHostsFile=\"%1\""_s.arg(file.fileName());
        return isWritten;
    };
    if (how == u"port"_s)
        board.port = 1;
    else if (how == u"name"_s)
        board.host = u"no-such-board.invalid"_s;
    else if (how == u"silent"_s) {
        QVERIFY(silent >= 0);
        board.port = portOf(silent);
        board.options += {u"-o"_s, u"ConnectTimeout=2"_s};
    } else if (how == u"unknown"_s)
        QVERIFY(knownHosts({}));
    else if (how == u"option"_s)
        board.options += {u"-o"_s, u"NoSuchOption=1"_s};
    else if (how == u"client"_s)
        board.ssh = u"/no/such/ssh"_s;
    else if (how == u"changed"_s) {
        QVERIFY(QFile::exists(sshd.file(u"other.pub"_s)) || sshd.makeKey(u"other"_s));
        QVERIFY(
            knownHosts("[127.0.0.1]:" + QByteArray::number(sshd.port()) + ' ' + contentOf(sshd.file(u"other.pub"_s))));
    } else if (how == u"key"_s) {
        QVERIFY(QFile::exists(sshd.file(u"other.pub"_s)) || sshd.makeKey(u"other"_s));
        board.options.replace(board.options.indexOf(u"-i"_s) + 1, sshd.file(u"other"_s));
    }
    const CliResult added = m_board->add(board);
    QVERIFY2(added.status == 0, added.all());
    expectFailure(runModel(u"nowhere"_s, {u"--layers"_s}), said);
    const CliResult probed = m_board->cli().run({u"boards"_s, u"probe"_s, u"nowhere"_s});
    QVERIFY2(probed.status == 1 && QString::fromUtf8(probed.errors).contains(said), probed.all());
}

void tst_BoardSsh::readOnlyFolder()
{
    BoardProfile board = m_board->profile(u"read-only"_s);
    board.folderThere = m_board->path(u"read-only"_s);
    QVERIFY(QDir().mkpath(board.folderThere));
    QVERIFY(QFile::setPermissions(board.folderThere, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QVERIFY(m_board->add(board).status == 0);
    expectFailure(runModel(board.name, {u"--layers"_s}), u"Nothing can be written into"_s);
}

void tst_BoardSsh::diskIsFull_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QString>("said");
    QTest::newRow("before sending") << QByteArray("size=900k") << QByteArray() << u"are needed; make room"_s;
    QTest::newRow("while it runs") << QByteArray("size=8m")
                                   << wrapper(
                                          "[ \"$1\" = infer ] || exec real-board \"$@\"\n"
                                          "exec dd if=/dev/zero of=model_infer_output_0_output.bin bs=1M count=50\n")
                                   << u"ran full"_s;
    QTest::newRow("while it runs, unsaid")
        << QByteArray("size=8m")
        << wrapper("[ \"$1\" = infer ] || exec real-board \"$@\"\n"
                   "dd if=/dev/zero of=model_infer_output_0_output.bin bs=1M count=50 2>/dev/null\nexit 0\n")
        << u"ran full"_s;
}

void tst_BoardSsh::diskIsFull()
{
    QFETCH(const QByteArray, size);
    QFETCH(const QByteArray, tool);
    QFETCH(const QString, said);
    BoardProfile board = m_board->profile(u"full"_s);
    board.folderThere = m_board->path(u"small"_s);
    QVERIFY(QDir().mkpath(board.folderThere));
    const QByteArray folder = QFile::encodeName(board.folderThere);
    if (!BoardAccount::isRoot() || ::mount("none", folder.constData(), "tmpfs", 0, size.constData()) != 0)
        QSKIP("A small disk takes the right to mount one.");
    const auto unmount = qScopeGuard([&] { ::umount2(folder.constData(), MNT_DETACH); });
    QVERIFY(m_board->giveToAccount(board.folderThere));
    QVERIFY(tool.isEmpty() || m_board->install(tool));
    QVERIFY(m_board->add(board).status == 0);
    expectFailure(runModel(board.name, {u"--layers"_s}), said);
    QVERIFY(QDir(board.folderThere).isEmpty());
}

void tst_BoardSsh::takesTooLong()
{
    QVERIFY(m_board->install(wrapper("[ \"$1\" = infer ] || exec real-board \"$@\"\nsleep 1000 & sleep 1000\n")));
    expectFailure(runModel(u"far"_s, {u"--layers"_s, u"--timeout"_s, u"1"_s}), u"did not end within 1 seconds"_s);
}

/// Starts a run and waits until the tool there says that it runs.
void tst_BoardSsh::begin(const QString& board, const QString& flag)
{
    QFile::remove(flag);
    m_cli = std::make_unique<QProcess>();
    m_cli->start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                 {u"run"_s, m_model, u"--input"_s, m_picture, u"--board"_s, board, u"-o"_s, m_output, u"--layers"_s,
                  u"--json"_s, u"--progress"_s});
    QVERIFY(m_cli->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(flag), 30000);
}

void tst_BoardSsh::cancelled()
{
    const QString flag = m_board->runs() + u"/flag"_s;
    QVERIFY(m_board->install(wrapper("[ \"$1\" = infer ] || exec real-board \"$@\"\n: >'" + flag.toUtf8()
                                     + "'\nsleep 1000 & sleep 1000\n")));
    begin(u"far"_s, flag);
    if (QTest::currentTestFailed())
        return;
    ::kill(static_cast<pid_t>(m_cli->processId()), SIGINT);
    QVERIFY(m_cli->waitForFinished(60000));
    QFile::remove(flag);
    CliResult result;
    result.status = m_cli->exitCode();
    result.errors = m_cli->readAllStandardError();
    expectFailure(result, u"stopped on request"_s);
}

/// The connection goes while the model runs: it runs on there and is followed again. When it stays away, the run is
/// given up, in a sentence.
void tst_BoardSsh::connectionLost()
{
    const QString flag = m_board->runs() + u"/flag"_s;
    QVERIFY(m_board->install(wrapper("[ \"$1\" = infer ] || exec real-board \"$@\"\n: >'" + flag.toUtf8()
                                     + "'\nsleep 3\nexec real-board \"$@\"\n")));
    begin(u"far"_s, flag);
    if (QTest::currentTestFailed())
        return;
    m_board->dropConnections();
    QVERIFY(m_cli->waitForFinished(60000));
    QByteArray errors = m_cli->readAllStandardError();
    QVERIFY2(m_cli->exitCode() == 0, errors);
    QVERIFY2(errors.contains("The connection was lost"), errors);
    const auto changed = filesOf(m_output);
    QCOMPARE(changed.keys(), m_earlier.keys());
    QFile::remove(flag);
    QCOMPARE(m_board->left(), QStringList());

    m_earlier = changed;
    qputenv("DRIFTSCOPE_RECONNECT_SECONDS", "0");
    const auto reset = qScopeGuard([] { qunsetenv("DRIFTSCOPE_RECONNECT_SECONDS"); });
    begin(u"far"_s, flag);
    if (QTest::currentTestFailed())
        return;
    m_board->dropConnections();
    QVERIFY(m_cli->waitForFinished(60000));
    QFile::remove(flag);
    CliResult result;
    result.status = m_cli->exitCode();
    result.errors = m_cli->readAllStandardError();
    expectFailure(result, u"The connection to “far” was lost"_s);
}

QTEST_GUILESS_MAIN(tst_BoardSsh)
#include "tst_board_ssh.moc"
