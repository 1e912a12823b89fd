// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Resampling.h"

namespace driftscope {

/// Between which two source pixels an index of the result lies, and how near to the second.
struct LinearTap
{
    qint64 first = 0;
    qint64 second = 0;
    double fraction = 0.0; ///< 0: all first, 1: all second
};

[[nodiscard]] std::vector<LinearTap> linearTaps(const Resampling& rule, int axis, qint64 inputSize, qint64 outputSize);

/// Bilinear resampling of the last two axes (of rank 3 or 4; of all others the sizes must stay). The weights are handed
/// to `weigh(a, b, c, d, rowFraction, columnFraction)`, which mixes four neighbours.
template <typename T, typename Mix>
[[nodiscard]] std::optional<Tensor> resampledLinearly(const Tensor& input, const Resampling& rule, Mix&& mix)
{
    const Shape& in = input.shape();
    const std::optional<Shape> out = rule.outputShape(in);
    const int rank = in.rank();
    if (!out || rank < 3 || sizeBetween(in, 0, rank - 2) != sizeBetween(*out, 0, rank - 2))
        return std::nullopt;
    const std::vector<LinearTap> rows = linearTaps(rule, rank - 2, in[rank - 2], (*out)[rank - 2]);
    const std::vector<LinearTap> columns = linearTaps(rule, rank - 1, in[rank - 1], (*out)[rank - 1]);
    TensorBuilder<T> builder(*out);
    T* target = builder.data();
    for (qint64 plane = 0; plane < sizeBetween(in, 0, rank - 2); ++plane) {
        const T* source = input.values<T>().data() + plane * in[rank - 2] * in[rank - 1];
        for (const LinearTap& row : rows) {
            const T* above = source + row.first * in[rank - 1];
            const T* below = source + row.second * in[rank - 1];
            for (const LinearTap& column : columns) {
                *target++ = mix(above[column.first], above[column.second], below[column.first], below[column.second],
                                row.fraction, column.fraction);
            }
        }
    }
    return builder.take();
}

} // namespace driftscope
