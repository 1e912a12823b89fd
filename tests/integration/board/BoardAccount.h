// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"
#include "tests/integration/cli/CliRunner.h"
#include "tests/integration/toolchains/LoopbackSshd.h"

#include <QTemporaryDir>

namespace driftscope::test {

/// A board: an account of its own behind a real sshd on the loopback, with a program hrt_model_exec on its PATH. Where
/// the test is not run by root it is the account of whoever runs it.
class BoardAccount
{
public:
    /// `tools`: a folder whose programs alone the board has beside its own; empty: this machine's.
    explicit BoardAccount(const QString& tools = {});
    ~BoardAccount();
    Q_DISABLE_COPY_MOVE(BoardAccount)

    /// Why there is none; empty once it is there.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] static bool isRoot();
    [[nodiscard]] const LoopbackSshd& sshd() const { return m_sshd; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Where runs are kept on the board.
    [[nodiscard]] QString runs() const { return path(QStringLiteral("runs")); }
    [[nodiscard]] BoardProfile profile(const QString& name) const;
    /// Keeps it by the command line.
    [[nodiscard]] CliResult add(const BoardProfile& board) const;
    [[nodiscard]] CliRunner cli() const;

    /// The sandbox's board program as hrt_model_exec, as it is at the beginning.
    [[nodiscard]] bool installSandbox() const;
    /// A program in its place; a script may call the sandbox's as `real-board`.
    [[nodiscard]] bool install(const QByteArray& program) const;
    void uninstall() const;
    /// Gives a folder to the account.
    [[nodiscard]] bool giveToAccount(const QString& folder) const;

    /// What is left of runs there, files and processes.
    [[nodiscard]] QStringList left() const;
    [[nodiscard]] QStringList processes() const;
    void dropConnections() const { m_sshd.dropConnections(); }

private:
    [[nodiscard]] QString setUp(const QString& tools);
    [[nodiscard]] QString makeAccount();
    [[nodiscard]] QString tool(const QString& name) const { return path(QStringLiteral("bin/") + name); }

    QTemporaryDir m_folder;
    LoopbackSshd m_sshd;
    QString m_account; ///< empty: whoever runs the test
    QString m_problem;
};

} // namespace driftscope::test
