// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/SampleStatistics.h"

namespace driftscope {

/// Whether the first bytes are those of a PNG, JPEG or BMP file.
[[nodiscard]] bool startsLikePicture(QByteArrayView head);

/// Width and height as the first bytes of a PNG, JPEG or BMP file say; nothing where they do not reach that far.
[[nodiscard]] std::optional<PictureDimensions> pictureDimensionsFrom(QByteArrayView head);

} // namespace driftscope
