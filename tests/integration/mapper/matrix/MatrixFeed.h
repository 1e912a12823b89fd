// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MatrixCase.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

/// One frame of noise for one input, and what each stage takes of it. The arithmetic is written out here, from the
/// vendor's manual, and shares nothing with the toolchain under test.
class MatrixFeed
{
public:
    MatrixFeed(const MatrixInput& input, unsigned seed);

    /// What a board program hands over: bytes of the run-time type in its layout, two planes for nv12.
    [[nodiscard]] const QByteArray& boardBytes() const { return m_bytes; }
    /// For the person's own model: train type and layout, normalized as a training program does.
    [[nodiscard]] Tensor forFloat() const;
    /// For the float stages: run-time colours minus 128 in the layout of training.
    [[nodiscard]] Tensor forStage() const;
    /// For the quantized model, in the layout of `shape`: int8 pixels minus 128; featuremaps stay float32.
    [[nodiscard]] Tensor forQuantized(const Shape& shape) const;

private:
    void makePicture(unsigned seed);
    void makeFeatures(unsigned seed);
    [[nodiscard]] std::vector<float> trainPixels() const;
    [[nodiscard]] Shape trainShape() const;
    /// Values of rows x columns x channels, in this layout.
    [[nodiscard]] std::vector<float> inLayout(const std::vector<float>& interleaved, const QString& layout) const;

    MatrixInput m_input;
    QByteArray m_bytes;
    std::vector<float> m_values; ///< run-time colours 0..255 or features, rows x columns x channels
};

/// What data_mean subtracts and data_scale multiplies by, for each channel.
[[nodiscard]] double matrixMean(qint64 channel);
[[nodiscard]] double matrixScale(qint64 channel);

} // namespace driftscope
