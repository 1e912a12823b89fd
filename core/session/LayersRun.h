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
    /// In place of the project's pictures: for each sample a file for each input; folders stand for their files.
    QStringList files = {};

    bool operator==(const LayersRequest&) const = default;
};

/// What came of it. The captures' tensors lie in files where the session has a place for them.
struct LayersRun
{
    LayersRequest request;
    QStringList pictures; ///< the first file of each sample
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

/// Captures both stages sample by sample, each with a file for each input, and compares them. `folder` takes what is
/// dumped. A cancel after the first picture gives what was compared.
[[nodiscard]] Result<LayersRun> runLayers(const Experiment& experiment, const LayersRequest& request,
                                          const QList<QStringList>& samples, const Tolerances& tolerances,
                                          const QString& folder, const LayersListeners& listeners,
                                          const CancelToken& cancel, Progress& progress);

/// The same experiment, with everything that it captures from now on kept for as long as it runs.
[[nodiscard]] Experiment keepingItsCaptures(Experiment experiment);

/// `count` of the pictures, a sample each, spread evenly: neighbours are often of one class.
[[nodiscard]] QList<QStringList> spreadPictures(const LabelledData& data, int count);

} // namespace driftscope
