// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/tensor/Tensor.h"

#include <QPoint>
#include <QSize>
#include <QString>

#include <limits>
#include <vector>

namespace driftscope {

/// One channel's real values.
struct TensorPlane
{
    QSize size;
    std::vector<float> values; ///< row by row
    double minimum = 0.0; ///< of the finite ones
    double maximum = 0.0;
    double magnitude = 0.0;
    qint64 notFinite = 0;
    float saturatedBelow = -std::numeric_limits<float>::infinity(); ///< values from here on are at an end of their type
    float saturatedAbove = std::numeric_limits<float>::infinity();

    [[nodiscard]] float at(QPoint element) const; ///< NaN outside
};

/// The same channel of the two tensors of a layer, and what differs. Made on a worker thread.
struct TensorViews
{
    TensorPlane reference;
    TensorPlane candidate;
    TensorPlane difference; ///< candidate − reference; empty where the planes have other sizes
    int channels = 1;
    int step = 1; ///< of very large planes every so many rows and columns are shown
    QString referenceType; ///< `int8 1×64×64×3 NHWC`
    QString candidateType;
    QString problem; ///< why nothing is shown
};

/// Reads no more of the tensors than this channel.
[[nodiscard]] TensorViews tensorViews(const Tensor& reference, const Tensor& candidate, int channel,
                                      const CancelToken& cancel);

/// Rows of numbers with `separator` between them.
[[nodiscard]] QString planeText(const TensorPlane& plane, QChar separator);

} // namespace driftscope
