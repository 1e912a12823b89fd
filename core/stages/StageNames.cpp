// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Matching by names, where they can be trusted.
#include "core/stages/StageMatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Whether two nodes of one name may be one: a pair of Q and DQ must not match what it stands around.
bool mayMatch(const Node& from, const Node& to)
{
    return isQuantizeOrDequantize(from.opType) == isQuantizeOrDequantize(to.opType);
}

bool isInserted(const MatchSide& side, NodeId node)
{
    switch (side.names[node.position()].pattern) {
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
        return isQuantizeOrDequantize(side.graph.node(node).opType);
    }
    Q_UNREACHABLE();
}

bool isNumber(const QString& name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) { return c.isDigit(); });
}

/// Unnamed nodes are numbered through, and numbers shift when a node comes or goes.
bool isNumbered(const Node& node, NodeId id)
{
    return isNumber(node.name) || node.name == node.opType + u'_' + QString::number(id.index());
}

/// What was found on equal names.
struct Agreement
{
    qsizetype seen = 0;
    qsizetype agreeing = 0;
    qsizetype numbers = 0;

    void add(bool agrees, bool isANumber)
    {
        ++seen;
        agreeing += agrees ? 1 : 0;
        numbers += isANumber ? 1 : 0;
    }
    /// Numbers meet by chance where graphs were counted through, so that more has to agree.
    [[nodiscard]] bool isEnough(double share) const
    {
        const double needed = numbers * 2 > seen ? 0.95 : share;
        return static_cast<double>(agreeing) >= needed * static_cast<double>(seen);
    }
};

} // namespace

bool StageMatcher::nodeNamesAgree() const
{
    Agreement operators;
    Agreement neighbours;
    for (qsizetype i = 0; i < m_to.graph.nodeCount(); ++i) {
        const NodeId to(i);
        const NodeId from = m_from.graph.findNode(m_to.graph.node(to).name);
        if (!from.isValid())
            continue;
        const bool counted = isNumbered(m_to.graph.node(to), to);
        operators.add(m_from.label(from, Likeness::Loose) == m_to.label(to, Likeness::Loose), counted);
        if (!m_from.isFirm(from) || !m_to.isFirm(to))
            continue;
        for (const ValueId input : m_to.dataInputs(to)) {
            const NodeId feeding = m_to.firmProducer(input);
            const NodeId before = feeding.isValid() ? m_from.graph.findNode(m_to.graph.node(feeding).name) : NodeId();
            if (!before.isValid())
                continue;
            const QList<ValueId>& inputs = m_from.dataInputs(from);
            neighbours.add(
                std::ranges::any_of(inputs, [&](ValueId each) { return m_from.firmProducer(each) == before; }),
                counted);
        }
    }
    return operators.isEnough(0.7) && neighbours.isEnough(0.6);
}

bool StageMatcher::valueNamesAgree() const
{
    Agreement sizes;
    for (const Value& value : m_to.graph.values()) {
        const ValueId before = m_from.graph.findValue(originalValueName(value.name));
        if (!before.isValid() || value.isInitializer || m_from.graph.value(before).isInitializer || !value.shape
            || !m_from.graph.value(before).shape)
            continue;
        sizes.add(sizesHash(*value.shape) == sizesHash(*m_from.graph.value(before).shape), isNumber(value.name));
    }
    return sizes.isEnough(0.7);
}

void StageMatcher::matchNames()
{
    for (qsizetype i = 0; m_nodeNames && i < m_to.graph.nodeCount(); ++i) {
        const NodeId to(i);
        const Node& node = m_to.graph.node(to);
        const NodeId from = m_from.freeNode(node.name);
        if (!from.isValid() || !m_to.isFree(to) || !mayMatch(m_from.graph.node(from), node))
            continue;
        const bool sameFamily = operatorFamily(m_from.graph.node(from).opType) == operatorFamily(node.opType);
        if (isNumbered(node, to) && (!sameFamily || (m_valueNames && !sharesAValueName(from, to))))
            continue;
        pair(from, to, sameFamily ? tr("Same name.") : tr("Same name, another operator."), sameFamily ? 1.0 : 0.9);
    }
}

bool StageMatcher::sharesAValueName(NodeId from, NodeId to) const
{
    const auto names = [](const MatchSide& side, NodeId node) {
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
    for (qsizetype i = 0; m_valueNames && i < m_to.graph.nodeCount(); ++i) {
        const NodeId to(i);
        if (!m_to.isFree(to) || isInserted(m_to, to))
            continue;
        for (const ValueId output : m_to.graph.node(to).outputs) {
            if (!output.isValid())
                continue;
            const ValueId before = m_from.graph.findValue(originalValueName(m_to.graph.value(output).name));
            const NodeId from = before.isValid() ? m_from.graph.value(before).producer : NodeId();
            if (!from.isValid() || !m_from.isFree(from) || isInserted(m_from, from)
                || operatorFamily(m_from.graph.node(from).opType) != operatorFamily(m_to.graph.node(to).opType))
                continue;
            pair(from, to, tr("Same operator, and its output has the same name."), 0.95);
            break;
        }
    }
}

void StageMatcher::matchBorders()
{
    const auto match = [&](const std::vector<ValueId>& before, const std::vector<ValueId>& after) {
        for (std::size_t i = 0; i < after.size(); ++i) {
            ValueId from = m_valueNames ? m_from.graph.findValue(m_to.graph.value(after[i]).name) : ValueId();
            if (!from.isValid() && before.size() == after.size() && !m_valueNames)
                from = before[i];
            if (from.isValid())
                m_borders.emplace_back(from, after[i]);
        }
    };
    match(m_from.graph.inputs(), m_to.graph.inputs());
    match(m_from.graph.outputs(), m_to.graph.outputs());
}

} // namespace driftscope
