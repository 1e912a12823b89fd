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

FixedMultiplier ratio(float input, float output)
{
    return FixedMultiplier::fromReal(static_cast<double>(input) / static_cast<double>(output));
}

/// Every fourth value of the plane, then those four sums: how ONNX Runtime averages whole planes.
float planeSum(const qint8* plane, qint64 size, float scale)
{
    std::array<float, 4> lanes{};
    qint64 i = 0;
    for (; i + 4 <= size; i += 4) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            lanes[lane] += static_cast<float>(plane[i + static_cast<qint64>(lane)]) * scale;
    }
    float sum = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    for (; i < size; ++i)
        sum += static_cast<float>(plane[i]) * scale;
    return sum;
}

/// Column sums from the top, then their sum from the left, in single precision: the order in which ONNX Runtime
/// averages small windows. Means of a few values are often halfway between two codes, where the last bit decides.
float windowSum(const qint8* plane, const PoolPlan& plan, const WindowSpan& span, float scale)
{
    const bool isWhole = plan.window.size == plan.inputSize && plan.outputSize == std::array<qint64, 2>{1, 1};
    if (isWhole && span.top == 0 && span.left == 0)
        return planeSum(plane, plan.inputSize[0] * plan.inputSize[1], scale);
    float sum = 0.0F;
    for (qint64 x = span.left; x < span.right; x += plan.window.dilation[1]) {
        float column = 0.0F;
        for (qint64 y = span.top; y < span.bottom; y += plan.window.dilation[0])
            column += static_cast<float>(plane[y * plan.inputSize[1] + x]) * scale;
        sum += column;
    }
    return sum;
}

/// Of an operator's operand and of its result: one, or one for each channel.
struct ChannelwiseScales
{
    std::vector<float> operand;
    std::vector<float> result;
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
                const float sum = windowSum(in + plane, *plan, span, scaleOf(scales.operand, channel));
                *out++ = quantized(sum / count, scaleOf(scales.result, channel));
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
    for (std::size_t i = 0; i < std::max(scales.operand.size(), scales.result.size()); ++i) {
        const auto channel = static_cast<qint64>(i);
        factors.push_back(ratio(scaleOf(scales.operand, channel), scaleOf(scales.result, channel)));
    }
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
                sums[static_cast<std::size_t>(assignment->targets[i])] += values[i];
            const qint64 inner = shape.rank() < 2 ? 1 : sizeBetween(shape, 2, shape.rank());
            const qint64 count = isMean ? std::max<qint64>(assignment->count, 1) : 1;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                const std::size_t channel = i / static_cast<std::size_t>(inner) % factors.size();
                builder.data()[i] = factors[channel].applyAndDivide(sums[i], count);
            }
            return single(builder.take());
        });
}

Result<Kernel> linearResizeKernel(const NodeContext& context, float scale, float outputScale)
{
    const Result<Resampling> rule = Resampling::fromNode(context);
    if (!rule)
        return forward(rule);
    constexpr int bits = 11; // two fractions and a value fit an int32
    const auto factor
        = FixedMultiplier::fromReal(static_cast<double>(scale) / static_cast<double>(outputScale) / (1 << (2 * bits)));
    return Kernel([rule = *rule, factor, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const auto mix = [&](qint8 a, qint8 b, qint8 c, qint8 d, double row, double column) {
            const qint64 one = 1 << bits;
            const qint64 down = std::llround(row * static_cast<double>(one));
            const qint64 right = std::llround(column * static_cast<double>(one));
            return factor.apply((a * (one - right) + b * right) * (one - down)
                                + (c * (one - right) + d * right) * down);
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
    IntegerSoftmax(float scale, float outputScale)
    {
        for (std::size_t distance = 0; distance < m_exponentials.size(); ++distance) {
            const double power = std::exp(-static_cast<double>(distance) * static_cast<double>(scale));
            m_exponentials[distance] = std::llround(std::ldexp(power, 24));
        }
        m_numerator = std::llround(std::ldexp(1.0 / static_cast<double>(outputScale), denominatorBits));
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
            out[i * step] = saturated(dividedHalfEven(share, sum << denominatorBits));
        }
    }

private:
    static constexpr int denominatorBits = 16;
    [[nodiscard]] qint64 exponential(int distance) const { return m_exponentials[static_cast<std::size_t>(distance)]; }

    std::array<qint64, 256> m_exponentials{};
    qint64 m_numerator = 0;
};

Result<Kernel> softmaxKernel(const NodeContext& context, float scale, float outputScale)
{
    // Below this the fixed-point quotient would overflow; no calibration of probabilities comes near.
    if (outputScale < 1e-5F)
        return context.unsupported(ExecutionText::tr("an output scale below 0.00001"));
    const qint64 attribute = context.node().integer(u"axis"_s, -1);
    return Kernel([=, softmax = IntegerSoftmax(scale, outputScale),
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
                            float outputScale)
{
    KernelResult moved = makeMovementKernel(context);
    if (!moved)
        moved = makePoolKernel(context);
    if (!moved || !*moved)
        return moved;
    std::vector<std::optional<UnaryTable>> tables;
    for (const QuantizedOperand& operand : operands) {
        const bool same = operand.scales.size() != 1 || operand.scales[0] == outputScale;
        tables.push_back(same ? std::nullopt : std::optional(requantizationTable(operand.scales[0], outputScale)));
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
    product.plan.accumulate<qint32, qint8>(inputs[0]->shape(), inputs[0]->values<qint8>().data(),
                                           inputs[1]->values<qint8>().data(), sums.data());
    const qint64 plane = sizeBetween(*shape, 2, shape->rank());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const auto channel = static_cast<std::size_t>(static_cast<qint64>(i) / plane % (*shape)[1]);
        builder.data()[i] = product.multipliers[channel].apply(qint64(sums[i]) + product.bias[channel]);
    }
    return single(builder.take());
}

Result<Kernel> transposedKernel(const NodeContext& context, const std::vector<QuantizedOperand>& operands,
                                float outputScale)
{
    if (operands.size() < 2 || operands[1].integers == nullptr || operands[1].integers->dataType() != DataType::Int8
        || operands[1].scales.empty())
        return context.unsupported(ExecutionText::tr("its weights must be constants of int8 behind DequantizeLinear"));
    const Shape& weights = operands[1].integers->shape();
    const Result<TransposedConvolution> plan = TransposedConvolution::fromNode(context, weights);
    if (!plan)
        return forward(plan);
    const auto channels = static_cast<std::size_t>(plan->outputChannels());
    const std::vector<float>& scales = operands[1].scales;
    if (scales.size() != 1 && (operands[1].axis != 1 || static_cast<qint64>(scales.size()) != weights[1]))
        return context.unsupported(ExecutionText::tr("the scales of its weights must lie along the output channels"));
    auto product = std::make_shared<TransposedProduct>();
    product->plan = *plan;
    product->bias.assign(channels, 0);
    const Tensor* bias = context.constant(2);
    const std::vector<float> biasValues = bias == nullptr ? std::vector<float>() : bias->toRealValues();
    for (std::size_t i = 0; i < channels; ++i) {
        const double scale
            = static_cast<double>(operands[0].scales[0]) * static_cast<double>(scales[i % scales.size()]);
        product->multipliers.push_back(FixedMultiplier::fromReal(scale / static_cast<double>(outputScale)));
        if (i < biasValues.size())
            product->bias[i] = static_cast<qint32>(std::clamp<qint64>(
                std::llround(static_cast<double>(biasValues[i]) / scale), -(qint64(1) << 30), qint64(1) << 30));
    }
    return Kernel([product = std::shared_ptr<const TransposedProduct>(product), context = NodeContext(context)](
                      KernelInputs inputs) { return runTransposed(context, *product, inputs); });
}

} // namespace

KernelResult makeQuantizedOperator(const NodeContext& context, const std::vector<QuantizedOperand>& operands,
                                   const std::vector<float>& outputScales)
{
    if (operands.empty() || operands[0].scales.empty())
        return std::nullopt;
    const QString& opType = context.node().opType;
    const ChannelwiseScales scales{operands[0].scales, outputScales};
    if (opType == "AveragePool"_L1 || opType == "GlobalAveragePool"_L1)
        return averageKernel(context, scales);
    if (opType == "ReduceMean"_L1 || opType == "ReduceSum"_L1)
        return reduceKernel(context, scales);
    if (scales.operand.size() != 1 || scales.result.size() != 1)
        return std::nullopt;
    const float scale = scales.operand.front();
    const float outputScale = outputScales.front();
    if (opType == "Softmax"_L1)
        return softmaxKernel(context, scale, outputScale);
    if (opType == "ConvTranspose"_L1)
        return transposedKernel(context, operands, outputScale);
    if (isMovement(context))
        return movementKernel(context, operands, outputScale);
    if (opType == "Resize"_L1 || opType == "Upsample"_L1)
        return linearResizeKernel(context, scale, outputScale);
    return std::nullopt;
}

} // namespace driftscope
