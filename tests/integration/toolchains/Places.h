// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/ToolchainProfile.h"
#include "tests/integration/cli/CliRunner.h"
#include "tests/integration/toolchains/LoopbackSshd.h"

#include <memory>

namespace driftscope::test {

/// A toolchain in every place there is, with fake docker, podman and ssh on the PATH and a real sshd on the loopback.
/// "There" is a folder of its own.
class Places
{
public:
    Places();

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString there() const { return path(QStringLiteral("there")); }
    [[nodiscard]] const QString& sshdProblem() const { return m_sshdProblem; }
    [[nodiscard]] const LoopbackSshd& sshd() const { return m_sshd; }
    [[nodiscard]] CliRunner cli() const;

    /// local, docker image, podman image, docker container, podman container, fake ssh, and sshd where there is one.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] ToolchainProfile toolchain(const QString& name, const QString& program,
                                             const QStringList& arguments) const;
    /// Keeps the toolchain by the command line, under its name.
    [[nodiscard]] CliResult add(const ToolchainProfile& toolchain) const;
    /// Ends the connection to a place that a program of this process id holds, as a network does that goes away.
    void dropConnection(const QString& name, qint64 client) const;
    /// What is left there of runs.
    [[nodiscard]] QStringList leftThere() const;

private:
    QTemporaryDir m_folder;
    LoopbackSshd m_sshd;
    QString m_sshdProblem;
};

/// What is wrong with what a run left that ended without results; empty when nothing is. There must be one run in the
/// folder, of that status, with a sentence, its config and its log, and nothing half-written, neither here nor there,
/// and none of its processes.
[[nodiscard]] QString whatIsLeftWrong(const QString& runsFolder, const QString& status, const Places& places);
/// The folder of the latest run; empty while there is none.
[[nodiscard]] QString latestRunFolder(const QString& runsFolder);

/// Command lines of processes, zombies not among them, that hold the text in their command line or environment.
[[nodiscard]] QStringList processesWith(const QString& text);
/// Waits, long if need be, until there are none; those that are left.
[[nodiscard]] QStringList processesLeft(const QString& text);

} // namespace driftscope::test
