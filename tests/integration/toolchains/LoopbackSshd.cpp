// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LoopbackSshd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <csignal>

#include <arpa/inet.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr auto serverProgram = "/usr/sbin/sshd";
constexpr auto clientProgram = "/usr/bin/ssh";

int freePort()
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(handle, reinterpret_cast<sockaddr*>(&address), size) == 0
        && ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(handle);
    return port;
}

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Processes whose parent is this one.
QList<pid_t> childrenOf(qint64 parent)
{
    QList<pid_t> children;
    for (const QString& name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status(u"/proc/%1/stat"_s.arg(name));
        if (name.toInt() <= 0 || !status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = status.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == parent)
            children.append(name.toInt());
    }
    return children;
}

} // namespace

LoopbackSshd::~LoopbackSshd()
{
    m_server.kill();
    m_server.waitForFinished();
}

bool LoopbackSshd::makeKey(const QString& name) const
{
    return run(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, m_folder.filePath(name)});
}

QString LoopbackSshd::start()
{
    for (const char* program : {serverProgram, clientProgram}) {
        if (!QFileInfo(QString::fromLatin1(program)).isExecutable())
            return u"%1 is not installed; install openssh-server and openssh-client."_s.arg(
                QString::fromLatin1(program));
    }
    if (::geteuid() == 0)
        QDir().mkpath(u"/run/sshd"_s); // a root's sshd asks for it
    m_port = freePort();
    if (!makeKey(u"host"_s) || !makeKey(u"user"_s))
        return u"ssh-keygen made no keys."_s;
    if (!m_account.isEmpty()) { // sshd reads the keys as that person
        const QFileDevice::Permissions mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        QFile::setPermissions(m_folder.path(), mine | QFileDevice::ExeGroup | QFileDevice::ExeOther);
    }
    QFile hostKey(m_folder.filePath(u"host.pub"_s));
    if (!hostKey.open(QIODevice::ReadOnly)
        || !write(m_folder.filePath(u"known_hosts"_s),
                  "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + hostKey.readAll()))
        return u"The host key cannot be read."_s;
    const QString config
        = u"Port %1\nListenAddress 127.0.0.1\nHostKey \"%2/host\"\nAuthorizedKeysFile \"%2/user.pub\"\n"
          "PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
          "PermitRootLogin prohibit-password\nMaxStartups 100\n"_s.arg(m_port)
              .arg(m_folder.path());
    const QString more = m_lines.isEmpty() ? QString() : m_lines.join(u'\n') + u'\n';
    if (!write(m_folder.filePath(u"sshd_config"_s), (config + more).toUtf8()))
        return u"The configuration cannot be written."_s;
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(QString::fromLatin1(serverProgram),
                   {u"-D"_s, u"-e"_s, u"-f"_s, m_folder.filePath(u"sshd_config"_s)});
    for (int i = 0; i < 100; ++i) {
        if (run(QString::fromLatin1(clientProgram),
                options() + QStringList{u"-o"_s, u"BatchMode=yes"_s, u"--"_s, host(), u"true"_s}))
            return {};
        if (m_server.state() == QProcess::NotRunning)
            break;
        QThread::msleep(100);
    }
    return u"sshd does not let the test in: %1"_s.arg(QString::fromUtf8(m_server.readAll()).simplified());
}

QStringList LoopbackSshd::options() const
{
    return keyOptions() + QStringList{u"-p"_s, QString::number(m_port)};
}

QStringList LoopbackSshd::keyOptions() const
{
    return {u"-F"_s, u"none"_s,
            u"-i"_s, m_folder.filePath(u"user"_s),
            u"-o"_s, u"IdentitiesOnly=yes"_s,
            u"-o"_s, u"UserKnownHostsFile=\"%1\""_s.arg(m_folder.filePath(u"known_hosts"_s))};
}

QString LoopbackSshd::user() const
{
    const passwd* who = ::getpwuid(::geteuid());
    return m_account.isEmpty() && who != nullptr ? QString::fromLocal8Bit(who->pw_name) : m_account;
}

QString LoopbackSshd::host() const
{
    return (user().isEmpty() ? QString() : user() + u'@') + u"127.0.0.1";
}

QString LoopbackSshd::client()
{
    return QString::fromLatin1(clientProgram);
}

void LoopbackSshd::dropConnections() const
{
    for (const pid_t monitor : childrenOf(m_server.processId())) {
        for (const pid_t session : childrenOf(monitor)) { // the one that holds the socket, where sshd is root's
            QFile name(u"/proc/%1/comm"_s.arg(session));
            if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("sshd"))
                ::kill(session, SIGKILL);
        }
        ::kill(monitor, SIGKILL);
    }
}

} // namespace driftscope::test
