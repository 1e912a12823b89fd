// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageMatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isInsertedPattern(NamePattern pattern)
{
    switch (pattern) {
    case NamePattern::Preprocess:
    case NamePattern::LayoutConversion:
    case NamePattern::Calibration:
    case NamePattern::CalibratedQuantize:
    case NamePattern::Requantize:
        return true;
    case NamePattern::None:
    case NamePattern::Quantize:
    case NamePattern::Dequantize:
    case NamePattern::Part:
        return false;
    }
    Q_UNREACHABLE();
}

/// Whether two nodes of one name may be one: a pair of Q and DQ must not match what it stands around.
bool mayMatch(const Node& from, const Node& to)
{
    return isQuantizeOrDequantize(from.opType) == isQuantizeOrDequantize(to.opType);
}

std::optional<Shape> outputShape(const Graph& graph, NodeId node)
{
    const std::span<const ValueId> outputs = graph.node(node).outputs;
    return outputs.empty() || !outputs.front().isValid() ? std::nullopt : graph.value(outputs.front()).shape;
}

/// What a signature uses of a weight: size, and a thousand values at most from its ends.
std::size_t weightHash(const Tensor& tensor)
{
    constexpr qint64 portion = 4096;
    const qint64 size = tensor.byteCount();
    return qHashMulti(0, size, tensor.bytesAt(0, portion),
                      tensor.bytesAt(std::max<qint64>(size - portion, 0), portion));
}

} // namespace

StageMatcher::Side::Side(const Graph& g)
    : graph(g)
    , matchOf(static_cast<std::size_t>(g.nodeCount()), -1)
{
    for (const Node& node : g.nodes()) {
        names.push_back(parseNodeName(node.name));
        isInserted.push_back(isInsertedPattern(names.back().pattern) || isQuantizeOrDequantize(node.opType));
    }
}

ValueId StageMatcher::Side::source(ValueId value) const
{
    // Chains of inserted nodes are short; the bound is for cycles in broken files.
    for (int steps = 0; steps < 16 && value.isValid(); ++steps) {
        const NodeId producer = graph.value(value).producer;
        if (!producer.isValid() || !isInserted[producer.position()] || graph.node(producer).inputs.empty())
            break;
        value = graph.node(producer).inputs.front();
    }
    return value;
}

NodeId StageMatcher::Side::producer(ValueId value) const
{
    const ValueId behind = source(value);
    return behind.isValid() ? graph.value(behind).producer : NodeId();
}

StageMatcher::StageMatcher(const Graph& from, const Graph& to)
    : m_from(from)
    , m_to(to)
{ }

StageMatch StageMatcher::match()
{
    matchNames();
    matchOutputNames();
    matchStructure();
    foldActivations();
    foldCalibration();
    collectParts();
    foldIntoPackedCode();
    StageMatch result;
    finish(result);
    return result;
}

void StageMatcher::pair(NodeId from, NodeId to, const QString& reason, double confidence)
{
    const auto index = static_cast<int>(m_matches.size());
    m_from.matchOf[from.position()] = index;
    m_to.matchOf[to.position()] = index;
    m_matches.append({{from}, {to}, MatchKind::Same, reason, confidence});
}

void StageMatcher::join(Side& side, NodeId node, int match, const QString& reason, double confidence)
{
    side.matchOf[node.position()] = match;
    NodeMatch& joined = m_matches[match];
    (&side == &m_from ? joined.from : joined.to).append(node);
    joined.reason = reason;
    joined.confidence = std::min(joined.confidence, confidence);
}

void StageMatcher::matchNames()
{
    for (qsizetype i = 0; i < m_to.graph.nodeCount(); ++i) {
        const NodeId to(i);
        const Node& node = m_to.graph.node(to);
        const NodeId from = m_from.graph.findNode(node.name);
        if (!from.isValid() || !m_from.isFree(from) || !mayMatch(m_from.graph.node(from), node))
            continue;
        // Unnamed nodes were numbered through, and numbers shift: without a second sign this proves nothing.
        const bool isNumbered = node.name == u"%1_%2"_s.arg(node.opType).arg(i);
        const bool sameFamily = operatorFamily(m_from.graph.node(from).opType) == operatorFamily(node.opType);
        if (isNumbered && (!sameFamily || !sharesAValueName(from, to)))
            continue;
        pair(from, to, sameFamily ? tr("Same name.") : tr("Same name, another operator."), sameFamily ? 1.0 : 0.9);
    }
}

bool StageMatcher::sharesAValueName(NodeId from, NodeId to) const
{
    const auto names = [](const Side& side, NodeId node) {
        QStringList result;
        for (const std::span<const ValueId> values : {side.graph.node(node).inputs, side.graph.node(node).outputs}) {
            for (const ValueId value : values) {
                if (value.isValid())
                    result.append(originalValueName(side.graph.value(value).name));
            }
        }
        return result;
    };
    const QStringList before = names(m_from, from);
    return std::ranges::any_of(names(m_to, to), [&](const QString& name) { return before.contains(name); });
}

void StageMatcher::matchOutputNames()
{
    for (qsizetype i = 0; i < m_to.graph.nodeCount(); ++i) {
        const NodeId to(i);
        if (!m_to.isFree(to) || m_to.isInserted[to.position()])
            continue;
        for (const ValueId output : m_to.graph.node(to).outputs) {
            if (!output.isValid())
                continue;
            const ValueId before = m_from.graph.findValue(originalValueName(m_to.graph.value(output).name));
            const NodeId from = before.isValid() ? m_from.graph.value(before).producer : NodeId();
            if (!from.isValid() || !m_from.isFree(from) || m_from.isInserted[from.position()]
                || operatorFamily(m_from.graph.node(from).opType) != operatorFamily(m_to.graph.node(to).opType))
                continue;
            pair(from, to, tr("Same operator, and its output has the same name."), 0.95);
            break;
        }
    }
}

void StageMatcher::matchStructure()
{
    for (const ValueId input : m_to.graph.inputs()) {
        const ValueId before = m_from.graph.findValue(m_to.graph.value(input).name);
        if (before.isValid())
            m_queue.emplace_back(before, input);
    }
    // A match that is found extends the list: its neighbours come later.
    for (qsizetype i = 0; i < m_matches.size() || !m_queue.empty();) {
        while (!m_queue.empty()) {
            const auto [from, to] = m_queue.back();
            m_queue.pop_back();
            matchAround(from, to);
        }
        if (i >= m_matches.size())
            break;
        const NodeId from = m_matches[i].from.front();
        const NodeId to = m_matches[i].to.front();
        ++i;
        matchInputsOf(from, to);
        const std::span<const ValueId> before = m_from.graph.node(from).outputs;
        const std::span<const ValueId> after = m_to.graph.node(to).outputs;
        for (std::size_t k = 0; k < std::min(before.size(), after.size()); ++k) {
            if (before[k].isValid() && after[k].isValid())
                m_queue.emplace_back(before[k], after[k]);
        }
    }
}

QList<NodeId> StageMatcher::Side::freeConsumers(ValueId value) const
{
    constexpr int longestInsertion = 8;
    QList<NodeId> result;
    std::vector<std::pair<ValueId, int>> open{{value, 0}};
    while (!open.empty()) {
        const auto [current, depth] = open.back();
        open.pop_back();
        for (const NodeId node : graph.consumers(current)) {
            if (!isInserted[node.position()]) {
                if (isFree(node))
                    result.append(node);
                continue;
            }
            for (const ValueId output : graph.node(node).outputs) {
                if (output.isValid() && depth < longestInsertion)
                    open.emplace_back(output, depth + 1);
            }
        }
    }
    std::ranges::sort(result);
    const auto repeated = std::ranges::unique(result);
    result.erase(repeated.begin(), repeated.end());
    return result;
}

void StageMatcher::matchAround(ValueId from, ValueId to)
{
    const QList<NodeId> before = m_from.freeConsumers(from);
    const QList<NodeId> after = before.isEmpty() ? QList<NodeId>() : m_to.freeConsumers(to);
    for (const bool withWeights : {true, false})
        matchAlike(before, after, withWeights);
}

void StageMatcher::matchAlike(const QList<NodeId>& before, const QList<NodeId>& after, bool withWeights)
{
    const auto bySignature = [&](const Side& side, const QList<NodeId>& nodes) {
        QHash<quint64, QList<NodeId>> result;
        for (const NodeId node : nodes) {
            if (side.isFree(node))
                result[signature(side, node, withWeights)].append(node);
        }
        return result;
    };
    const QHash<quint64, QList<NodeId>> earlier = bySignature(m_from, before);
    const QHash<quint64, QList<NodeId>> later = bySignature(m_to, after);
    // Equally many of a kind on both sides match in their order.
    QHash<quint64, qsizetype> nextPlace;
    for (const NodeId node : after) {
        if (!m_to.isFree(node))
            continue;
        const quint64 key = signature(m_to, node, withWeights);
        const QList<NodeId> candidates = earlier.value(key);
        const qsizetype place = nextPlace[key]++;
        if (candidates.size() != later.value(key).size())
            continue;
        const bool isOnly = candidates.size() == 1;
        pair(candidates[place], node,
             isOnly ? tr("The same operator stands at the same place.")
                    : tr("One of several like operators at the same place, matched in their order."),
             isOnly ? (withWeights ? 0.85 : 0.75) : 0.5);
    }
}

void StageMatcher::matchInputsOf(NodeId from, NodeId to)
{
    const std::span<const ValueId> before = m_from.graph.node(from).inputs;
    const std::span<const ValueId> after = m_to.graph.node(to).inputs;
    if (before.empty() || after.empty())
        return;
    // Integer operators have scales between their inputs; the first one is the data everywhere.
    const NodeId producerBefore = m_from.producer(before.front());
    const NodeId producerAfter = m_to.producer(after.front());
    if (!producerBefore.isValid() || !producerAfter.isValid() || !m_from.isFree(producerBefore)
        || !m_to.isFree(producerAfter) || m_to.isInserted[producerAfter.position()]
        || m_from.isInserted[producerBefore.position()])
        return;
    if (signature(m_from, producerBefore, false) == signature(m_to, producerAfter, false))
        pair(producerBefore, producerAfter, tr("The same operator feeds a node that is matched."), 0.75);
}

quint64 StageMatcher::signature(const Side& side, NodeId node, bool withWeights) const
{
    const Node& n = side.graph.node(node);
    std::size_t hash = qHash(operatorFamily(n.opType));
    if (!withWeights)
        return hash;
    if (const auto shape = outputShape(side.graph, node))
        hash = qHashMulti(hash, shape->toString());
    for (const ValueId input : n.inputs) {
        if (!input.isValid())
            continue;
        if (const Tensor* weight = side.graph.initializer(input))
            hash = qHashMulti(hash, weightHash(*weight));
    }
    return hash;
}

} // namespace driftscope
