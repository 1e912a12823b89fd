// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Broadcast.h"
#include "core/sandbox/execution/DotProducts.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/IntegerConvolution.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"
#include "core/sandbox/execution/Requantization.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Result<Kernel> convolutionKernel(const NodeContext& context)
{
    const Tensor* weights = context.constant(3);
    const Result<QuantizationParameters> x = QuantizationParameters::withOneZeroPoint(context, 1, 2);
    const Result<QuantizationParameters> w = QuantizationParameters::withOneZeroPoint(context, 4, 5);
    const Result<QuantizationParameters> y = QuantizationParameters::withOneZeroPoint(context, 6, 7);
    for (const auto* parameters : {&x, &w, &y}) {
        if (!*parameters)
            return forward(*parameters);
    }
    if (weights == nullptr || weights->dataType() != DataType::Int8 || w->zeroPoint() != 0)
        return context.unsupported(ExecutionText::tr("its weights must be a constant of int8 with zero points of 0"));
    const std::vector<qint64>& sizes = weights->shape().sizes();
    const qint64 groups = context.node().integer(u"group"_s, 1);
    if (sizes.size() < 3 || groups < 1 || sizes[0] % groups != 0 || weights->elementCount() < 1)
        return context.malformed(ExecutionText::tr("its weights have a wrong shape"));
    const Result<Window> window = Window::fromNode(context, {sizes.begin() + 2, sizes.end()});
    if (!window)
        return forward(window);
    const auto channels = static_cast<std::size_t>(sizes[0]);
    std::vector<qint32> bias(channels, 0);
    if (const Tensor* constant = context.constant(8); constant != nullptr) {
        if (constant->dataType() != DataType::Int32 || constant->elementCount() != sizes[0])
            return context.malformed(ExecutionText::tr("its bias must hold one int32 for each output channel"));
        std::ranges::copy(constant->values<qint32>(), bias.begin());
    }
    std::vector<Requantization> requantization;
    for (std::size_t i = 0; i < channels; ++i)
        requantization.emplace_back(x->scale(), w->scale(i), y->scale(), y->zeroPoint());
    const auto convolution
        = std::make_shared<IntegerConvolution>(*weights, std::move(bias), std::move(requantization), *window, groups);
    convolution->setInputZeroPoint(x->zeroPoint());
    return Kernel([convolution = std::shared_ptr<const IntegerConvolution>(convolution),
                   context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Tensor& input = *inputs[0];
        if (input.dataType() != DataType::Int8 || !spatialSizes(input.shape())
            || input.shape()[1] != convolution->inputChannels())
            return context.malformed(ExecutionText::tr("its input must be int8 with the channels of the weights"));
        std::optional<Tensor> output = convolution->run(input);
        if (!output)
            return context.malformed(ExecutionText::tr("the window is larger than the input"));
        return single(std::move(*output));
    });
}

/// The matrices of a stacked operand as rows along the depth, int16 and padded.
std::vector<qint16> packedRows(const qint8* matrix, qint64 rows, qint64 depth, bool transposed, qint8 zeroPoint)
{
    const qint64 padded = paddedDepth(depth);
    std::vector<qint16> result(static_cast<std::size_t>(rows * padded), 0);
    for (qint64 row = 0; row < rows; ++row) {
        for (qint64 k = 0; k < depth; ++k)
            result[static_cast<std::size_t>(row * padded + k)]
                = static_cast<qint16>((transposed ? matrix[k * rows + row] : matrix[row * depth + k]) - zeroPoint);
    }
    return result;
}

struct ProductFactors
{
    std::vector<Requantization> requantization; ///< one, or one for each column
    qint8 zeroA = 0;
    qint8 zeroB = 0;
};

Result<KernelOutputs> multiplied(const NodeContext& context, const Tensor& a, const Tensor& b,
                                 const ProductFactors& factors)
{
    const std::vector<Requantization>& requantization = factors.requantization;
    const int rankA = a.shape().rank();
    const int rankB = b.shape().rank();
    if (rankA < 2 || rankB < 2 || a.shape()[rankA - 1] != b.shape()[rankB - 2] || a.dataType() != DataType::Int8
        || b.dataType() != DataType::Int8)
        return context.malformed(ExecutionText::tr("its matrices must be int8 and fit each other"));
    const qint64 rows = a.shape()[rankA - 2];
    const qint64 depth = a.shape()[rankA - 1];
    const qint64 columns = b.shape()[rankB - 1];
    if (requantization.size() != 1 && requantization.size() != static_cast<std::size_t>(columns))
        return context.malformed(ExecutionText::tr("there must be one scale for all columns or one for each"));
    const Shape stackA(std::vector<qint64>(a.shape().sizes().begin(), a.shape().sizes().end() - 2));
    const Shape stackB(std::vector<qint64>(b.shape().sizes().begin(), b.shape().sizes().end() - 2));
    const std::optional<Shape> stack = broadcastShape(std::array{stackA, stackB});
    if (!stack)
        return context.malformed(ExecutionText::tr("its stacks of matrices do not broadcast"));
    std::vector<qint64> sizes = stack->sizes();
    sizes.insert(sizes.end(), {rows, columns});
    TensorBuilder<qint8> builder{Shape(sizes)};
    std::vector<qint32> sums(static_cast<std::size_t>(rows * columns));
    const std::vector<qint64> stridesA = broadcastStrides(stackA, *stack);
    const std::vector<qint64> stridesB = broadcastStrides(stackB, *stack);
    for (qint64 i = 0; i < stack->elementCount(); ++i) {
        qint64 rest = i;
        qint64 offsetA = 0;
        qint64 offsetB = 0;
        for (int axis = stack->rank() - 1; axis >= 0; --axis) {
            offsetA += rest % (*stack)[axis] * stridesA[static_cast<std::size_t>(axis)];
            offsetB += rest % (*stack)[axis] * stridesB[static_cast<std::size_t>(axis)];
            rest /= (*stack)[axis];
        }
        const auto left
            = packedRows(a.values<qint8>().data() + offsetA * rows * depth, rows, depth, false, factors.zeroA);
        const auto right
            = packedRows(b.values<qint8>().data() + offsetB * depth * columns, columns, depth, true, factors.zeroB);
        dotProducts(left.data(), rows, right.data(), columns, paddedDepth(depth), sums.data());
        for (qint64 k = 0; k < rows * columns; ++k) {
            const auto column = static_cast<std::size_t>(k % columns);
            builder.data()[i * rows * columns + k]
                = requantization[requantization.size() == 1 ? 0 : column].apply(sums[static_cast<std::size_t>(k)]);
        }
    }
    return single(builder.take());
}

Result<Kernel> matrixProductKernel(const NodeContext& context)
{
    const Result<QuantizationParameters> a = QuantizationParameters::withOneZeroPoint(context, 1, 2);
    const Result<QuantizationParameters> b = QuantizationParameters::withOneZeroPoint(context, 4, 5);
    const Result<QuantizationParameters> y = QuantizationParameters::withOneZeroPoint(context, 6, 7);
    for (const auto* parameters : {&a, &b, &y}) {
        if (!*parameters)
            return forward(*parameters);
    }
    ProductFactors factors{{}, a->zeroPoint(), b->zeroPoint()};
    for (std::size_t i = 0; i < b->scales().size(); ++i)
        factors.requantization.emplace_back(a->scale(), b->scale(i), y->scale(), y->zeroPoint());
    return Kernel([factors, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        if (inputs.size() < 4 || inputs[3] == nullptr)
            return context.malformed(ExecutionText::tr("it has no second matrix"));
        return multiplied(context, *inputs[0], *inputs[3], factors);
    });
}

} // namespace

KernelResult makeIntegerProductKernel(const NodeContext& context)
{
    if (context.node().opType == "QLinearConv"_L1)
        return convolutionKernel(context);
    if (context.node().opType == "QLinearMatMul"_L1)
        return matrixProductKernel(context);
    return std::nullopt;
}

} // namespace driftscope
