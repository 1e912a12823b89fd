// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/DataType.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DataTypeRow
{
    DataType type;
    QLatin1StringView name;
    qsizetype size;
};

constexpr std::array rows{
    DataTypeRow{DataType::Undefined, QLatin1StringView("undefined"), 0},
    DataTypeRow{DataType::Float32, QLatin1StringView("float32"), 4},
    DataTypeRow{DataType::Float64, QLatin1StringView("float64"), 8},
    DataTypeRow{DataType::Float16, QLatin1StringView("float16"), 2},
    DataTypeRow{DataType::BFloat16, QLatin1StringView("bfloat16"), 2},
    DataTypeRow{DataType::Int8, QLatin1StringView("int8"), 1},
    DataTypeRow{DataType::UInt8, QLatin1StringView("uint8"), 1},
    DataTypeRow{DataType::Int16, QLatin1StringView("int16"), 2},
    DataTypeRow{DataType::UInt16, QLatin1StringView("uint16"), 2},
    DataTypeRow{DataType::Int32, QLatin1StringView("int32"), 4},
    DataTypeRow{DataType::UInt32, QLatin1StringView("uint32"), 4},
    DataTypeRow{DataType::Int64, QLatin1StringView("int64"), 8},
    DataTypeRow{DataType::UInt64, QLatin1StringView("uint64"), 8},
    DataTypeRow{DataType::Bool, QLatin1StringView("bool"), 1},
    DataTypeRow{DataType::String, QLatin1StringView("string"), 0},
    DataTypeRow{DataType::Int4, QLatin1StringView("int4"), 0},
    DataTypeRow{DataType::UInt4, QLatin1StringView("uint4"), 0},
    DataTypeRow{DataType::Complex64, QLatin1StringView("complex64"), 8},
    DataTypeRow{DataType::Complex128, QLatin1StringView("complex128"), 16},
    DataTypeRow{DataType::Float8E4M3FN, QLatin1StringView("float8_e4m3fn"), 1},
    DataTypeRow{DataType::Float8E4M3FNUZ, QLatin1StringView("float8_e4m3fnuz"), 1},
    DataTypeRow{DataType::Float8E5M2, QLatin1StringView("float8_e5m2"), 1},
    DataTypeRow{DataType::Float8E5M2FNUZ, QLatin1StringView("float8_e5m2fnuz"), 1},
    DataTypeRow{DataType::Float8E8M0, QLatin1StringView("float8_e8m0fnu"), 1},
    DataTypeRow{DataType::Float4E2M1, QLatin1StringView("float4_e2m1fn"), 0},
    DataTypeRow{DataType::Int2, QLatin1StringView("int2"), 0},
    DataTypeRow{DataType::UInt2, QLatin1StringView("uint2"), 0},
};

const DataTypeRow& rowOf(DataType type)
{
    for (const DataTypeRow& row : rows) {
        if (row.type == type)
            return row;
    }
    return rows.front();
}

} // namespace

QString dataTypeName(DataType type)
{
    return rowOf(type).name;
}

std::optional<DataType> dataTypeFromName(const QString& name)
{
    for (const DataTypeRow& row : rows) {
        if (row.name == name)
            return row.type;
    }
    return std::nullopt;
}

qsizetype elementSize(DataType type)
{
    return rowOf(type).size;
}

int elementBits(DataType type)
{
    switch (type) {
    case DataType::Int4:
    case DataType::UInt4:
    case DataType::Float4E2M1:
        return 4;
    case DataType::Int2:
    case DataType::UInt2:
        return 2;
    default:
        return static_cast<int>(elementSize(type)) * 8;
    }
}

qint64 bytesOfElements(DataType type, qint64 count)
{
    const int bits = elementBits(type);
    if (bits == 0 || count < 0)
        return -1;
    if (bits < 8) {
        const qint64 perByte = 8 / bits;
        return count / perByte + (count % perByte != 0 ? 1 : 0);
    }
    const qint64 size = bits / 8;
    return count > std::numeric_limits<qint64>::max() / size ? -1 : count * size;
}

bool isFloatingPoint(DataType type)
{
    return type == DataType::Float32 || type == DataType::Float64 || type == DataType::Float16
        || type == DataType::BFloat16 || (type >= DataType::Float8E4M3FN && type <= DataType::Float4E2M1);
}

bool isInteger(DataType type)
{
    return (type >= DataType::Int8 && type <= DataType::UInt64) || type == DataType::Int4 || type == DataType::UInt4
        || type == DataType::Int2 || type == DataType::UInt2;
}

} // namespace driftscope
