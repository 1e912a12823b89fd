// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QList>

namespace driftscope {

/// How a picture of another shape is brought to the input's.
enum class PictureFit
{
    Stretch, ///< both sides scaled on their own
    Letterbox, ///< scaled whole, centred, the rest filled
    LetterboxTopLeft, ///< the same, at the upper left corner
    CentreCrop ///< scaled to cover, the rest cut off
};

enum class Interpolation
{
    Bilinear, ///< pixel centres aligned, as OpenCV's INTER_LINEAR
    AlignedCorners, ///< bilinear with the corner pixels aligned
    Nearest, ///< the pixel at or before the place, as OpenCV's INTER_NEAREST with its rounding
    NearestWhole, ///< the same in whole numbers, as loops of one's own have it
    NearestCentre, ///< the pixel under the centre, as Pillow's NEAREST and OpenCV's INTER_NEAREST_EXACT
    Area, ///< the mean of what is covered, as OpenCV's INTER_AREA and Pillow when shrinking
    Cubic ///< four taps, as OpenCV's INTER_CUBIC
};

struct PicturePreparation
{
    PictureFit fit = PictureFit::Stretch;
    Interpolation interpolation = Interpolation::Bilinear;
    quint8 fill = 0; ///< of what a letterbox leaves free
};

/// An HxWxC uint8 picture brought to height x width.
[[nodiscard]] Tensor preparedPicture(const Tensor& picture, qint64 height, qint64 width,
                                     const PicturePreparation& preparation);

} // namespace driftscope
