// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/MatchSide.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isOneOf(const QString& text, std::initializer_list<QLatin1StringView> candidates)
{
    return std::ranges::any_of(candidates, [&](QLatin1StringView each) { return text == each; });
}

/// Operators whose further inputs say how, not what: shapes, limits, axes, scales.
bool hasOneDataInput(const QString& family)
{
    return isOneOf(family,
                   {"Reshape"_L1, "Flatten"_L1, "Squeeze"_L1, "Unsqueeze"_L1, "Expand"_L1, "Tile"_L1, "Pad"_L1,
                    "Slice"_L1, "Resize"_L1, "ResizeUpsample"_L1, "Upsample"_L1, "Clip"_L1, "TopK"_L1, "Split"_L1});
}

/// Operators that become one another.
QString kindOfOperator(const QString& family)
{
    if (isOneOf(family, {"Gemm"_L1, "MatMul"_L1, "Matmul"_L1, "ConvInteger"_L1, "MatMulInteger"_L1}))
        return u"Conv"_s;
    if (isOneOf(family, {"GlobalAveragePool"_L1, "ReduceMean"_L1}))
        return u"AveragePool"_s;
    if (isOneOf(family, {"ResizeUpsample"_L1, "Upsample"_L1}))
        return u"Resize"_s;
    return family;
}

bool isUnaryFunction(const QString& family)
{
    return isOneOf(family,
                   {"Sigmoid"_L1, "Tanh"_L1, "HardSigmoid"_L1, "HardSwish"_L1, "Swish"_L1, "Mish"_L1, "Elu"_L1,
                    "Exp"_L1, "Log"_L1, "Sqrt"_L1, "Erf"_L1, "Gelu"_L1, "LeakyRelu"_L1, "PRelu"_L1, "Softplus"_L1,
                    "Reciprocal"_L1, "Pow"_L1, "Lut"_L1, "Lut2Layer"_L1});
}

const AttributeValue* attributeOf(const Node& node, QLatin1StringView name)
{
    const auto found = std::ranges::find(node.attributes, name, &Attribute::name);
    return found == node.attributes.end() ? nullptr : &found->value;
}

/// Strides and groups stay what they are; pads do not, since Pads are moved into convolutions.
quint64 attributesHash(const Node& node)
{
    std::size_t hash = 0;
    if (const auto* value = attributeOf(node, "strides"_L1)) {
        if (const auto* strides = std::get_if<QList<qint64>>(value))
            hash = std::ranges::all_of(*strides, [](qint64 s) { return s == 1; }) ? 0 : qHash(*strides);
    }
    if (const auto* value = attributeOf(node, "group"_L1)) {
        const auto* group = std::get_if<qint64>(value);
        hash = group != nullptr && *group != 1 ? qHashMulti(hash, *group) : hash;
    }
    return hash;
}

bool isIntegerOperator(const Node& node)
{
    return node.opType.startsWith("QLinear"_L1) || node.opType.startsWith("HzSQuantized"_L1)
        || node.opType.startsWith("HzQuantized"_L1) || node.opType == "BPU"_L1;
}

} // namespace

MatchSide::MatchSide(const Graph& g)
    : graph(g)
    , matchOf(static_cast<std::size_t>(g.nodeCount()), unmatched)
    , kin(static_cast<std::size_t>(g.nodeCount()), NodeKin::Firm)
    , place(static_cast<std::size_t>(g.nodeCount()))
    , m_isConstant(static_cast<std::size_t>(g.valueCount()))
    , m_isIntegerPart(static_cast<std::size_t>(g.nodeCount()))
    , m_data(static_cast<std::size_t>(g.nodeCount()))
    , m_source(static_cast<std::size_t>(g.valueCount()))
    , m_labels(static_cast<std::size_t>(g.nodeCount()))
    , m_prints(static_cast<std::size_t>(g.nodeCount()))
    , m_hasPrint(static_cast<std::size_t>(g.nodeCount()))
{
    names.reserve(matchOf.size());
    for (const Node& node : g.nodes())
        names.push_back(parseNodeName(node.name));
    for (std::size_t i = 0; i < place.size(); ++i)
        place[g.topologicalOrder()[i].position()] = static_cast<int>(i);
    findConstants();
    findKins();
    findIntegerParts();
    findSources();
    findConsumers();
    findLabels();
}

void MatchSide::findConstants()
{
    for (std::size_t i = 0; i < m_isConstant.size(); ++i)
        m_isConstant[i] = graph.values()[i].isInitializer;
    for (const NodeId id : graph.topologicalOrder()) {
        const Node& node = graph.node(id);
        const bool isConstantHere
            = std::ranges::all_of(node.inputs, [&](ValueId in) { return !in.isValid() || isConstant(in); })
            && node.opType != "BPU"_L1 && !node.opType.startsWith("Random"_L1);
        const bool saysHowOnly = node.opType == "Shape"_L1 || node.opType == "Size"_L1;
        if (isConstantHere || saysHowOnly)
            kin[id.position()] = NodeKin::Constant;
        // The first output of DynamicQuantizeLinear is data; the others are its scale and zero point.
        const std::size_t data = node.opType == "DynamicQuantizeLinear"_L1 && !isConstantHere ? 1 : 0;
        for (std::size_t i = isConstantHere || saysHowOnly || data == 1 ? data : node.outputs.size();
             i < node.outputs.size(); ++i) {
            if (node.outputs[i].isValid())
                m_isConstant[node.outputs[i].position()] = true;
        }
    }
}

void MatchSide::findDataInputs(NodeId id)
{
    const Node& node = graph.node(id);
    QList<ValueId>& data = m_data[id.position()];
    if (hasOneDataInput(operatorFamily(node.opType)) && !node.inputs.empty() && node.inputs.front().isValid()) {
        data.append(node.inputs.front());
        return;
    }
    for (const ValueId input : node.inputs) {
        if (input.isValid() && !isConstant(input))
            data.append(input);
    }
}

void MatchSide::findKins()
{
    for (qsizetype i = 0; i < graph.nodeCount(); ++i) {
        const NodeId id(i);
        const QString family = operatorFamily(graph.node(id).opType);
        hasIntegerOperators = hasIntegerOperators || isIntegerOperator(graph.node(id));
        findDataInputs(id);
        if (kin[id.position()] != NodeKin::Constant)
            kin[id.position()] = kinOfOperator(id, family);
    }
}

NodeKin MatchSide::kinOfOperator(NodeId id, const QString& family) const
{
    const Node& node = graph.node(id);
    if (m_data[id.position()].size() != 1 || !firstOutput(id).isValid())
        return NodeKin::Firm;
    if (isQuantizeOrDequantize(node.opType) || isOneOf(family, {"Requantize"_L1, "DynamicQuantizeLinear"_L1}))
        return NodeKin::Scale;
    if (isOneOf(family, {"Identity"_L1, "Dropout"_L1, "Cast"_L1}))
        return NodeKin::Nothing;
    if (family == "Transpose"_L1)
        return NodeKin::Move;
    if (isOneOf(family, {"Reshape"_L1, "Flatten"_L1, "Squeeze"_L1, "Unsqueeze"_L1}))
        return NodeKin::Reform;
    if (isOneOf(family, {"Relu"_L1, "Clip"_L1}))
        return NodeKin::Clamp;
    if (family == "Pad"_L1)
        return NodeKin::Pad;
    if (isOneOf(family, {"BatchNormalization"_L1, "Mul"_L1, "Add"_L1, "Sub"_L1, "Div"_L1}))
        return NodeKin::Affine;
    if (family == "Conv"_L1) {
        const Tensor* w = weight(id);
        const bool isByChannel = w != nullptr && w->shape().rank() == 4 && w->shape()[0] > 1 && w->shape()[1] == 1
            && w->shape()[2] == 1 && w->shape()[3] == 1;
        const auto* group = attributeOf(node, "group"_L1);
        const auto* groups = group != nullptr ? std::get_if<qint64>(group) : nullptr;
        if (isByChannel && groups != nullptr && *groups == w->shape()[0])
            return NodeKin::Affine;
    }
    return NodeKin::Firm;
}

void MatchSide::findIntegerParts()
{
    for (const NodeId id : graph.topologicalOrder()) {
        const NodeKin own = kinOf(id);
        const bool isDequantize = operatorFamily(graph.node(id).opType) == "Dequantize"_L1;
        if ((own != NodeKin::Nothing && own != NodeKin::Affine && !isDequantize) || dataInputs(id).size() != 1)
            continue;
        const NodeId last = producer(dataInputs(id).front());
        m_isIntegerPart[id.position()] = last.isValid() && soleConsumer(firstOutput(last)) == id
            && (isIntegerPart(last) || graph.node(last).opType.endsWith("Integer"_L1));
    }
}

void MatchSide::findSources()
{
    for (qsizetype i = 0; i < graph.valueCount(); ++i)
        m_source[static_cast<std::size_t>(i)] = ValueId(i);
    for (const NodeId id : graph.topologicalOrder()) {
        if (!isSoft(id))
            continue;
        const ValueId behind = m_source[m_data[id.position()].front().position()];
        for (const ValueId output : graph.node(id).outputs) {
            if (output.isValid())
                m_source[output.position()] = behind;
        }
    }
}

void MatchSide::findConsumers()
{
    std::vector<std::pair<int, int>> reads; // source value, firm node
    for (qsizetype i = 0; i < graph.nodeCount(); ++i) {
        if (!isFirm(NodeId(i)))
            continue;
        for (const ValueId input : m_data[static_cast<std::size_t>(i)])
            reads.emplace_back(source(input).index(), static_cast<int>(i));
    }
    std::ranges::sort(reads);
    // Not std::ranges::unique: clang 14, which builds the fuzz programs, cannot compile that of libstdc++ 12.
    reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
    m_consumerStart.assign(m_source.size() + 1, 0);
    for (const auto& [value, node] : reads) {
        m_consumers.emplace_back(node);
        ++m_consumerStart[static_cast<std::size_t>(value) + 1];
    }
    for (std::size_t i = 1; i < m_consumerStart.size(); ++i)
        m_consumerStart[i] += m_consumerStart[i - 1];
}

void MatchSide::findLabels()
{
    for (qsizetype i = 0; i < graph.nodeCount(); ++i) {
        const NodeId id(i);
        const Node& node = graph.node(id);
        const QString kind = kindOfOperator(operatorFamily(node.opType));
        const Tensor* w = isFirm(id) ? weight(id) : nullptr;
        const ValueId output = firstOutput(id);
        const bool hasShape = output.isValid() && graph.value(output).shape.has_value();
        const std::size_t loose = isUnaryFunction(kind) ? qHash(u"function"_s) : qHash(kind);
        const std::size_t medium = qHashMulti(qHash(kind), w != nullptr ? sizesHash(w->shape()) : 0);
        const std::size_t strict
            = qHashMulti(medium, attributesHash(node), hasShape ? sizesHash(*graph.value(output).shape) : 0);
        m_labels[id.position()] = {loose, medium, strict};
    }
}

NodeId MatchSide::firmProducer(ValueId value) const
{
    const ValueId behind = source(value);
    return behind.isValid() ? graph.value(behind).producer : NodeId();
}

std::span<const NodeId> MatchSide::firmConsumers(ValueId value) const
{
    const auto begin = static_cast<std::size_t>(m_consumerStart[value.position()]);
    const auto end = static_cast<std::size_t>(m_consumerStart[value.position() + 1]);
    return std::span(m_consumers).subspan(begin, end - begin);
}

ValueId MatchSide::firstOutput(NodeId node) const
{
    const std::span<const ValueId> outputs = graph.node(node).outputs;
    return outputs.empty() ? ValueId() : outputs.front();
}

NodeId MatchSide::soleConsumer(ValueId value) const
{
    if (!value.isValid() || graph.value(value).isOutput)
        return {};
    const std::span<const NodeId> consumers = graph.consumers(value);
    return consumers.size() == 1 ? consumers.front() : NodeId();
}

const Tensor* MatchSide::weight(NodeId id) const
{
    constexpr int longestRun = 6; // quantize, dequantize, and scaling around them
    for (ValueId input : graph.node(id).inputs) {
        for (int steps = 0; steps < longestRun && input.isValid() && isConstant(input); ++steps) {
            if (const Tensor* constant = graph.initializer(input)) {
                if (constant->shape().rank() >= 2)
                    return constant;
                break;
            }
            const NodeId producer = graph.value(input).producer;
            input = !producer.isValid() || graph.node(producer).inputs.empty() ? ValueId()
                                                                               : graph.node(producer).inputs.front();
        }
    }
    return nullptr;
}

quint64 MatchSide::constantsHash(NodeId node) const
{
    std::size_t hash = 0;
    for (const ValueId input : graph.node(node).inputs) {
        if (const Tensor* constant = input.isValid() ? graph.initializer(input) : nullptr)
            hash = qHashMulti(hash, weightPrint(*constant).exact);
    }
    return hash;
}

const WeightPrint& MatchSide::print(NodeId node)
{
    if (!m_hasPrint[node.position()]) {
        m_hasPrint[node.position()] = true;
        if (const Tensor* w = weight(node))
            m_prints[node.position()] = weightPrint(*w);
    }
    return m_prints[node.position()];
}

NodeId MatchSide::freeNode(const QString& name) const
{
    const NodeId node = graph.findNode(name);
    return node.isValid() && isFree(node) ? node : NodeId();
}

} // namespace driftscope
