// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpDeclaration.h"

#include "core/board/DumpedTensor.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Row-major, for a padded shape.
std::vector<qint64> rowMajor(const Shape& shape, qint64 elementBytes)
{
    std::vector<qint64> strides(static_cast<std::size_t>(shape.rank()));
    qint64 stride = elementBytes;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        strides[static_cast<std::size_t>(axis)] = stride;
        if (__builtin_mul_overflow(stride, shape[axis], &stride))
            return {};
    }
    return strides;
}

/// The runtime's aligned shapes have four axes whatever the tensor has: the valid shape got ones in front or behind.
/// The first of its axes in the aligned shape; -1 where neither fits.
int firstAxisIn(const Shape& aligned, const Shape& valid)
{
    if (aligned.rank() < valid.rank())
        return -1;
    const int more = aligned.rank() - valid.rank();
    for (const int first : {0, more}) {
        bool fits = true;
        for (int axis = 0; axis < valid.rank(); ++axis)
            fits = fits && aligned[first + axis] >= valid[axis];
        if (fits)
            return first;
    }
    return -1;
}

} // namespace

std::vector<qint64> stridesOf(const DumpDeclaration& declaration)
{
    const qint64 elementBytes = elementSize(declaration.type);
    const Shape& shape = declaration.shape;
    if (declaration.strides.size() == static_cast<std::size_t>(shape.rank()) && !declaration.strides.empty())
        return declaration.strides;
    const int first = declaration.aligned.rank() > 0 ? firstAxisIn(declaration.aligned, shape) : -1;
    if (first < 0)
        return rowMajor(shape, elementBytes);
    const std::vector<qint64> padded = rowMajor(declaration.aligned, elementBytes);
    if (padded.empty())
        return {};
    return {padded.begin() + first, padded.begin() + first + shape.rank()};
}

qint64 denseBytes(const DumpDeclaration& declaration)
{
    const qint64 bytes = bytesOfElements(declaration.type, declaration.shape.elementCount());
    return declaration.isNv12 && bytes > 0 ? bytes / 2 : bytes;
}

qint64 paddedBytes(const DumpDeclaration& declaration)
{
    const qint64 dense = denseBytes(declaration);
    if (dense < 0)
        return -1;
    qint64 bytes = dense;
    if (!declaration.strides.empty() && declaration.shape.rank() > 0
        && declaration.strides.size() == static_cast<std::size_t>(declaration.shape.rank())) {
        if (__builtin_mul_overflow(declaration.strides.front(), declaration.shape[0], &bytes))
            return -1;
    } else if (declaration.aligned.rank() > 0) {
        bytes = bytesOfElements(declaration.type, declaration.aligned.elementCount());
        if (declaration.isNv12 && bytes > 0)
            bytes /= 2;
    }
    return std::max(bytes, dense);
}

DumpDeclaration declarationOf(const BoardTensorProperties& properties)
{
    DumpDeclaration declaration;
    declaration.name = properties.name;
    declaration.type = dataTypeOfBoard(properties.tensorType);
    declaration.isNv12 = properties.tensorType.contains(u"NV12"_s);
    declaration.shape = properties.validShape;
    declaration.layout = properties.layout;
    if (properties.alignedShape.rank() > 0 && properties.alignedShape != properties.validShape)
        declaration.aligned = properties.alignedShape;
    // Pictures print strides of 0.
    if (std::none_of(properties.stride.begin(), properties.stride.end(), [](qint64 stride) { return stride <= 0; })
        && stridesOf(declaration) != properties.stride)
        declaration.strides = properties.stride;
    declaration.scales = properties.scales;
    declaration.zeroPoints = properties.zeroPoints;
    declaration.axis = properties.scales.size() > 1 ? properties.quantizeAxis : -1;
    return declaration;
}

} // namespace driftscope
