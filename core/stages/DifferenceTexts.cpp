// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/DifferenceTexts.h"

#include "core/stages/InsertionEffects.h"
#include "core/stages/NodeNames.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isOneOf(const QString& text, std::initializer_list<QLatin1StringView> candidates)
{
    return std::ranges::any_of(candidates, [&](QLatin1StringView each) { return text == each; });
}

bool isMovement(const QString& family)
{
    return isOneOf(family, {"Transpose"_L1, "Reshape"_L1, "Flatten"_L1, "Squeeze"_L1, "Unsqueeze"_L1});
}

bool isIntegerOperator(const QString& opType)
{
    return opType.startsWith("QLinear"_L1) || opType.startsWith("HzSQuantized"_L1)
        || opType.startsWith("HzQuantized"_L1) || opType.endsWith("Integer"_L1);
}

/// Made from constants, or from nothing but the size of a value.
bool isConstantArithmetic(const Graph& graph, NodeId id)
{
    const Node& node = graph.node(id);
    if (node.opType == "Shape"_L1 || node.opType == "Size"_L1)
        return true;
    return std::ranges::all_of(node.inputs, [&](ValueId input) {
        if (!input.isValid() || graph.value(input).isInitializer)
            return true;
        // The shape arithmetic of exporters is short; what is longer is told by its integers.
        const Value& value = graph.value(input);
        return value.producer.isValid()
            && (isOneOf(graph.node(value.producer).opType, {"Constant"_L1, "Shape"_L1})
                || value.type == DataType::Int64);
    });
}

DifferenceTopic topicOfFolded(const QString& family)
{
    if (isOneOf(family, {"Quantize"_L1, "Dequantize"_L1, "Calibration"_L1}))
        return DifferenceTopic::Calibration;
    if (isOneOf(family, {"BatchNormalization"_L1, "Mul"_L1, "Add"_L1, "Sub"_L1, "Div"_L1}))
        return DifferenceTopic::BatchNormalization;
    if (isOneOf(family, {"Relu"_L1, "Clip"_L1, "LeakyRelu"_L1, "PRelu"_L1}))
        return DifferenceTopic::Activation;
    if (family == "Pad"_L1)
        return DifferenceTopic::Padding;
    if (isOneOf(family, {"Identity"_L1, "Dropout"_L1, "Cast"_L1}))
        return DifferenceTopic::Nothing;
    return isMovement(family) ? DifferenceTopic::Reshaping : DifferenceTopic::Other;
}

DifferenceTopic topicOfFusion(const StageDifference& difference, const Graph& graph, NodeId from, const Node& to)
{
    if (to.opType == "BPU"_L1)
        return DifferenceTopic::PackedCode;
    DifferenceTopic topic = DifferenceTopic::Other;
    for (const NodeId node : difference.from) {
        if (node == from)
            continue;
        const DifferenceTopic each = topicOfFolded(operatorFamily(graph.node(node).opType));
        // What changes the arithmetic of the network says more than its scales.
        if (topic == DifferenceTopic::Other || topic == DifferenceTopic::Calibration)
            topic = each == DifferenceTopic::Other ? topic : each;
    }
    return topic;
}

DifferenceTopic topicOfMatch(const StageDifference& difference, const StageGraph& fromStage, NodeId from,
                             const StageGraph& toStage, NodeId to)
{
    const Node& before = fromStage.graph->node(from);
    const Node& after = toStage.graph->node(to);
    switch (difference.kind) {
    case DifferenceKind::Fused:
        return topicOfFusion(difference, *fromStage.graph, from, after);
    case DifferenceKind::Decomposed: {
        const bool isRounded = std::ranges::any_of(
            difference.to, [&](NodeId node) { return isQuantizeOrDequantize(toStage.graph->node(node).opType); });
        return isRounded ? DifferenceTopic::FloatInside : DifferenceTopic::Reshaping;
    }
    case DifferenceKind::Changed:
    case DifferenceKind::Added:
    case DifferenceKind::Removed:
        break;
    }
    if (isIntegerOperator(after.opType) && !isIntegerOperator(before.opType))
        return DifferenceTopic::IntegerArithmetic;
    return before.opType == after.opType ? DifferenceTopic::Attribute : DifferenceTopic::Other;
}

QString describeTraits(const QList<ChangedTrait>& traits)
{
    QStringList parts;
    for (const ChangedTrait& trait : traits) {
        const QString none = DifferenceTexts::tr("none");
        parts.append(DifferenceTexts::tr("%1: %2 → %3")
                         .arg(trait.name, trait.before.isEmpty() ? none : trait.before,
                              trait.after.isEmpty() ? none : trait.after));
    }
    return parts.join(u"; "_s);
}

QString describeOutput(const Graph& graph, NodeId node)
{
    const std::span<const ValueId> outputs = graph.node(node).outputs;
    if (outputs.empty() || !outputs.front().isValid() || !graph.value(outputs.front()).shape)
        return {};
    const Value& value = graph.value(outputs.front());
    return DifferenceTexts::tr("It made %1 %2.").arg(dataTypeName(value.type), value.shape->toString());
}

/// What each node that was folded in computed.
QString describeFolded(const StageDifference& difference, const Graph& graph, NodeId main)
{
    constexpr qsizetype most = 4;
    QStringList parts;
    for (const NodeId node : difference.from) {
        const QString computes = node == main ? QString() : describeComputation(graph, node);
        if (!computes.isEmpty() && parts.size() < most)
            parts.append(graph.node(node).name + u": "_s + computes);
    }
    return parts.join(u' ');
}

} // namespace

QString DifferenceTexts::addedConstant()
{
    return tr("A constant that the later stage makes in the graph.");
}

QString DifferenceTexts::measured(double microseconds)
{
    return tr("The loaded profile says %1 microseconds.").arg(QString::number(microseconds, 'f', 1));
}

NodeId mainNode(const Graph& graph, const QList<NodeId>& nodes, const Graph& other, const QList<NodeId>& otherNodes)
{
    for (const NodeId node : nodes) {
        const QString family = operatorFamily(graph.node(node).opType);
        if (isQuantizeOrDequantize(graph.node(node).opType) && nodes.size() > 1)
            continue;
        if (std::ranges::any_of(otherNodes,
                                [&](NodeId each) { return operatorFamily(other.node(each).opType) == family; }))
            return node;
    }
    NodeId result = nodes.front();
    for (const NodeId node : nodes) {
        const QString family = operatorFamily(graph.node(node).opType);
        if (!isQuantizeOrDequantize(graph.node(node).opType) && !isMovement(family)
            && topicOfFolded(family) == DifferenceTopic::Other)
            result = node;
    }
    return result;
}

void explainRemoved(StageDifference& difference, const Graph& graph, Stage toStage)
{
    const NodeId node = difference.from.front();
    const QString& opType = graph.node(node).opType;
    const DifferenceTopic topic = topicOfFolded(operatorFamily(opType));
    difference.computes = describeComputation(graph, node);
    if (difference.computes.isEmpty())
        difference.computes = describeOutput(graph, node);
    if (isConstantArithmetic(graph, node)) {
        difference.topic = DifferenceTopic::Constant;
        difference.why = DifferenceTexts::tr("Its result is the same for every input: the toolchain computed it once "
                                             "and kept the constant.");
    } else if (topic == DifferenceTopic::Nothing) {
        difference.topic = topic;
        difference.why = DifferenceTexts::tr("%1 computes nothing here and was left out.").arg(opType);
    } else if (topic == DifferenceTopic::Calibration) {
        difference.topic = topic;
        difference.why = toStage == Stage::Quantized
            ? DifferenceTexts::tr("The value is an integer from the start, so that nothing has to be rounded here.")
            : DifferenceTexts::tr("The rounding was left out.");
    } else {
        difference.topic = topic == DifferenceTopic::Reshaping ? topic : DifferenceTopic::Other;
        difference.why = topic == DifferenceTopic::Reshaping
            ? DifferenceTexts::tr("The values are already in the order that is needed behind it.")
            : DifferenceTexts::tr("Nothing in the later stage was found to compute this.");
    }
}

void explainMatched(StageDifference& difference, const StageGraph& fromStage, NodeId from, const StageGraph& toStage,
                    NodeId to, const QString& reason)
{
    difference.topic = topicOfMatch(difference, fromStage, from, toStage, to);
    difference.why = reason;
    QStringList numbers;
    if (const QString weights = describeWeightChange(*fromStage.graph, from, *toStage.graph, to); !weights.isEmpty())
        numbers.append(weights);
    if (const QString folded = describeFolded(difference, *fromStage.graph, from); !folded.isEmpty())
        numbers.append(folded);
    if (!difference.traits.isEmpty())
        numbers.append(describeTraits(difference.traits) + u'.');
    difference.computes = numbers.join(u' ');
}

} // namespace driftscope
