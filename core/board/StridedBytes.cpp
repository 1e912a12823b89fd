// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/StridedBytes.h"

#include <cstring>

namespace driftscope {

bool stridesFit(const Shape& shape, const std::vector<qint64>& strides, qint64 elementBytes, qint64 size)
{
    if (strides.size() != static_cast<std::size_t>(shape.rank()))
        return false;
    qint64 last = elementBytes;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const qint64 stride = strides[static_cast<std::size_t>(axis)];
        if (stride < elementBytes || stride > size + elementBytes || shape[axis] > size + 1)
            return false;
        last += (shape[axis] - 1) * stride;
        if (last > size)
            return false;
    }
    return true;
}

QByteArray gathered(const QByteArray& bytes, const Shape& shape, const std::vector<qint64>& strides,
                    qint64 elementBytes)
{
    QByteArray result(shape.elementCount() * elementBytes, Qt::Uninitialized);
    // Neighbours without a gap are copied in one piece.
    int outer = shape.rank();
    qint64 run = elementBytes;
    while (outer > 0 && strides[static_cast<std::size_t>(outer - 1)] == run)
        run *= shape[--outer];
    std::vector<qint64> index(static_cast<std::size_t>(outer), 0);
    char* target = result.data();
    for (qint64 left = result.size(); left > 0; left -= run) {
        qint64 offset = 0;
        for (std::size_t axis = 0; axis < index.size(); ++axis)
            offset += index[axis] * strides[axis];
        std::memcpy(target, bytes.constData() + offset, static_cast<std::size_t>(run));
        target += run;
        for (int axis = outer - 1; axis >= 0; --axis) {
            if (++index[static_cast<std::size_t>(axis)] < shape[axis])
                break;
            index[static_cast<std::size_t>(axis)] = 0;
        }
    }
    return result;
}

} // namespace driftscope
