// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/QuantizedOperators.h"

#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/FixedPoint.h"
#include "core/sandbox/execution/LinearResampling.h"
#include "core/sandbox/execution/Pooling.h"
#include "core/sandbox/execution/QuantizedTables.h"
#include "core/sandbox/execution/Reducing.h"
#include "core/sandbox/execution/TransposedConvolution.h"

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

FixedMultiplier ratio(double input, double output)
{
    return FixedMultiplier::fromReal(input / output);
}

/// Every fourth value of the plane, then those four sums: how ONNX Runtime averages whole planes.
float planeSum(const qint8* plane, qint64 size, const QuantizationParameters& operand, qint64 channel)
{
    std::array<float, 4> lanes{};
    qint64 i = 0;
    for (; i + 4 <= size; i += 4) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            lanes[lane] += operand.real(plane[i + static_cast<qint64>(lane)], channel);
    }
    float sum = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    for (; i < size; ++i)
        sum += operand.real(plane[i], channel);
    return sum;
}

/// Column sums from the top, then their sum from the left, in single precision: the order in which ONNX Runtime
/// averages small windows. Means of a few values are often halfway between two codes, where the last bit decides.
float windowSum(const qint8* plane, const PoolPlan& plan, const WindowSpan& span, const QuantizationParameters& operand,
                qint64 channel)
{
    const bool isWhole = plan.window.size == plan.inputSize && plan.outputSize == std::array<qint64, 2>{1, 1};
    if (isWhole && span.top == 0 && span.left == 0)
        return planeSum(plane, plan.inputSize[0] * plan.inputSize[1], operand, channel);
    float sum = 0.0F;
    for (qint64 x = span.left; x < span.right; x += plan.window.dilation[1]) {
        float column = 0.0F;
        for (qint64 y = span.top; y < span.bottom; y += plan.window.dilation[0])
            column += operand.real(plane[y * plan.inputSize[1] + x], channel);
        sum += column;
    }
    return sum;
}

/// One scale each, or one for each channel.
struct ChannelwiseScales
{
    QuantizationParameters operand;
    QuantizationParameters result;
};

Result<Kernel> averageKernel(const NodeContext& context, const ChannelwiseScales& scales)
{
    const Result<AveragePooling> pooling = AveragePooling::fromNode(context);
    if (!pooling)
        return forward(pooling);
    return Kernel(
        [pooling = *pooling, scales, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
            const Shape& shape = inputs[0]->shape();
            const std::optional<PoolPlan> plan = pooling.plan(shape);
            if (!plan)
                return context.malformed(ExecutionText::tr("its window does not fit the input"));
            TensorBuilder<qint8> builder(spatialShape(shape, shape[1], plan->outputSize));
            const qint8* in = inputs[0]->values<qint8>().data();
            qint8* out = builder.data();
            const qint64 planeSize = plan->inputSize[0] * plan->inputSize[1];
            forEachWindow(shape, *plan, [&](qint64 plane, const WindowSpan& span) {
                const qint64 channel = plane / planeSize % shape[1];
                const auto count = static_cast<float>(pooling.count(*plan, span));
                const float sum = windowSum(in + plane, *plan, span, scales.operand, channel);
                *out++ = scales.result.code(sum / count, channel);
            });
            return single(builder.take());
        });
}

/// Several scales belong to the second axis of the result.
Result<Kernel> reduceKernel(const NodeContext& context, const ChannelwiseScales& scales)
{
    const Result<Reducing> reducing = Reducing::fromNode(context);
    if (!reducing)
        return forward(reducing);
    const bool isMean = context.node().opType == "ReduceMean"_L1;
    std::vector<FixedMultiplier> factors;
    for (std::size_t i = 0; i < std::max(scales.operand.scales().size(), scales.result.scales().size()); ++i)
        factors.push_back(ratio(scales.operand.scale(i), scales.result.scale(i)));
    return Kernel(
        [=, reducing = *reducing, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
            const auto assignment = reducing.assign(inputs[0]->shape());
            if (!assignment)
                return context.malformed(ExecutionText::tr("an axis is outside the input"));
            const Shape& shape = assignment->shape;
            if (factors.size() > 1 && (shape.rank() < 2 || shape[1] != static_cast<qint64>(factors.size())))
                return context.malformed(ExecutionText::tr("there must be one scale for all channels or one for each"));
            TensorBuilder<qint8> builder(shape);
            std::vector<qint64> sums(static_cast<std::size_t>(builder.size()), 0);
            const std::span<const qint8> values = inputs[0]->values<qint8>();
            for (std::size_t i = 0; i < values.size(); ++i)
                sums[static_cast<std::size_t>(assignment->targets[i])] += values[i] - scales.operand.zeroPoint();
            const qint64 inner = shape.rank() < 2 ? 1 : sizeBetween(shape, 2, shape.rank());
            const qint64 count = isMean ? std::max<qint64>(assignment->count, 1) : 1;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                const std::size_t channel = i / static_cast<std::size_t>(inner) % factors.size();
                builder.data()[i] = factors[channel].applyAndDivide(sums[i], count, scales.result.zeroPoint());
            }
            return single(builder.take());
        });
}

Result<Kernel> linearResizeKernel(const NodeContext& context, const ChannelwiseScales& scales)
{
    const Result<Resampling> rule = Resampling::fromNode(context);
    if (!rule)
        return forward(rule);
    constexpr int bits = 11; // two fractions and a value fit an int32
    const FixedMultiplier factor = ratio(scales.operand.scale() / (1 << (2 * bits)), scales.result.scale());
    const qint64 zeroIn = scales.operand.zeroPoint();
    const qint8 zeroOut = scales.result.zeroPoint();
    return Kernel([=, rule = *rule, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const auto mix = [&](qint8 a, qint8 b, qint8 c, qint8 d, double row, double column) {
            const qint64 one = 1 << bits;
            const qint64 down = std::llround(row * static_cast<double>(one));
            const qint64 right = std::llround(column * static_cast<double>(one));
            const qint64 sum = (a * (one - right) + b * right) * (one - down) + (c * (one - right) + d * right) * down;
            return factor.apply(sum - zeroIn * one * one, zeroOut);
        };
        std::optional<Tensor> result = resampledLinearly<qint8>(*inputs[0], rule, mix);
        if (!result)
            return context.unsupported(ExecutionText::tr("only the last two axes can be resized linearly"));
        return single(std::move(*result));
    });
}

/// Exponentials of the distance to the largest value come from a table, the division is one of whole numbers.
class IntegerSoftmax
{
public:
    explicit IntegerSoftmax(const ChannelwiseScales& scales)
        : m_zeroPoint(scales.result.zeroPoint())
    {
        for (std::size_t distance = 0; distance < m_exponentials.size(); ++distance) {
            const double power = std::exp(-static_cast<double>(distance) * scales.operand.scale());
            m_exponentials[distance] = std::llround(std::ldexp(power, 24));
        }
        m_numerator = std::llround(std::ldexp(1.0 / scales.result.scale(), denominatorBits));
    }

    void run(const qint8* in, qint8* out, qint64 step, qint64 length) const
    {
        qint8 largest = -128;
        for (qint64 i = 0; i < length; ++i)
            largest = std::max(largest, in[i * step]);
        qint64 sum = 0;
        for (qint64 i = 0; i < length; ++i)
            sum += exponential(largest - in[i * step]);
        for (qint64 i = 0; i < length; ++i) {
            const qint64 share = exponential(largest - in[i * step]) * m_numerator;
            out[i * step] = saturated(dividedHalfEven(share, sum << denominatorBits) + m_zeroPoint);
        }
    }

private:
    static constexpr int denominatorBits = 16;
    [[nodiscard]] qint64 exponential(int distance) const { return m_exponentials[static_cast<std::size_t>(distance)]; }

    std::array<qint64, 256> m_exponentials{};
    qint64 m_numerator = 0;
    qint8 m_zeroPoint = 0;
};

Result<Kernel> softmaxKernel(const NodeContext& context, const ChannelwiseScales& scales)
{
    // Below this the fixed-point quotient would overflow; no calibration of probabilities comes near.
    if (scales.result.scale() < 1e-5)
        return context.unsupported(ExecutionText::tr("an output scale below 0.00001"));
    const qint64 attribute = context.node().integer(u"axis"_s, -1);
    return Kernel([attribute, softmax = IntegerSoftmax(scales),
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& shape = inputs[0]->shape();
        const int axis = normalizedAxis(attribute, shape.rank());
        if (axis < 0)
            return context.malformed(ExecutionText::tr("its axis is outside the input"));
        TensorBuilder<qint8> builder(shape);
        const qint64 inner = sizeBetween(shape, axis + 1, shape.rank());
        for (qint64 i = 0; i < builder.size() / std::max<qint64>(shape[axis], 1); ++i) {
            const qint64 start = i / inner * shape[axis] * inner + i % inner;
            softmax.run(inputs[0]->values<qint8>().data() + start, builder.data() + start, inner, shape[axis]);
        }
        return single(builder.take());
    });
}

/// Elements move as they are, after each operand was brought to the output's scale.
KernelResult movementKernel(const NodeContext& context, const std::vector<QuantizedOperand>& operands,
                            const QuantizationParameters& output)
{
    KernelResult moved = makeMovementKernel(context);
    if (!moved)
        moved = makePoolKernel(context);
    if (!moved || !*moved)
        return moved;
    std::vector<std::optional<UnaryTable>> tables;
    for (const QuantizedOperand& operand : operands) {
        const bool same = operand.parameters.scales().size() != 1 || operand.parameters == output;
        tables.push_back(same ? std::nullopt : std::optional(requantizationTable(operand.parameters, output)));
    }
    return Result<Kernel>([tables, kernel = **moved](KernelInputs inputs) {
        std::vector<Tensor> scaled(inputs.size());
        std::vector<const Tensor*> pointers(inputs.begin(), inputs.end());
        for (std::size_t i = 0; i < inputs.size() && i < tables.size(); ++i) {
            if (!tables[i])
                continue;
            scaled[i] = *tables[i]->apply(*inputs[i]);
            pointers[i] = &scaled[i];
        }
        return kernel(pointers);
    });
}

struct TransposedProduct
{
    TransposedConvolution plan;
    qint8 inputZero = 0;
    qint8 outputZero = 0;
    std::vector<qint32> bias;
    std::vector<FixedMultiplier> multipliers;
};

Result<KernelOutputs> runTransposed(const NodeContext& context, const TransposedProduct& product, KernelInputs inputs)
{
    const std::optional<Shape> shape = product.plan.outputShape(inputs[0]->shape());
    if (!shape)
        return context.malformed(ExecutionText::tr("its input does not fit its weights"));
    TensorBuilder<qint8> builder(*shape);
    std::vector<qint32> sums(static_cast<std::size_t>(builder.size()), 0);
    const std::span<const qint8> codes = inputs[0]->values<qint8>();
    std::vector<qint16> values(codes.begin(), codes.end());
    for (qint16& value : values)
        value = static_cast<qint16>(value - product.inputZero);
    product.plan.accumulate<qint32>(inputs[0]->shape(), values.data(), inputs[1]->values<qint8>().data(), sums.data());
    const qint64 plane = sizeBetween(*shape, 2, shape->rank());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const auto channel = static_cast<std::size_t>(static_cast<qint64>(i) / plane % (*shape)[1]);
        builder.data()[i]
            = product.multipliers[channel].apply(qint64(sums[i]) + product.bias[channel], product.outputZero);
    }
    return single(builder.take());
}

Result<Kernel> transposedKernel(const NodeContext& context, const std::vector<QuantizedOperand>& operands,
                                const QuantizationParameters& output)
{
    if (operands.size() < 2 || operands[1].integers == nullptr || operands[1].integers->dataType() != DataType::Int8
        || operands[1].parameters.scales().empty() || operands[1].parameters.zeroPoint() != 0)
        return context.unsupported(ExecutionText::tr("its weights must be constants of int8 behind DequantizeLinear"));
    const Shape& weights = operands[1].integers->shape();
    const Result<TransposedConvolution> plan = TransposedConvolution::fromNode(context, weights);
    if (!plan)
        return forward(plan);
    const auto channels = static_cast<std::size_t>(plan->outputChannels());
    const std::vector<float>& scales = operands[1].parameters.scales();
    if (scales.size() != 1 && (operands[1].axis != 1 || static_cast<qint64>(scales.size()) != weights[1]))
        return context.unsupported(ExecutionText::tr("the scales of its weights must lie along the output channels"));
    auto product = std::make_shared<TransposedProduct>();
    product->plan = *plan;
    product->inputZero = operands[0].parameters.zeroPoint();
    product->outputZero = output.zeroPoint();
    product->bias.assign(channels, 0);
    const Tensor* bias = context.constant(2);
    const std::vector<float> biasValues = bias == nullptr ? std::vector<float>() : bias->toRealValues();
    for (std::size_t i = 0; i < channels; ++i) {
        const double scale = operands[0].parameters.scale() * static_cast<double>(scales[i % scales.size()]);
        product->multipliers.push_back(ratio(scale, output.scale()));
        if (i < biasValues.size())
            product->bias[i] = static_cast<qint32>(std::clamp<qint64>(
                std::llround(static_cast<double>(biasValues[i]) / scale), -(qint64(1) << 30), qint64(1) << 30));
    }
    return Kernel([product = std::shared_ptr<const TransposedProduct>(product), context = NodeContext(context)](
                      KernelInputs inputs) { return runTransposed(context, *product, inputs); });
}

} // namespace

KernelResult makeQuantizedOperator(const NodeContext& context, const std::vector<QuantizedOperand>& operands,
                                   const QuantizationParameters& output)
{
    if (operands.empty() || operands[0].parameters.scales().empty())
        return std::nullopt;
    const QString& opType = context.node().opType;
    const ChannelwiseScales scales{operands[0].parameters, output};
    if (opType == "AveragePool"_L1 || opType == "GlobalAveragePool"_L1)
        return averageKernel(context, scales);
    if (!scales.operand.hasOneZeroPoint() || !scales.result.hasOneZeroPoint())
        return std::nullopt;
    if (opType == "ReduceMean"_L1 || opType == "ReduceSum"_L1)
        return reduceKernel(context, scales);
    if (!scales.operand.isPerTensor() || !scales.result.isPerTensor())
        return std::nullopt;
    if (opType == "Softmax"_L1)
        return softmaxKernel(context, scales);
    if (opType == "ConvTranspose"_L1)
        return transposedKernel(context, operands, output);
    if (isMovement(context))
        return movementKernel(context, operands, output);
    if (opType == "Resize"_L1 || opType == "Upsample"_L1)
        return linearResizeKernel(context, scales);
    return std::nullopt;
}

} // namespace driftscope
