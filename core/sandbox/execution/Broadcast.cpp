// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Broadcast.h"

namespace driftscope {

std::optional<Shape> broadcastShape(std::span<const Shape> shapes)
{
    int rank = 0;
    for (const Shape& shape : shapes)
        rank = std::max(rank, shape.rank());
    std::vector<qint64> sizes(static_cast<std::size_t>(rank), 1);
    for (const Shape& shape : shapes) {
        for (int axis = 0; axis < shape.rank(); ++axis) {
            qint64& size = sizes[static_cast<std::size_t>(rank - shape.rank() + axis)];
            if (shape[axis] == size || shape[axis] == 1)
                continue;
            if (size != 1)
                return std::nullopt;
            size = shape[axis];
        }
    }
    return Shape(std::move(sizes));
}

std::vector<qint64> broadcastStrides(const Shape& source, const Shape& target)
{
    std::vector<qint64> strides(static_cast<std::size_t>(target.rank()), 0);
    const std::vector<qint64> dense = denseStrides(source);
    const int lead = target.rank() - source.rank();
    for (int axis = 0; axis < source.rank(); ++axis) {
        if (source[axis] != 1)
            strides[static_cast<std::size_t>(lead + axis)] = dense[static_cast<std::size_t>(axis)];
    }
    return strides;
}

} // namespace driftscope
