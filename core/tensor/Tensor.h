// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/tensor/DataType.h"
#include "core/tensor/DeferredBytes.h"
#include "core/tensor/InputFormat.h"
#include "core/tensor/Shape.h"

#include <QByteArray>

#include <cstring>
#include <optional>
#include <span>
#include <vector>

namespace driftscope {

/// How stored integers stand for real numbers: real = (stored - zeroPoint) * scale. One scale for the whole tensor
/// (axis -1) or one for each index of `axis`.
struct Quantization
{
    std::vector<float> scales;
    std::vector<qint32> zeroPoints; ///< empty means all zero
    int axis = -1;

    bool operator==(const Quantization&) const = default;
};

/// A dense, row-major tensor. A value type: copies share the bytes, which are never changed in place once shared. The
/// bytes of a large weight are read from its file when they are asked for; bytes() and values() then keep them, the
/// conversions do not.
class Tensor
{
public:
    Tensor() = default;
    /// `bytes` must hold exactly shape.elementCount() elements (asserted for types of fixed size).
    Tensor(DataType type, Shape shape, QByteArray bytes);

    template <typename T> [[nodiscard]] static Tensor fromValues(Shape shape, std::span<const T> values)
    {
        return {dataTypeOf<T>, std::move(shape),
                QByteArray(reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size_bytes()))};
    }
    template <typename T> [[nodiscard]] static Tensor fromValues(Shape shape, const std::vector<T>& values)
    {
        return fromValues<T>(std::move(shape), std::span<const T>(values));
    }
    [[nodiscard]] static Tensor scalar(float value) { return fromValues<float>(Shape{}, std::vector<float>{value}); }
    /// Checked form for data from outside: the sentence says which size was expected.
    [[nodiscard]] static Result<Tensor> fromBytes(DataType type, Shape shape, QByteArray bytes);

    /// A tensor whose bytes stay in a file until they are asked for. The caller has checked that they are there.
    [[nodiscard]] static Tensor deferred(DataType type, Shape shape, std::shared_ptr<const DeferredBytes> bytes);

    [[nodiscard]] DataType dataType() const { return m_type; }
    [[nodiscard]] const Shape& shape() const { return m_shape; }
    [[nodiscard]] const QByteArray& bytes() const { return m_deferred ? m_deferred->load() : m_bytes; }
    /// The same without keeping them, and with the reason when the file does not give them any more.
    [[nodiscard]] Result<QByteArray> readBytes() const;
    /// A part of the bytes, cut at the ends; what cannot be read is empty. Costs what it gives.
    [[nodiscard]] QByteArray bytesAt(qint64 offset, qint64 length) const;
    [[nodiscard]] qint64 byteCount() const { return m_deferred ? m_deferred->size() : m_bytes.size(); }
    [[nodiscard]] bool isDeferred() const { return m_deferred != nullptr; }
    [[nodiscard]] qint64 elementCount() const { return m_shape.elementCount(); }
    [[nodiscard]] bool isEmpty() const { return byteCount() == 0; }

    /// The elements as T; T must be the C++ type of dataType().
    template <typename T> [[nodiscard]] std::span<const T> values() const
    {
        Q_ASSERT(dataTypeOf<T> == m_type);
        const QByteArray& stored = bytes();
        return {reinterpret_cast<const T*>(stored.constData()), static_cast<std::size_t>(stored.size()) / sizeof(T)};
    }
    /// Every element converted to float, stored integers taken as they are (no dequantization). Packed
    /// and small types are unpacked. Empty for strings and complex numbers.
    [[nodiscard]] std::vector<float> toFloats() const;
    /// Every element as the real number it stands for, by quantization() where there is one.
    [[nodiscard]] std::vector<float> toRealValues() const;
    /// Integer elements (shapes, axes, permutations) as 64-bit integers. Empty for other types.
    [[nodiscard]] std::vector<qint64> toIntegers() const;

    [[nodiscard]] TensorLayout layout() const { return m_layout; }
    void setLayout(TensorLayout layout) { m_layout = layout; }
    [[nodiscard]] const std::optional<Quantization>& quantization() const { return m_quantization; }
    void setQuantization(std::optional<Quantization> quantization) { m_quantization = std::move(quantization); }

private:
    [[nodiscard]] QByteArray bytesOrZeros() const;

    DataType m_type = DataType::Undefined;
    Shape m_shape;
    QByteArray m_bytes;
    std::shared_ptr<const DeferredBytes> m_deferred; ///< in place of m_bytes
    TensorLayout m_layout = TensorLayout::Unknown;
    std::optional<Quantization> m_quantization;
};

/// A tensor and the name it has in its model.
struct NamedTensor
{
    QString name;
    Tensor tensor;
};

} // namespace driftscope
