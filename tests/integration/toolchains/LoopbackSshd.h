// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace driftscope::test {

/// A real sshd on the loopback, run by whoever runs the test, with keys and a configuration of its own.
class LoopbackSshd
{
public:
    LoopbackSshd() = default;
    ~LoopbackSshd();
    Q_DISABLE_COPY_MOVE(LoopbackSshd)

    /// Whom it lets in, in place of whoever runs the test; only root's lets in others.
    void setAccount(const QString& account) { m_account = account; }
    /// Lines for its configuration: `SetEnv PATH=…`.
    void configure(const QStringList& lines) { m_lines = lines; }

    /// Why there is none; empty once it answers.
    [[nodiscard]] QString start();
    /// For ssh: port, key and known hosts.
    [[nodiscard]] QStringList options() const;
    /// The same without the port.
    [[nodiscard]] QStringList keyOptions() const;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString user() const; ///< who is let in
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); } ///< `known_hosts`, `user`
    [[nodiscard]] bool makeKey(const QString& name) const;
    [[nodiscard]] QString host() const;
    [[nodiscard]] static QString client(); ///< the real ssh, whatever the PATH says
    /// Ends the servers of the connections that stand, as a network does that goes away.
    void dropConnections() const;

private:
    QString m_account;
    QStringList m_lines;
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

} // namespace driftscope::test
