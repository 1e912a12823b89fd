// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/Compilation.h"
#include "core/toolchain/tool/ToolCommand.h"

namespace driftscope {

struct ToolRunRequest
{
    ToolchainProfile toolchain;
    ToolDescription tool;
    ToolValues values;
    QString workFolder; ///< where run folders are made
    int timeoutMilliseconds = 0;
    LineListener onLine; ///< called on the calling thread for every line
};

/// One run of a tool, kept in a folder of its own as a compilation is.
struct ToolRun
{
    QString runId; ///< name of the run's folder, unique and sortable by time
    QString tool; ///< `hb_perf`
    QString toolchain;
    ToolValues values;
    QStringList command; ///< as it ran where the toolchain is
    CompileStatus status = CompileStatus::Failed;
    QString message; ///< one sentence when not succeeded
    MakertbinLog log;
    QString folder; ///< the run's folder: log, record `run.json`, what the tool wrote in `output`
    QStringList files; ///< that the tool wrote, absolute
    double seconds = 0.0;

    [[nodiscard]] QString outputFolder() const;
};

/// Under a project's folder of runs, where those of the tools are.
[[nodiscard]] QString toolRunsFolder(const QString& runsFolder);

/// Runs a tool where the toolchain is, in a fresh run folder: what it reads is mapped or copied, what it writes comes
/// back. Fails only where nothing could be started; a tool that fails is a ToolRun with its sentence.
[[nodiscard]] Result<ToolRun> runTool(const ToolRunRequest& request, const CancelToken& cancel, Progress& progress);

/// The command line as a POSIX shell would be given it, for people: files as the toolchain's mounts show them.
[[nodiscard]] QString toolCommandLine(const ToolchainProfile& toolchain, const ToolDescription& tool,
                                      const ToolValues& values);

/// Reads `run.json` of an earlier run of a tool, with its log.
[[nodiscard]] Result<ToolRun> readToolRun(const QString& runFolder);
/// The same from the record's text, without log and files. `folder` is where it lies.
[[nodiscard]] Result<ToolRun> parseToolRecord(const QByteArray& content, const QString& folder);
[[nodiscard]] QByteArray toolRecord(const ToolRun& run, bool isRunning);

/// Earlier runs in a folder, the latest first; what cannot be read is passed over. Without logs and files.
[[nodiscard]] QList<ToolRun> toolRuns(const QString& folder);

} // namespace driftscope
