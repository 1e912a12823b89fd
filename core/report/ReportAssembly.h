// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Project.h"
#include "core/report/Report.h"
#include "core/session/Experiment.h"
#include "core/session/LayersRun.h"

namespace driftscope {

/// What there is to report. Values and shared parts, so that a window can hand them to a worker thread. What is absent
/// becomes a sentence; where somebody knows why, that sentence comes along.
struct ReportSources
{
    std::optional<Project> project;
    std::optional<ConfigDocument> document; ///< the config as it stands
    LoadedChain chain;
    std::optional<BoardProfile> board; ///< that was asked
    std::optional<ToolchainProfile> toolchain;
    Reported<Verdict> verdict;
    std::optional<CaptureComparison> comparison;
    LayersRequest layersRequest;
    QStringList pictures; ///< of the comparison
    QString layersProblem; ///< one sentence why there is no comparison; may be empty
    Reported<QList<StageEvaluation>> evaluations;
    QStringList classes; ///< of the labelled data
    Reported<Diagnostics> findings;
    QStringList notes;
    QString program; ///< name and version of the one that writes
    QDateTime now; ///< invalid: not said in the report
};

/// Puts a report together: reads the model files once more for their hashes, the config that was compiled, and lays out
/// the graphs around what matters. Runs nothing. Fails only on a cancel.
[[nodiscard]] Result<Report> assembleReport(const ReportSources& sources, const CancelToken& cancel,
                                            Progress& progress);

} // namespace driftscope
