// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Broadcast.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/KernelFactories.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Result<KernelOutputs> bestIndices(const NodeContext& context, KernelInputs inputs)
{
    const Shape& in = inputs[0]->shape();
    const int axis = normalizedAxis(context.node().integer(u"axis"_s, 0), in.rank());
    if (axis < 0 || in[axis] < 1)
        return context.malformed(ExecutionText::tr("its axis is outside the input"));
    const bool smallest = context.node().opType == "ArgMin"_L1;
    const bool takesLast = context.node().integer(u"select_last_index"_s, 0) != 0;
    std::vector<qint64> sizes = in.sizes();
    sizes[static_cast<std::size_t>(axis)] = 1;
    if (context.node().integer(u"keepdims"_s, 1) == 0)
        sizes.erase(sizes.begin() + axis);
    const std::vector<float> values = inputs[0]->toFloats();
    const qint64 inner = sizeBetween(in, axis + 1, in.rank());
    TensorBuilder<qint64> builder{Shape(sizes)};
    for (qint64 i = 0; i < builder.size(); ++i) {
        const qint64 start = i / inner * in[axis] * inner + i % inner;
        const auto value = [&](qint64 k) {
            const float number = values[static_cast<std::size_t>(start + k * inner)];
            return smallest ? -number : number;
        };
        qint64 best = 0;
        for (qint64 k = 1; k < in[axis]; ++k) {
            if (value(k) > value(best) || (takesLast && value(k) == value(best)))
                best = k;
        }
        builder.data()[i] = best;
    }
    return single(builder.take());
}

Result<KernelOutputs> chosen(const NodeContext& context, KernelInputs inputs)
{
    if (inputs.size() != 3 || inputs[0]->dataType() != DataType::Bool || inputs[1]->dataType() != DataType::Float32
        || inputs[2]->dataType() != DataType::Float32)
        return context.unsupported(ExecutionText::tr("it chooses by bools between float32"));
    const auto shape = broadcastShape(std::array{inputs[0]->shape(), inputs[1]->shape(), inputs[2]->shape()});
    if (!shape)
        return context.malformed(ExecutionText::tr("its inputs do not broadcast"));
    const Tensor zero = Tensor::fromValues<float>(Shape{}, std::vector<float>{0.0F});
    const auto first = [](auto a, auto) { return a; };
    // Each operand is brought to the full shape by itself, then elements are picked.
    const Tensor conditions = Tensor::fromValues<float>(inputs[0]->shape(), inputs[0]->toFloats());
    const Tensor when = broadcastBinary<float, float>(conditions, zero, *shape, first);
    const Tensor yes = broadcastBinary<float, float>(*inputs[1], zero, *shape, first);
    const Tensor no = broadcastBinary<float, float>(*inputs[2], zero, *shape, first);
    TensorBuilder<float> builder(*shape);
    for (qint64 i = 0; i < builder.size(); ++i) {
        const auto k = static_cast<std::size_t>(i);
        builder.data()[i] = when.values<float>()[k] != 0.0F ? yes.values<float>()[k] : no.values<float>()[k];
    }
    return single(builder.take());
}

} // namespace

KernelResult makeSelectionKernel(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "ArgMax"_L1 || opType == "ArgMin"_L1)
        return Result<Kernel>([context = NodeContext(context)](KernelInputs in) { return bestIndices(context, in); });
    if (opType == "Where"_L1)
        return Result<Kernel>([context = NodeContext(context)](KernelInputs in) { return chosen(context, in); });
    return std::nullopt;
}

} // namespace driftscope
