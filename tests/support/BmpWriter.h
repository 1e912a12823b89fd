// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QtEndian>

namespace driftscope {

/// An HxWx3 uint8 picture as a BMP of 24 bits, rows from the bottom up.
inline QByteArray toBmp(const Tensor& picture)
{
    const qint64 height = picture.shape()[0];
    const qint64 width = picture.shape()[1];
    const qint64 row = (width * 3 + 3) / 4 * 4;
    QByteArray file(54, '\0');
    const auto put = [&file](qsizetype at, auto value) { qToLittleEndian(value, file.data() + at); };
    file[0] = 'B';
    file[1] = 'M';
    put(2, quint32(54 + row * height));
    put(10, quint32(54));
    put(14, quint32(40));
    put(18, qint32(width));
    put(22, qint32(height));
    put(26, quint16(1));
    put(28, quint16(24));
    for (qint64 y = height - 1; y >= 0; --y) {
        QByteArray line(row, '\0');
        for (qint64 i = 0; i < width * 3; ++i)
            line[i] = picture.bytes()[(y * width + i / 3) * 3 + 2 - i % 3];
        file += line;
    }
    return file;
}

} // namespace driftscope
