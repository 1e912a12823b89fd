// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpReadings.h"

#include "core/board/DumpedTensor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Readings
{
    Q_DECLARE_TR_FUNCTIONS(DumpReadings)
};

constexpr std::array elementTypes{DataType::Int8,    DataType::UInt8,   DataType::Float16, DataType::Int16,
                                  DataType::UInt16,  DataType::Float32, DataType::Int32,   DataType::UInt32,
                                  DataType::Float64, DataType::Int64,   DataType::UInt64};

/// The axes of the result by those of the source, as transposed() takes them.
Shape permuted(const Shape& shape, const std::array<int, 4>& from)
{
    return Shape{shape[from[0]], shape[from[1]], shape[from[2]], shape[from[3]]};
}

int movedAxis(int axis, const std::array<int, 4>& from)
{
    const auto found = std::find(from.begin(), from.end(), axis);
    return found == from.end() ? -1 : static_cast<int>(found - from.begin());
}

DumpAlternative dense(DumpAlternative alternative)
{
    alternative.declaration.aligned = {};
    alternative.declaration.strides.clear();
    return alternative;
}

DumpAlternative transposedReading(const DumpAlternative& from)
{
    const bool isNhwc = from.declaration.layout == TensorLayout::NHWC;
    const std::array<int, 4> order = isNhwc ? std::array{0, 3, 1, 2} : std::array{0, 2, 3, 1};
    DumpAlternative result = dense(from);
    DumpDeclaration& declaration = result.declaration;
    declaration.shape = permuted(from.declaration.shape, order);
    declaration.layout = isNhwc ? TensorLayout::NCHW : TensorLayout::NHWC;
    declaration.axis = movedAxis(declaration.axis, order);
    result.changes.append(
        Readings::tr("as %1 of shape %2").arg(layoutName(declaration.layout), declaration.shape.toString()));
    return result;
}

DumpAlternative relabelledReading(const DumpAlternative& from)
{
    DumpAlternative result = dense(from);
    const bool isNhwc = from.declaration.layout == TensorLayout::NHWC;
    result.declaration.layout = isNhwc ? TensorLayout::NCHW : TensorLayout::NHWC;
    result.changes.append(Readings::tr("with its sizes meant as %1").arg(layoutName(result.declaration.layout)));
    return result;
}

/// Rows are the last but one axis, or the second of NHWC.
DumpAlternative exchangedReading(const DumpAlternative& from)
{
    DumpAlternative result = dense(from);
    DumpDeclaration& declaration = result.declaration;
    std::vector<qint64> sizes = declaration.shape.sizes();
    const std::size_t rows = sizes.size() == 4 && declaration.layout == TensorLayout::NHWC ? 1 : sizes.size() - 2;
    std::swap(sizes[rows], sizes[rows + 1]);
    declaration.shape = Shape(std::move(sizes));
    result.changes.append(Readings::tr("with height and width exchanged (%1)").arg(declaration.shape.toString()));
    return result;
}

/// What can be meant by the order of the axes, the declared one first.
QList<DumpAlternative> arrangements(const DumpDeclaration& declared)
{
    QList<DumpAlternative> result{{declared, {}}};
    const int rank = declared.shape.rank();
    if (rank == 4 && !declared.isNv12) {
        result.append(transposedReading(result[0]));
        result.append(relabelledReading(result[0]));
    }
    if (rank >= 2) {
        for (qsizetype i = 0, count = result.size(); i < count; ++i)
            result.append(exchangedReading(result[i]));
    }
    return result;
}

QList<DumpAlternative> withTypes(const QList<DumpAlternative>& readings)
{
    QList<DumpAlternative> result = readings;
    for (const DumpAlternative& reading : readings) {
        if (reading.declaration.isNv12)
            continue;
        for (const DataType type : elementTypes) {
            if (type == reading.declaration.type)
                continue;
            DumpAlternative other = reading;
            other.declaration.type = type;
            other.declaration.strides.clear(); // they count bytes of the declared type
            other.changes.append(Readings::tr("as %1").arg(dataTypeName(type)));
            result.append(other);
        }
    }
    return result;
}

QList<DumpAlternative> withAlignments(const QList<DumpAlternative>& readings)
{
    QList<DumpAlternative> result;
    for (const DumpAlternative& reading : readings) {
        result.append(reading);
        QList<Shape> known{reading.declaration.aligned};
        for (const AlignmentRule rule : alignmentRules) {
            const DumpDeclaration& from = reading.declaration;
            Shape aligned = alignedShape(from.shape, from.layout, elementSize(from.type), rule);
            if (aligned == from.shape)
                aligned = Shape();
            if (known.contains(aligned) && (aligned.rank() > 0 || from.strides.empty()))
                continue;
            known.append(aligned);
            DumpAlternative other = reading;
            other.declaration.aligned = aligned;
            other.declaration.strides.clear();
            other.changes.append(aligned.rank() == 0 ? Readings::tr("without padding")
                                                     : Readings::tr("padded to %1").arg(aligned.toString()));
            result.append(other);
        }
    }
    return result;
}

/// A header in front makes a file longer than its data; an offset that was declared may be none.
QList<DumpAlternative> withOffsets(const QList<DumpAlternative>& readings, qint64 bytes)
{
    constexpr qint64 longestHeader = 4096;
    QList<DumpAlternative> result;
    for (const DumpAlternative& reading : readings) {
        const DumpDeclaration& from = reading.declaration;
        QList<qint64> known;
        for (const qint64 offset : {from.offset, qint64{0}, bytes - paddedBytes(from), bytes - denseBytes(from)}) {
            if (offset < 0 || known.contains(offset) || (offset > longestHeader && offset != from.offset))
                continue;
            known.append(offset);
            DumpAlternative other = reading;
            other.declaration.offset = offset;
            if (offset != from.offset)
                other.changes.append(offset == 0 ? Readings::tr("from the first byte on")
                                                 : Readings::tr("from byte %1 on").arg(offset));
            result.append(other);
        }
    }
    return result;
}

} // namespace

QList<DumpAlternative> alternativesTo(const DumpDeclaration& declared, qint64 bytes)
{
    if (denseBytes(declared) <= 0)
        return {};
    constexpr qsizetype mostChanges = 3;
    QList<DumpAlternative> result;
    for (const DumpAlternative& reading : withOffsets(withAlignments(withTypes(arrangements(declared))), bytes)) {
        if (reading.changes.isEmpty() || reading.changes.size() > mostChanges
            || framesIn(bytes, reading.declaration) == 0)
            continue;
        if (reading.declaration.aligned.rank() > 0
            && (bytes - reading.declaration.offset) % paddedBytes(reading.declaration) != 0)
            continue; // the padding would not be in the file
        const auto same = std::find_if(result.cbegin(), result.cend(), [&reading](const DumpAlternative& other) {
            return other.declaration == reading.declaration;
        });
        if (same == result.cend() && reading.declaration != declared)
            result.append(reading);
    }
    return result;
}

} // namespace driftscope
