// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/TransposedConvolution.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

Result<TransposedConvolution> TransposedConvolution::fromNode(const NodeContext& context, const Shape& weightShape)
{
    const std::vector<qint64>& sizes = weightShape.sizes();
    const NodeDraft& node = context.node();
    TransposedConvolution result;
    result.m_groups = node.integer(u"group"_s, 1);
    if (sizes.size() < 3 || result.m_groups < 1 || sizes[0] % result.m_groups != 0) {
        return context.malformed(
            QCoreApplication::translate("SandboxExecution", "its weights do not have the shape of a convolution"));
    }
    if (node.attribute(u"output_shape"_s) != nullptr || node.text(u"auto_pad"_s, u"NOTSET"_s) != "NOTSET"_L1) {
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "pads must be given in numbers"));
    }
    const Result<Window> window = Window::fromNode(context, {sizes.begin() + 2, sizes.end()});
    if (!window)
        return forward(window);
    result.m_window = *window;
    result.m_channels = sizes[0];
    result.m_perGroup = sizes[1];
    const QList<qint64> padding = node.integers(u"output_padding"_s);
    if (padding.size() == 2)
        result.m_outputPadding = {padding[0], padding[1]};
    else if (padding.size() == 1)
        result.m_outputPadding = {0, padding[0]};
    return result;
}

std::array<qint64, 2> TransposedConvolution::spatialOutput(const std::array<qint64, 2>& input) const
{
    std::array<qint64, 2> out{};
    for (std::size_t i = 0; i < 2; ++i) {
        out[i] = m_window.stride[i] * (input[i] - 1) + m_outputPadding[i]
            + (m_window.size[i] - 1) * m_window.dilation[i] + 1 - m_window.padBegin[i] - m_window.padEnd[i];
    }
    return out;
}

std::optional<Shape> TransposedConvolution::outputShape(const Shape& input) const
{
    const auto spatial = spatialSizes(input);
    if (!spatial || input[1] != m_channels)
        return std::nullopt;
    const std::array<qint64, 2> out = spatialOutput(*spatial);
    if (out[0] < 1 || out[1] < 1)
        return std::nullopt;
    return spatialShape(input, outputChannels(), out);
}

} // namespace driftscope
