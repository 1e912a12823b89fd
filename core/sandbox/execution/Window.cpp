// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Window.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

std::array<qint64, 2> pair(const std::vector<qint64>& values, qint64 fallback)
{
    if (values.empty())
        return {fallback, fallback};
    return values.size() == 1 ? std::array<qint64, 2>{fallback, values[0]}
                              : std::array<qint64, 2>{values[0], values[1]};
}

std::vector<qint64> listed(const NodeContext& context, const QString& name)
{
    const QList<qint64> values = context.node().integers(name);
    return {values.begin(), values.end()};
}

} // namespace

Result<Window> Window::fromNode(const NodeContext& context, std::vector<qint64> kernel)
{
    const std::vector<qint64> declared = listed(context, u"kernel_shape"_s);
    if (kernel.empty())
        kernel = declared;
    const std::vector<qint64> pads = listed(context, u"pads"_s);
    const std::vector<qint64> strides = listed(context, u"strides"_s);
    const std::vector<qint64> dilations = listed(context, u"dilations"_s);
    if (kernel.empty() || kernel.size() > 2 || strides.size() > 2 || dilations.size() > 2
        || (!pads.empty() && pads.size() != 2 * kernel.size())) {
        return context.unsupported(
            QCoreApplication::translate("SandboxExecution", "its window must have one or two spatial axes"));
    }
    Window window;
    window.size = pair(kernel, 1);
    window.stride = pair(strides, 1);
    window.dilation = pair(dilations, 1);
    const auto half = static_cast<std::ptrdiff_t>(pads.size() / 2);
    window.padBegin = pair({pads.begin(), pads.begin() + half}, 0);
    window.padEnd = pair({pads.begin() + half, pads.end()}, 0);
    window.ceilMode = context.node().integer(u"ceil_mode"_s, 0) != 0;
    const QString autoPad = context.node().text(u"auto_pad"_s, u"NOTSET"_s);
    if (autoPad.startsWith("SAME"_L1))
        window.autoPad = autoPad;
    for (std::size_t i = 0; i < 2; ++i) {
        if (window.size[i] < 1 || window.stride[i] < 1 || window.dilation[i] < 1 || window.padBegin[i] < 0
            || window.padEnd[i] < 0) {
            return context.malformed(QCoreApplication::translate(
                "SandboxExecution", "sizes, strides and dilations must be positive and pads not negative"));
        }
    }
    return window;
}

Window Window::resolved(const std::array<qint64, 2>& input) const
{
    Window result = *this;
    if (autoPad.isEmpty())
        return result;
    for (std::size_t i = 0; i < 2; ++i) {
        const qint64 out = (input[i] + stride[i] - 1) / stride[i];
        const qint64 total = std::max<qint64>(0, (out - 1) * stride[i] + (size[i] - 1) * dilation[i] + 1 - input[i]);
        result.padBegin[i] = autoPad == "SAME_LOWER"_L1 ? total - total / 2 : total / 2;
        result.padEnd[i] = total - result.padBegin[i];
    }
    return result;
}

std::array<qint64, 2> Window::outputSize(const std::array<qint64, 2>& input) const
{
    std::array<qint64, 2> out{};
    for (std::size_t i = 0; i < 2; ++i) {
        const qint64 room = input[i] + padBegin[i] + padEnd[i] - (size[i] - 1) * dilation[i] - 1;
        if (room < 0) {
            out[i] = 0;
            continue;
        }
        out[i] = room / stride[i] + 1;
        // A window that would begin in the padding at the end sees nothing and is left out.
        if (ceilMode && room % stride[i] != 0 && out[i] * stride[i] < input[i] + padBegin[i])
            ++out[i];
    }
    return out;
}

std::optional<std::array<qint64, 2>> spatialSizes(const Shape& shape)
{
    if (shape.rank() == 3)
        return std::array<qint64, 2>{1, shape[2]};
    if (shape.rank() == 4)
        return std::array<qint64, 2>{shape[2], shape[3]};
    return std::nullopt;
}

Shape spatialShape(const Shape& like, qint64 channels, const std::array<qint64, 2>& spatial)
{
    return like.rank() == 3 ? Shape{like[0], channels, spatial[1]} : Shape{like[0], channels, spatial[0], spatial[1]};
}

} // namespace driftscope
