// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Matching spreads from matched nodes along edges, to neighbours that are the only ones of their kind there.
#include "core/stages/StageMatcher.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Consumers of values that are shared by more are looked at once in a pass only.
constexpr std::size_t manyConsumers = 32;

struct Alike
{
    std::vector<NodeId> before;
    std::vector<NodeId> after;
};

using Groups = std::vector<Alike>;

template <typename Key> Groups grouped(const std::vector<NodeId>& before, const std::vector<NodeId>& after, Key key)
{
    Groups groups;
    QHash<quint64, std::size_t> places;
    const auto groupOf = [&](quint64 k) -> Alike& {
        const auto found = places.constFind(k);
        if (found != places.constEnd())
            return groups[*found];
        places.insert(k, groups.size());
        return groups.emplace_back();
    };
    for (const NodeId node : before)
        groupOf(key(true, node)).before.push_back(node);
    for (const NodeId node : after)
        groupOf(key(false, node)).after.push_back(node);
    return groups;
}

std::vector<NodeId> freeConsumers(const MatchSide& side, ValueId value)
{
    std::vector<NodeId> result;
    for (const NodeId node : side.firmConsumers(value)) {
        if (side.isFree(node))
            result.push_back(node);
    }
    return result;
}

double confidenceOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Strict:
        return 0.85;
    case Likeness::Medium:
        return 0.8;
    case Likeness::Loose:
        return 0.7;
    }
    Q_UNREACHABLE();
}

} // namespace

void StageMatcher::spread(Likeness likeness)
{
    if (!anyFirmFree())
        return;
    for (const auto& [from, to] : std::as_const(m_borders)) {
        if (m_from.graph.value(from).isInput && m_to.graph.value(to).isInput)
            spreadForward(from, to, likeness);
        const NodeId before = m_from.firmProducer(from);
        const NodeId after = m_to.firmProducer(to);
        if (before.isValid() && after.isValid() && m_from.isFree(before) && m_to.isFree(after)
            && m_from.label(before, likeness) == m_to.label(after, likeness))
            pair(before, after, tr("The same operator makes the same output of the network."), confidenceOf(likeness));
    }
    spreadSince(0, likeness);
}

/// A match that is found extends the list: its neighbours come later.
void StageMatcher::spreadSince(qsizetype first, Likeness likeness)
{
    for (qsizetype i = first; i < m_matches.size(); ++i)
        spreadFrom(i, likeness);
}

void StageMatcher::spreadFrom(qsizetype match, Likeness likeness)
{
    const NodeId from = m_matches[match].from.back();
    const NodeId to = m_matches[match].to.back();
    spreadBackward(m_matches[match].from.front(), m_matches[match].to.front(), likeness);
    const std::span<const ValueId> before = m_from.graph.node(from).outputs;
    const std::span<const ValueId> after = m_to.graph.node(to).outputs;
    for (std::size_t k = 0; k < std::min(before.size(), after.size()); ++k) {
        if (before[k].isValid() && after[k].isValid())
            spreadForward(m_from.source(before[k]), m_to.source(after[k]), likeness);
    }
    // What was paired elsewhere may leave only one of a kind around a value that was looked at before.
    while (!m_again.empty()) {
        const auto [valueBefore, valueAfter] = m_again.back();
        m_again.pop_back();
        spreadForward(valueBefore, valueAfter, likeness);
    }
}

void StageMatcher::spreadForward(ValueId from, ValueId to, Likeness likeness)
{
    const std::vector<NodeId> before = freeConsumers(m_from, from);
    const std::vector<NodeId> after = before.empty() ? std::vector<NodeId>() : freeConsumers(m_to, to);
    if (after.empty())
        return;
    const QString reason = tr("The same operator stands at the same place.");
    for (const Alike& group : grouped(
             before, after, [&](bool isFrom, NodeId node) { return (isFrom ? m_from : m_to).label(node, likeness); })) {
        if (group.before.size() == 1 && group.after.size() == 1)
            pair(group.before.front(), group.after.front(), reason, confidenceOf(likeness));
        else if (!group.before.empty() && !group.after.empty())
            tellApart(group.before, group.after, reason);
    }
}

/// Like operators at one place: by what stands around them, then by their constants.
void StageMatcher::tellApart(std::vector<NodeId> before, std::vector<NodeId> after, const QString& reason)
{
    const auto pairUnique = [&](auto key) {
        for (const Alike& same : grouped(before, after, key)) {
            if (same.before.size() == 1 && same.after.size() == 1)
                pair(same.before.front(), same.after.front(), reason, 0.85);
        }
        std::erase_if(before, [&](NodeId node) { return !m_from.isFree(node); });
        std::erase_if(after, [&](NodeId node) { return !m_to.isFree(node); });
    };
    for (std::size_t radius = m_fromHashes.size(); radius-- > 1 && !before.empty() && !after.empty();) {
        pairUnique(
            [&](bool isFrom, NodeId node) { return (isFrom ? m_fromHashes : m_toHashes)[radius][node.position()]; });
    }
    if (before.size() <= manyConsumers && after.size() <= manyConsumers)
        pairUnique([&](bool isFrom, NodeId node) { return (isFrom ? m_from : m_to).constantsHash(node); });
}

void StageMatcher::spreadBackward(NodeId from, NodeId to, Likeness likeness)
{
    const QList<ValueId>& before = m_from.dataInputs(from);
    const QList<ValueId>& after = m_to.dataInputs(to);
    std::vector<NodeId> producersBefore;
    std::vector<NodeId> producersAfter;
    const auto collect = [](const MatchSide& side, const QList<ValueId>& inputs, std::vector<NodeId>& producers) {
        for (const ValueId input : inputs) {
            const NodeId producer = side.firmProducer(input);
            if (producer.isValid() && side.isFree(producer)
                && std::ranges::find(producers, producer) == producers.end())
                producers.push_back(producer);
        }
    };
    collect(m_from, before, producersBefore);
    collect(m_to, after, producersAfter);
    if (!producersBefore.empty() && !producersAfter.empty()) {
        for (const Alike& group : grouped(producersBefore, producersAfter, [&](bool isFrom, NodeId node) {
                 return (isFrom ? m_from : m_to).label(node, likeness);
             })) {
            if (group.before.size() == 1 && group.after.size() == 1)
                pair(group.before.front(), group.after.front(), tr("The same operator feeds a node that is matched."),
                     confidenceOf(likeness));
        }
    }
    // Siblings of these two: one of them less is free now.
    for (qsizetype k = 0; k < std::min(before.size(), after.size()); ++k) {
        const ValueId a = m_from.source(before[k]);
        const ValueId b = m_to.source(after[k]);
        const NodeId madeBefore = m_from.firmProducer(a);
        const NodeId madeAfter = m_to.firmProducer(b);
        if (madeBefore.isValid() && madeAfter.isValid() && m_from.isMatched(madeBefore)
            && m_from.matchOf[madeBefore.position()] == m_to.matchOf[madeAfter.position()]
            && m_from.firmConsumers(a).size() <= manyConsumers && m_to.firmConsumers(b).size() <= manyConsumers)
            m_again.emplace_back(a, b);
    }
}

std::pair<int, int> StageMatcher::neighbourVotes(NodeId from, NodeId to) const
{
    static constexpr std::size_t mostConsumers = 8;
    int votesFor = 0;
    int votesAgainst = 0;
    const auto vote = [&](const std::vector<NodeId>& before, const std::vector<NodeId>& after) {
        for (const NodeId neighbour : before) {
            const int match = m_from.matchOf[neighbour.position()];
            if (match < 0)
                continue;
            const bool isThere
                = std::ranges::any_of(after, [&](NodeId each) { return m_to.matchOf[each.position()] == match; });
            const bool allKnown
                = std::ranges::all_of(after, [&](NodeId each) { return m_to.isMatched(each); }) && !after.empty();
            votesFor += isThere ? 1 : 0;
            votesAgainst += !isThere && allKnown ? 1 : 0;
        }
    };
    const auto producers = [](const MatchSide& side, NodeId node) {
        std::vector<NodeId> result;
        for (const ValueId input : side.dataInputs(node)) {
            if (const NodeId producer = side.firmProducer(input); producer.isValid())
                result.push_back(producer);
        }
        return result;
    };
    const auto consumers = [](const MatchSide& side, NodeId node) {
        std::vector<NodeId> result;
        if (const ValueId output = side.firstOutput(node); output.isValid()) {
            const std::span<const NodeId> all = side.firmConsumers(side.source(output));
            result.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), mostConsumers)));
        }
        return result;
    };
    vote(producers(m_from, from), producers(m_to, to));
    vote(consumers(m_from, from), consumers(m_to, to));
    return {votesFor, votesAgainst};
}

void StageMatcher::pairTwins()
{
    for (const auto& [from, to] : std::as_const(m_borders)) {
        if (m_from.graph.value(from).isInput && m_to.graph.value(to).isInput)
            pairTwinsOf(from, to);
    }
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        const NodeId from = m_matches[i].from.back();
        const NodeId to = m_matches[i].to.back();
        const QList<ValueId>& before = m_from.dataInputs(m_matches[i].from.front());
        const QList<ValueId>& after = m_to.dataInputs(m_matches[i].to.front());
        for (qsizetype k = 0; before.size() == after.size() && k < before.size(); ++k) {
            const NodeId a = m_from.firmProducer(before[k]);
            const NodeId b = m_to.firmProducer(after[k]);
            if (a.isValid() && b.isValid() && m_from.isFree(a) && m_to.isFree(b)
                && m_from.label(a, Likeness::Medium) == m_to.label(b, Likeness::Medium)) {
                pair(a, b, tr("One of several like operators at the same place, matched in their order."), 0.5);
                spreadSince(m_matches.size() - 1, Likeness::Strict);
            }
        }
        if (m_from.firstOutput(from).isValid() && m_to.firstOutput(to).isValid())
            pairTwinsOf(m_from.source(m_from.firstOutput(from)), m_to.source(m_to.firstOutput(to)));
    }
}

void StageMatcher::pairTwinsOf(ValueId from, ValueId to)
{
    const std::vector<NodeId> before = freeConsumers(m_from, from);
    const std::vector<NodeId> after = before.empty() ? std::vector<NodeId>() : freeConsumers(m_to, to);
    if (after.empty())
        return;
    const qsizetype first = m_matches.size();
    for (const Alike& group : grouped(before, after, [&](bool isFrom, NodeId node) {
             return (isFrom ? m_from : m_to).label(node, Likeness::Medium);
         })) {
        Alike twins = group;
        std::erase_if(twins.before, [&](NodeId node) { return !m_from.isFree(node); });
        std::erase_if(twins.after, [&](NodeId node) { return !m_to.isFree(node); });
        for (std::size_t i = 0; twins.before.size() == twins.after.size() && i < twins.before.size(); ++i)
            pair(twins.before[i], twins.after[i],
                 tr("One of several like operators at the same place, matched in their order."), 0.5);
    }
    spreadSince(first, Likeness::Strict);
}

} // namespace driftscope
