// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// Pictures beyond this many pixels are refused before memory is asked for them.
inline constexpr qint64 maximumPicturePixels = qint64{1} << 28;

/// The decoders behind parsePicture(). All give uint8 RGB of shape HxWx3 and take the samples as they are stored: no
/// colour profile, gamma or orientation is applied, as training code does not apply them either.
[[nodiscard]] Result<Tensor> decodePng(const QByteArray& content, const QString& name);
[[nodiscard]] Result<Tensor> decodeJpeg(const QByteArray& content, const QString& name);

/// Uncompressed, of 8 bits with a palette, 24 or 32 bits; transparency is left out.
[[nodiscard]] Result<Tensor> decodeBmp(const QByteArray& content, const QString& name);

/// “<name>” is a damaged <format> picture: <reason>
[[nodiscard]] Error damagedPicture(const QString& name, const QString& format, const QString& reason);

} // namespace driftscope
