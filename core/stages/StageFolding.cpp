// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The second half of matching: nodes that went into a matched one, and nodes that a matched one fell apart into.
#include "core/stages/StageMatcher.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isWeighted(const QString& family)
{
    return family == "Conv"_L1 || family == "ConvTranspose"_L1 || family == "Gemm"_L1 || family == "MatMul"_L1;
}

bool isActivation(const QString& family)
{
    return family == "Relu"_L1 || family == "Clip"_L1 || family == "LeakyRelu"_L1 || family == "PRelu"_L1;
}

bool isNothing(const QString& family)
{
    return family == "Identity"_L1 || family == "Dropout"_L1 || family == "Cast"_L1;
}

bool hasConstantInput(const Graph& graph, const Node& node)
{
    return std::ranges::any_of(node.inputs,
                               [&](ValueId input) { return input.isValid() && graph.value(input).isInitializer; });
}

} // namespace

void StageMatcher::foldActivations()
{
    const Graph& graph = m_from.graph;
    for (const NodeId id : graph.topologicalOrder()) {
        if (!m_from.isFree(id) || m_from.isInserted[id.position()] || graph.node(id).inputs.empty())
            continue;
        const Node& node = graph.node(id);
        // The input that is data: constants may stand first in Mul and Add.
        const auto data = std::ranges::find_if(
            node.inputs, [&](ValueId input) { return input.isValid() && !graph.value(input).isInitializer; });
        const NodeId producer = data == node.inputs.end() ? NodeId() : m_from.producer(*data);
        if (!producer.isValid() || m_from.isFree(producer) || graph.consumers(*data).size() != 1)
            continue;
        const int match = m_from.matchOf[producer.position()];
        const QString family = operatorFamily(node.opType);
        const QString into = operatorFamily(m_to.graph.node(m_matches[match].to.front()).opType);
        const bool isAffine = family == "BatchNormalization"_L1
            || ((family == "Mul"_L1 || family == "Add"_L1) && hasConstantInput(graph, node));
        if ((isAffine && isWeighted(into)) || (isActivation(family) && (isWeighted(into) || into == "Add"_L1)))
            join(m_from, id, match, tr("%1 was folded into %2.").arg(node.opType, into), 0.9);
        else if (isNothing(family))
            join(m_from, id, match, tr("%1 computes nothing here and was left out.").arg(node.opType), 0.9);
    }
}

bool StageMatcher::isCalibration(NodeId node) const
{
    return isQuantizeOrDequantize(m_from.graph.node(node).opType)
        || m_from.names[node.position()].pattern == NamePattern::Calibration;
}

NodeId StageMatcher::calibrated(NodeId id) const
{
    constexpr int longestRun = 4;
    const Graph& graph = m_from.graph;
    const auto firstInput
        = [&](NodeId node) { return graph.node(node).inputs.empty() ? ValueId() : graph.node(node).inputs.front(); };
    ValueId value = firstInput(id);
    for (int steps = 0; steps < longestRun && value.isValid(); ++steps) {
        const NodeId producer = graph.value(value).producer;
        if (!producer.isValid())
            break;
        if (!isCalibration(producer))
            return producer;
        value = firstInput(producer);
    }
    if (!value.isValid() || !graph.value(value).isInitializer)
        return {};
    // A weight: it belongs to the node that takes it.
    NodeId consumer = id;
    for (int steps = 0; steps < longestRun && isCalibration(consumer); ++steps) {
        const std::span<const ValueId> outputs = graph.node(consumer).outputs;
        if (outputs.empty() || !outputs.front().isValid() || graph.consumers(outputs.front()).empty())
            return {};
        consumer = graph.consumers(outputs.front()).front();
    }
    return isCalibration(consumer) ? NodeId() : consumer;
}

void StageMatcher::foldCalibration()
{
    for (const NodeId id : m_from.graph.topologicalOrder()) {
        if (!m_from.isFree(id) || !isCalibration(id))
            continue;
        const NodeId owner = calibrated(id);
        if (owner.isValid() && !m_from.isFree(owner))
            join(m_from, id, m_from.matchOf[owner.position()],
                 tr("The measured scales of its calibration nodes went into the integer operator."), 0.9);
    }
}

int StageMatcher::ownerOfPart(NodeId id) const
{
    const Graph& graph = m_to.graph;
    const NodeNameParts& name = m_to.names[id.position()];
    const Node& node = graph.node(id);
    // Where a float operator's result is rounded again; what enters from the CPU is named CalibratedQuantize.
    if (name.pattern == NamePattern::Quantize && !node.inputs.empty() && node.inputs.front().isValid()) {
        const NodeId producer = graph.value(node.inputs.front()).producer;
        if (producer.isValid() && !m_to.isFree(producer) && !m_to.isInserted[producer.position()])
            return m_to.matchOf[producer.position()];
    }
    // `<owner>_<input>_HzDequantize` numbers the inputs of its owner.
    for (const QString& owner : {name.owner, name.owner.left(name.owner.lastIndexOf(u'_'))}) {
        const NodeId from = owner.isEmpty() ? NodeId() : m_from.graph.findNode(owner);
        if (!from.isValid() || m_from.isFree(from))
            continue;
        const int match = m_from.matchOf[from.position()];
        const auto isOwner = [&](NodeId other) { return other.isValid() && m_to.matchOf[other.position()] == match; };
        if (name.pattern == NamePattern::Part)
            return match;
        if (name.pattern == NamePattern::Dequantize && !node.outputs.empty()
            && std::ranges::any_of(graph.consumers(node.outputs.front()), isOwner))
            return match;
    }
    return -1;
}

void StageMatcher::collectParts()
{
    for (const NodeId id : m_to.graph.topologicalOrder()) {
        if (!m_to.isFree(id))
            continue;
        const int match = ownerOfPart(id);
        if (match < 0)
            continue;
        const NodeId owner = m_matches[match].from.front();
        join(m_to, id, match,
             isQuantizeOrDequantize(m_to.graph.node(id).opType)
                 ? tr("%1 runs in float between a DequantizeLinear and a QuantizeLinear of its own.")
                       .arg(m_from.graph.node(owner).opType)
                 : tr("%1 was replaced by several nodes that carry its name.").arg(m_from.graph.node(owner).opType),
             0.9);
    }
}

void StageMatcher::foldIntoPackedCode()
{
    for (const NodeId packed : m_to.graph.topologicalOrder()) {
        if (!m_to.isFree(packed) || m_to.graph.node(packed).opType != "BPU"_L1)
            continue;
        QSet<QString> borders;
        for (const ValueId input : m_to.graph.node(packed).inputs) {
            if (input.isValid())
                borders.insert(m_to.graph.value(m_to.source(input)).name);
        }
        // Back from the outputs to the inputs, over what nothing else claims.
        std::vector<ValueId> open;
        for (const ValueId output : m_to.graph.node(packed).outputs) {
            if (output.isValid())
                open.push_back(m_from.graph.findValue(m_to.graph.value(output).name));
        }
        int match = -1;
        while (!open.empty()) {
            const ValueId value = open.back();
            open.pop_back();
            if (!value.isValid() || borders.contains(m_from.graph.value(value).name))
                continue;
            const NodeId node = m_from.graph.value(value).producer;
            if (!node.isValid() || !m_from.isFree(node))
                continue;
            const QString reason = tr("Compiled into the code for the BPU, which cannot be looked into.");
            if (match < 0) {
                match = static_cast<int>(m_matches.size());
                pair(node, packed, reason, 0.8);
            } else {
                join(m_from, node, match, reason, 0.8);
            }
            std::ranges::copy(m_from.graph.node(node).inputs, std::back_inserter(open));
        }
    }
}

void StageMatcher::classify(NodeMatch& match) const
{
    if (match.from.size() > 1) {
        match.kind = MatchKind::Fused;
    } else if (match.to.size() > 1) {
        match.kind = MatchKind::Decomposed;
    } else {
        const Node& from = m_from.graph.node(match.from.front());
        const Node& to = m_to.graph.node(match.to.front());
        bool isSame = from.opType == to.opType && from.domain == to.domain && from.outputs.size() == to.outputs.size();
        for (std::size_t i = 0; isSame && i < from.outputs.size(); ++i) {
            if (!from.outputs[i].isValid() || !to.outputs[i].isValid())
                continue;
            const Value& before = m_from.graph.value(from.outputs[i]);
            const Value& after = m_to.graph.value(to.outputs[i]);
            const bool typesKnown = before.type != DataType::Undefined && after.type != DataType::Undefined;
            isSame = (!typesKnown || before.type == after.type)
                && (!before.shape || !after.shape || before.shape == after.shape);
        }
        match.kind = isSame ? MatchKind::Same : MatchKind::Changed;
    }
}

void StageMatcher::finish(StageMatch& result)
{
    const auto placesOf = [](const Graph& graph) {
        std::vector<int> place(static_cast<std::size_t>(graph.nodeCount()));
        for (std::size_t i = 0; i < place.size(); ++i)
            place[graph.topologicalOrder()[i].position()] = static_cast<int>(i);
        return place;
    };
    const std::vector<int> fromPlace = placesOf(m_from.graph);
    const std::vector<int> toPlace = placesOf(m_to.graph);
    for (NodeMatch& match : m_matches) {
        std::ranges::sort(match.from, {}, [&](NodeId node) { return fromPlace[node.position()]; });
        std::ranges::sort(match.to, {}, [&](NodeId node) { return toPlace[node.position()]; });
        classify(match);
    }
    std::ranges::stable_sort(m_matches, {}, [&](const NodeMatch& match) {
        return std::pair(fromPlace[match.from.front().position()], toPlace[match.to.front().position()]);
    });
    result.matches = std::move(m_matches);
    for (const NodeId node : m_from.graph.topologicalOrder()) {
        if (m_from.isFree(node))
            result.removed.append(node);
    }
    for (const NodeId node : m_to.graph.topologicalOrder()) {
        if (m_to.isFree(node))
            result.added.append(node);
    }
    result.buildIndex();
}

} // namespace driftscope
