// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Soft nodes match where they stand behind the same value and in front of the same node; constants where they feed the
// same input.
#include "core/stages/StageMatcher.h"

#include <QHash>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int nowhere = std::numeric_limits<int>::max();

/// Where soft nodes stand: the match that makes the value they work on, and the first match that uses it.
class SoftPlaces
{
public:
    SoftPlaces(const MatchSide& side, const QHash<ValueId, int>& borders)
        : m_side(side)
        , m_leads(static_cast<std::size_t>(side.graph.nodeCount()), nowhere)
        , m_origin(static_cast<std::size_t>(side.graph.valueCount()), nowhere)
    {
        findOrigins(borders);
        findLeads(borders);
    }

    /// 0 where nothing is known. `byLead`: the value they work on does not count.
    [[nodiscard]] quint64 keyOf(NodeId node, bool byLead) const
    {
        const int origin = byLead ? nowhere : m_origin[m_side.dataInputs(node).front().position()];
        const int lead = m_leads[node.position()];
        if (origin == nowhere && lead == nowhere)
            return 0;
        return qHashMulti(1, origin, lead, static_cast<int>(m_side.kinOf(node)), m_side.isIntegerPart(node),
                          m_side.kinOf(node) == NodeKin::Scale ? operatorFamily(m_side.graph.node(node).opType)
                                                               : QString());
    }

private:
    /// Borders of the graph count as matches behind the last one; unmatched firm nodes with one input are looked
    /// through, since they were put in or taken out.
    void findOrigins(const QHash<ValueId, int>& borders)
    {
        for (const ValueId input : m_side.graph.inputs())
            m_origin[input.position()] = borders.value(input, nowhere);
        for (const NodeId node : m_side.graph.topologicalOrder()) {
            const QList<ValueId>& data = m_side.dataInputs(node);
            const bool isSeenThrough = !m_side.isMatched(node) || m_side.isSoft(node);
            const int behind = data.size() == 1 ? m_origin[data.front().position()] : nowhere;
            const int origin = isSeenThrough ? behind : m_side.matchOf[node.position()] * 4;
            int index = 0;
            for (const ValueId output : m_side.graph.node(node).outputs) {
                if (output.isValid())
                    m_origin[output.position()] = isSeenThrough ? origin : origin + std::min(index, 3);
                ++index;
            }
        }
    }

    void findLeads(const QHash<ValueId, int>& borders)
    {
        const std::vector<NodeId>& order = m_side.graph.topologicalOrder();
        for (std::size_t i = order.size(); i-- > 0;) {
            const NodeId node = order[i];
            int& lead = m_leads[node.position()];
            for (const ValueId output : m_side.graph.node(node).outputs) {
                if (!output.isValid())
                    continue;
                if (m_side.graph.value(output).isOutput)
                    lead = std::min(lead, borders.value(output, nowhere));
                for (const NodeId consumer : m_side.graph.consumers(output)) {
                    const bool isSeenThrough = m_side.isSoft(consumer)
                        || (!m_side.isMatched(consumer) && m_side.dataInputs(consumer).size() == 1);
                    const int there
                        = isSeenThrough ? m_leads[consumer.position()] : m_side.matchOf[consumer.position()];
                    if (there >= 0)
                        lead = std::min(lead, there);
                }
            }
        }
    }

    const MatchSide& m_side;
    std::vector<int> m_leads; ///< by node
    std::vector<int> m_origin; ///< by value
};

struct SoftGroup
{
    std::vector<NodeId> before;
    std::vector<NodeId> after;
};

QList<SoftGroup> softGroups(const MatchSide& from, const SoftPlaces& fromPlaces, const MatchSide& to,
                            const SoftPlaces& toPlaces, bool byLead)
{
    QList<SoftGroup> groups;
    QHash<quint64, qsizetype> places;
    const auto collect = [&](const MatchSide& side, const SoftPlaces& where, bool isFrom) {
        for (const NodeId node : side.graph.topologicalOrder()) {
            if (!side.isSoft(node) || !side.isFree(node))
                continue;
            const quint64 key = where.keyOf(node, byLead);
            if (key == 0 || (!isFrom && !places.contains(key)))
                continue;
            if (!places.contains(key)) {
                places.insert(key, groups.size());
                groups.emplaceBack();
            }
            SoftGroup& group = groups[places.value(key)];
            (isFrom ? group.before : group.after).push_back(node);
        }
    };
    collect(from, fromPlaces, true);
    collect(to, toPlaces, false);
    return groups;
}

} // namespace

std::size_t StageMatcher::nextAlike(NodeId from, const std::vector<NodeId>& after, std::size_t first) const
{
    for (const Likeness likeness : {Likeness::Strict, Likeness::Loose}) {
        for (std::size_t at = first; at < after.size(); ++at) {
            if (m_from.label(from, likeness) == m_to.label(after[at], likeness))
                return at;
        }
    }
    return after.size();
}

void StageMatcher::matchSoftNodes()
{
    QHash<ValueId, int> fromBorders;
    QHash<ValueId, int> toBorders;
    int next = 1 << 29; // behind all matches
    for (const auto& [from, to] : std::as_const(m_borders)) {
        fromBorders.insert(from, next);
        toBorders.insert(to, next++);
    }
    // What only measures has no counterpart among what converts; foldCalibration takes it.
    const bool scalesMatch = m_from.hasIntegerOperators == m_to.hasIntegerOperators;
    for (const bool byLead : {false, true}) {
        const QList<SoftGroup> groups
            = softGroups(m_from, SoftPlaces(m_from, fromBorders), m_to, SoftPlaces(m_to, toBorders), byLead);
        for (const SoftGroup& group : groups) {
            const bool isWhole = group.before.size() == group.after.size();
            if (!group.after.empty() && (scalesMatch || m_from.kinOf(group.before.front()) != NodeKin::Scale)
                && (isWhole || !byLead))
                pairSoftNodes(group.before, group.after);
        }
    }
}

/// Whether a node of the earlier graph can be one that stands behind packed code in the later one: what is read by a
/// node that went into the code went there too.
bool StageMatcher::canStandBehindCode(NodeId from, NodeId to) const
{
    const NodeId maker = m_to.firmProducer(m_to.dataInputs(to).front());
    if (!maker.isValid() || m_to.graph.node(maker).opType != "BPU"_L1 || !m_from.firstOutput(from).isValid())
        return true;
    return std::ranges::all_of(m_from.graph.consumers(m_from.firstOutput(from)),
                               [&](NodeId reader) { return !m_from.isFirm(reader) || m_from.isMatched(reader); });
}

bool StageMatcher::readTheSame(NodeId from, NodeId to) const
{
    const NodeId before = m_from.producer(m_from.dataInputs(from).front());
    const NodeId after = m_to.producer(m_to.dataInputs(to).front());
    if (!before.isValid() || !after.isValid())
        return before.isValid() == after.isValid();
    return m_from.isMatched(before) && m_from.matchOf[before.position()] == m_to.matchOf[after.position()];
}

void StageMatcher::pairSoftNodes(std::vector<NodeId> before, std::vector<NodeId> after)
{
    constexpr std::size_t looked = 64;
    std::erase_if(before, [&](NodeId node) { return !canStandBehindCode(node, after.front()); });
    const QString reason = tr("It stands at the same place, between nodes that are matched.");
    std::size_t first = 0; // of `after` that may be free
    for (const NodeId from : before) {
        while (first < after.size() && !m_to.isFree(after[first]))
            ++first;
        for (std::size_t at = first; at < std::min(after.size(), first + looked); ++at) {
            if (m_to.isFree(after[at]) && readTheSame(from, after[at])
                && m_from.label(from, Likeness::Strict) == m_to.label(after[at], Likeness::Strict)) {
                pair(from, after[at], reason, 0.85);
                break;
            }
        }
    }
    std::erase_if(before, [&](NodeId node) { return !m_from.isFree(node); });
    std::erase_if(after, [&](NodeId node) { return !m_to.isFree(node); });
    const bool isWhole = before.size() == after.size();
    std::size_t k = 0;
    for (const NodeId from : before) {
        // Where one of several is missing, the ones that are most alike stay; in order either way.
        const std::size_t at = isWhole ? k : nextAlike(from, after, k);
        if (at >= after.size())
            continue;
        pair(from, after[at], reason, isWhole ? 0.8 : 0.65);
        k = at + 1;
    }
}

void StageMatcher::matchConstants()
{
    if (!m_from.hasIntegerOperators && m_to.hasIntegerOperators)
        return; // weights became integers; what rounded them is folded
    for (qsizetype i = 0; i < m_matches.size(); ++i)
        matchConstantsOf(m_matches[i].from.front(), m_matches[i].to.front());
}

void StageMatcher::matchConstantsOf(NodeId from, NodeId to)
{
    const std::span<const ValueId> before = m_from.graph.node(from).inputs;
    const std::span<const ValueId> after = m_to.graph.node(to).inputs;
    if (before.size() != after.size())
        return;
    for (std::size_t k = 0; k < before.size(); ++k) {
        const NodeId a = m_from.producer(before[k]);
        const NodeId b = m_to.producer(after[k]);
        if (!a.isValid() || !b.isValid() || !m_from.isFree(a) || !m_to.isFree(b) || m_from.kinOf(a) != NodeKin::Constant
            || m_to.kinOf(b) != NodeKin::Constant || m_from.label(a, Likeness::Loose) != m_to.label(b, Likeness::Loose))
            continue;
        pair(a, b, tr("It makes the same constant of a node that is matched."), 0.85);
    }
}

} // namespace driftscope
