// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/SampleComparison.h"
#include "core/session/Experiment.h"

namespace driftscope {

/// Which two stages are compared, layer by layer, and on how many pictures.
struct LayersRequest
{
    Stage reference = Stage::Quantized;
    Stage candidate = Stage::Board;
    int pictures = 1;
    bool isolated = false; ///< also each layer alone, on the first picture
    QStringList files = {}; ///< these pictures in place of some of the project's

    bool operator==(const LayersRequest&) const = default;
};

/// What came of it. The captures' tensors lie in files where the session has a place for them.
struct LayersRun
{
    LayersRequest request;
    QStringList pictures; ///< files, one for each sample
    QList<ComparedSample> samples; ///< those that were captured
    CaptureComparison comparison;
};

/// Told on the worker's thread.
struct LayersListeners
{
    std::function<void(const ComparedSample&)> onSample = {};
    std::function<void(int first, const QList<LayerComparison>&)> onLayers = {};
    std::function<void(const QString&)> onWarning = {}; ///< sentences of the board
};

/// Captures both stages picture by picture and compares them. `folder` takes what is dumped. A cancel after the first
/// picture gives what was compared.
[[nodiscard]] Result<LayersRun> runLayers(const Experiment& experiment, const LayersRequest& request,
                                          const QStringList& pictures, const Tolerances& tolerances,
                                          const QString& folder, const LayersListeners& listeners,
                                          const CancelToken& cancel, Progress& progress);

/// What a board elsewhere made, beside the quantized model: run on `inputs`, or as `reference` has it where there are
/// none.
[[nodiscard]] Result<LayersRun> compareImported(const Experiment& experiment, const Capture& capture,
                                                const QStringList& inputs, std::shared_ptr<const Capture> reference,
                                                const Tolerances& tolerances, const CancelToken& cancel,
                                                Progress& progress);

/// `count` of the pictures, spread evenly: neighbours are often of one class.
[[nodiscard]] QStringList spreadPictures(const LabelledData& data, int count);

} // namespace driftscope
