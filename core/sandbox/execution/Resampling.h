// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// What Resize and Upsample say about sizes and coordinates, ONNX 10 to 18.
class Resampling
{
public:
    [[nodiscard]] static Result<Resampling> fromNode(const NodeContext& context);

    /// Sizes of the result; empty when the node does not fit an input of this shape.
    [[nodiscard]] std::optional<Shape> outputShape(const Shape& input) const;
    /// The place in the source, in pixels, of an index of the result along an axis.
    [[nodiscard]] double sourceCoordinate(qint64 index, int axis, qint64 inputSize, qint64 outputSize) const;
    /// The source pixel that nearest mode takes.
    [[nodiscard]] qint64 nearestIndex(qint64 index, int axis, qint64 inputSize, qint64 outputSize) const;

private:
    std::vector<double> m_scales; ///< one for each axis, or empty
    std::vector<qint64> m_sizes; ///< one for each axis, or empty
    QString m_transformation;
    QString m_nearest;
};

} // namespace driftscope
