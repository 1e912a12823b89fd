// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/QuantizedGroup.h"

#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"
#include "core/sandbox/execution/QuantizedOperators.h"
#include "core/sandbox/execution/QuantizedTables.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 valueCount = 256;
constexpr qint64 largestTable = qint64(1) << 24; ///< bytes; beyond, a constant of that size is a fault of the model

/// Every value of an int8 as a real number, in a shape of the given rank with all of them along the first axis.
Tensor everyValue(float scale, const Shape& shape)
{
    TensorBuilder<float> builder(shape);
    for (qint64 i = 0; i < builder.size(); ++i)
        builder.data()[i] = static_cast<float>(i - 128) * scale;
    return builder.take();
}

/// Runs float nodes on values; the last node's result.
Result<Tensor> evaluate(const QList<const NodeDraft*>& nodes, const QHash<QString, Tensor>& constants,
                        QHash<QString, Tensor> values, const QString& result)
{
    for (const NodeDraft* node : nodes) {
        const NodeContext context(*node, constants);
        const Result<Kernel> kernel = makeKernel(context);
        if (!kernel)
            return forward(kernel);
        std::vector<Tensor> held;
        held.reserve(static_cast<std::size_t>(node->inputs.size()));
        std::vector<const Tensor*> inputs;
        for (const QString& name : node->inputs) {
            held.push_back(values.value(name, constants.value(name)));
            inputs.push_back(name.isEmpty() ? nullptr : &held.back());
        }
        const Result<KernelOutputs> outputs = (*kernel)(inputs);
        if (!outputs)
            return forward(outputs);
        values.insert(node->outputs.first(), outputs->front());
    }
    return values.value(result);
}

} // namespace

GroupFinder::GroupFinder(const GraphDraft& graph, const QHash<QString, Tensor>& constants)
    : m_graph(graph)
    , m_constants(constants)
{
    for (const NodeDraft& node : m_graph.nodes) {
        for (const QString& output : node.outputs)
            m_producers.insert(output, &node);
    }
}

bool GroupFinder::collectDequantized(const NodeDraft& dequantize, Region& region) const
{
    const QString value = dequantize.outputs.value(0);
    const NodeContext context(dequantize, m_constants);
    const auto parameters = QuantizationParameters::fromInputs(context, 1, 2);
    if (!parameters)
        return false;
    if (m_constants.contains(dequantize.inputs.value(0))) {
        const Result<Tensor> real = evaluate({&dequantize}, m_constants, {}, value);
        if (real)
            region.constants.insert(value, *real);
        return real.has_value();
    }
    if (!parameters->isPerTensor()) {
        if (dequantize.integer(u"axis"_s, 1) != 1)
            return false;
        region.channelScales = parameters->scales();
    }
    region.sources.append(dequantize.inputs.value(0));
    region.dequantized.append(value);
    region.scales.push_back(parameters->scales().front());
    return true;
}

bool GroupFinder::collect(const QString& value, Region& region) const
{
    if (value.isEmpty() || region.constants.contains(value) || region.visited.contains(value))
        return true;
    region.visited.insert(value);
    const NodeDraft* producer = m_producers.value(value, nullptr);
    if (producer == nullptr || producer->outputs.size() != 1 || region.nodes.size() > 64)
        return false;
    if (producer->opType == "DequantizeLinear"_L1)
        return collectDequantized(*producer, region);
    if (producer->opType == "QuantizeLinear"_L1 || producer->opType.startsWith("QLinear"_L1))
        return false;
    for (const QString& input : producer->inputs) {
        if (!collect(input, region))
            return false;
    }
    region.nodes.append(producer);
    return true;
}

Result<std::optional<QuantizedGroup>> GroupFinder::groupAt(const NodeDraft& quantize) const
{
    const NodeContext context(quantize, m_constants);
    const auto parameters = QuantizationParameters::fromInputs(context, 1, 2);
    Region region;
    region.constants = m_constants;
    if (!parameters || !collect(quantize.inputs.value(0), region) || region.sources.isEmpty())
        return std::nullopt;
    region.outputScale = parameters->scales().front();
    const bool elementwise
        = std::ranges::all_of(region.nodes, [](const NodeDraft* node) { return isElementwise(node->opType); });
    if (!parameters->isPerTensor() || !region.channelScales.empty()) {
        if (!elementwise || region.sources.size() != 1 || quantize.integer(u"axis"_s, 1) != 1)
            return std::nullopt;
        return channelGroup(region, parameters->scales());
    }
    return elementwise ? elementwiseGroup(region) : operatorGroup(region);
}

Result<std::optional<QuantizedGroup>> GroupFinder::elementwiseGroup(const Region& region) const
{
    if (region.sources.size() > 2)
        return std::nullopt;
    const QString result = region.nodes.isEmpty() ? region.dequantized.first() : region.nodes.last()->outputs.first();
    const bool isPair = region.sources.size() == 2;
    if (isPair && region.nodes.size() == 1) {
        const NodeDraft& node = *region.nodes.first();
        const bool fixedPoint = node.opType == "Add"_L1 || node.opType == "Sub"_L1 || node.opType == "Mul"_L1;
        if (fixedPoint) {
            return QuantizedGroup{region.sources,
                                  fixedPointBinaryKernel(NodeContext(node, m_constants), region.scales[0],
                                                         region.scales[1], region.outputScale)};
        }
    }
    int rank = 1;
    for (const NodeDraft* node : region.nodes) {
        for (const QString& input : node->inputs)
            rank = std::max(rank, region.constants.value(input).shape().rank());
    }
    std::vector<qint64> sizes(static_cast<std::size_t>(rank), 1);
    sizes.insert(sizes.begin(), isPair ? 2 : 1, 1);
    QHash<QString, Tensor> values;
    for (qsizetype i = 0; i < region.sources.size(); ++i) {
        std::vector<qint64> shape = sizes;
        shape[static_cast<std::size_t>(i)] = valueCount;
        values.insert(region.dequantized[i], everyValue(region.scales[static_cast<std::size_t>(i)], Shape(shape)));
    }
    const Result<Tensor> real = evaluate(region.nodes, region.constants, values, result);
    if (!real)
        return forward(real);
    const std::span<const float> reals = real->values<float>();
    const NodeDraft& last = region.nodes.isEmpty() ? *m_producers.value(result) : *region.nodes.last();
    const NodeContext context(last, m_constants);
    if (isPair) {
        if (static_cast<qint64>(reals.size()) != valueCount * valueCount)
            return std::nullopt;
        PairTable table;
        for (const float value : reals)
            table.push_back(quantized(value, region.outputScale));
        return QuantizedGroup{region.sources, pairTableKernel(context, std::move(table))};
    }
    UnaryTable table;
    table.parameters = Shape(std::vector<qint64>(real->shape().sizes().begin() + 1, real->shape().sizes().end()));
    if (static_cast<qint64>(reals.size()) > largestTable)
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "a constant of this size"));
    const auto elements = static_cast<std::size_t>(table.parameters.elementCount());
    table.entries.resize(reals.size());
    for (std::size_t i = 0; i < reals.size(); ++i)
        table.entries[i % elements * valueCount + i / elements] = quantized(reals[i], region.outputScale);
    const Kernel kernel = [table, context](KernelInputs inputs) -> Result<KernelOutputs> {
        std::optional<Tensor> output;
        if (inputs[0]->dataType() == DataType::Int8)
            output = table.apply(*inputs[0]);
        if (!output)
            return context.malformed(QCoreApplication::translate("SandboxExecution", "its operands do not broadcast"));
        return single(std::move(*output));
    };
    return QuantizedGroup{region.sources, kernel};
}

Result<std::optional<QuantizedGroup>> GroupFinder::channelGroup(const Region& region,
                                                                const std::vector<float>& outputScales) const
{
    const std::vector<float>& inputScales = region.channelScales.empty() ? region.scales : region.channelScales;
    const std::size_t channels = std::max(inputScales.size(), outputScales.size());
    const auto scaleOf
        = [](const std::vector<float>& scales, std::size_t c) { return scales[scales.size() > 1 ? c : 0]; };
    const Shape shape{valueCount, static_cast<qint64>(channels), 1, 1};
    TensorBuilder<float> every(shape);
    for (std::size_t i = 0; i < static_cast<std::size_t>(every.size()); ++i)
        every.data()[i] = (static_cast<float>(i / channels) - 128.0F) * scaleOf(inputScales, i % channels);
    const QString result = region.nodes.isEmpty() ? region.dequantized.first() : region.nodes.last()->outputs.first();
    const Result<Tensor> real
        = evaluate(region.nodes, region.constants, {{region.dequantized.first(), every.take()}}, result);
    if (!real)
        return forward(real);
    if (real->shape() != shape)
        return std::nullopt;
    UnaryTable table;
    table.parameters = Shape{static_cast<qint64>(channels), 1, 1};
    const std::span<const float> reals = real->values<float>();
    table.entries.resize(reals.size());
    for (std::size_t i = 0; i < reals.size(); ++i)
        table.entries[i % channels * valueCount + i / channels]
            = quantized(reals[i], scaleOf(outputScales, i % channels));
    const NodeDraft& last = region.nodes.isEmpty() ? *m_producers.value(result) : *region.nodes.last();
    const Kernel kernel
        = [table, context = NodeContext(last, m_constants)](KernelInputs inputs) -> Result<KernelOutputs> {
        std::optional<Tensor> output;
        if (inputs[0]->dataType() == DataType::Int8 && inputs[0]->shape().rank() == 4
            && inputs[0]->shape()[1] == table.parameters[0])
            output = table.apply(*inputs[0]);
        if (!output)
            return context.malformed(QCoreApplication::translate("SandboxExecution", "its operands do not broadcast"));
        return single(std::move(*output));
    };
    return QuantizedGroup{region.sources, kernel};
}

Result<std::optional<QuantizedGroup>> GroupFinder::operatorGroup(const Region& region) const
{
    if (region.nodes.size() != 1)
        return std::nullopt;
    const NodeDraft& node = *region.nodes.first();
    QuantizedGroup group;
    std::vector<QuantizedOperand> operands;
    for (const QString& input : node.inputs) {
        QuantizedOperand operand;
        const NodeDraft* producer = m_producers.value(input, nullptr);
        group.inputs.append(input);
        if (!input.isEmpty() && producer != nullptr && producer->opType == "DequantizeLinear"_L1) {
            const NodeContext context(*producer, m_constants);
            operand.scales = QuantizationParameters::fromInputs(context, 1, 2)->scales();
            operand.axis = static_cast<int>(producer->integer(u"axis"_s, 1));
            operand.integers = context.constant(0);
            group.inputs.back() = producer->inputs.first();
        }
        operands.push_back(std::move(operand));
    }
    // Constants that DequantizeLinear makes are seen as the real numbers that they are.
    const NodeContext context(node, region.constants);
    KernelResult kernel = makeQuantizedOperator(context, operands, region.outputScale);
    if (!kernel)
        return std::nullopt;
    if (!*kernel)
        return forward(*kernel);
    group.kernel = std::move(**kernel);
    return group;
}

} // namespace driftscope
