// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/graph/Stage.h"
#include "core/process/Process.h"
#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/ToolchainProfile.h"

#include <QMap>

#include <optional>

namespace driftscope {

struct Artifact
{
    Stage stage = Stage::Float;
    QString file; ///< absolute
};

enum class CompileStatus
{
    Succeeded,
    Failed,
    Cancelled,
    Interrupted, ///< the connection went, or this program was killed; the tool was ended
    Running ///< in a record alone: another program is at it
};

[[nodiscard]] QString compileStatusName(CompileStatus status); ///< `succeeded`, `failed`, `cancelled`, …: used in JSON

struct CompileResult
{
    QString runId; ///< name of the run's folder, unique and sortable by time
    CompileStatus status = CompileStatus::Failed;
    QString message; ///< one sentence when not succeeded
    MakertbinLog log;
    QList<Artifact> artifacts; ///< the float model first, then what the toolchain wrote
    QString folder; ///< the run's folder: config as compiled, log, record `run.json`
    double seconds = 0.0;
};

struct CompileRequest
{
    ToolchainProfile toolchain;
    QString configFile;
    std::optional<QByteArray> configText; ///< compiled in place of the file's, which is then not read; paths in it and
                                          ///< the name of the run's copy are still those of `configFile`
    QMap<QString, QByteArray> notes; ///< small files that lie in the run's folder from its beginning, by name
    QString workFolder; ///< where run folders are made; empty: `runs` beside the config
    int timeoutMilliseconds = 0;
    /// What to report as progress, by the phases so far and the seconds since the start; empty: the phase that runs.
    std::function<ProgressState(const QList<LogPhase>&, double)> describe;
    LineListener onLine; ///< called on the calling thread for every log line
    std::function<void(const MakertbinLog&)> onLog; ///< after lines that changed the record, now and then;
                                                    ///< at once where a phase began or ended
};

/// Runs `makertbin` in a fresh run folder and never touches earlier runs: the config is copied with its relative paths
/// made absolute, as the toolchain sees them where it runs, and working_dir pointed into the run's folder. Fails only
/// where nothing could be started; a toolchain that fails, crashes or hangs is a CompileResult with its sentence. What
/// a tool was writing when it was cut short is no artifact.
[[nodiscard]] Result<CompileResult> compile(const CompileRequest& request, const CancelToken& cancel,
                                            Progress& progress);

/// Runs in that folder whose program is gone without having ended them are recorded as interrupted. Gives their names.
QStringList settleInterruptedRuns(const QString& runsFolder);

/// Reads `run.json` of an earlier run.
[[nodiscard]] Result<CompileResult> readRun(const QString& runFolder);
/// Stage files in a folder, recognized by the toolchain's file names.
[[nodiscard]] QList<Artifact> findArtifacts(const QString& folder, const QString& prefix = {});

} // namespace driftscope
