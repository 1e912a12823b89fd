// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/StageMatch.h"
#include "core/tensor/Capture.h"
#include "core/tensor/Metrics.h"

namespace driftscope {

enum class ComparisonStatus
{
    Compared,
    NoCounterpart, ///< the candidate's model has no such layer
    NotDumped, ///< it has one, but the capture does not hold it
    ShapeDiffers,
    NotComparable ///< strings, empty tensors
};

[[nodiscard]] QString comparisonStatusName(ComparisonStatus status); ///< `compared`, `no_counterpart`, …: used in JSON

/// Reference and candidate tensor of one layer.
struct LayerComparison
{
    QString name; ///< node of the reference, or the input's name
    QString referenceTensor;
    QString candidateTensor;
    ComparisonStatus status = ComparisonStatus::Compared;
    QString statusReason; ///< one sentence when not compared
    bool layoutAdjusted
        = false; ///< the candidate was brought from NHWC to NCHW (or back) to be comparable, by its declaration
    TensorMetrics metrics;
    bool drifts = false; ///< beyond the tolerance
};

struct ComparisonTolerance
{
    double cosine = 0.99; ///< below drifts
    double sqnrDb = 15.0; ///< below drifts, too
};

/// A comparison in data-flow order of the reference.
struct CaptureComparison
{
    QList<LayerComparison> layers;
    int firstDivergence = -1; ///< index of the first drifting layer; -1 when none drifts
};

/// Explicit pairs of tensor names, reference to candidate, for captures of differently named models.
using TensorNameMap = QHash<QString, QString>;

/// Pairs tensors by `map`, then by name, then by node name with the toolchain's renaming patterns. Real (dequantized)
/// values are compared.
[[nodiscard]] CaptureComparison compareCaptures(const Capture& reference, const Capture& candidate,
                                                const TensorNameMap& map = {},
                                                const ComparisonTolerance& tolerance = {});

} // namespace driftscope
