// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Guard.h"
#include "core/process/Launcher.h"
#include "core/toolchain/ToolchainProfile.h"

#include <memory>

namespace driftscope {

/// How a tool at a workplace came to its end.
struct ToolEnd
{
    ProcessResult result;
    bool isLost = false; ///< nobody knows how it ended: the connection or the engine went away
};

/// The place of one run: knows by which path the tool sees each file, brings there what it cannot see from there, runs
/// it under a guard, and brings back what it made. The person's files are only read.
class Workplace final : public Launcher
{
public:
    /// `runFolder` is absolute, its last part unique.
    Workplace(const ToolchainProfile& toolchain, const QString& runFolder);

    /// Decides where each of these files and folders (absolute) will be there. Those that are not here are left alone:
    /// they may be there.
    void plan(const QStringList& paths);
    /// The tool works in the run's output folder: it writes where it stands.
    void workInOutput() { m_worksInOutput = true; }
    [[nodiscard]] QString mapped(const QString& localPath) const override;
    [[nodiscard]] Command prepare(const Command& command) const override;

    /// Copies what must be copied, the files of the run's folder among it.
    [[nodiscard]] Result<void> send(const CancelToken& cancel) const;
    /// Runs the tool in the run's folder there.
    [[nodiscard]] ToolEnd run(const Command& command, const LineListener& listener, const CancelToken& cancel,
                              int timeoutMilliseconds) const;
    /// Brings what the tool made into the run's folder, under names that are not those of results until all is there.
    [[nodiscard]] Result<void> fetch(const CancelToken& cancel) const;
    /// Removes what was made there.
    void clear() const;

    /// Whether the run happens in a copy there.
    [[nodiscard]] bool isCopied() const { return m_isCopied; }
    [[nodiscard]] const QString& folderThere() const { return m_runThere; }

private:
    struct Input
    {
        QString here;
        QString there; ///< relative to the root there
    };

    void planMounted(const QString& path, qsizetype number);
    void planCopied(const QString& path, qsizetype number);
    [[nodiscard]] Command launched(const Command& command) const;
    [[nodiscard]] QString describeStart(const GuardReport& report, const QString& program, const QString& said) const;
    void takeFetched(const QString& folder) const;

    ToolchainProfile m_toolchain;
    QString m_runFolder;
    QString m_root; ///< of all that this run has there
    QString m_runThere;
    bool m_isCopied = false;
    bool m_worksInOutput = false;
    QList<PathMount> m_mounts; ///< the profile's and those of this run
    QStringList m_mountArguments;
    QList<Input> m_inputs; ///< to be copied
};

/// The launcher of a profile for commands that belong to no run.
[[nodiscard]] std::unique_ptr<Launcher> plainLauncher(const ToolchainProfile& toolchain);

} // namespace driftscope
