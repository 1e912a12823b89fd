// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// Which axes a reduction folds, and whether they stay with size 1.
class Reducing
{
public:
    /// Reads axes (attribute or second input), keepdims and noop_with_empty_axes.
    [[nodiscard]] static Result<Reducing> fromNode(const NodeContext& context);

    /// For every element of the input the index of the element of the result that it goes to, and the result's shape.
    struct Assignment
    {
        std::vector<qint64> targets;
        Shape shape;
        qint64 count = 1; ///< elements folded into each
    };
    /// Empty when an axis is outside the input.
    [[nodiscard]] std::optional<Assignment> assign(const Shape& input) const;

private:
    std::vector<qint64> m_axes;
    bool m_keepsAxes = true;
    bool m_emptyMeansNone = false;
};

} // namespace driftscope
