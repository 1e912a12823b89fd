// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// The shape that several shapes broadcast to, numpy's rule; nothing when they do not fit.
[[nodiscard]] std::optional<Shape> broadcastShape(std::span<const Shape> shapes);

/// Strides with which a dense tensor of shape `source` is walked under shape `target`: 0 along repeated axes.
[[nodiscard]] std::vector<qint64> broadcastStrides(const Shape& source, const Shape& target);

/// Walks `target` row by row: row(targetOffset, offsetA, offsetB) for every row along the last axis. A scalar is one
/// row of one element.
template <typename Row>
void forEachRow(const Shape& target, std::span<const qint64> stridesA, std::span<const qint64> stridesB, Row&& row)
{
    const int rank = target.rank();
    const qint64 length = rank == 0 ? 1 : target[rank - 1];
    const qint64 rows = length == 0 ? 0 : target.elementCount() / length;
    std::vector<qint64> index(static_cast<std::size_t>(rank), 0);
    qint64 offsetA = 0;
    qint64 offsetB = 0;
    for (qint64 i = 0; i < rows; ++i) {
        row(i * length, offsetA, offsetB);
        for (int axis = rank - 2; axis >= 0; --axis) {
            const auto a = static_cast<std::size_t>(axis);
            offsetA += stridesA[a];
            offsetB += stridesB[a];
            if (++index[a] < target[axis])
                break;
            offsetA -= stridesA[a] * target[axis];
            offsetB -= stridesB[a] * target[axis];
            index[a] = 0;
        }
    }
}

/// result[i] = operation(a[i], b[i]) with broadcasting; `target` is broadcastShape of the two.
template <typename Out, typename In, typename Operation>
[[nodiscard]] Tensor broadcastBinary(const Tensor& a, const Tensor& b, const Shape& target, Operation&& operation)
{
    TensorBuilder<Out> builder(target);
    Out* out = builder.data();
    const In* left = a.values<In>().data();
    const In* right = b.values<In>().data();
    const std::vector<qint64> stridesA = broadcastStrides(a.shape(), target);
    const std::vector<qint64> stridesB = broadcastStrides(b.shape(), target);
    const qint64 length = target.rank() == 0 ? 1 : target[target.rank() - 1];
    const qint64 stepA = stridesA.empty() ? 0 : stridesA.back();
    const qint64 stepB = stridesB.empty() ? 0 : stridesB.back();
    forEachRow(target, stridesA, stridesB, [&](qint64 start, qint64 offsetA, qint64 offsetB) {
        for (qint64 i = 0; i < length; ++i)
            out[start + i] = operation(left[offsetA + i * stepA], right[offsetB + i * stepB]);
    });
    return builder.take();
}

} // namespace driftscope
