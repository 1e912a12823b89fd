// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Resampling.h"

#include "core/sandbox/execution/AxisMap.h"
#include "core/sandbox/execution/ShapeKernels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

Result<Resampling> Resampling::fromNode(const NodeContext& context)
{
    Resampling result;
    const bool upsample = context.node().opType == "Upsample"_L1;
    // Resize-10 and Upsample take (x, scales) and stretch asymmetrically; later ones take (x, roi, scales, sizes).
    const bool early = upsample || context.node().inputs.size() == 2;
    if (const Tensor* scales = context.constant(early ? 1 : 2); scales != nullptr) {
        for (const float scale : scales->toFloats())
            result.m_scales.push_back(static_cast<double>(scale));
    }
    if (const Tensor* sizes = context.constant(3); sizes != nullptr)
        result.m_sizes = sizes->toIntegers();
    if (const auto* listed = context.node().attribute(u"scales"_s); listed != nullptr && result.m_scales.empty()) {
        if (const auto* numbers = std::get_if<QList<float>>(listed))
            result.m_scales.assign(numbers->begin(), numbers->end());
    }
    if (result.m_scales.empty() && result.m_sizes.empty()) {
        return context.unsupported(
            QCoreApplication::translate("SandboxExecution", "its scales or sizes must be constants"));
    }
    result.m_transformation
        = context.node().text(u"coordinate_transformation_mode"_s, early ? u"asymmetric"_s : u"half_pixel"_s);
    result.m_nearest = context.node().text(u"nearest_mode"_s, early ? u"floor"_s : u"round_prefer_floor"_s);
    if (result.m_transformation == "tf_crop_and_resize"_L1)
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "cropping while resizing"));
    return result;
}

std::optional<Shape> Resampling::outputShape(const Shape& input) const
{
    if (!m_sizes.empty())
        return m_sizes.size() == input.sizes().size() ? std::optional(Shape(m_sizes)) : std::nullopt;
    if (m_scales.size() != input.sizes().size())
        return std::nullopt;
    std::vector<qint64> sizes;
    for (std::size_t axis = 0; axis < m_scales.size(); ++axis)
        sizes.push_back(static_cast<qint64>(std::floor(static_cast<double>(input.sizes()[axis]) * m_scales[axis])));
    return Shape(std::move(sizes));
}

double Resampling::sourceCoordinate(qint64 index, int axis, qint64 inputSize, qint64 outputSize) const
{
    const auto position = static_cast<double>(index);
    const double scale = m_scales.empty() || !m_sizes.empty()
        ? static_cast<double>(outputSize) / static_cast<double>(inputSize)
        : m_scales[static_cast<std::size_t>(axis)];
    if (m_transformation == "asymmetric"_L1)
        return position / scale;
    if (m_transformation == "align_corners"_L1) {
        return outputSize == 1 ? 0.0
                               : position * static_cast<double>(inputSize - 1) / static_cast<double>(outputSize - 1);
    }
    if (m_transformation == "pytorch_half_pixel"_L1 && outputSize == 1)
        return 0.0;
    return (position + 0.5) / scale - 0.5;
}

qint64 Resampling::nearestIndex(qint64 index, int axis, qint64 inputSize, qint64 outputSize) const
{
    const double place = sourceCoordinate(index, axis, inputSize, outputSize);
    double rounded = std::floor(place);
    if (m_nearest == "ceil"_L1)
        rounded = std::ceil(place);
    else if (m_nearest == "round_prefer_floor"_L1)
        rounded = std::ceil(place - 0.5);
    else if (m_nearest == "round_prefer_ceil"_L1)
        rounded = std::floor(place + 0.5);
    return std::clamp<qint64>(static_cast<qint64>(rounded), 0, inputSize - 1);
}

Result<Kernel> makeNearestResizeKernel(const NodeContext& context)
{
    const Result<Resampling> resampling = Resampling::fromNode(context);
    if (!resampling)
        return forward(resampling);
    return Kernel([rule = *resampling, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        const std::optional<Shape> out = rule.outputShape(in);
        if (!out)
            return context.malformed(QCoreApplication::translate(
                "SandboxExecution", "there must be one scale or size for each axis of the input"));
        std::vector<AxisMap> maps;
        for (int axis = 0; axis < in.rank(); ++axis) {
            AxisMap map(static_cast<std::size_t>((*out)[axis]));
            for (std::size_t i = 0; i < map.size(); ++i)
                map[i] = rule.nearestIndex(static_cast<qint64>(i), axis, in[axis], (*out)[axis]);
            maps.push_back(std::move(map));
        }
        return single(mapped(*inputs[0], maps));
    });
}

} // namespace driftscope
