// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <array>
#include <functional>

namespace driftscope {

// What can happen to a picture on its way into the BPU. Pixels are uint8, 1xHxWxC unless said otherwise.

/// Sizes of the model's picture input.
struct PictureSize
{
    qint64 height = 0;
    qint64 width = 0;
    qint64 channels = 0;

    [[nodiscard]] Shape nhwc() const { return {1, height, width, channels}; }
    [[nodiscard]] Shape nchw() const { return {1, channels, height, width}; }
    [[nodiscard]] Shape shape(TensorLayout layout) const { return layout == TensorLayout::NCHW ? nchw() : nhwc(); }
    [[nodiscard]] qint64 bytes() const { return height * width * channels; }
};

/// Bytes in `layout` as an NHWC picture.
[[nodiscard]] Tensor decoded(const QByteArray& bytes, const PictureSize& size, TensorLayout layout);
/// An NHWC picture as bytes in `layout`.
[[nodiscard]] QByteArray encoded(const Tensor& nhwc, TensorLayout layout);

/// Bytes taken as `declared` shape, permuted, and the result read as NHWC whatever its shape.
[[nodiscard]] Tensor permutedAndReread(const QByteArray& bytes, const Shape& declared,
                                       const std::array<int, 4>& permutation, const PictureSize& size);

[[nodiscard]] Tensor channelsReversed(const Tensor& nhwc);
/// A YUV picture with U and V exchanged.
[[nodiscard]] Tensor chromaSwapped(const Tensor& nhwc);
/// Height and width exchanged; for square pictures the transposed picture, else the bytes of it re-read.
[[nodiscard]] Tensor widthAndHeightSwapped(const Tensor& nhwc);
/// Each pixel through a table-like function, result clipped to 0…255.
[[nodiscard]] Tensor mapped(const Tensor& nhwc, const std::function<double(quint8 pixel, qint64 channel)>& function);

[[nodiscard]] Tensor mirrored(const Tensor& nhwc); ///< left and right exchanged
[[nodiscard]] Tensor upsideDown(const Tensor& nhwc);
/// Moved down and right by whole pixels (negative: up and left), the edge repeated.
[[nodiscard]] Tensor shifted(const Tensor& nhwc, qint64 down, qint64 right);

/// The planes (Y, then interleaved UV) of a picture whose chroma is alike in every square of 2x2 pixels.
[[nodiscard]] QByteArray nv12FromYuv444(const Tensor& nhwc);
/// What order the planes of 4:2:0 data stand in.
enum class ChromaPlanes
{
    Interleaved, ///< nv12: UVUV…
    Planar ///< i420: all U, then all V
};
/// The same planes with their chroma in another order; `planes` holds height * width * 3 / 2 bytes.
[[nodiscard]] QByteArray chromaReordered(const QByteArray& planes, qint64 height, qint64 width, ChromaPlanes from,
                                         ChromaPlanes to);

/// Rows of `rowBytes` as a program writes them that pads each to `stride` bytes with zeros, cut to the length of what
/// a reader without padding takes.
[[nodiscard]] QByteArray rowsPadded(const QByteArray& bytes, qint64 rowBytes, qint64 stride);
/// Dense rows as a reader takes them that expects each to begin `stride` bytes after the one before; zeros beyond the
/// end.
[[nodiscard]] QByteArray rowsStrided(const QByteArray& bytes, qint64 rowBytes, qint64 stride);

/// Mean absolute difference of neighbouring pixels in both directions, as a share of what shuffled pixels would have:
/// natural pictures are far below 1, bytes read in a wrong layout near or above it.
[[nodiscard]] double roughness(const Tensor& nhwc);

} // namespace driftscope
