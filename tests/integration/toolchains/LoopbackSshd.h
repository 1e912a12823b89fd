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

    /// Why there is none; empty once it answers.
    [[nodiscard]] QString start();
    /// For ssh: port, key and known hosts.
    [[nodiscard]] QStringList options() const;
    [[nodiscard]] static QString host();
    [[nodiscard]] static QString client(); ///< the real ssh, whatever the PATH says
    /// Ends the servers of the connections that stand, as a network does that goes away.
    void dropConnections() const;

private:
    [[nodiscard]] bool makeKey(const QString& name) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

} // namespace driftscope::test
