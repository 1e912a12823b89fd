// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/Pooling.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString tooLarge()
{
    return QCoreApplication::translate("SandboxExecution", "its window does not fit the input");
}

template <typename T> Tensor maxPooled(const Tensor& input, const PoolPlan& plan)
{
    TensorBuilder<T> builder(spatialShape(input.shape(), input.shape()[1], plan.outputSize));
    const T* in = input.values<T>().data();
    T* out = builder.data();
    forEachWindow(input.shape(), plan, [&](qint64 plane, const WindowSpan& span) {
        T largest = std::numeric_limits<T>::lowest();
        for (qint64 y = span.top; y < span.bottom; y += plan.window.dilation[0]) {
            for (qint64 x = span.left; x < span.right; x += plan.window.dilation[1])
                largest = std::max(largest, in[plane + y * plan.inputSize[1] + x]);
        }
        *out++ = largest;
    });
    return builder.take();
}

Result<Kernel> maxPoolKernel(const NodeContext& context)
{
    const bool isGlobal = context.node().opType == "GlobalMaxPool"_L1;
    const Result<Window> declared = isGlobal ? Result<Window>(Window()) : Window::fromNode(context);
    if (!declared)
        return forward(declared);
    return Kernel(
        [=, window = *declared, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
            Window whole = window;
            if (isGlobal)
                whole.size = spatialSizes(inputs[0]->shape()).value_or(whole.size);
            const std::optional<PoolPlan> plan = PoolPlan::forInput(whole, inputs[0]->shape());
            if (!plan)
                return context.malformed(tooLarge());
            switch (inputs[0]->dataType()) {
            case DataType::Int8:
                return single(maxPooled<qint8>(*inputs[0], *plan));
            case DataType::Float32:
                return single(maxPooled<float>(*inputs[0], *plan));
            default:
                return context.unsupported(
                    QCoreApplication::translate("SandboxExecution", "its input must be int8 or float32"));
            }
        });
}

Result<Kernel> averagePoolKernel(const NodeContext& context)
{
    Result<AveragePooling> pooling = AveragePooling::fromNode(context);
    if (!pooling)
        return forward(pooling);
    return Kernel([pooling = *pooling, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const std::optional<PoolPlan> plan = pooling.plan(inputs[0]->shape());
        if (!plan || inputs[0]->dataType() != DataType::Float32)
            return context.malformed(tooLarge());
        TensorBuilder<float> builder(spatialShape(inputs[0]->shape(), inputs[0]->shape()[1], plan->outputSize));
        pooling.sumWindows<float, double>(*inputs[0], *plan, [out = builder.data()](double sum, qint64 count) mutable {
            *out++ = static_cast<float>(sum / static_cast<double>(count));
        });
        return single(builder.take());
    });
}

} // namespace

std::optional<PoolPlan> PoolPlan::forInput(const Window& window, const Shape& input)
{
    const auto spatial = spatialSizes(input);
    if (!spatial)
        return std::nullopt;
    PoolPlan plan;
    plan.inputSize = *spatial;
    plan.window = window.resolved(*spatial);
    plan.outputSize = plan.window.outputSize(*spatial);
    // A window that lies in the padding alone would have nothing to pool.
    for (std::size_t i = 0; i < 2; ++i) {
        const qint64 reach = (plan.window.size[i] - 1) * plan.window.dilation[i];
        if (plan.outputSize[i] < 1 || plan.window.padBegin[i] > reach || plan.window.padEnd[i] > reach)
            return std::nullopt;
    }
    return plan;
}

WindowSpan PoolPlan::span(qint64 row, qint64 column) const
{
    const auto clipped = [&](std::size_t axis, qint64 start) {
        const qint64 step = window.dilation[axis];
        const qint64 end = std::min(start + (window.size[axis] - 1) * step + 1, inputSize[axis]);
        return std::pair(start < 0 ? (start % step + step) % step : start, end);
    };
    const auto [top, bottom] = clipped(0, row * window.stride[0] - window.padBegin[0]);
    const auto [left, right] = clipped(1, column * window.stride[1] - window.padBegin[1]);
    return {top, bottom, left, right};
}

qint64 PoolPlan::elements(const WindowSpan& span) const
{
    const qint64 rows = (span.bottom - span.top + window.dilation[0] - 1) / window.dilation[0];
    const qint64 columns = (span.right - span.left + window.dilation[1] - 1) / window.dilation[1];
    return std::max<qint64>(rows, 0) * std::max<qint64>(columns, 0);
}

Result<AveragePooling> AveragePooling::fromNode(const NodeContext& context)
{
    AveragePooling pooling;
    pooling.m_isGlobal = context.node().opType == "GlobalAveragePool"_L1;
    pooling.m_countsPadding = context.node().integer(u"count_include_pad"_s, 0) != 0;
    if (pooling.m_isGlobal)
        return pooling;
    const Result<Window> window = Window::fromNode(context);
    if (!window)
        return forward(window);
    pooling.m_window = *window;
    return pooling;
}

std::optional<PoolPlan> AveragePooling::plan(const Shape& input) const
{
    const auto spatial = spatialSizes(input);
    if (!spatial)
        return std::nullopt;
    Window window = m_window;
    if (m_isGlobal)
        window.size = *spatial;
    return PoolPlan::forInput(window, input);
}

KernelResult makePoolKernel(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "MaxPool"_L1 || opType == "GlobalMaxPool"_L1)
        return maxPoolKernel(context);
    if (opType == "AveragePool"_L1 || opType == "GlobalAveragePool"_L1)
        return averagePoolKernel(context);
    return std::nullopt;
}

} // namespace driftscope
