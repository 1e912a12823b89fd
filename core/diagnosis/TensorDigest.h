// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

/// Least, quarter, middle, three quarters, largest of a channel's values.
struct BoxFigures
{
    double minimum = 0.0;
    double lower = 0.0;
    double median = 0.0;
    double upper = 0.0;
    double maximum = 0.0;
};

struct ChannelDigest
{
    BoxFigures reference;
    BoxFigures candidate;
    double sqnrDb = 0.0; ///< +inf where nothing differs
};

/// What plots show of a pair of tensors, gathered in one pass that never holds either of them.
struct TensorDigest
{
    Histogram reference;
    Histogram candidate; ///< over the same range
    /// Evenly chosen elements, reference and candidate: the same places in both.
    std::vector<std::pair<float, float>> pairs;
    std::vector<ChannelDigest> channels; ///< all of them; quartiles are estimated from some hundred values of each
    qint64 notFinite = 0; ///< elements that are NaN or Inf in either
    qint64 saturated = 0; ///< elements of the candidate at the ends of its integer type
    QString problem; ///< why there is nothing: a file that is gone, shapes that do not fit
};

/// `minimum` and `maximum` are the range of the histograms; from the tensors themselves where they are equal.
[[nodiscard]] TensorDigest digestOf(const Tensor& reference, const Tensor& candidate, double minimum, double maximum,
                                    const CancelToken& cancel);

/// From which real values on a tensor's elements are at an end of their integer type; infinities for other types and
/// for scales of channels.
[[nodiscard]] std::pair<float, float> saturationEnds(const Tensor& tensor);

} // namespace driftscope
