// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

#include <array>

namespace driftscope {

/// How a window slides over the last two axes of an NxCxHxW tensor. Tensors of rank 3 are taken as height 1.
struct Window
{
    std::array<qint64, 2> size{1, 1};
    std::array<qint64, 2> stride{1, 1};
    std::array<qint64, 2> dilation{1, 1};
    std::array<qint64, 2> padBegin{0, 0};
    std::array<qint64, 2> padEnd{0, 0};
    bool ceilMode = false;
    QString autoPad; ///< SAME_UPPER, SAME_LOWER; empty otherwise

    /// Reads kernel_shape, strides, dilations, pads, auto_pad and ceil_mode; `kernel` are the spatial sizes of the
    /// weights where there are some. Fails for more than two spatial axes.
    [[nodiscard]] static Result<Window> fromNode(const NodeContext& context, std::vector<qint64> kernel = {});

    /// The same with the pads that auto_pad means for this input (spatial sizes).
    [[nodiscard]] Window resolved(const std::array<qint64, 2>& input) const;
    /// Spatial sizes of the result, 0 or less when the window does not fit. Call on a resolved window.
    [[nodiscard]] std::array<qint64, 2> outputSize(const std::array<qint64, 2>& input) const;
};

/// The spatial sizes of a rank 3 or 4 tensor; nothing for other ranks.
[[nodiscard]] std::optional<std::array<qint64, 2>> spatialSizes(const Shape& shape);
/// NxC and the spatial sizes in the rank of `like`.
[[nodiscard]] Shape spatialShape(const Shape& like, qint64 channels, const std::array<qint64, 2>& spatial);

} // namespace driftscope
