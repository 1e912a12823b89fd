// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is still free between two matched places is aligned as a sequence: the longest common subsequence in execution
// order.
#include "core/stages/StageMatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Positions of the longest run of ascending `values`, by patience sorting.
std::vector<std::size_t> longestAscending(const std::vector<int>& values)
{
    std::vector<std::size_t> tails;
    std::vector<std::size_t> before(values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t k) { return values[k]; });
        if (at != tails.begin())
            before[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<std::size_t> run;
    for (std::size_t i = tails.empty() ? values.size() : tails.back(); i < values.size(); i = before[i])
        run.push_back(i);
    std::ranges::reverse(run);
    return run;
}

/// Pairs of positions of a longest common subsequence under `equal`. Costs a.size() * b.size().
std::vector<std::pair<std::size_t, std::size_t>> commonSubsequence(std::size_t m, std::size_t n, auto equal)
{
    std::vector<quint16> length((m + 1) * (n + 1), 0);
    const auto at = [&](std::size_t i, std::size_t k) -> quint16& { return length[i * (n + 1) + k]; };
    for (std::size_t i = m; i-- > 0;) {
        for (std::size_t k = n; k-- > 0;)
            at(i, k) = equal(i, k) ? static_cast<quint16>(at(i + 1, k + 1) + 1) : std::max(at(i + 1, k), at(i, k + 1));
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, k = 0; i < m && k < n;) {
        if (equal(i, k) && at(i, k) == at(i + 1, k + 1) + 1)
            pairs.emplace_back(i++, k++);
        else if (at(i + 1, k) >= at(i, k + 1))
            ++i;
        else
            ++k;
    }
    return pairs;
}

/// An order of execution that does not depend on how the file was sorted: by the longest way from the inputs, then by
/// the surroundings.
std::vector<int> canonicalPlaces(const MatchSide& side, const std::vector<quint64>& hashes)
{
    const auto count = static_cast<std::size_t>(side.graph.nodeCount());
    std::vector<int> level(count, 0);
    for (const NodeId node : side.graph.topologicalOrder()) {
        for (const ValueId input : side.dataInputs(node)) {
            if (const NodeId producer = side.firmProducer(input); producer.isValid() && producer != node)
                level[node.position()] = std::max(level[node.position()], level[producer.position()] + 1);
        }
    }
    std::vector<int> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = static_cast<int>(i);
    std::ranges::sort(order, {}, [&](int i) {
        const auto k = static_cast<std::size_t>(i);
        return std::tuple(level[k], hashes[k], side.place[k]);
    });
    std::vector<int> places(count);
    for (std::size_t i = 0; i < count; ++i)
        places[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    return places;
}

std::vector<NodeId> inOrder(std::vector<NodeId> nodes, const std::vector<int>& places)
{
    std::ranges::sort(nodes, {}, [&](NodeId node) { return places[node.position()]; });
    return nodes;
}

std::vector<NodeId> freeFirmNodes(const MatchSide& side, const std::vector<int>& places)
{
    std::vector<NodeId> nodes;
    for (qsizetype i = 0; i < side.graph.nodeCount(); ++i) {
        if (side.isFirm(NodeId(i)) && side.isFree(NodeId(i)))
            nodes.emplace_back(i);
    }
    return inOrder(std::move(nodes), places);
}

/// Cuts a sorted list of nodes at the places of the anchors: one part more than there are anchors.
std::vector<std::vector<NodeId>> cut(const std::vector<NodeId>& nodes, const std::vector<int>& places,
                                     const std::vector<int>& anchors)
{
    std::vector<std::vector<NodeId>> parts(anchors.size() + 1);
    std::size_t part = 0;
    for (const NodeId node : nodes) {
        while (part < anchors.size() && anchors[part] < places[node.position()])
            ++part;
        parts[part].push_back(node);
    }
    return parts;
}

} // namespace

void StageMatcher::alignBetweenAnchors(Likeness likeness)
{
    if (!anyFirmFree())
        return;
    std::vector<int> fromPlaces = m_from.place;
    std::vector<int> toPlaces = m_to.place;
    std::vector<NodePair> anchors;
    for (const NodeMatch& match : std::as_const(m_matches)) {
        if (m_from.isFirm(match.from.front()) && m_to.isFirm(match.to.front()))
            anchors.emplace_back(match.from.front(), match.to.front());
    }
    const auto steady = [&] {
        std::ranges::sort(anchors, {}, [&](const NodePair& each) { return fromPlaces[each.first.position()]; });
        std::vector<int> places;
        for (const NodePair& anchor : anchors)
            places.push_back(toPlaces[anchor.second.position()]);
        return longestAscending(places);
    };
    std::vector<std::size_t> run = steady();
    if (run.size() * 10 < anchors.size() * 9) {
        fromPlaces = canonicalPlaces(m_from, m_fromHashes.back());
        toPlaces = canonicalPlaces(m_to, m_toHashes.back());
        run = steady();
    }
    std::vector<int> cutsBefore;
    std::vector<int> cutsAfter;
    for (const std::size_t i : run) {
        cutsBefore.push_back(fromPlaces[anchors[i].first.position()]);
        cutsAfter.push_back(toPlaces[anchors[i].second.position()]);
    }
    const auto before = cut(freeFirmNodes(m_from, fromPlaces), fromPlaces, cutsBefore);
    const auto after = cut(freeFirmNodes(m_to, toPlaces), toPlaces, cutsAfter);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!before[i].empty() && !after[i].empty())
            alignSegment(before[i], after[i], likeness);
    }
}

void StageMatcher::alignSegment(const std::vector<NodeId>& before, const std::vector<NodeId>& after, Likeness likeness)
{
    constexpr std::size_t mostCells = 1 << 20;
    constexpr std::size_t longest = 1 << 15;
    const auto alike = [&](std::size_t i, std::size_t k) {
        return m_from.label(before[i], likeness) == m_to.label(after[k], likeness);
    };
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && alike(head, head))
        ++head;
    std::size_t tail = 0;
    while (head + tail < before.size() && head + tail < after.size()
           && alike(before.size() - 1 - tail, after.size() - 1 - tail))
        ++tail;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < head; ++i)
        pairs.emplace_back(i, i);
    for (std::size_t i = tail; i > 0; --i)
        pairs.emplace_back(before.size() - i, after.size() - i);
    const std::size_t m = before.size() - head - tail;
    const std::size_t n = after.size() - head - tail;
    // Where too much is unknown only what both ends agree on is taken: a guess over thousands of nodes would be one.
    if (m * n <= mostCells && std::min(m, n) < longest) {
        for (const auto& [i, k] :
             commonSubsequence(m, n, [&](std::size_t i, std::size_t k) { return alike(head + i, head + k); }))
            pairs.emplace_back(head + i, head + k);
    }
    std::ranges::sort(pairs);
    for (const auto& [i, k] : pairs) {
        if (!m_from.isFree(before[i]) || !m_to.isFree(after[k]))
            continue;
        const auto [votesFor, votesAgainst] = neighbourVotes(before[i], after[k]);
        if (votesAgainst <= votesFor)
            pair(before[i], after[k], tr("The same operators stand in the same order between nodes that are matched."),
                 votesFor > 0 ? 0.75 : 0.6);
    }
}

} // namespace driftscope
