// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ImportDumps.h"
#include "core/session/LayersRun.h"

namespace driftscope {

/// What a board elsewhere made, and what it was fed.
struct ImportedRuns
{
    QList<DumpSample> samples;
    /// Files, or folders of as many as there are samples, in the samples' order: for each sample one for each input of
    /// the model. Empty: `reference` was run on the same.
    QStringList inputs;
    std::shared_ptr<const Capture> reference; ///< of the quantized model; used without inputs alone
};

/// Runs the quantized model on what the board was fed and compares every layer of every sample.
[[nodiscard]] Result<LayersRun> compareImported(const Experiment& experiment, const ImportedRuns& runs,
                                                const Tolerances& tolerances, const CancelToken& cancel,
                                                Progress& progress);

} // namespace driftscope
