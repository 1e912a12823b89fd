// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// Reads the real values of a tensor (see Tensor::toRealValues) piece by piece into small buffers, so that comparing
/// needs no copy of the tensor. For one thread; the tensor must outlive it.
class RealValues
{
public:
    explicit RealValues(const Tensor& tensor);

    /// Types whose values float cannot hold: double and unquantized integers of 32 bits and more.
    [[nodiscard]] bool needDouble() const;
    /// The elements that read() and saturated() may be asked for. Reads them from the file where the bytes
    /// stand there; what cannot be read is zeros. `begin` is a multiple of 8 (elements of 2 bits share bytes).
    void open(qint64 begin, qint64 count);
    /// `count` values from `begin` on. In `buffer`, or where they are when nothing has to be converted.
    [[nodiscard]] std::span<const float> read(qint64 begin, qint64 count, std::vector<float>& buffer) const;
    [[nodiscard]] std::span<const double> read(qint64 begin, qint64 count, std::vector<double>& buffer) const;
    /// How many of them stand at an end of the range of their integer type.
    [[nodiscard]] qint64 saturated(qint64 begin, qint64 count) const;

private:
    [[nodiscard]] const char* at(qint64 element) const;
    void decode(qint64 begin, qint64 count, float* values) const;
    void decodeSmall(qint64 begin, qint64 count, float* values) const;
    void dequantize(qint64 begin, qint64 count, float* values) const;

    const Tensor& m_tensor;
    QByteArray m_bytes;
    qint64 m_first = 0; ///< element at which m_bytes begins
    std::vector<float> m_scales; ///< one, or one for each index of the axis; empty without quantization
    std::vector<float> m_zeroPoints; ///< as many
    qint64 m_inner = 1; ///< neighbours that share a scale
};

} // namespace driftscope
