// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// How often a scale is repeated: elements are counted in runs of `inner`, and scales taken in turn.
struct ScaleOrder
{
    qint64 inner = 1;
    qint64 channels = 1;
};

std::optional<ScaleOrder> scaleOrder(const Shape& shape, std::size_t scales, int axis)
{
    if (scales == 1)
        return ScaleOrder{std::max<qint64>(shape.elementCount(), 1), 1};
    if (axis < 0 || shape[axis] != static_cast<qint64>(scales))
        return std::nullopt;
    return ScaleOrder{sizeBetween(shape, axis + 1, shape.rank()), shape[axis]};
}

/// The axis along which several scales lie: the attribute, the container's data format, or the only axis that fits.
int scaleAxis(const NodeContext& context, const Shape& shape, std::size_t scales)
{
    const bool declared = context.node().attribute(u"axis"_s) != nullptr;
    const int axis = normalizedAxis(context.node().integer(u"axis"_s, 1), shape.rank());
    if (declared || (axis >= 0 && shape[axis] == static_cast<qint64>(scales)))
        return axis;
    for (int candidate = 0; candidate < shape.rank(); ++candidate) {
        if (shape[candidate] == static_cast<qint64>(scales))
            return candidate;
    }
    return -1;
}

template <typename T>
Tensor dequantized(const Tensor& input, const QuantizationParameters& parameters, const ScaleOrder& order)
{
    TensorBuilder<float> builder(input.shape());
    const T* in = input.values<T>().data();
    for (qint64 i = 0; i < builder.size(); ++i)
        builder.data()[i] = parameters.real(in[i], i / order.inner % order.channels);
    return builder.take();
}

Result<Kernel> dequantizeKernel(const NodeContext& context)
{
    const Result<QuantizationParameters> parameters = QuantizationParameters::fromInputs(context, 1, 2);
    if (!parameters)
        return forward(parameters);
    return Kernel(
        [parameters = *parameters, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
            const Tensor& input = *inputs[0];
            const std::size_t scales = parameters.scales().size();
            const auto order = scaleOrder(input.shape(), scales, scaleAxis(context, input.shape(), scales));
            if (!order)
                return context.malformed(ExecutionText::tr("there must be one scale for all channels or one for each"));
            switch (input.dataType()) {
            case DataType::Int8:
                return single(dequantized<qint8>(input, parameters, *order));
            case DataType::Int16:
                return single(dequantized<qint16>(input, parameters, *order));
            case DataType::Int32:
                return single(dequantized<qint32>(input, parameters, *order));
            default:
                return context.unsupported(ExecutionText::tr("its input must be int8, int16 or int32"));
            }
        });
}

Result<Kernel> quantizeKernel(const NodeContext& context)
{
    const Result<QuantizationParameters> parameters = QuantizationParameters::fromInputs(context, 1, 2);
    if (!parameters)
        return forward(parameters);
    return Kernel([parameters = *parameters,
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Tensor& input = *inputs[0];
        const std::size_t scales = parameters.scales().size();
        const auto order = scaleOrder(input.shape(), scales, scaleAxis(context, input.shape(), scales));
        if (!order || input.dataType() != DataType::Float32)
            return context.malformed(ExecutionText::tr("its input must be float32 with as many channels as scales"));
        TensorBuilder<qint8> builder(input.shape());
        const float* in = input.values<float>().data();
        for (qint64 i = 0; i < builder.size(); ++i)
            builder.data()[i] = parameters.code(in[i], i / order->inner % order->channels);
        return single(builder.take());
    });
}

} // namespace

Result<QuantizationParameters> QuantizationParameters::fromInputs(const NodeContext& context, qsizetype scaleInput,
                                                                  qsizetype zeroPointInput)
{
    const Tensor* scale = context.constant(scaleInput);
    if (scale == nullptr || scale->dataType() != DataType::Float32 || scale->elementCount() < 1)
        return context.unsupported(ExecutionText::tr("its scales must be constants of float32"));
    QuantizationParameters parameters;
    parameters.m_scales = scale->toFloats();
    const bool usable = std::ranges::all_of(parameters.m_scales, [](float s) { return s > 0.0F && std::isfinite(s); });
    if (!usable)
        return context.malformed(ExecutionText::tr("its scales must be positive"));
    const Tensor* zeroPoint = context.constant(zeroPointInput);
    if (zeroPoint == nullptr && context.hasInput(zeroPointInput))
        return context.unsupported(ExecutionText::tr("its zero points must be constants"));
    if (zeroPoint == nullptr || zeroPoint->isEmpty())
        return parameters;
    const bool isSigned = zeroPoint->dataType() == DataType::Int8 || zeroPoint->dataType() == DataType::Int32
        || zeroPoint->dataType() == DataType::Int16;
    const std::vector<qint64> zeros = zeroPoint->toIntegers();
    const bool isOne = std::ranges::all_of(zeros, [&](qint64 zero) { return zero == zeros.front(); });
    const bool fits = isOne || zeros.size() == parameters.m_scales.size();
    const bool isZero = isOne && zeros.front() == 0;
    if (!isSigned || !fits || (!isZero && zeroPoint->dataType() != DataType::Int8))
        return context.unsupported(ExecutionText::tr("zero points that are not of int8, or not as many as scales"));
    parameters.m_zeroPoints.clear();
    for (const qint64 zero : std::span(zeros).first(isOne ? 1 : zeros.size()))
        parameters.m_zeroPoints.push_back(static_cast<qint8>(zero));
    return parameters;
}

Result<QuantizationParameters> QuantizationParameters::withOneZeroPoint(const NodeContext& context,
                                                                        qsizetype scaleInput, qsizetype zeroPointInput)
{
    auto parameters = fromInputs(context, scaleInput, zeroPointInput);
    if (parameters && !parameters->hasOneZeroPoint())
        return context.unsupported(ExecutionText::tr("zero points that differ by channel"));
    return parameters;
}

KernelResult makeQuantizationKernel(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "DequantizeLinear"_L1 || opType == "Dequantize"_L1)
        return dequantizeKernel(context);
    if (opType == "QuantizeLinear"_L1 || opType == "Quantize"_L1)
        return quantizeKernel(context);
    return std::nullopt;
}

} // namespace driftscope
