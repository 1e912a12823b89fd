// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/QuantizedGroup.h"

#include "core/sandbox/execution/FloatChain.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"
#include "core/sandbox/execution/QuantizedOperators.h"
#include "core/sandbox/execution/QuantizedTables.h"
#include "core/sandbox/execution/TableConvolution.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 valueCount = 256;
constexpr qint64 largestTable = qint64(1) << 24; ///< bytes; beyond, a constant of that size is a fault of the model

/// Every value of an int8 as a real number, in a shape of the given rank with all of them along the first axis.
/// There is one scale, or one for each element of the other axes.
Tensor everyValue(const QuantizationParameters& parameters, const Shape& shape)
{
    TensorBuilder<float> builder(shape);
    const qint64 elements = builder.size() / valueCount;
    for (qint64 i = 0; i < builder.size(); ++i) {
        const qint64 channel = i % elements % static_cast<qint64>(parameters.scales().size());
        builder.data()[i] = parameters.real(static_cast<int>(i / elements) - 128, channel);
    }
    return builder.take();
}

/// Runs float nodes on values; the last node's result.
Result<Tensor> evaluate(const QList<const NodeDraft*>& nodes, const QHash<QString, Tensor>& constants,
                        const QHash<QString, Tensor>& values, const QString& result)
{
    const Result<FloatChain> chain = FloatChain::make(nodes, constants);
    return chain ? chain->run(values, result) : Result<Tensor>(forward(chain));
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
    if (!parameters->isPerTensor() && dequantize.integer(u"axis"_s, 1) != 1)
        return false;
    const QString source = dequantize.inputs.value(0);
    if (!region.sources.contains(source)) {
        region.sources.append(source);
        region.parameters.push_back(*parameters);
    }
    region.dequantized.insert(value, region.sources.indexOf(source));
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
    region.output = *parameters;
    if (region.isPerChannel() && (region.sources.size() != 1 || quantize.integer(u"axis"_s, 1) != 1))
        return std::nullopt;
    const bool elementwise
        = std::ranges::all_of(region.nodes, [](const NodeDraft* node) { return isElementwise(node->opType); });
    const auto convolution = convolutionBehind(region.sources.first());
    if (convolution)
        return elementwise ? convolutionGroup(region, *convolution) : std::nullopt;
    if (elementwise)
        return elementwiseGroup(region);
    return region.isPerChannel() ? std::nullopt : operatorGroup(region);
}

bool GroupFinder::Region::isPerChannel() const
{
    return !output.isPerTensor()
        || std::ranges::any_of(parameters, [](const QuantizationParameters& each) { return !each.isPerTensor(); });
}

/// Channels and their spatial axes (Cx1x1 between 2-D convolutions), so that a scale for each broadcasts. How many
/// axes there are is told by the convolutions of the graph: only between such does the toolchain write these scales.
Shape GroupFinder::channelShape(const Region& region) const
{
    if (!region.isPerChannel())
        return Shape{1};
    int spatial = 2;
    for (const NodeDraft& node : m_graph.nodes) {
        if (node.opType == "QLinearConv"_L1 && m_constants.contains(node.inputs.value(3)))
            spatial = m_constants.value(node.inputs.value(3)).shape().rank() - 2;
    }
    std::vector<qint64> sizes(static_cast<std::size_t>(spatial + 1), 1);
    sizes.front()
        = static_cast<qint64>(std::max(region.output.scales().size(), region.parameters.front().scales().size()));
    return Shape(sizes);
}

/// Nothing where a scale for each channel does not fit the constants of the operators.
std::optional<UnaryTable> GroupFinder::unaryTable(const Region& region, const Tensor& real) const
{
    UnaryTable table;
    table.parameters = Shape(std::vector<qint64>(real.shape().sizes().begin() + 1, real.shape().sizes().end()));
    const std::span<const float> reals = real.values<float>();
    const auto elements = static_cast<std::size_t>(table.parameters.elementCount());
    const auto channels = static_cast<std::size_t>(channelShape(region)[0]);
    const int axis = table.parameters.rank() - channelShape(region).rank();
    if (axis < 0 || (channels > 1 && table.parameters[axis] != static_cast<qint64>(channels)))
        return std::nullopt;
    std::size_t inner = 1;
    for (int i = axis + 1; i < table.parameters.rank(); ++i)
        inner *= static_cast<std::size_t>(table.parameters[i]);
    table.entries.resize(reals.size());
    for (std::size_t i = 0; i < reals.size(); ++i) {
        const std::size_t element = i % elements;
        const auto channel = static_cast<qint64>(element / inner % region.output.scales().size());
        table.entries[element * valueCount + i / elements] = region.output.code(reals[i], channel);
    }
    return table;
}

Result<std::optional<QuantizedGroup>> GroupFinder::elementwiseGroup(const Region& region) const
{
    if (region.sources.size() > 2)
        return std::nullopt;
    const QString result
        = region.nodes.isEmpty() ? region.dequantized.cbegin().key() : region.nodes.last()->outputs.first();
    const bool isPair = region.sources.size() == 2;
    if (isPair && region.nodes.size() == 1) {
        const NodeDraft& node = *region.nodes.first();
        const bool isArithmetic = node.opType == "Add"_L1 || node.opType == "Sub"_L1 || node.opType == "Mul"_L1;
        if (isArithmetic) {
            return QuantizedGroup{region.sources,
                                  scaledBinaryKernel(NodeContext(node, m_constants),
                                                     {region.parameters[0], region.parameters[1], region.output})};
        }
    }
    if (isPair && region.isPerChannel())
        return std::nullopt;
    const Shape channels = channelShape(region);
    int rank = channels.rank();
    for (const NodeDraft* node : region.nodes) {
        for (const QString& input : node->inputs)
            rank = std::max(rank, region.constants.value(input).shape().rank());
    }
    std::vector<qint64> sizes(static_cast<std::size_t>(rank), 1);
    sizes[static_cast<std::size_t>(rank - channels.rank())] = channels[0];
    sizes.insert(sizes.begin(), isPair ? 2 : 1, 1);
    QHash<QString, Tensor> values;
    for (auto value = region.dequantized.cbegin(); value != region.dequantized.cend(); ++value) {
        const auto source = static_cast<std::size_t>(value.value());
        std::vector<qint64> shape = sizes;
        shape[source] = valueCount;
        values.insert(value.key(), everyValue(region.parameters[source], Shape(shape)));
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
            table.push_back(region.output.code(value));
        return QuantizedGroup{region.sources, pairTableKernel(context, std::move(table))};
    }
    if (static_cast<qint64>(reals.size()) > largestTable)
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "a constant of this size"));
    const std::optional<UnaryTable> table = unaryTable(region, *real);
    if (!table)
        return std::nullopt;
    const Kernel kernel = [table = *table, context](KernelInputs inputs) -> Result<KernelOutputs> {
        std::optional<Tensor> output;
        if (inputs[0]->dataType() == DataType::Int8)
            output = table.apply(*inputs[0]);
        if (!output)
            return context.malformed(QCoreApplication::translate("SandboxExecution", "its operands do not broadcast"));
        return single(std::move(*output));
    };
    return QuantizedGroup{region.sources, kernel};
}

/// The Conv whose biased sums the value is.
std::optional<GroupFinder::Convolution> GroupFinder::convolutionBehind(const QString& sums) const
{
    const NodeDraft* add = m_producers.value(sums, nullptr);
    if (add == nullptr || add->opType != "Add"_L1 || add->inputs.size() != 2)
        return std::nullopt;
    const NodeDraft* conv = m_producers.value(add->inputs[0], nullptr);
    const auto bias = m_constants.constFind(add->inputs[1]);
    if (conv == nullptr || conv->opType != "ConvInteger"_L1 || conv->inputs.size() < 2 || bias == m_constants.cend())
        return std::nullopt;
    return Convolution{conv, &bias.value()};
}

Result<std::optional<QuantizedGroup>> GroupFinder::convolutionGroup(const Region& region,
                                                                    const Convolution& convolution) const
{
    if (region.sources.size() != 1 || region.dequantized.size() != 1 || region.nodes.isEmpty())
        return std::nullopt;
    const TableConvolution group{
        convolution.conv, convolution.bias, region.parameters.front(), region.dequantized.cbegin().key(),
        region.nodes,     region.output};
    KernelResult kernel = makeTableConvolution(group, region.constants);
    if (!kernel)
        return std::nullopt;
    if (!*kernel)
        return forward(*kernel);
    return QuantizedGroup{{convolution.conv->inputs.first()}, std::move(**kernel)};
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
            operand.parameters = *QuantizationParameters::fromInputs(context, 1, 2);
            operand.axis = static_cast<int>(producer->integer(u"axis"_s, 1));
            operand.integers = context.constant(0);
            group.inputs.back() = producer->inputs.first();
        }
        operands.push_back(std::move(operand));
    }
    // Constants that DequantizeLinear makes are seen as the real numbers that they are.
    const NodeContext context(node, region.constants);
    KernelResult kernel = makeQuantizedOperator(context, operands, region.output);
    if (!kernel)
        return std::nullopt;
    if (!*kernel)
        return forward(*kernel);
    group.kernel = std::move(**kernel);
    return group;
}

} // namespace driftscope
