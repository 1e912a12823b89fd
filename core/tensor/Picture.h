// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// Decodes a PNG, JPEG or BMP into uint8 RGB of shape HxWx3. Transparency is composited on white; gray and palette
/// pictures become RGB; 16-bit samples become 8-bit.
[[nodiscard]] Result<Tensor> readPicture(const QString& path);
[[nodiscard]] Result<Tensor> parsePicture(const QByteArray& content, const QString& name);
/// The picture (HxWx3 uint8) as the bytes of a PNG file.
[[nodiscard]] QByteArray pngOf(const Tensor& rgbPicture);
/// Whether the file name says PNG, JPEG or BMP, or the first bytes PNG or JPEG.
[[nodiscard]] bool isPictureFile(const QString& path);

/// Bilinear resampling of an HxWxC uint8 picture, pixel centres aligned; the picture itself when the size fits.
[[nodiscard]] Tensor resizedPicture(const Tensor& picture, qint64 height, qint64 width);

/// Converts an RGB picture (HxWx3 uint8) to what an input of the given type takes: shape 1xHxWxC or 1xCxHxW by
/// `layout`, uint8; nv12 as 1x(3H/2)xWx1 with the interleaved chroma plane below the luma plane. YUV is BT.601 full
/// range, or 16–235 with `videoRange`. Featuremap is not a picture type and fails.
[[nodiscard]] Result<Tensor> pictureAs(const Tensor& rgbPicture, InputType type, TensorLayout layout,
                                       bool videoRange = false);

/// NV12 planes (Y, then interleaved UV; height x width even) as a 1xHxWx3 YUV picture: each chroma pair stands for its
/// four pixels, as the board's runtime hands them on. `planes` must hold height * width * 3 / 2 bytes.
[[nodiscard]] Tensor yuv444FromNv12(const QByteArray& planes, qint64 height, qint64 width);

} // namespace driftscope
