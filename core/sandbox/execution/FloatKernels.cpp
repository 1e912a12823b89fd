// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/LinearResampling.h"
#include "core/sandbox/execution/Reducing.h"

#include "core/sandbox/execution/FloatProducts.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Walks the vectors along one axis: visit(pointer to the first element, step, length).
template <typename Visit> void forEachVector(const Shape& shape, int axis, float* values, Visit&& visit)
{
    const qint64 inner = sizeBetween(shape, axis + 1, shape.rank());
    const qint64 outer = sizeBetween(shape, 0, axis);
    for (qint64 i = 0; i < outer; ++i) {
        for (qint64 k = 0; k < inner; ++k)
            visit(values + i * shape[axis] * inner + k, inner, shape[axis]);
    }
}

using VectorOperation = std::function<void(float*, qint64, qint64)>;

void softmax(float* values, qint64 step, qint64 length)
{
    float largest = std::numeric_limits<float>::lowest();
    for (qint64 i = 0; i < length; ++i)
        largest = std::max(largest, values[i * step]);
    float sum = 0.0F;
    for (qint64 i = 0; i < length; ++i)
        sum += values[i * step] = std::exp(values[i * step] - largest);
    for (qint64 i = 0; i < length; ++i)
        values[i * step] /= sum;
}

void logSoftmax(float* values, qint64 step, qint64 length)
{
    float largest = std::numeric_limits<float>::lowest();
    for (qint64 i = 0; i < length; ++i)
        largest = std::max(largest, values[i * step]);
    float sum = 0.0F;
    for (qint64 i = 0; i < length; ++i)
        sum += std::exp(values[i * step] - largest);
    for (qint64 i = 0; i < length; ++i)
        values[i * step] -= largest + std::log(sum);
}

void normalize(float* values, qint64 step, qint64 length, bool absolute)
{
    float sum = 0.0F;
    for (qint64 i = 0; i < length; ++i)
        sum += absolute ? std::abs(values[i * step]) : values[i * step] * values[i * step];
    const float norm = absolute ? sum : std::sqrt(sum);
    for (qint64 i = 0; i < length && norm > 0.0F; ++i)
        values[i * step] /= norm;
}

Result<Kernel> vectorKernel(const NodeContext& context, VectorOperation operation)
{
    const qint64 attribute = context.node().integer(u"axis"_s, -1);
    return Kernel([attribute, operation = std::move(operation),
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const int axis = normalizedAxis(attribute, inputs[0]->shape().rank());
        if (axis < 0 || inputs[0]->dataType() != DataType::Float32)
            return context.malformed(ExecutionText::tr("its input must be float32 and have the axis"));
        TensorBuilder<float> builder(inputs[0]->shape());
        std::ranges::copy(inputs[0]->values<float>(), builder.data());
        forEachVector(builder.shape(), axis, builder.data(), operation);
        return single(builder.take());
    });
}

struct Reduction
{
    double start = 0.0;
    double (*fold)(double, double) = nullptr;
    double (*finish)(double, double) = nullptr; ///< of the folded value and the element count
};

std::optional<Reduction> reductionOf(const NodeContext& context)
{
    const auto add = [](double a, double b) { return a + b; };
    const auto same = [](double a, double) { return a; };
    const auto addSquare = [](double a, double b) { return a + b * b; };
    const QString& opType = context.node().opType;
    // The container's own name; 4 is the mean in published files.
    const bool containerMean = opType == "Reduction"_L1 && context.node().integer(u"reduction_type"_s, -1) == 4;
    if (opType == "ReduceMean"_L1 || containerMean)
        return Reduction{0.0, add, [](double a, double n) { return a / n; }};
    if (opType == "ReduceSum"_L1)
        return Reduction{0.0, add, same};
    if (opType == "ReduceMax"_L1)
        return Reduction{-std::numeric_limits<double>::infinity(), [](double a, double b) { return std::max(a, b); },
                         same};
    if (opType == "ReduceMin"_L1)
        return Reduction{std::numeric_limits<double>::infinity(), [](double a, double b) { return std::min(a, b); },
                         same};
    if (opType == "ReduceProd"_L1)
        return Reduction{1.0, [](double a, double b) { return a * b; }, same};
    if (opType == "ReduceL1"_L1)
        return Reduction{0.0, [](double a, double b) { return a + std::abs(b); }, same};
    if (opType == "ReduceL2"_L1)
        return Reduction{0.0, addSquare, [](double a, double) { return std::sqrt(a); }};
    if (opType == "ReduceSumSquare"_L1)
        return Reduction{0.0, addSquare, same};
    return std::nullopt;
}

Result<Kernel> reduceKernel(const NodeContext& context, const Reduction& reduction)
{
    const Result<Reducing> reducing = Reducing::fromNode(context);
    if (!reducing)
        return forward(reducing);
    return Kernel([reduction, reducing = *reducing,
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const auto assignment = reducing.assign(inputs[0]->shape());
        if (!assignment || inputs[0]->dataType() != DataType::Float32)
            return context.malformed(ExecutionText::tr("its input must be float32 and have the axes"));
        TensorBuilder<float> builder(assignment->shape);
        std::vector<double> sums(static_cast<std::size_t>(builder.size()), reduction.start);
        const std::span<const float> values = inputs[0]->values<float>();
        for (std::size_t i = 0; i < values.size(); ++i) {
            double& sum = sums[static_cast<std::size_t>(assignment->targets[i])];
            sum = reduction.fold(sum, static_cast<double>(values[i]));
        }
        for (std::size_t i = 0; i < sums.size(); ++i)
            builder.data()[i] = static_cast<float>(reduction.finish(sums[i], static_cast<double>(assignment->count)));
        return single(builder.take());
    });
}

Result<Kernel> linearResizeKernel(const NodeContext& context)
{
    const Result<Resampling> rule = Resampling::fromNode(context);
    if (!rule)
        return forward(rule);
    return Kernel([rule = *rule, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        if (inputs[0]->dataType() != DataType::Float32)
            return context.unsupported(ExecutionText::tr("its input must be float32"));
        const auto mix = [](float a, float b, float c, float d, double row, double column) {
            const double above = static_cast<double>(a) * (1.0 - column) + static_cast<double>(b) * column;
            const double below = static_cast<double>(c) * (1.0 - column) + static_cast<double>(d) * column;
            return static_cast<float>(above * (1.0 - row) + below * row);
        };
        std::optional<Tensor> result = resampledLinearly<float>(*inputs[0], rule, mix);
        if (!result)
            return context.unsupported(ExecutionText::tr("only the last two axes can be resized linearly"));
        return single(std::move(*result));
    });
}

} // namespace

std::vector<LinearTap> linearTaps(const Resampling& rule, int axis, qint64 inputSize, qint64 outputSize)
{
    std::vector<LinearTap> taps;
    for (qint64 i = 0; i < outputSize; ++i) {
        const double place = std::clamp(rule.sourceCoordinate(i, axis, inputSize, outputSize), 0.0,
                                        static_cast<double>(inputSize - 1));
        LinearTap tap;
        tap.first = static_cast<qint64>(std::floor(place));
        tap.second = std::min(tap.first + 1, inputSize - 1);
        tap.fraction = place - static_cast<double>(tap.first);
        taps.push_back(tap);
    }
    return taps;
}

KernelResult makeFloatKernel(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "Softmax"_L1)
        return vectorKernel(context, softmax);
    if (opType == "LogSoftmax"_L1)
        return vectorKernel(context, logSoftmax);
    if (opType == "LpNormalization"_L1) {
        const bool absolute = context.node().integer(u"p"_s, 2) == 1;
        return vectorKernel(context, [absolute](float* values, qint64 step, qint64 length) {
            normalize(values, step, length, absolute);
        });
    }
    if (const auto reduction = reductionOf(context))
        return reduceKernel(context, *reduction);
    if (opType == "Resize"_L1 || opType == "Upsample"_L1) {
        const QString mode = context.node().text(u"mode"_s);
        if (mode == "linear"_L1 || mode == "bilinear"_L1)
            return linearResizeKernel(context);
        return KernelResult(context.unsupported(ExecutionText::tr("resizing other than nearest and linear")));
    }
    return makeFloatProductKernel(context);
}

} // namespace driftscope
