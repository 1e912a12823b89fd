// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the two stages hold the same network, as when one was exported twice, nodes are told by all that stands before
// and behind them. Those that still look alike, as branches with dead ends do, may stand for each other: one is chosen,
// and what hangs on it follows, so that no two branches are crossed.
#include "core/stages/PlaceHash.h"
#include "core/stages/StageMatcher.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Of more alternatives than this no one is looked for.
constexpr int mostTries = 32;

using NodesByPlace = QHash<quint64, std::vector<NodeId>>;

NodesByPlace freeNodesByPlace(const MatchSide& side, const std::vector<quint64>& places)
{
    NodesByPlace result;
    for (const NodeId node : side.graph.topologicalOrder()) {
        if (side.isFree(node))
            result[places[node.position()]].push_back(node);
    }
    return result;
}

} // namespace

void StageMatcher::matchSamePlaces()
{
    const auto isAnyFree = [](const MatchSide& side) {
        return std::ranges::find(side.matchOf, MatchSide::unmatched) != side.matchOf.end();
    };
    if (!isAnyFree(m_from) || !isAnyFree(m_to))
        return;
    std::vector<int> fromBorders(static_cast<std::size_t>(m_from.graph.valueCount()));
    std::vector<int> toBorders(static_cast<std::size_t>(m_to.graph.valueCount()));
    int number = 0;
    for (const auto& [from, to] : m_borders)
        fromBorders[from.position()] = toBorders[to.position()] = ++number;
    m_fromPlaces = placeHashes(m_from, fromBorders);
    m_toPlaces = placeHashes(m_to, toBorders);
    const NodesByPlace before = freeNodesByPlace(m_from, m_fromPlaces);
    const NodesByPlace after = freeNodesByPlace(m_to, m_toPlaces);
    for (const bool areTwins : {false, true}) {
        for (const NodeId node : m_from.graph.topologicalOrder()) {
            const auto alike = before.constFind(m_fromPlaces[node.position()]);
            const auto places = after.constFind(m_fromPlaces[node.position()]);
            if (m_from.isFree(node) && places != after.constEnd() && alike->size() == places->size()
                && (places->size() > 1) == areTwins)
                pairWithFirstFitting(node, *places);
        }
    }
}

void StageMatcher::pairWithFirstFitting(NodeId node, const std::vector<NodeId>& places)
{
    int tries = 0;
    for (const NodeId place : places) {
        if (!m_to.isFree(place))
            continue;
        if (isSamePlace(node, place)) {
            pairSamePlaces(node, place, places.size() > 1);
            return;
        }
        if (++tries == mostTries)
            return;
    }
}

/// Two free nodes with all that stands around them alike, and with neighbours that are matched to each other where they
/// are matched at all.
bool StageMatcher::isSamePlace(NodeId from, NodeId to) const
{
    if (!m_from.isFree(from) || !m_to.isFree(to) || m_fromPlaces[from.position()] != m_toPlaces[to.position()])
        return false;
    const std::span<const ValueId> before = m_from.graph.node(from).inputs;
    const std::span<const ValueId> after = m_to.graph.node(to).inputs;
    for (std::size_t k = 0; k < std::min(before.size(), after.size()); ++k) {
        const NodeId a = m_from.producer(before[k]);
        const NodeId b = m_to.producer(after[k]);
        if (a.isValid() && b.isValid() && m_from.matchOf[a.position()] != m_to.matchOf[b.position()])
            return false;
    }
    return before.size() == after.size() && areReadersConsistent(from, to);
}

/// What reads their first outputs is matched in pairs, or is free.
bool StageMatcher::areReadersConsistent(NodeId from, NodeId to) const
{
    const ValueId before = m_from.firstOutput(from);
    const ValueId after = m_to.firstOutput(to);
    if (!before.isValid() || !after.isValid())
        return true;
    const auto matchesOf = [](const MatchSide& side, ValueId value) {
        std::vector<int> matches;
        const std::span<const NodeId> readers = side.graph.consumers(value);
        if (readers.size() <= mostTries) {
            for (const NodeId reader : readers)
                matches.push_back(side.matchOf[reader.position()]);
        }
        std::ranges::sort(matches);
        return matches;
    };
    return matchesOf(m_from, before) == matchesOf(m_to, after);
}

/// And from there on, what makes their inputs and what reads their outputs.
void StageMatcher::pairSamePlaces(NodeId from, NodeId to, bool areTwins)
{
    std::vector<NodePair> found{{from, to}};
    const auto add = [&](NodeId before, NodeId after) {
        pair(before, after,
             areTwins ? tr("One of several nodes that cannot be told apart by what stands around them.")
                      : tr("All that stands before and behind it is the same."),
             areTwins ? 0.8 : 0.95);
    };
    add(from, to);
    while (!found.empty()) {
        const auto [before, after] = found.back();
        found.pop_back();
        for (const NodePair& next : samePlacesAround(before, after)) {
            if (!isSamePlace(next.first, next.second))
                continue;
            add(next.first, next.second);
            found.push_back(next);
        }
    }
}

/// Producers by slot, then consumers: for each the first that fits.
std::vector<StageMatcher::NodePair> StageMatcher::samePlacesAround(NodeId from, NodeId to) const
{
    std::vector<NodePair> pairs;
    const Node& before = m_from.graph.node(from);
    const Node& after = m_to.graph.node(to);
    for (std::size_t k = 0; k < std::min(before.inputs.size(), after.inputs.size()); ++k) {
        const NodeId a = m_from.producer(before.inputs[k]);
        const NodeId b = m_to.producer(after.inputs[k]);
        if (a.isValid() && b.isValid())
            pairs.emplace_back(a, b);
    }
    for (std::size_t k = 0; k < std::min(before.outputs.size(), after.outputs.size()); ++k) {
        if (!before.outputs[k].isValid() || !after.outputs[k].isValid())
            continue;
        const std::span<const NodeId> readers = m_to.graph.consumers(after.outputs[k]);
        std::vector<bool> isTaken(readers.size());
        for (const NodeId reader : m_from.graph.consumers(before.outputs[k])) {
            int tries = 0;
            for (std::size_t i = 0; i < readers.size() && tries < mostTries; ++i) {
                if (isTaken[i] || !m_to.isFree(readers[i]))
                    continue;
                ++tries;
                if (isSamePlace(reader, readers[i])) {
                    pairs.emplace_back(reader, readers[i]);
                    isTaken[i] = true;
                    break;
                }
            }
        }
    }
    return pairs;
}

} // namespace driftscope
