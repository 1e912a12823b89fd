// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Comparison.h"
#include "widgets/common/Theme.h"

#include <QImage>

namespace driftscope {

/// How a tensor is read as pictures: sizes of one channel and where its elements are.
struct PicturePlan
{
    qint64 height = 0;
    qint64 width = 0;
    qint64 channels = 1;
    qint64 strideY = 0;
    qint64 strideX = 0;
    qint64 strideC = 0;
};

/// Four axes are read by the tensor's layout (NCHW where it says nothing, unless only the last axis can be channels);
/// everything else is folded into a nearly square sheet. The first of a batch is shown.
[[nodiscard]] PicturePlan picturePlan(const Tensor& tensor);

/// The two tensors of a layer, ready to be shown. Made on a worker thread.
struct TensorPictures
{
    QImage reference; ///< one pixel an element
    QImage candidate;
    double minimum = 0; ///< of the colours, common to both
    double maximum = 0;
    qint64 channels = 1;
    Histogram referenceHistogram;
    Histogram candidateHistogram;
    QString referenceType; ///< `int8 1×64×64×3 NHWC`
    QString candidateType;
    qint64 notFinite = 0;
};

/// Real values of one channel in the sequential map over the common range of both whole tensors; NaN and Inf in a
/// colour outside of the map.
[[nodiscard]] TensorPictures tensorPictures(const Tensor& reference, const Tensor& candidate, qint64 channel,
                                            const Theme& theme);

} // namespace driftscope
