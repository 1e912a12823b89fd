// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/AxisMap.h"

#include <array>
#include <numeric>

namespace driftscope {

namespace {

/// One element of a type without arithmetic.
template <std::size_t Size> struct Element
{
    std::array<char, Size> bytes;
};

/// Source offsets in elements for each index of each axis; negative: fill.
struct Gathering
{
    Shape shape;
    std::vector<std::vector<qint64>> offsets;
};

template <std::size_t Size> QByteArray gather(const Tensor& source, const Gathering& gathering, const QByteArray& fill)
{
    using Item = Element<Size>;
    Item fillItem{};
    if (fill.size() == qsizetype(Size))
        std::memcpy(&fillItem, fill.constData(), Size);
    const Shape& shape = gathering.shape;
    QByteArray result(shape.elementCount() * qint64(Size), Qt::Uninitialized);
    if (result.isEmpty())
        return result;
    auto* out = reinterpret_cast<Item*>(result.data());
    const auto* in = reinterpret_cast<const Item*>(source.bytes().constData());
    const int rank = shape.rank();
    if (rank == 0) {
        *out = *in;
        return result;
    }
    const std::vector<qint64>& last = gathering.offsets.back();
    const std::size_t length = last.size();
    std::vector<std::size_t> index(static_cast<std::size_t>(rank), 0);
    const qint64 rows = shape.elementCount() / static_cast<qint64>(length);
    for (qint64 row = 0; row < rows; ++row) {
        qint64 base = 0;
        bool inside = true;
        for (std::size_t axis = 0; axis + 1 < index.size(); ++axis) {
            const qint64 offset = gathering.offsets[axis][index[axis]];
            inside = inside && offset >= 0;
            base += offset;
        }
        Item* line = out + row * static_cast<qint64>(length);
        for (std::size_t i = 0; i < length; ++i)
            line[i] = inside && last[i] >= 0 ? in[base + last[i]] : fillItem;
        for (int axis = rank - 2; axis >= 0; --axis) {
            auto& position = index[static_cast<std::size_t>(axis)];
            if (++position < gathering.offsets[static_cast<std::size_t>(axis)].size())
                break;
            position = 0;
        }
    }
    return result;
}

Tensor gathered(const Tensor& source, const Gathering& gathering, const QByteArray& fill)
{
    switch (elementSize(source.dataType())) {
    case 1:
        return {source.dataType(), gathering.shape, gather<1>(source, gathering, fill)};
    case 2:
        return {source.dataType(), gathering.shape, gather<2>(source, gathering, fill)};
    case 4:
        return {source.dataType(), gathering.shape, gather<4>(source, gathering, fill)};
    case 8:
        return {source.dataType(), gathering.shape, gather<8>(source, gathering, fill)};
    default:
        return {source.dataType(), gathering.shape, gather<16>(source, gathering, fill)};
    }
}

} // namespace

AxisMap identityMap(qint64 size)
{
    AxisMap map(static_cast<std::size_t>(size));
    std::iota(map.begin(), map.end(), qint64(0));
    return map;
}

Tensor mapped(const Tensor& source, std::span<const AxisMap> maps, const QByteArray& fill)
{
    Q_ASSERT(static_cast<int>(maps.size()) == source.shape().rank());
    const std::vector<qint64> strides = denseStrides(source.shape());
    Gathering gathering;
    std::vector<qint64> sizes;
    for (std::size_t axis = 0; axis < maps.size(); ++axis) {
        std::vector<qint64> offsets(maps[axis].size());
        for (std::size_t i = 0; i < offsets.size(); ++i)
            offsets[i] = maps[axis][i] < 0 ? -1 : maps[axis][i] * strides[axis];
        sizes.push_back(static_cast<qint64>(offsets.size()));
        gathering.offsets.push_back(std::move(offsets));
    }
    gathering.shape = Shape(std::move(sizes));
    return gathered(source, gathering, fill);
}

Tensor permuted(const Tensor& source, std::span<const qint64> permutation)
{
    const std::vector<qint64> strides = denseStrides(source.shape());
    Gathering gathering;
    std::vector<qint64> sizes;
    for (const qint64 from : permutation) {
        const qint64 size = source.shape()[static_cast<int>(from)];
        std::vector<qint64> offsets(static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < offsets.size(); ++i)
            offsets[i] = static_cast<qint64>(i) * strides[static_cast<std::size_t>(from)];
        sizes.push_back(size);
        gathering.offsets.push_back(std::move(offsets));
    }
    gathering.shape = Shape(std::move(sizes));
    return gathered(source, gathering, {});
}

} // namespace driftscope
