// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Broadcast.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/ScalarFunctions.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Result<Kernel> unaryKernel(const NodeContext& context, UnaryFunction function)
{
    const bool isRelu = context.node().opType == "Relu"_L1;
    return Kernel([function = std::move(function), isRelu,
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Tensor& input = *inputs[0];
        if (isRelu && input.dataType() == DataType::Int8) {
            TensorBuilder<qint8> builder(input.shape());
            std::ranges::transform(input.values<qint8>(), builder.data(),
                                   [](qint8 value) { return std::max(value, qint8(0)); });
            return single(builder.take());
        }
        if (input.dataType() != DataType::Float32)
            return context.unsupported(ExecutionText::tr("its input must be float32"));
        TensorBuilder<float> builder(input.shape());
        std::ranges::transform(input.values<float>(), builder.data(), function);
        return single(builder.take());
    });
}

Result<Tensor> combined(const NodeContext& context, const Tensor& a, const Tensor& b, BinaryFunction function)
{
    const std::optional<Shape> shape = broadcastShape(std::array{a.shape(), b.shape()});
    if (!shape)
        return context.malformed(ExecutionText::tr("its inputs do not broadcast"));
    const bool isInt8 = a.dataType() == DataType::Int8 && b.dataType() == DataType::Int8;
    if (isInt8 && context.node().opType == "Max"_L1)
        return broadcastBinary<qint8, qint8>(a, b, *shape, [](qint8 x, qint8 y) { return std::max(x, y); });
    if (isInt8 && context.node().opType == "Min"_L1)
        return broadcastBinary<qint8, qint8>(a, b, *shape, [](qint8 x, qint8 y) { return std::min(x, y); });
    if (a.dataType() != DataType::Float32 || b.dataType() != DataType::Float32)
        return context.unsupported(ExecutionText::tr("its inputs must be float32"));
    return broadcastBinary<float, float>(a, b, *shape, function);
}

Result<Kernel> binaryKernel(const NodeContext& context, BinaryFunction function)
{
    return Kernel([function, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        Tensor result = *inputs[0];
        for (std::size_t i = 1; i < inputs.size(); ++i) {
            const Result<Tensor> next = combined(context, result, *inputs[i], function);
            if (!next)
                return forward(next);
            result = *next;
        }
        return single(std::move(result));
    });
}

template <typename T> Tensor clipped(const Tensor& input, float low, float high)
{
    TensorBuilder<T> builder(input.shape());
    const T* in = input.values<T>().data();
    for (qint64 i = 0; i < builder.size(); ++i) {
        const auto value = static_cast<float>(in[i]);
        builder.data()[i] = value < low ? static_cast<T>(low) : (value > high ? static_cast<T>(high) : in[i]);
    }
    return builder.take();
}

Result<Kernel> clipKernel(const NodeContext& context)
{
    const float low = context.scalar(1).value_or(context.node().number(u"min"_s, std::numeric_limits<float>::lowest()));
    const float high = context.scalar(2).value_or(context.node().number(u"max"_s, std::numeric_limits<float>::max()));
    for (const qsizetype input : {1, 2}) {
        if (context.hasInput(input) && context.constant(input) == nullptr)
            return context.unsupported(ExecutionText::tr("its limits must be constants"));
    }
    return Kernel([low, high, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        switch (inputs[0]->dataType()) {
        case DataType::Int8:
            return single(clipped<qint8>(*inputs[0], low, high));
        case DataType::Float32:
            return single(clipped<float>(*inputs[0], low, high));
        default:
            return context.unsupported(ExecutionText::tr("its input must be float32 or int8"));
        }
    });
}

template <typename Target> Tensor castTo(const Tensor& input)
{
    TensorBuilder<Target> builder(input.shape());
    const std::vector<float> values = input.toFloats();
    std::ranges::transform(values, builder.data(), [](float value) { return static_cast<Target>(value); });
    return builder.take();
}

Result<Kernel> castKernel(const NodeContext& context)
{
    // TensorProto.DataType: 1 float, 6 int32, 7 int64.
    const qint64 type = context.node().integer(u"to"_s, 0);
    if (type != 1 && type != 6 && type != 7)
        return context.unsupported(ExecutionText::tr("casts go to float32, int32 or int64"));
    return Kernel([type](KernelInputs inputs) -> Result<KernelOutputs> {
        if (type == 1)
            return single(castTo<float>(*inputs[0]));
        return single(type == 6 ? castTo<qint32>(*inputs[0]) : castTo<qint64>(*inputs[0]));
    });
}

/// The container's own name for binary operators. 5 is Pow in published files; the sandbox writes ONNX names otherwise.
Result<Kernel> containerBinaryKernel(const NodeContext& context)
{
    if (context.node().integer(u"eltwise_type"_s, -1) == 5)
        return binaryKernel(context, binaryFunction(u"Pow"_s));
    return context.unsupported(ExecutionText::tr("its eltwise_type is not known"));
}

} // namespace

bool isElementwise(const QString& opType)
{
    static const QHash<QString, Tensor> none;
    NodeDraft probe;
    probe.opType = opType;
    return opType == "Clip"_L1 || opType == "Identity"_L1 || binaryFunction(opType) != nullptr
        || unaryFunction(NodeContext(probe, none));
}

KernelResult makeElementwiseKernel(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (UnaryFunction function = unaryFunction(context))
        return unaryKernel(context, std::move(function));
    if (const BinaryFunction function = binaryFunction(opType); function != nullptr)
        return binaryKernel(context, function);
    if (opType == "Clip"_L1)
        return clipKernel(context);
    if (opType == "Cast"_L1)
        return castKernel(context);
    if (opType == "ElementWiseBinaryBroadcast"_L1)
        return containerBinaryKernel(context);
    return std::nullopt;
}

} // namespace driftscope
