// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Window.h"

namespace driftscope {

/// The part of one window that lies inside the input: rows [top, bottom), columns [left, right) in steps of dilation.
struct WindowSpan
{
    qint64 top = 0;
    qint64 bottom = 0;
    qint64 left = 0;
    qint64 right = 0;
};

/// A window resolved for one input.
struct PoolPlan
{
    Window window;
    std::array<qint64, 2> inputSize{};
    std::array<qint64, 2> outputSize{};

    /// Nothing when the input has no two spatial axes or the window does not fit.
    [[nodiscard]] static std::optional<PoolPlan> forInput(const Window& window, const Shape& input);
    [[nodiscard]] WindowSpan span(qint64 row, qint64 column) const;
    /// How many elements of the input a span covers.
    [[nodiscard]] qint64 elements(const WindowSpan& span) const;
};

/// Calls visit(offset of the plane, span) for every window in the order of the output's elements.
template <typename Visit> void forEachWindow(const Shape& input, const PoolPlan& plan, Visit&& visit)
{
    const qint64 planeSize = plan.inputSize[0] * plan.inputSize[1];
    for (qint64 plane = 0; plane < input[0] * input[1]; ++plane) {
        for (qint64 row = 0; row < plan.outputSize[0]; ++row) {
            for (qint64 column = 0; column < plan.outputSize[1]; ++column)
                visit(plane * planeSize, plan.span(row, column));
        }
    }
}

/// AveragePool and GlobalAveragePool: sums of windows and by how much to divide them.
class AveragePooling
{
public:
    [[nodiscard]] static Result<AveragePooling> fromNode(const NodeContext& context);
    [[nodiscard]] std::optional<PoolPlan> plan(const Shape& input) const;

    /// By how many values the sum of a window is divided.
    [[nodiscard]] qint64 count(const PoolPlan& plan, const WindowSpan& span) const
    {
        return m_countsPadding ? plan.window.size[0] * plan.window.size[1] : std::max<qint64>(plan.elements(span), 1);
    }

    /// Calls finish(sum, count) for every window in the order of the output's elements.
    template <typename T, typename Sum, typename Finish>
    void sumWindows(const Tensor& input, const PoolPlan& plan, Finish&& finish) const
    {
        const T* in = input.values<T>().data();
        forEachWindow(input.shape(), plan, [&](qint64 plane, const WindowSpan& span) {
            Sum sum = 0;
            for (qint64 y = span.top; y < span.bottom; y += plan.window.dilation[0]) {
                for (qint64 x = span.left; x < span.right; x += plan.window.dilation[1])
                    sum += static_cast<Sum>(in[plane + y * plan.inputSize[1] + x]);
            }
            finish(sum, count(plan, span));
        });
    }

private:
    Window m_window;
    bool m_isGlobal = false;
    bool m_countsPadding = false;
};

} // namespace driftscope
