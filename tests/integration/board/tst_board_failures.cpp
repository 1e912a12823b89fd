// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong on the way to a board: each with its own sentence, nothing left there and nothing lost
// here.
#include "BoardProject.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <csignal>

#include <arpa/inet.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

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

} // namespace

class tst_BoardFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void toolsThatFail_data();
    void toolsThatFail();
    void doesNotGetThere_data();
    void doesNotGetThere();
    void readOnlyFolder();
    void diskIsFull_data();
    void diskIsFull();
    void takesTooLong();
    void cancelled();
    void connectionLost();

private:
    [[nodiscard]] BoardAccount& board() { return m_project.board(); }
    void begin(const QString& name, const QString& flag);

    BoardProject m_project;
    bool m_isReady = false;
    std::unique_ptr<QProcess> m_cli;
};

void tst_BoardFailures::initTestCase()
{
    const BoardProject::Problem problem = m_project.make();
    if (!problem.missing.isEmpty())
        QSKIP(qPrintable(problem.missing));
    QVERIFY2(problem.failed.isEmpty(), problem.failed);
    m_isReady = true;
}

void tst_BoardFailures::init()
{
    if (m_isReady)
        QVERIFY(board().installSandbox());
}

void tst_BoardFailures::toolsThatFail_data()
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
    QTest::newRow("a library is missing") << boardTool(
        "echo 'hrt_model_exec: error while loading shared libraries: libdnn.so: cannot open' >&2\nexit 127\n")
                                          << u"misses a library"_s;
    QTest::newRow("incompatible") << boardTool(
        "[ \"$1\" != -v ] || exec real-board -v\necho '[E][DNN] error code: -6000014' >&2\nexit 1\n")
                                  << u"does not take this model (error -6000014)"_s;
    QTest::newRow("invalid model") << boardTool(infer + "echo '[E][DNN] load failed, code: -6000002'\nexit 1\n")
                                   << u"(error -6000002)"_s;
    QTest::newRow("no memory") << boardTool(infer + "echo '[E][DNN] -6000007'\nexit 1\n") << u"too little memory"_s;
    QTest::newRow("fails") << boardTool(infer + "echo '[E] bad things'\nexit 7\n")
                           << u"exit code 7 on “far”. The last it said was: [E] bad things"_s;
    QTest::newRow("crashes") << boardTool(infer + "kill -s SEGV $$\n") << u"crashed on “far” (signal 11)"_s;
    QTest::newRow("dumps nothing") << boardTool(infer + "exit 0\n") << u"wrote no output"_s;
    QTest::newRow("half-written output")
        << boardTool(infer + "real-board \"$@\" && truncate -s 6 model_infer_output_0_output.bin\n")
        << u"“model_infer_output_0_output.bin” of “far” is cut short: it has 6 of at least 20 bytes"_s;
    QTest::newRow("half-written layer") << boardTool(infer + "real-board \"$@\" && truncate -s 3 layer-2-*-output-*\n")
                                        << u"is cut short: it has 3 of"_s;
}

void tst_BoardFailures::toolsThatFail()
{
    QFETCH(const QByteArray, tool);
    QFETCH(const QString, said);
    if (tool.isEmpty())
        board().uninstall();
    else
        QVERIFY(board().install(tool));
    QCOMPARE(m_project.wrongAfter(m_project.run(u"far"_s, {u"--layers"_s}), said), QByteArray());
}

void tst_BoardFailures::doesNotGetThere_data()
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

void tst_BoardFailures::doesNotGetThere()
{
    QFETCH(const QString, how);
    QFETCH(const QString, said);
    const LoopbackSshd& sshd = board().sshd();
    BoardProfile profile = board().profile(u"nowhere"_s);
    const int silent = listening();
    const auto close = qScopeGuard([silent] { ::close(silent); });
    const auto knownHosts = [&](const QByteArray& content) {
        QFile file(board().path(u"known"_s));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        profile.options.last() = u"UserKnownHostsFile=\"%1\""_s.arg(file.fileName());
        return isWritten;
    };
    if (how == u"port"_s)
        profile.port = 1;
    else if (how == u"name"_s)
        profile.host = u"no-such-board.invalid"_s;
    else if (how == u"silent"_s) {
        QVERIFY(silent >= 0);
        profile.port = portOf(silent);
        profile.options += {u"-o"_s, u"ConnectTimeout=2"_s};
    } else if (how == u"unknown"_s)
        QVERIFY(knownHosts({}));
    else if (how == u"option"_s)
        profile.options += {u"-o"_s, u"NoSuchOption=1"_s};
    else if (how == u"client"_s)
        profile.ssh = u"/no/such/ssh"_s;
    else if (how == u"changed"_s) {
        QVERIFY(QFile::exists(sshd.file(u"other.pub"_s)) || sshd.makeKey(u"other"_s));
        QVERIFY(
            knownHosts("[127.0.0.1]:" + QByteArray::number(sshd.port()) + ' ' + contentOf(sshd.file(u"other.pub"_s))));
    } else if (how == u"key"_s) {
        QVERIFY(QFile::exists(sshd.file(u"other.pub"_s)) || sshd.makeKey(u"other"_s));
        profile.options.replace(profile.options.indexOf(u"-i"_s) + 1, sshd.file(u"other"_s));
    }
    const CliResult added = board().add(profile);
    QVERIFY2(added.status == 0, added.all());
    QCOMPARE(m_project.wrongAfter(m_project.run(u"nowhere"_s, {u"--layers"_s}), said), QByteArray());
    const CliResult probed = board().cli().run({u"boards"_s, u"probe"_s, u"nowhere"_s});
    QVERIFY2(probed.status == 1 && QString::fromUtf8(probed.errors).contains(said), probed.all());
}

void tst_BoardFailures::readOnlyFolder()
{
    BoardProfile profile = board().profile(u"read-only"_s);
    profile.folderThere = board().path(u"read-only"_s);
    QVERIFY(QDir().mkpath(profile.folderThere));
    QVERIFY(QFile::setPermissions(profile.folderThere, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QVERIFY(board().add(profile).status == 0);
    QCOMPARE(m_project.wrongAfter(m_project.run(profile.name, {u"--layers"_s}), u"Nothing can be written into"_s),
             QByteArray());
}

void tst_BoardFailures::diskIsFull_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QString>("said");
    QTest::newRow("before sending") << QByteArray("size=900k") << QByteArray() << u"are needed; make room"_s;
    QTest::newRow("while it runs") << QByteArray("size=8m")
                                   << boardTool(
                                          "[ \"$1\" = infer ] || exec real-board \"$@\"\n"
                                          "exec dd if=/dev/zero of=model_infer_output_0_output.bin bs=1M count=50\n")
                                   << u"ran full"_s;
    QTest::newRow("while it runs, unsaid")
        << QByteArray("size=8m")
        << boardTool("[ \"$1\" = infer ] || exec real-board \"$@\"\n"
                     "dd if=/dev/zero of=model_infer_output_0_output.bin bs=1M count=50 2>/dev/null\nexit 0\n")
        << u"ran full"_s;
}

void tst_BoardFailures::diskIsFull()
{
    QFETCH(const QByteArray, size);
    QFETCH(const QByteArray, tool);
    QFETCH(const QString, said);
    BoardProfile profile = board().profile(u"full"_s);
    profile.folderThere = board().path(u"small"_s);
    QVERIFY(QDir().mkpath(profile.folderThere));
    const QByteArray folder = QFile::encodeName(profile.folderThere);
    if (!BoardAccount::isRoot() || ::mount("none", folder.constData(), "tmpfs", 0, size.constData()) != 0)
        QSKIP("A small disk takes the right to mount one.");
    const auto unmount = qScopeGuard([&] { ::umount2(folder.constData(), MNT_DETACH); });
    QVERIFY(board().giveToAccount(profile.folderThere));
    QVERIFY(tool.isEmpty() || board().install(tool));
    QVERIFY(board().add(profile).status == 0);
    QCOMPARE(m_project.wrongAfter(m_project.run(profile.name, {u"--layers"_s}), said), QByteArray());
    QVERIFY(QDir(profile.folderThere).isEmpty());
}

void tst_BoardFailures::takesTooLong()
{
    QVERIFY(board().install(boardTool("[ \"$1\" = infer ] || exec real-board \"$@\"\nsleep 1000 & sleep 1000\n")));
    QCOMPARE(m_project.wrongAfter(m_project.run(u"far"_s, {u"--layers"_s, u"--timeout"_s, u"1"_s}),
                                  u"did not end within 1 seconds"_s),
             QByteArray());
}

/// Starts a run and waits until the tool there says that it runs.
void tst_BoardFailures::begin(const QString& name, const QString& flag)
{
    QFile::remove(flag);
    m_cli = std::make_unique<QProcess>();
    m_cli->start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                 {u"run"_s, m_project.model(), u"--input"_s, m_project.picture(), u"--board"_s, name, u"-o"_s,
                  m_project.output(), u"--layers"_s, u"--json"_s, u"--progress"_s});
    QVERIFY(m_cli->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(flag), 30000);
}

void tst_BoardFailures::cancelled()
{
    const QString flag = board().runs() + u"/flag"_s;
    QVERIFY(board().install(boardTool("[ \"$1\" = infer ] || exec real-board \"$@\"\n: >'" + flag.toUtf8()
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
    QCOMPARE(m_project.wrongAfter(result, u"stopped on request"_s), QByteArray());
}

/// The connection goes while the model runs: it runs on there and is followed again. When it stays away, the run is
/// given up, in a sentence.
void tst_BoardFailures::connectionLost()
{
    const QString flag = board().runs() + u"/flag"_s;
    QVERIFY(board().install(boardTool("[ \"$1\" = infer ] || exec real-board \"$@\"\n: >'" + flag.toUtf8()
                                      + "'\nsleep 3\nexec real-board \"$@\"\n")));
    begin(u"far"_s, flag);
    if (QTest::currentTestFailed())
        return;
    board().dropConnections();
    QVERIFY(m_cli->waitForFinished(60000));
    QByteArray errors = m_cli->readAllStandardError();
    QVERIFY2(m_cli->exitCode() == 0, errors);
    QVERIFY2(errors.contains("The connection was lost"), errors);
    const auto changed = filesOf(m_project.output());
    QCOMPARE(changed.keys(), m_project.noted().keys());
    QFile::remove(flag);
    QCOMPARE(board().left(), QStringList());

    m_project.noteOutput();
    qputenv("DRIFTSCOPE_RECONNECT_SECONDS", "0");
    const auto reset = qScopeGuard([] { qunsetenv("DRIFTSCOPE_RECONNECT_SECONDS"); });
    begin(u"far"_s, flag);
    if (QTest::currentTestFailed())
        return;
    board().dropConnections();
    QVERIFY(m_cli->waitForFinished(60000));
    QFile::remove(flag);
    CliResult result;
    result.status = m_cli->exitCode();
    result.errors = m_cli->readAllStandardError();
    QCOMPARE(m_project.wrongAfter(result, u"The connection to “far” was lost"_s), QByteArray());
}

QTEST_GUILESS_MAIN(tst_BoardFailures)
#include "tst_board_failures.moc"
