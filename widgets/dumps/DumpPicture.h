// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpView.h"
#include "widgets/common/Theme.h"

#include <QImage>

namespace driftscope {

/// How bytes look through a declaration.
struct DumpPicture
{
    QImage image; ///< of one channel, at most 320 elements wide and high; null when there is nothing to see
    qint64 channels = 0;
    QString sizes; ///< one line: shape, bytes of the data and of the file
    QString numbers; ///< the first values and their range
};

/// NaN and Inf stand in a colour outside of the map.
[[nodiscard]] DumpPicture dumpPicture(const QByteArray& bytes, const DumpDeclaration& declaration, qint64 channel,
                                      const Theme& theme);

} // namespace driftscope
