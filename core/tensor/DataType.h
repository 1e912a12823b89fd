// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace driftscope {

/// Element types of tensors, the union of what ONNX and the board know.
enum class DataType
{
    Undefined,
    Float32,
    Float64,
    Float16,
    BFloat16,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Bool,
    String,
    Int4,
    UInt4,
    Complex64,
    Complex128,
    Float8E4M3FN, ///< finite only; the other kinds have other exponents, or no negative zero (UZ)
    Float8E4M3FNUZ,
    Float8E5M2,
    Float8E5M2FNUZ,
    Float8E8M0, ///< an exponent alone: scales of blocks
    Float4E2M1,
    Int2,
    UInt2
};

/// `float32`, `int8`, `float8_e5m2`, …: the spelling of numpy and ml_dtypes, used in JSON and in the interface.
[[nodiscard]] QString dataTypeName(DataType type);
[[nodiscard]] std::optional<DataType> dataTypeFromName(const QString& name);
/// Bytes of one element; 0 for types without a fixed whole number of bytes (string, int4, undefined).
[[nodiscard]] qsizetype elementSize(DataType type);
/// Bits of one element; 0 where they have no fixed number (string, undefined). Types below 8 bits are packed, the first
/// element in the lowest bits.
[[nodiscard]] int elementBits(DataType type);
/// Bytes of `count` elements, the last one padded; -1 where the type does not say or the number does not fit.
[[nodiscard]] qint64 bytesOfElements(DataType type, qint64 count);
[[nodiscard]] bool isFloatingPoint(DataType type);
[[nodiscard]] bool isInteger(DataType type);

template <typename T> inline constexpr DataType dataTypeOf = DataType::Undefined;
template <> inline constexpr DataType dataTypeOf<float> = DataType::Float32;
template <> inline constexpr DataType dataTypeOf<double> = DataType::Float64;
template <> inline constexpr DataType dataTypeOf<qint8> = DataType::Int8;
template <> inline constexpr DataType dataTypeOf<quint8> = DataType::UInt8;
template <> inline constexpr DataType dataTypeOf<qint16> = DataType::Int16;
template <> inline constexpr DataType dataTypeOf<quint16> = DataType::UInt16;
template <> inline constexpr DataType dataTypeOf<qint32> = DataType::Int32;
template <> inline constexpr DataType dataTypeOf<quint32> = DataType::UInt32;
template <> inline constexpr DataType dataTypeOf<qint64> = DataType::Int64;
template <> inline constexpr DataType dataTypeOf<quint64> = DataType::UInt64;
template <> inline constexpr DataType dataTypeOf<bool> = DataType::Bool;

} // namespace driftscope
