// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/TableConvolution.h"

#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/FloatChain.h"
#include "core/sandbox/execution/IntegerConvolution.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Everything that a frame needs.
struct Prepared
{
    IntegerConvolution convolution;
    QuantizationParameters sums;
    FloatChain activation;
    QString sumsName; ///< of the values that the activation reads
    QString resultName;
    QuantizationParameters output;
};

/// One scale and one zero point, or as many as channels.
bool haveOneOrEach(const QuantizationParameters& parameters, qint64 channels)
{
    const auto fits = [channels](std::size_t count) { return count == 1 || static_cast<qint64>(count) == channels; };
    return fits(parameters.scales().size()) && fits(parameters.zeroPoints().size());
}

bool haveIntegerForm(const NodeContext& context, const TableConvolution& group)
{
    const Tensor* weights = context.constant(1);
    if (weights == nullptr || weights->dataType() != DataType::Int8 || weights->elementCount() < 1)
        return false;
    const qint64 groups = context.node().integer(u"group"_s, 1);
    const bool isConv = weights->shape().rank() >= 3 && groups > 0 && weights->shape()[0] % groups == 0;
    if (!isConv || context.hasInput(3) || (context.hasInput(2) && context.constant(2) == nullptr))
        return false;
    const qint64 channels = weights->shape()[0];
    const Tensor* bias = group.bias;
    const bool hasBias = bias != nullptr && bias->dataType() == DataType::Int32
        && bias->shape().rank() == weights->shape().rank() && bias->shape()[1] == channels
        && bias->elementCount() == channels;
    return hasBias && group.sums.zeroPoint() == 0 && haveOneOrEach(group.sums, channels)
        && haveOneOrEach(group.output, channels);
}

qint8 zeroPointOf(const NodeContext& context)
{
    const Tensor* zeroPoint = context.constant(2);
    const bool isGiven = zeroPoint != nullptr && zeroPoint->elementCount() == 1;
    return isGiven ? static_cast<qint8>(zeroPoint->toIntegers().front()) : qint8(0);
}

/// Calls for each value of an NxCx… shape with its channel.
template <typename Visit> void forEachValue(const Shape& shape, Visit&& visit)
{
    const qint64 plane = sizeBetween(shape, 2, shape.rank());
    for (qint64 start = 0; start < shape.elementCount(); start += plane) {
        const qint64 channel = start / plane % shape[1];
        for (qint64 i = start; i < start + plane; ++i)
            visit(static_cast<std::size_t>(i), channel);
    }
}

Result<KernelOutputs> run(const NodeContext& context, const Prepared& prepared, const Tensor& input)
{
    if (input.dataType() != DataType::Int8 || !spatialSizes(input.shape())
        || input.shape()[1] != prepared.convolution.inputChannels())
        return context.malformed(ExecutionText::tr("its input must be int8 with the channels of the weights"));
    const std::optional<Tensor> sums = prepared.convolution.sums(input);
    if (!sums)
        return context.malformed(ExecutionText::tr("the window is larger than the input"));
    TensorBuilder<float> reals(sums->shape());
    const std::span<const qint32> values = sums->values<qint32>();
    forEachValue(sums->shape(),
                 [&](std::size_t i, qint64 channel) { reals.data()[i] = prepared.sums.real(values[i], channel); });
    const Result<Tensor> result = prepared.activation.run({{prepared.sumsName, reals.take()}}, prepared.resultName);
    if (!result)
        return forward(result);
    if (result->shape() != sums->shape() || result->dataType() != DataType::Float32)
        return context.malformed(ExecutionText::tr("its operands must be int8 and broadcast to each other"));
    TensorBuilder<qint8> codes(result->shape());
    const std::span<const float> rounded = result->values<float>();
    forEachValue(result->shape(),
                 [&](std::size_t i, qint64 channel) { codes.data()[i] = prepared.output.code(rounded[i], channel); });
    return single(codes.take());
}

} // namespace

KernelResult makeTableConvolution(const TableConvolution& group, const QHash<QString, Tensor>& constants)
{
    const NodeContext context(*group.conv, constants);
    if (!haveIntegerForm(context, group))
        return std::nullopt;
    const Tensor& weights = *context.constant(1);
    const std::vector<qint64>& sizes = weights.shape().sizes();
    const Result<Window> window = Window::fromNode(context, {sizes.begin() + 2, sizes.end()});
    if (!window)
        return forward(window);
    Result<FloatChain> activation = FloatChain::make(group.activation, constants);
    if (!activation)
        return forward(activation);
    const std::span<const qint32> bias = group.bias->values<qint32>();
    IntegerConvolution convolution(weights, {bias.begin(), bias.end()}, {}, *window,
                                   group.conv->integer(u"group"_s, 1));
    convolution.setInputZeroPoint(zeroPointOf(context));
    const auto prepared = std::make_shared<const Prepared>(
        Prepared{std::move(convolution), group.sums, std::move(*activation), group.sumsName,
                 group.activation.last()->outputs.first(), group.output});
    return Result<Kernel>([prepared, context = NodeContext(context)](KernelInputs inputs) {
        return run(context, *prepared, *inputs[0]);
    });
}

} // namespace driftscope
