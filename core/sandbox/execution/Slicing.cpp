// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/AxisMap.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/ShapeKernels.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

std::vector<AxisMap> identityMaps(const Shape& shape)
{
    std::vector<AxisMap> maps;
    for (const qint64 size : shape.sizes())
        maps.push_back(identityMap(size));
    return maps;
}

AxisMap rangeMap(qint64 size, qint64 start, qint64 end, qint64 step)
{
    if (start < 0)
        start += size;
    if (end < 0)
        end += size;
    AxisMap map;
    if (step > 0) {
        for (qint64 i = std::clamp<qint64>(start, 0, size); i < std::clamp<qint64>(end, 0, size); i += step)
            map.push_back(i);
    } else {
        for (qint64 i = std::clamp<qint64>(start, -1, size - 1); i > std::clamp<qint64>(end, -1, size - 1); i += step)
            map.push_back(i);
    }
    return map;
}

} // namespace

Result<Kernel> makeSliceKernel(const NodeContext& context)
{
    const std::vector<qint64> starts = context.integers(1, u"starts"_s);
    const std::vector<qint64> ends = context.integers(2, u"ends"_s);
    std::vector<qint64> axes = context.integers(3, u"axes"_s);
    std::vector<qint64> steps = context.integers(4, u"steps"_s);
    if (starts.empty() || starts.size() != ends.size())
        return context.unsupported(ExecutionText::tr("starts and ends must be constants of equal length"));
    if (axes.empty()) {
        axes.resize(starts.size());
        std::iota(axes.begin(), axes.end(), qint64(0));
    }
    if (steps.empty())
        steps.assign(starts.size(), 1);
    if (axes.size() != starts.size() || steps.size() != starts.size() || std::ranges::count(steps, 0) != 0)
        return context.malformed(ExecutionText::tr("its axes and steps do not fit its starts"));
    return Kernel([=, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        std::vector<AxisMap> maps = identityMaps(in);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const int axis = normalizedAxis(axes[i], in.rank());
            if (axis < 0)
                return context.malformed(ExecutionText::tr("an axis is outside the input"));
            maps[static_cast<std::size_t>(axis)] = rangeMap(in[axis], starts[i], ends[i], steps[i]);
        }
        return single(mapped(*inputs[0], maps));
    });
}

Result<Kernel> makeSplitKernel(const NodeContext& context)
{
    const std::vector<qint64> listed = context.integers(1, u"split"_s);
    const qint64 axisAttribute = context.node().integer(u"axis"_s, 0);
    const qsizetype count = context.node().outputs.size();
    return Kernel([=, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        const int axis = normalizedAxis(axisAttribute, in.rank());
        if (axis < 0)
            return context.malformed(ExecutionText::tr("its axis is outside the input"));
        std::vector<qint64> sizes = listed;
        for (qsizetype i = 0; listed.empty() && i < count; ++i) {
            const qint64 part = (in[axis] + count - 1) / count;
            sizes.push_back(std::min(part, in[axis] - std::min(in[axis], part * i)));
        }
        if (std::accumulate(sizes.begin(), sizes.end(), qint64(0)) != in[axis])
            return context.malformed(ExecutionText::tr("its parts do not add up to the input"));
        KernelOutputs outputs;
        qint64 start = 0;
        for (const qint64 size : sizes) {
            std::vector<AxisMap> maps = identityMaps(in);
            maps[static_cast<std::size_t>(axis)] = rangeMap(in[axis], start, start + size, 1);
            outputs.push_back(mapped(*inputs[0], maps));
            start += size;
        }
        return outputs;
    });
}

Result<Kernel> makeGatherKernel(const NodeContext& context)
{
    const qint64 axisAttribute = context.node().integer(u"axis"_s, 0);
    return Kernel([axisAttribute, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        const int axis = normalizedAxis(axisAttribute, in.rank());
        if (axis < 0 || inputs.size() < 2)
            return context.malformed(ExecutionText::tr("its axis is outside the input"));
        std::vector<AxisMap> maps = identityMaps(in);
        AxisMap& map = maps[static_cast<std::size_t>(axis)];
        map = inputs[1]->toIntegers();
        for (qint64& index : map) {
            index += index < 0 ? in[axis] : 0;
            if (index < 0 || index >= in[axis])
                return context.malformed(ExecutionText::tr("an index is outside the input"));
        }
        const Tensor picked = mapped(*inputs[0], maps);
        std::vector<qint64> sizes(in.sizes().begin(), in.sizes().begin() + axis);
        sizes.insert(sizes.end(), inputs[1]->shape().sizes().begin(), inputs[1]->shape().sizes().end());
        sizes.insert(sizes.end(), in.sizes().begin() + axis + 1, in.sizes().end());
        return single(Tensor(picked.dataType(), Shape(std::move(sizes)), picked.bytes()));
    });
}

Result<Kernel> makeExpandKernel(const NodeContext& context)
{
    const std::vector<qint64> target = context.integers(1, u"shape"_s);
    return Kernel([target, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        std::vector<qint64> sizes = target;
        if (sizes.size() < in.sizes().size())
            sizes.insert(sizes.begin(), in.sizes().size() - sizes.size(), 1);
        const std::size_t lead = sizes.size() - in.sizes().size();
        std::vector<qint64> padded(lead, 1);
        padded.insert(padded.end(), in.sizes().begin(), in.sizes().end());
        std::vector<AxisMap> maps;
        for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
            if (padded[axis] != 1 && sizes[axis] != 1 && padded[axis] != sizes[axis])
                return context.malformed(ExecutionText::tr("the input does not broadcast to the new shape"));
            maps.push_back(padded[axis] == 1 ? AxisMap(static_cast<std::size_t>(sizes[axis]), 0)
                                             : identityMap(padded[axis]));
        }
        return single(mapped(Tensor(inputs[0]->dataType(), Shape(padded), inputs[0]->bytes()), maps));
    });
}

Result<Kernel> makeTileKernel(const NodeContext& context)
{
    const std::vector<qint64> repeats = context.integers(1, u"repeats"_s);
    return Kernel([repeats, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        if (repeats.size() != in.sizes().size())
            return context.malformed(ExecutionText::tr("there must be one repeat for each axis"));
        std::vector<AxisMap> maps(repeats.size());
        for (std::size_t axis = 0; axis < repeats.size(); ++axis) {
            for (qint64 i = 0; i < repeats[axis] * in.sizes()[axis]; ++i)
                maps[axis].push_back(i % in.sizes()[axis]);
        }
        return single(mapped(*inputs[0], maps));
    });
}

Result<Kernel> makePadKernel(const NodeContext& context)
{
    const std::vector<qint64> pads = context.integers(1, u"pads"_s);
    const QString mode = context.node().text(u"mode"_s, u"constant"_s);
    const bool constantMode = mode == "constant"_L1;
    if (!constantMode && mode != "reflect"_L1 && mode != "edge"_L1)
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "padding mode “%1”").arg(mode));
    const bool reflect = mode == "reflect"_L1;
    const float attributeFill = context.node().number(u"value"_s, 0.0F);
    return Kernel([=, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        const auto rank = static_cast<std::size_t>(in.rank());
        if (pads.size() != 2 * rank)
            return context.malformed(ExecutionText::tr("there must be two pads for each axis"));
        std::vector<AxisMap> maps(rank);
        for (std::size_t axis = 0; axis < rank; ++axis) {
            const qint64 size = in.sizes()[axis];
            for (qint64 i = -pads[axis]; i < size + pads[axis + rank]; ++i) {
                qint64 from = i >= 0 && i < size ? i : -1;
                if (from < 0 && !constantMode)
                    from = std::clamp<qint64>(reflect ? (i < 0 ? -i : 2 * (size - 1) - i) : i, 0, size - 1);
                maps[axis].push_back(from);
            }
        }
        QByteArray fill;
        if (inputs.size() > 2 && inputs[2] != nullptr && inputs[2]->dataType() == inputs[0]->dataType())
            fill = inputs[2]->bytes();
        else if (inputs[0]->dataType() == DataType::Float32)
            fill = QByteArray(reinterpret_cast<const char*>(&attributeFill), sizeof attributeFill);
        return single(mapped(*inputs[0], maps, fill));
    });
}

} // namespace driftscope
