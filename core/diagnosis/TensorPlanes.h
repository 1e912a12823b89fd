// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/tensor/Tensor.h"

#include <functional>

namespace driftscope {

/// How a tensor is read as pictures: sizes of one channel and where its elements are.
struct PlanePlan
{
    qint64 height = 0;
    qint64 width = 0;
    qint64 channels = 1;
    qint64 strideY = 0;
    qint64 strideX = 0;
    qint64 strideC = 0;

    [[nodiscard]] qint64 elementAt(qint64 y, qint64 x, qint64 channel) const
    {
        return y * strideY + x * strideX + channel * strideC;
    }
    [[nodiscard]] qint64 channelOf(qint64 element) const; ///< of the element at that index
};

/// Four axes are read by the tensor's layout (NCHW where it says nothing, unless only the last axis can be channels);
/// of other tensors the last two axes are rows and columns and all before them channels. A long vector is folded into a
/// nearly square sheet.
[[nodiscard]] PlanePlan planePlan(const Tensor& tensor);

/// A place in a tensor read as pictures.
struct PlanePoint
{
    qint64 y = 0;
    qint64 x = 0;
    qint64 channel = 0;

    bool operator==(const PlanePoint&) const = default;
};

/// Reads a tensor's real values part by part: of one that lies in a file no more than is looked at.
class TensorPlanes
{
public:
    explicit TensorPlanes(Tensor tensor);

    [[nodiscard]] const PlanePlan& plan() const { return m_plan; }
    [[nodiscard]] qint64 elementCount() const { return m_tensor.elementCount(); }
    /// height × width values, row by row; what the sheet has more than the tensor is NaN. An error where the file does
    /// not give them any more.
    [[nodiscard]] Result<std::vector<float>> plane(qint64 channel, const CancelToken& cancel = {}) const;
    /// Every channel's value at one place.
    [[nodiscard]] Result<std::vector<float>> column(qint64 y, qint64 x) const;
    /// Real values from element `first` on, cut at the end.
    [[nodiscard]] Result<std::vector<float>> values(qint64 first, qint64 count) const;

private:
    [[nodiscard]] float scaleOf(qint64 element, qint32& zeroPoint) const;

    Tensor m_tensor;
    PlanePlan m_plan;
    qint64 m_inner = 1; ///< elements for one step of the quantization's axis
    qint64 m_scales = 1;
};

/// The place of another tensor that a place of this one came from or goes to: by its share of height and width. The
/// channel stays where there is one of its number.
[[nodiscard]] PlanePoint correspondingPoint(const PlanePlan& from, const PlanePoint& point, const PlanePlan& to);

} // namespace driftscope
