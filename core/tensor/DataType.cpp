// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/DataType.h"

#include <array>

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
    DataTypeRow{DataType::Float8, QLatin1StringView("float8"), 1},
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

bool isFloatingPoint(DataType type)
{
    return type == DataType::Float32 || type == DataType::Float64 || type == DataType::Float16
        || type == DataType::BFloat16 || type == DataType::Float8;
}

bool isInteger(DataType type)
{
    return (type >= DataType::Int8 && type <= DataType::UInt64) || type == DataType::Int4 || type == DataType::UInt4;
}

} // namespace driftscope
