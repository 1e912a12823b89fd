// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the writers of the C++ and of the Python share.
#pragma once

#include "core/stages/foresight/Forecast.h"

namespace driftscope {

/// One function to write.
struct FeedingJob
{
    QString function;
    QString title; ///< what it makes, one line without characters that end a comment or a string
    InputConfig input;
    TensorLayout layout = TensorLayout::Unknown; ///< of the bytes; Unknown for nv12
    qint64 height = -1; ///< -1 where not known
    qint64 width = -1;
    qint64 channels = -1;
    qint64 values = -1; ///< of one featuremap frame
    qint64 frames = 1;

    [[nodiscard]] bool hasSize() const { return height > 0 && width > 0; }
    [[nodiscard]] bool isTurned() const { return layout != input.layoutTrain && layout != TensorLayout::Unknown; }
};

/// `{red} + {green} + {blue} + offset`, BT.601: of Y, U and V.
struct YuvFormula
{
    const char* red;
    const char* green;
    const char* blue;
    const char* offset;
};
[[nodiscard]] const YuvFormula& yuvFormula(int component, bool videoRange);

[[nodiscard]] QString cppHead();
[[nodiscard]] QString cppFunction(const FeedingJob& job);
[[nodiscard]] QString pythonHead();
[[nodiscard]] QString pythonFunction(const FeedingJob& job);

} // namespace driftscope
