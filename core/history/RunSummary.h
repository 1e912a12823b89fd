// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunEvaluation.h"
#include "core/history/RunSweep.h"
#include "core/toolchain/Compilation.h"

#include <QDateTime>
#include <QMap>

namespace driftscope {

/// What a run was and what it came to, small enough to keep thousands at hand.
struct RunSummary
{
    QString folder; ///< absolute
    QString id; ///< name of the folder
    QDateTime startedAt; ///< invalid where the folder's name tells none
    CompileStatus status = CompileStatus::Failed;
    QString message; ///< one sentence when not succeeded
    QString march;
    QString toolchain; ///< name and version
    QString configFile; ///< the config as it was compiled, absolute; empty when it is gone
    /// By name: `seconds`, `nodes.cpu`, `cosine.worst` (of a layer, by the toolchain's log), `cosine.output` (the worst
    /// of the outputs), `latency.us` and `fps` (estimated by the compiler, all subgraphs one after another),
    /// `bin.bytes`, `top1.<stage>` (0 to 1).
    QMap<QString, double> metrics;
    QString worstLayer; ///< node of `cosine.worst`
    QString note; ///< the person's
    RunSweep sweep; ///< which variant of a sweep it is; empty for a run of its own
    qint64 bytes = 0; ///< on disk, all files of the run

    bool operator==(const RunSummary&) const = default;
};

inline constexpr QLatin1StringView runNoteFile{"note.txt"};

/// Reads what lies in the folder. Fails where the record is missing or damaged; a damaged evaluation is left out.
[[nodiscard]] Result<RunSummary> summarizeRun(const QString& runFolder);
/// The run whose folder holds a file; empty for one that no run wrote.
[[nodiscard]] QString runFolderOf(const QString& file);
/// What must have changed for a summary to be outdated: sizes and times of the small files it is made of.
[[nodiscard]] QString runStamp(const QString& runFolder);
[[nodiscard]] Result<void> writeRunNote(const QString& runFolder, const QString& note);
/// Takes a run away with all its files. Refuses a folder that holds no record of a run.
[[nodiscard]] Result<void> removeRun(const QString& runFolder);

} // namespace driftscope
