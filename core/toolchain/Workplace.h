// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Guard.h"
#include "core/process/Launcher.h"
#include "core/toolchain/ToolchainProfile.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <optional>

namespace driftscope {

/// How a tool at a workplace came to its end.
struct ToolEnd
{
    ProcessResult result;
    bool isLost = false; ///< nobody knows how it ended: the connection or the engine went away
    bool goesOn = false; ///< the connection went away, and the tool may still run or its results lie there
    std::optional<int> seconds{}; ///< that the tool took, where that is known better than from here
};

/// The place of one run: knows by which path the tool sees each file, brings there what it cannot see from there, runs
/// it under a guard, and brings back what it made. The person's files are only read.
class Workplace final : public Launcher
{
public:
    /// `runFolder` is absolute, its last part unique.
    Workplace(const ToolchainProfile& toolchain, const QString& runFolder);

    /// The place of a run that goes on, from what remembered() gave.
    [[nodiscard]] static std::optional<Workplace> ofRecord(const QJsonObject& record, const QString& runFolder);
    /// What a run that survives its connection is found by again; empty for one that does not.
    [[nodiscard]] QJsonObject remembered() const;
    /// Called while a connection that was lost is waited for, with a phrase for people.
    void onWait(std::function<void(const QString&)> listener) { m_onWait = std::move(listener); }

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
    /// Follows a run that goes on, from its first line.
    [[nodiscard]] ToolEnd takeUp(const LineListener& listener, const CancelToken& cancel) const;
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
    Workplace() = default;
    [[nodiscard]] Command launched(const Command& command) const;
    [[nodiscard]] GuardOptions guardOptions() const;
    [[nodiscard]] ToolEnd guardedRun(const Command& command, const LineListener& listener, const CancelToken& cancel,
                                     int timeoutMilliseconds) const;
    [[nodiscard]] ToolEnd followed(const std::optional<Command>& started, const LineListener& listener,
                                   const CancelToken& cancel, int timeoutMilliseconds) const;
    /// Says in a sentence how the program ended, by what its guard reported.
    void judge(ToolEnd& end, const GuardReport& report, const QString& program, const QString& said) const;
    [[nodiscard]] bool survivesConnection() const { return m_isCopied && m_toolchain.place == ToolchainPlace::Host; }
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
    std::function<void(const QString&)> m_onWait = [](const QString&) {};
};

/// The launcher of a profile for commands that belong to no run.
[[nodiscard]] std::unique_ptr<Launcher> plainLauncher(const ToolchainProfile& toolchain);

} // namespace driftscope
