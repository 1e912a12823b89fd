// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardAccount.h"

#include "tests/integration/toolchains/Places.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

constexpr QFileDevice::Permissions everybodyRuns = QFileDevice::ReadOwner | QFileDevice::WriteOwner
    | QFileDevice::ExeOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
    | QFileDevice::ExeOther;

} // namespace

BoardAccount::BoardAccount(const QString& tools)
    : m_problem(setUp(tools))
{ }

BoardAccount::~BoardAccount()
{
    if (!m_account.isEmpty())
        run(u"userdel"_s, {m_account});
}

bool BoardAccount::isRoot()
{
    return ::geteuid() == 0;
}

QString BoardAccount::makeAccount()
{
    if (!isRoot())
        return {};
    const QString name = u"driftboard%1"_s.arg(QRandomGenerator::system()->generate(), 0, 16);
    // “*” is no password, and unlike “!” does not lock the account.
    if (!run(u"useradd"_s, {u"-M"_s, u"-d"_s, m_folder.path(), u"-s"_s, u"/bin/sh"_s, u"-p"_s, u"*"_s, name}))
        return u"useradd makes no account; install the package passwd."_s;
    m_account = name;
    return {};
}

QString BoardAccount::setUp(const QString& tools)
{
    if (!m_folder.isValid())
        return u"There is no temporary folder."_s;
    if (const QString problem = makeAccount(); !problem.isEmpty())
        return problem;
    QFile::setPermissions(m_folder.path(), everybodyRuns);
    const bool isMade = QDir().mkpath(path(u"bin"_s)) && QDir().mkpath(runs());
    if (!isMade || !giveToAccount(runs()) || !installSandbox())
        return u"The board's folders cannot be made."_s;
    qputenv("XDG_CONFIG_HOME", path(u"config"_s).toLocal8Bit());
    m_sshd.setAccount(m_account);
    m_sshd.configure(
        {u"SetEnv PATH=%1:%2"_s.arg(path(u"bin"_s), tools.isEmpty() ? u"/usr/local/bin:/usr/bin:/bin"_s : tools)});
    return m_sshd.start();
}

BoardProfile BoardAccount::profile(const QString& name) const
{
    BoardProfile board{name, u"hrt_model_exec"_s};
    board.place = BoardPlace::Ssh;
    board.host = u"127.0.0.1"_s;
    board.port = m_sshd.port();
    board.user = m_sshd.user();
    board.options = m_sshd.keyOptions();
    board.ssh = LoopbackSshd::client();
    board.folderThere = runs();
    return board;
}

CliRunner BoardAccount::cli() const
{
    CliRunner runner;
    runner.folder = m_folder.path();
    return runner;
}

CliResult BoardAccount::add(const BoardProfile& board) const
{
    QStringList words{u"boards"_s,    u"add"_s,      board.name,    u"--replace"_s,
                      u"--program"_s, board.program, u"--folder"_s, board.folderThere};
    if (board.place == BoardPlace::Ssh)
        words += {u"--host"_s, board.host, u"--ssh"_s, board.ssh};
    if (board.port > 0)
        words += {u"--port"_s, QString::number(board.port)};
    if (!board.user.isEmpty())
        words += {u"--user"_s, board.user};
    for (const QString& argument : board.arguments)
        words.append(u"--argument="_s + argument);
    for (const QString& option : board.options)
        words.append(u"--option="_s + option);
    for (auto it = board.environment.cbegin(); it != board.environment.cend(); ++it)
        words.append(u"--env="_s + it.key() + u'=' + it.value());
    return cli().run(words);
}

bool BoardAccount::installSandbox() const
{
    const QString from = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-board"_s;
    for (const QString& name : {u"real-board"_s, u"hrt_model_exec"_s}) {
        QFile::remove(tool(name));
        if (!QFile::copy(from, tool(name)) || !QFile::setPermissions(tool(name), everybodyRuns))
            return false;
    }
    return true;
}

bool BoardAccount::install(const QByteArray& program) const
{
    uninstall();
    QFile file(tool(u"hrt_model_exec"_s));
    return file.open(QIODevice::WriteOnly) && file.write(program) == program.size()
        && file.setPermissions(everybodyRuns);
}

void BoardAccount::uninstall() const
{
    QFile::remove(tool(u"hrt_model_exec"_s));
}

bool BoardAccount::giveToAccount(const QString& folder) const
{
    return m_account.isEmpty() || run(u"chown"_s, {u"-R"_s, m_account, folder});
}

QStringList BoardAccount::processes() const
{
    return processesWith(u"driftscope-board-"_s);
}

QStringList BoardAccount::left() const
{
    constexpr qint64 patience = 60000;
    QElapsedTimer clock;
    clock.start();
    QStringList left;
    do {
        left.clear();
        QDirIterator files(runs(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            left.append(files.next());
        left += processes();
        if (!left.isEmpty())
            QThread::msleep(100);
    } while (!left.isEmpty() && clock.elapsed() < patience);
    return left;
}

} // namespace driftscope::test
