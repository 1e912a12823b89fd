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

constexpr int longestRun = 6; ///< of scale nodes one after the other

bool isWeighted(const QString& family)
{
    return family == "Conv"_L1 || family == "ConvTranspose"_L1 || family == "Gemm"_L1 || family == "MatMul"_L1;
}

bool isQuantize(const Graph& graph, NodeId node)
{
    return node.isValid() && operatorFamily(graph.node(node).opType) == "Quantize"_L1;
}

bool isDequantize(const Graph& graph, NodeId node)
{
    return node.isValid() && operatorFamily(graph.node(node).opType) == "Dequantize"_L1;
}

/// Operators that the toolchain computes as another one, with the shape changed around it.
bool isReformed(const QString& family)
{
    return family == "Gemm"_L1 || family == "MatMul"_L1 || family == "Softmax"_L1 || family == "LogSoftmax"_L1
        || family == "Hardmax"_L1;
}

} // namespace

void StageMatcher::foldIntoNeighbours()
{
    for (const NodeId node : m_from.graph.topologicalOrder()) {
        if (!m_from.isFree(node) || !m_from.isSoft(node))
            continue;
        QString reason;
        const int target = foldTarget(node, reason);
        if (target >= 0)
            join(m_from, node, target, reason, 0.9);
    }
}

int StageMatcher::foldTarget(NodeId id, QString& reason) const
{
    const Node& node = m_from.graph.node(id);
    const NodeKin kin = m_from.kinOf(id);
    if (kin == NodeKin::Pad || kin == NodeKin::Move) {
        const NodeId consumer = m_from.soleConsumer(m_from.firstOutput(id));
        if (!consumer.isValid() || !m_from.isMatched(consumer))
            return -1;
        const QString family = operatorFamily(m_from.graph.node(consumer).opType);
        if (kin == NodeKin::Pad ? !isWeighted(family) : m_from.kinOf(consumer) != NodeKin::Move)
            return -1;
        reason = tr("%1 was folded into %2.").arg(node.opType, family);
        return m_from.matchOf[consumer.position()];
    }
    const bool isCast = node.opType == "Cast"_L1;
    if (kin != NodeKin::Affine && kin != NodeKin::Clamp && !isCast)
        return -1;
    ValueId value = m_from.dataInputs(id).front();
    if (m_from.graph.consumers(value).size() != 1 && !(isCast && makesTheSameOutput(id)))
        return -1;
    NodeId producer = m_from.producer(value);
    for (int i = 0; i < longestRun && producer.isValid() && m_from.kinOf(producer) == NodeKin::Scale; ++i)
        producer = m_from.producer(m_from.dataInputs(producer).front());
    if (!producer.isValid() || !m_from.isMatched(producer))
        return -1;
    const int match = m_from.matchOf[producer.position()];
    const QString into = operatorFamily(m_to.graph.node(m_matches[match].to.front()).opType);
    if (isCast) {
        reason = tr("The Cast behind it was left out: its result has that type already.");
        return match;
    }
    const bool fits = isWeighted(into) || (kin == NodeKin::Clamp && into == "Add"_L1);
    reason = tr("%1 was folded into %2.").arg(node.opType, into);
    return fits ? match : -1;
}

/// A Cast in front of an output of the graph that the later stage takes from the node itself.
bool StageMatcher::makesTheSameOutput(NodeId cast) const
{
    const auto border = std::ranges::find(m_borders, m_from.firstOutput(cast), &std::pair<ValueId, ValueId>::first);
    const NodeId before = m_from.producer(m_from.dataInputs(cast).front());
    const NodeId after = border == m_borders.end() ? NodeId() : m_to.producer(border->second);
    return before.isValid() && after.isValid() && m_from.isMatched(before)
        && m_from.matchOf[before.position()] == m_to.matchOf[after.position()];
}

bool StageMatcher::isCalibration(NodeId node) const
{
    return isQuantizeOrDequantize(m_from.graph.node(node).opType)
        || m_from.names[node.position()].pattern == NamePattern::Calibration;
}

void StageMatcher::foldCalibration()
{
    if (m_from.hasIntegerOperators || !m_to.hasIntegerOperators)
        return;
    for (const NodeId id : m_from.graph.topologicalOrder()) {
        if (m_from.isFree(id) && (isCalibration(id) || m_from.kinOf(id) == NodeKin::Constant))
            foldCalibrationPair(id);
    }
}

void StageMatcher::foldCalibrationPair(NodeId id)
{
    const QString reason = tr("The measured scales of its calibration nodes went into the integer operator.");
    NodeId owner = id;
    if (m_from.kinOf(id) == NodeKin::Constant) {
        // A weight that is rounded: it belongs to the node that computes with it.
        bool isRounded = false;
        for (int i = 0; i < longestRun && m_from.kinOf(owner) == NodeKin::Constant; ++i) {
            isRounded = isRounded || isCalibration(owner);
            const ValueId output = m_from.firstOutput(owner);
            if (!output.isValid() || m_from.graph.consumers(output).empty())
                return;
            owner = m_from.graph.consumers(output).front();
        }
        if (isRounded && m_from.isMatched(owner))
            join(m_from, id, m_from.matchOf[owner.position()], reason, 0.9);
        return;
    }
    ValueId value = m_from.dataInputs(id).isEmpty() ? ValueId() : m_from.dataInputs(id).front();
    for (int i = 0; i < longestRun && value.isValid(); ++i) {
        owner = m_from.producer(value);
        if (!owner.isValid() || !isCalibration(owner) || m_from.dataInputs(owner).isEmpty())
            break;
        value = m_from.dataInputs(owner).front();
    }
    if (const NodeId entry = entryOf(value); entry.isValid()) {
        const QString entered = tr("Here a float value becomes an integer one, with the measured scale.");
        if (m_to.isFree(entry))
            pair(id, entry, entered, 0.9);
        else if (m_to.isMatched(entry))
            join(m_from, id, m_to.matchOf[entry.position()], entered, 0.9);
    } else if (owner.isValid() && m_from.isMatched(owner)) {
        join(m_from, id, m_from.matchOf[owner.position()], reason, 0.9);
    }
}

NodeId StageMatcher::entryOf(ValueId value) const
{
    if (!value.isValid())
        return {};
    ValueId later;
    const NodeId producer = m_from.producer(value);
    if (!producer.isValid()) {
        const auto border = std::ranges::find(m_borders, value, &std::pair<ValueId, ValueId>::first);
        later = border == m_borders.end() ? ValueId() : border->second;
    } else if (m_from.isMatched(producer)) {
        const NodeId maker = m_matches[m_from.matchOf[producer.position()]].to.back();
        later = isQuantizeOrDequantize(m_to.graph.node(maker).opType) || isFloatIsland(maker) ? ValueId()
                                                                                              : m_to.firstOutput(maker);
    }
    if (!later.isValid())
        return {};
    for (const NodeId consumer : m_to.graph.consumers(later)) {
        const NamePattern pattern = m_to.names[consumer.position()].pattern;
        if (isQuantize(m_to.graph, consumer) && (!m_nodeNames || pattern != NamePattern::Quantize))
            return consumer;
    }
    return {};
}

bool StageMatcher::isFloatIsland(NodeId node) const
{
    if (!m_to.isFirm(node) && !m_to.isSoft(node))
        return false;
    const QList<ValueId>& data = m_to.dataInputs(node);
    const bool entersAlone = std::ranges::all_of(data, [&](ValueId input) {
        return isDequantize(m_to.graph, m_to.producer(input)) && m_to.soleConsumer(input) == node;
    });
    const NodeId next = m_to.soleConsumer(m_to.firstOutput(node));
    if (data.isEmpty() || !entersAlone || !isQuantize(m_to.graph, next))
        return false;
    return !m_nodeNames || m_to.names[next.position()].pattern != NamePattern::CalibratedQuantize;
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
                 : tr("%1 was replaced by several nodes that do its work.").arg(m_from.graph.node(owner).opType),
             0.9);
    }
}

int StageMatcher::ownerOfPart(NodeId id) const
{
    const int byName = m_nodeNames ? ownerByName(id) : -1;
    return byName >= 0 ? byName : ownerByPlace(id);
}

int StageMatcher::ownerByName(NodeId id) const
{
    const Graph& graph = m_to.graph;
    const NodeNameParts& name = m_to.names[id.position()];
    const Node& node = graph.node(id);
    // Where a float operator's result is rounded again; what enters from the CPU is named CalibratedQuantize.
    if (name.pattern == NamePattern::Quantize && !node.inputs.empty() && node.inputs.front().isValid()) {
        const NodeId producer = graph.value(node.inputs.front()).producer;
        if (producer.isValid() && m_to.isMatched(producer) && !isQuantizeOrDequantize(graph.node(producer).opType))
            return m_to.matchOf[producer.position()];
    }
    // `<owner>_<input>_HzDequantize` numbers the inputs of its owner.
    for (const QString& owner : {name.owner, name.owner.left(name.owner.lastIndexOf(u'_'))}) {
        const NodeId from = owner.isEmpty() ? NodeId() : m_from.graph.findNode(owner);
        if (!from.isValid() || !m_from.isMatched(from))
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

int StageMatcher::ownerByPlace(NodeId id) const
{
    const NodeId next = m_to.soleConsumer(m_to.firstOutput(id));
    NodeId last = m_to.dataInputs(id).isEmpty() ? NodeId() : m_to.producer(m_to.dataInputs(id).front());
    const auto matchOf = [&](NodeId node) { return node.isValid() ? m_to.matchOf[node.position()] : -1; };
    const NodeKin kin = m_to.kinOf(id);
    if (kin == NodeKin::Reform || kin == NodeKin::Move) {
        const auto isReformedHere = [&](NodeId node) {
            return matchOf(node) >= 0 && m_to.isFirm(node)
                && isReformed(operatorFamily(m_from.graph.node(m_matches[matchOf(node)].from.front()).opType));
        };
        if (isReformedHere(next))
            return matchOf(next);
        while (last.isValid() && m_to.kinOf(last) == NodeKin::Scale && m_to.isFree(last)
               && m_to.soleConsumer(m_to.firstOutput(last)).isValid())
            last = m_to.producer(m_to.dataInputs(last).front());
        return isReformedHere(last) && m_to.soleConsumer(m_to.firstOutput(last)).isValid() ? matchOf(last) : -1;
    }
    if (const int integer = ownerOfIntegerPart(id); integer >= 0)
        return integer;
    if (m_nodeNames || m_from.hasIntegerOperators || !m_to.hasIntegerOperators)
        return -1; // names say it, or both sides have these nodes
    if (isDequantize(m_to.graph, id) && matchOf(next) >= 0 && isFloatIsland(next))
        return matchOf(next);
    return isQuantize(m_to.graph, id) && matchOf(last) >= 0 && isFloatIsland(last) ? matchOf(last) : -1;
}

/// ConvInteger and MatMulInteger give sums: a Cast, a Mul and an Add behind them, or an Add and a DequantizeLinear,
/// make real numbers of these, and a DynamicQuantizeLinear in front of them may serve them alone.
int StageMatcher::ownerOfIntegerPart(NodeId id) const
{
    const auto isSummed = [&](NodeId node) {
        if (!node.isValid() || !m_to.isMatched(node))
            return false;
        const QList<NodeId>& nodes = m_matches[m_to.matchOf[node.position()]].to;
        return std::ranges::any_of(nodes,
                                   [&](NodeId each) { return m_to.graph.node(each).opType.endsWith("Integer"_L1); });
    };
    const NodeId next = m_to.soleConsumer(m_to.firstOutput(id));
    const bool isScale = m_to.kinOf(id) == NodeKin::Scale;
    const NodeId before = m_to.dataInputs(id).isEmpty() ? NodeId() : m_to.producer(m_to.dataInputs(id).front());
    const bool leavesIsland = before.isValid() && isQuantize(m_to.graph, id) && isFloatIsland(before);
    if (isScale && isSummed(next) && !leavesIsland)
        return m_to.matchOf[next.position()];
    const bool isPart = isScale ? isDequantize(m_to.graph, id)
                                : m_to.kinOf(id) == NodeKin::Nothing || m_to.kinOf(id) == NodeKin::Affine;
    if (!isPart || m_to.dataInputs(id).isEmpty())
        return -1;
    const bool isBehind = isSummed(before) && m_to.soleConsumer(m_to.firstOutput(before)) == id;
    return isBehind ? m_to.matchOf[before.position()] : -1;
}

void StageMatcher::foldIntoPackedCode()
{
    for (const NodeId packed : m_to.graph.topologicalOrder()) {
        if (!m_to.isFree(packed) || m_to.graph.node(packed).opType != "BPU"_L1)
            continue;
        std::vector<ValueId> open;
        for (const ValueId output : m_to.graph.node(packed).outputs) {
            if (output.isValid())
                addPackedOutput(output, open);
        }
        floodPackedCode(packed, std::move(open));
    }
}

/// The earlier values that an output of packed code stands for, looking through what was put in behind it.
void StageMatcher::addPackedOutput(ValueId output, std::vector<ValueId>& open) const
{
    if (m_valueNames)
        open.push_back(m_from.graph.findValue(originalValueName(m_to.graph.value(output).name)));
    for (const auto& [from, to] : m_borders) {
        if (to == output)
            open.push_back(from);
    }
    for (const NodeId consumer : m_to.graph.consumers(output)) {
        if (m_to.isMatched(consumer)) {
            for (const NodeId from : m_matches[m_to.matchOf[consumer.position()]].from)
                std::ranges::copy(m_from.graph.node(from).inputs, std::back_inserter(open));
        } else if (m_to.isSoft(consumer) && m_to.firstOutput(consumer).isValid()) {
            addPackedOutput(m_to.firstOutput(consumer), open);
        }
    }
}

/// Back from the outputs to the inputs, over what nothing else claims.
void StageMatcher::floodPackedCode(NodeId packed, std::vector<ValueId> open)
{
    QSet<QString> borders;
    for (const ValueId input : m_to.graph.node(packed).inputs) {
        if (m_valueNames && input.isValid())
            borders.insert(m_to.graph.value(m_to.source(input)).name);
    }
    const QString reason = tr("Compiled into the code for the BPU, which cannot be looked into.");
    int match = -1;
    while (!open.empty()) {
        const ValueId value = open.back();
        open.pop_back();
        if (!value.isValid() || borders.contains(m_from.graph.value(value).name))
            continue;
        const NodeId node = m_from.graph.value(value).producer;
        if (!node.isValid() || !m_from.isFree(node)
            || (m_from.kinOf(node) == NodeKin::Constant && !isQuantizeOrDequantize(m_from.graph.node(node).opType)))
            continue;
        if (match < 0) {
            match = static_cast<int>(m_matches.size());
            pair(node, packed, reason, 0.8);
        } else {
            join(m_from, node, match, reason, 0.8);
        }
        std::ranges::copy(m_from.graph.node(node).inputs, std::back_inserter(open));
    }
}

} // namespace driftscope
