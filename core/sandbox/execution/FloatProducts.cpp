// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/FloatProducts.h"

#include "core/sandbox/execution/Broadcast.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/TransposedConvolution.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool areFloats(KernelInputs inputs, std::size_t count)
{
    if (inputs.size() < count)
        return false;
    return std::ranges::all_of(
        inputs, [](const Tensor* input) { return input == nullptr || input->dataType() == DataType::Float32; });
}

/// out[row][column] += Σ a[row][k] * b[k][column] for dense matrices.
void addProduct(const float* a, const float* b, float* out, qint64 rows, qint64 depth, qint64 columns)
{
    for (qint64 row = 0; row < rows; ++row) {
        for (qint64 k = 0; k < depth; ++k) {
            const float factor = a[row * depth + k];
            for (qint64 column = 0; column < columns; ++column)
                out[row * columns + column] += factor * b[k * columns + column];
        }
    }
}

Result<KernelOutputs> matMul(const NodeContext& context, KernelInputs inputs)
{
    const Shape& a = inputs[0]->shape();
    const Shape& b = inputs[1]->shape();
    if (!areFloats(inputs, 2) || a.rank() < 2 || b.rank() < 2 || a[a.rank() - 1] != b[b.rank() - 2])
        return context.malformed(ExecutionText::tr("its matrices must be float32 and fit each other"));
    const Shape stackA(std::vector<qint64>(a.sizes().begin(), a.sizes().end() - 2));
    const Shape stackB(std::vector<qint64>(b.sizes().begin(), b.sizes().end() - 2));
    const std::optional<Shape> stack = broadcastShape(std::array{stackA, stackB});
    if (!stack)
        return context.malformed(ExecutionText::tr("its stacks of matrices do not broadcast"));
    const qint64 rows = a[a.rank() - 2];
    const qint64 depth = a[a.rank() - 1];
    const qint64 columns = b[b.rank() - 1];
    std::vector<qint64> sizes = stack->sizes();
    sizes.insert(sizes.end(), {rows, columns});
    TensorBuilder<float> builder{Shape(sizes)};
    std::fill_n(builder.data(), builder.size(), 0.0F);
    const std::vector<qint64> stridesA = broadcastStrides(stackA, *stack);
    const std::vector<qint64> stridesB = broadcastStrides(stackB, *stack);
    const qint64 length = stack->rank() == 0 ? 1 : (*stack)[stack->rank() - 1];
    forEachRow(*stack, stridesA, stridesB, [&](qint64 start, qint64 offsetA, qint64 offsetB) {
        for (qint64 i = 0; i < length; ++i) {
            const qint64 left = offsetA + (stridesA.empty() ? 0 : i * stridesA.back());
            const qint64 right = offsetB + (stridesB.empty() ? 0 : i * stridesB.back());
            addProduct(inputs[0]->values<float>().data() + left * rows * depth,
                       inputs[1]->values<float>().data() + right * depth * columns,
                       builder.data() + (start + i) * rows * columns, rows, depth, columns);
        }
    });
    return single(builder.take());
}

Result<KernelOutputs> gemm(const NodeContext& context, KernelInputs inputs)
{
    const bool transA = context.node().integer(u"transA"_s, 0) != 0;
    const bool transB = context.node().integer(u"transB"_s, 0) != 0;
    const float alpha = context.node().number(u"alpha"_s, 1.0F);
    const float beta = context.node().number(u"beta"_s, 1.0F);
    const Shape& a = inputs[0]->shape();
    const Shape& b = inputs[1]->shape();
    if (!areFloats(inputs, 2) || a.rank() != 2 || b.rank() != 2 || a[transA ? 0 : 1] != b[transB ? 1 : 0])
        return context.malformed(ExecutionText::tr("its matrices must be float32 and fit each other"));
    const qint64 rows = a[transA ? 1 : 0];
    const qint64 depth = a[transA ? 0 : 1];
    const qint64 columns = b[transB ? 0 : 1];
    TensorBuilder<float> builder(Shape{rows, columns});
    const float* left = inputs[0]->values<float>().data();
    const float* right = inputs[1]->values<float>().data();
    const bool hasBias = inputs.size() > 2 && inputs[2] != nullptr;
    if (hasBias && broadcastShape(std::array{inputs[2]->shape(), builder.shape()}) != builder.shape())
        return context.malformed(ExecutionText::tr("its third input does not broadcast to the result"));
    const auto strides = hasBias ? broadcastStrides(inputs[2]->shape(), builder.shape()) : std::vector<qint64>{0, 0};
    for (qint64 i = 0; i < builder.size(); ++i) {
        const qint64 row = i / columns;
        const qint64 column = i % columns;
        float sum = 0.0F;
        for (qint64 k = 0; k < depth; ++k)
            sum += left[transA ? k * rows + row : row * depth + k]
                * right[transB ? column * depth + k : k * columns + column];
        const float bias = hasBias
            ? inputs[2]->values<float>()[static_cast<std::size_t>(row * strides[0] + column * strides[1])]
            : 0.0F;
        builder.data()[i] = alpha * sum + beta * bias;
    }
    return single(builder.take());
}

void fillWithBias(TensorBuilder<float>& builder, KernelInputs inputs)
{
    const qint64 channels = builder.shape()[1];
    const qint64 plane = sizeBetween(builder.shape(), 2, builder.shape().rank());
    const bool hasBias = inputs.size() > 2 && inputs[2] != nullptr && inputs[2]->elementCount() == channels;
    for (qint64 i = 0; i < builder.size() / plane; ++i) {
        const float value = hasBias ? inputs[2]->values<float>()[static_cast<std::size_t>(i % channels)] : 0.0F;
        std::fill_n(builder.data() + i * plane, plane, value);
    }
}

Result<KernelOutputs> convolution(const NodeContext& context, KernelInputs inputs)
{
    const Shape& in = inputs[0]->shape();
    const Shape& weights = inputs[1]->shape();
    const qint64 groups = context.node().integer(u"group"_s, 1);
    const auto spatial = spatialSizes(in);
    if (!areFloats(inputs, 2) || !spatial || weights.rank() != in.rank() || groups < 1 || weights[0] % groups != 0
        || weights[1] * groups != in[1])
        return context.malformed(ExecutionText::tr("its input does not fit its weights"));
    const Result<Window> declared = Window::fromNode(context, {weights.sizes().begin() + 2, weights.sizes().end()});
    if (!declared)
        return forward(declared);
    const Window window = declared->resolved(*spatial);
    const std::array<qint64, 2> out = window.outputSize(*spatial);
    if (out[0] < 1 || out[1] < 1)
        return context.malformed(ExecutionText::tr("the window is larger than the input"));
    TensorBuilder<float> builder(spatialShape(in, weights[0], out));
    fillWithBias(builder, inputs);
    const qint64 taps = window.size[0] * window.size[1];
    const qint64 plane = (*spatial)[0] * (*spatial)[1];
    for (qint64 i = 0; i < builder.size(); ++i) {
        const qint64 place = i % (out[0] * out[1]);
        const qint64 channel = i / (out[0] * out[1]) % weights[0];
        const qint64 batch = i / (out[0] * out[1]) / weights[0];
        const qint64 group = channel / (weights[0] / groups);
        const float* source = inputs[0]->values<float>().data() + (batch * in[1] + group * weights[1]) * plane;
        const float* kernel = inputs[1]->values<float>().data() + channel * weights[1] * taps;
        for (qint64 tap = 0; tap < taps; ++tap) {
            const qint64 y
                = place / out[1] * window.stride[0] - window.padBegin[0] + tap / window.size[1] * window.dilation[0];
            const qint64 x
                = place % out[1] * window.stride[1] - window.padBegin[1] + tap % window.size[1] * window.dilation[1];
            if (y < 0 || y >= (*spatial)[0] || x < 0 || x >= (*spatial)[1])
                continue;
            for (qint64 c = 0; c < weights[1]; ++c)
                builder.data()[i] += source[c * plane + y * (*spatial)[1] + x] * kernel[c * taps + tap];
        }
    }
    return single(builder.take());
}

Result<KernelOutputs> transposedConvolution(const NodeContext& context, KernelInputs inputs)
{
    const Result<TransposedConvolution> plan = TransposedConvolution::fromNode(context, inputs[1]->shape());
    if (!plan)
        return forward(plan);
    const std::optional<Shape> shape = plan->outputShape(inputs[0]->shape());
    if (!shape || !areFloats(inputs, 2))
        return context.malformed(ExecutionText::tr("its input does not fit its weights"));
    TensorBuilder<float> builder(*shape);
    fillWithBias(builder, inputs);
    plan->accumulate<float, float>(inputs[0]->shape(), inputs[0]->values<float>().data(),
                                   inputs[1]->values<float>().data(), builder.data());
    return single(builder.take());
}

/// (x - mean) / sqrt(variance + epsilon) * scale + bias; the statistics are inputs 3 and 4, or those of each plane.
Result<KernelOutputs> normalization(const NodeContext& context, KernelInputs inputs)
{
    const bool ofInstance = context.node().opType == "InstanceNormalization"_L1;
    const Shape& in = inputs[0]->shape();
    if (!areFloats(inputs, ofInstance ? 3 : 5) || in.rank() < 2 || inputs[1]->elementCount() != in[1]
        || inputs[2]->elementCount() != in[1] || (!ofInstance && inputs[3]->elementCount() != in[1])
        || (!ofInstance && inputs[4]->elementCount() != in[1]))
        return context.malformed(ExecutionText::tr("there must be one parameter for each channel"));
    const double epsilon = static_cast<double>(context.node().number(u"epsilon"_s, 1e-5F));
    TensorBuilder<float> builder(in);
    const qint64 plane = sizeBetween(in, 2, in.rank());
    for (qint64 i = 0; i < in[0] * in[1]; ++i) {
        const auto channel = static_cast<std::size_t>(i % in[1]);
        const float* values = inputs[0]->values<float>().data() + i * plane;
        double mean = 0.0;
        double variance = 0.0;
        if (ofInstance) {
            for (qint64 k = 0; k < plane; ++k)
                mean += static_cast<double>(values[k]) / static_cast<double>(plane);
            for (qint64 k = 0; k < plane; ++k)
                variance += std::pow(static_cast<double>(values[k]) - mean, 2.0) / static_cast<double>(plane);
        } else {
            mean = static_cast<double>(inputs[3]->values<float>()[channel]);
            variance = static_cast<double>(inputs[4]->values<float>()[channel]);
        }
        const double factor = static_cast<double>(inputs[1]->values<float>()[channel]) / std::sqrt(variance + epsilon);
        const double offset = static_cast<double>(inputs[2]->values<float>()[channel]);
        for (qint64 k = 0; k < plane; ++k)
            builder.data()[i * plane + k]
                = static_cast<float>((static_cast<double>(values[k]) - mean) * factor + offset);
    }
    return single(builder.take());
}

} // namespace

KernelResult makeFloatProductKernel(const NodeContext& context)
{
    using Operation = Result<KernelOutputs> (*)(const NodeContext&, KernelInputs);
    static const QHash<QString, Operation> table{
        {u"MatMul"_s, matMul},
        {u"Gemm"_s, gemm},
        {u"Conv"_s, convolution},
        {u"ConvTranspose"_s, transposedConvolution},
        {u"BatchNormalization"_s, normalization},
        {u"InstanceNormalization"_s, normalization},
    };
    const Operation operation = table.value(context.node().opType, nullptr);
    if (operation == nullptr)
        return std::nullopt;
    return Result<Kernel>([operation, context = NodeContext(context)](KernelInputs inputs) {
        return inputs.size() < 2 || inputs[1] == nullptr
            ? Result<KernelOutputs>(context.malformed(ExecutionText::tr("it needs a second input")))
            : operation(context, inputs);
    });
}

} // namespace driftscope
