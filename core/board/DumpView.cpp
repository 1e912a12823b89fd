// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpView.h"

#include "core/board/StridedBytes.h"
#include "core/tensor/SmallFloats.h"

#include <QtEndian>

namespace driftscope {

namespace {

/// Which axis of the shape is the channel, the row and the column; -1 for an axis that there is not.
std::array<int, 3> axesOf(const DumpDeclaration& declaration)
{
    const int rank = declaration.shape.rank();
    if (rank == 4)
        return declaration.layout == TensorLayout::NHWC ? std::array{3, 1, 2} : std::array{1, 2, 3};
    if (rank == 3)
        return {0, 1, 2};
    if (rank == 2)
        return {-1, 0, 1};
    return {-1, -1, rank - 1};
}

double valueAt(DataType type, const char* bytes)
{
    switch (type) {
    case DataType::Int8:
        return static_cast<qint8>(*bytes);
    case DataType::UInt8:
    case DataType::Bool:
        return static_cast<quint8>(*bytes);
    case DataType::Int16:
        return qFromLittleEndian<qint16>(bytes);
    case DataType::UInt16:
        return qFromLittleEndian<quint16>(bytes);
    case DataType::Int32:
        return qFromLittleEndian<qint32>(bytes);
    case DataType::UInt32:
        return qFromLittleEndian<quint32>(bytes);
    case DataType::Int64:
        return static_cast<double>(qFromLittleEndian<qint64>(bytes));
    case DataType::UInt64:
        return static_cast<double>(qFromLittleEndian<quint64>(bytes));
    case DataType::Float32:
        return static_cast<double>(qFromLittleEndian<float>(bytes));
    case DataType::Float64:
        return qFromLittleEndian<double>(bytes);
    case DataType::Float16:
    case DataType::BFloat16:
        return static_cast<double>(floatFromBits(type, qFromLittleEndian<quint16>(bytes)));
    default:
        return 0.0;
    }
}

} // namespace

DumpView::DumpView(const QByteArray& bytes, const DumpDeclaration& declaration)
    : m_bytes(bytes)
    , m_declaration(declaration)
{
    const qint64 size = elementSize(declaration.type);
    const qint64 available = bytes.size() - declaration.offset;
    if (size == 0 || declaration.shape.elementCount() <= 0 || available < denseBytes(declaration))
        return;
    if (declaration.isNv12) { // the luma plane
        m_declaration.isNv12 = false;
        const bool isNhwc = declaration.layout == TensorLayout::NHWC && declaration.shape.rank() == 4;
        const int row = isNhwc ? 1 : declaration.shape.rank() - 2;
        const Shape& rows
            = declaration.aligned.rank() == declaration.shape.rank() ? declaration.aligned : declaration.shape;
        if (row < 0)
            return;
        m_sizes[1] = declaration.shape[row];
        m_sizes[2] = declaration.shape[row + 1];
        m_strides[1] = available >= paddedBytes(declaration) ? rows[row + 1] : m_sizes[2];
        m_strides[2] = 1;
        m_isValid
            = stridesFit(Shape{m_sizes[1], m_sizes[2]}, {m_strides[1], 1}, 1, available) && m_strides[1] >= m_sizes[2];
        return;
    }
    if (available < paddedBytes(declaration) && available == denseBytes(declaration)) {
        m_declaration.aligned = {};
        m_declaration.strides.clear();
    }
    const std::vector<qint64> strides = stridesOf(m_declaration);
    if (!stridesFit(declaration.shape, strides, size, available))
        return;
    const std::array<int, 3> axes = axesOf(declaration);
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i] < 0)
            continue;
        m_sizes[i] = declaration.shape[axes[i]];
        m_strides[i] = strides[static_cast<std::size_t>(axes[i])];
    }
    m_isValid = true;
}

const char* DumpView::element(qint64 channel, qint64 y, qint64 x) const
{
    return m_bytes.constData() + m_declaration.offset + channel * m_strides[0] + y * m_strides[1] + x * m_strides[2];
}

double DumpView::at(qint64 channel, qint64 y, qint64 x) const
{
    return valueAt(m_declaration.type, element(channel, y, x));
}

std::optional<double> DumpView::dirtyPadding() const
{
    const qint64 padded = paddedBytes(m_declaration);
    const qint64 dense = denseBytes(m_declaration);
    if (!m_isValid || padded <= dense || m_bytes.size() - m_declaration.offset < padded)
        return {};
    // What is not zero in all bytes, less what is not zero in the valid ones.
    constexpr qint64 enough = qint64{16} << 20U;
    if (padded > enough)
        return {};
    const auto nonZero
        = [](QByteArrayView bytes) { return bytes.size() - std::count(bytes.begin(), bytes.end(), '\0'); };
    const QByteArray all = m_bytes.mid(m_declaration.offset, padded);
    const qsizetype valid
        = nonZero(gathered(all, m_declaration.shape, stridesOf(m_declaration), elementSize(m_declaration.type)));
    return static_cast<double>(nonZero(all) - valid) / static_cast<double>(padded - dense);
}

} // namespace driftscope
