// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/diagnosis/Comparison.h"

#include <functional>

namespace driftscope {

/// What both sides made of one picture.
struct ComparedSample
{
    QString name; ///< for people: the file of the picture
    std::shared_ptr<const Capture> reference;
    std::shared_ptr<const Capture> candidate;
};

/// Gives the samples one after the other; each is let go before the next is asked for.
using SampleSource = std::function<Result<ComparedSample>(int index, const CancelToken&, Progress&)>;

struct SampleComparisonRequest
{
    int samples = 0;
    SampleSource source;
    TensorNameMap map = {};
    Tolerances tolerances = {};
    /// Told of rows as they change, in portions: `layers` stand from row `first` on. On the thread of the comparison.
    std::function<void(int first, const QList<LayerComparison>& layers)> onLayers = {};
};

/// Compares every layer over many samples: pair by pair, with no more than two tensors in memory. After the first
/// sample every row is there; each further one may make it worse. A cancel after the first sample gives what was
/// compared.
[[nodiscard]] Result<CaptureComparison> compareSamples(const SampleComparisonRequest& request,
                                                       const CancelToken& cancel, Progress& progress);

/// Adds a further sample's comparison of the same layer.
void addSample(LayerComparison& layer, const LayerComparison& further, int sample);

} // namespace driftscope
