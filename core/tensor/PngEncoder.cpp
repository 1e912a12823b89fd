// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Picture.h"

#include <png.h>

namespace driftscope {

QByteArray pngOf(const Tensor& rgbPicture)
{
    Q_ASSERT(rgbPicture.dataType() == DataType::UInt8 && rgbPicture.shape().rank() == 3 && rgbPicture.shape()[2] == 3);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.height = static_cast<png_uint_32>(rgbPicture.shape()[0]);
    image.width = static_cast<png_uint_32>(rgbPicture.shape()[1]);
    image.format = PNG_FORMAT_RGB;
    const QByteArray pixels = rgbPicture.bytes();
    png_alloc_size_t size = 0;
    QByteArray encoded;
    if (png_image_write_get_memory_size(image, size, 0, pixels.constData(), 0, nullptr) == 0)
        return {};
    encoded.resize(static_cast<qsizetype>(size));
    if (png_image_write_to_memory(&image, encoded.data(), &size, 0, pixels.constData(), 0, nullptr) == 0)
        return {};
    encoded.truncate(static_cast<qsizetype>(size));
    return encoded;
}

} // namespace driftscope
