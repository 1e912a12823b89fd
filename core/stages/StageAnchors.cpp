// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Anchors: firm nodes that are told by themselves, without looking at what is matched around them.
#include "core/stages/StageMatcher.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A node of one side under a key; invalid when several share the key.
struct Candidate
{
    NodeId node;
    int count = 0;

    void add(NodeId each)
    {
        node = each;
        ++count;
    }
};

using Candidates = QHash<quint64, std::pair<Candidate, Candidate>>;

quint64 mixed(quint64 value)
{
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    return value;
}

/// Hashes of every firm node's surroundings, one radius wider at a time. Sums do not depend on the order in which
/// neighbours stand.
class Neighbourhoods
{
public:
    Neighbourhoods(const MatchSide& side, Likeness likeness)
        : m_side(side)
    {
        std::vector<quint64>& first = m_hashes.emplace_back(static_cast<std::size_t>(side.graph.nodeCount()));
        for (std::size_t i = 0; i < first.size(); ++i)
            first[i] = mixed(side.label(NodeId(static_cast<qsizetype>(i)), likeness) + 1);
        for (const ValueId output : side.graph.outputs()) {
            if (const NodeId producer = side.firmProducer(output); producer.isValid())
                first[producer.position()] += 0x0717;
        }
    }

    void widen()
    {
        const std::vector<quint64> last = m_hashes.back();
        std::vector<quint64> next(last.size());
        for (std::size_t i = 0; i < last.size(); ++i)
            next[i] = mixed(last[i]);
        for (std::size_t i = 0; i < last.size(); ++i) {
            const NodeId node(static_cast<qsizetype>(i));
            if (!m_side.isFirm(node))
                continue;
            for (const ValueId input : m_side.dataInputs(node)) {
                const NodeId producer = m_side.firmProducer(input);
                next[i] += mixed(producer.isValid() ? last[producer.position()] ^ 0xf00d : 0x1234567);
                if (producer.isValid())
                    next[producer.position()] += mixed(last[i] ^ 0xc0ffee);
            }
        }
        m_hashes.push_back(std::move(next));
    }

    [[nodiscard]] std::vector<std::vector<quint64>> take() { return std::move(m_hashes); }

private:
    const MatchSide& m_side;
    std::vector<std::vector<quint64>> m_hashes;
};

std::vector<std::vector<quint64>> neighbourhoods(const MatchSide& side, Likeness likeness, int widest)
{
    Neighbourhoods result(side, likeness);
    for (int radius = 1; radius <= widest; ++radius)
        result.widen();
    return result.take();
}

template <typename Key> Candidates candidates(const MatchSide& from, const MatchSide& to, Key key)
{
    Candidates result;
    const auto collect = [&](const MatchSide& side, bool isFrom) {
        for (qsizetype i = 0; i < side.graph.nodeCount(); ++i) {
            const NodeId node(i);
            if (!side.isFirm(node) || !side.isFree(node))
                continue;
            if (const quint64 k = key(isFrom, node); k != 0)
                (isFrom ? result[k].first : result[k].second).add(node);
        }
    };
    collect(from, true);
    collect(to, false);
    return result;
}

/// Those that are the only ones of their key on both sides, in execution order.
std::vector<std::pair<NodeId, NodeId>> uniquePairs(const Candidates& found, const MatchSide& from)
{
    std::vector<std::pair<NodeId, NodeId>> pairs;
    for (const auto& [before, after] : found) {
        if (before.count == 1 && after.count == 1)
            pairs.emplace_back(before.node, after.node);
    }
    std::ranges::sort(pairs, {}, [&](const auto& each) { return from.place[each.first.position()]; });
    return pairs;
}

} // namespace

void StageMatcher::findNeighbourhoods(Likeness likeness)
{
    constexpr int widest = 6;
    m_fromHashes = neighbourhoods(m_from, likeness, widest);
    m_toHashes = neighbourhoods(m_to, likeness, widest);
}

void StageMatcher::matchNeighbourhoods(int widest, int narrowest)
{
    for (int radius = widest; radius >= narrowest; --radius) {
        const auto r = static_cast<std::size_t>(radius);
        const Candidates found = candidates(m_from, m_to, [&](bool isFrom, NodeId node) {
            return (isFrom ? m_fromHashes : m_toHashes)[r][node.position()];
        });
        for (const auto& [from, to] : uniquePairs(found, m_from)) {
            const auto [votesFor, votesAgainst] = neighbourVotes(from, to);
            if (votesAgainst > votesFor)
                continue;
            pair(from, to, tr("No other node of the two stages has the same surroundings."), radius > 1 ? 0.9 : 0.8);
        }
    }
}

void StageMatcher::matchEqualWeights()
{
    constexpr qint64 fewest = 8; // elements: smaller constants are equal by chance
    const Candidates found = candidates(m_from, m_to, [&](bool isFrom, NodeId node) -> quint64 {
        MatchSide& side = isFrom ? m_from : m_to;
        const Tensor* weight = side.weight(node);
        return weight == nullptr || weight->elementCount() < fewest
            ? 0
            : side.print(node).exact ^ side.label(node, Likeness::Loose);
    });
    for (const auto& [from, to] : uniquePairs(found, m_from))
        pair(from, to, tr("The same operator with equal weights."), 0.97);
}

void StageMatcher::matchAlikeWeights()
{
    constexpr qsizetype largestGroup = 64; // every weight of a group is compared with every other
    QHash<quint64, std::pair<QList<NodeId>, QList<NodeId>>> groups;
    const auto collect = [&](const MatchSide& side, bool isFrom) {
        for (const NodeId node : side.graph.topologicalOrder()) {
            if (!side.isFirm(node) || !side.isFree(node) || side.weight(node) == nullptr)
                continue;
            auto& group = groups[side.label(node, Likeness::Medium)];
            (isFrom ? group.first : group.second).append(node);
        }
    };
    collect(m_from, true);
    collect(m_to, false);
    for (const auto& [before, after] : std::as_const(groups)) {
        if (!before.isEmpty() && !after.isEmpty() && before.size() <= largestGroup && after.size() <= largestGroup)
            matchAlikeWeightsOf(before, after);
    }
}

void StageMatcher::matchAlikeWeightsOf(const QList<NodeId>& before, const QList<NodeId>& after)
{
    constexpr double alike = 0.8;
    constexpr double margin = 0.15;
    struct Best
    {
        qsizetype place = -1;
        double first = 0.0;
        double second = 0.0;

        void offer(qsizetype at, double value)
        {
            if (value > first) {
                second = std::exchange(first, value);
                place = at;
            } else {
                second = std::max(second, value);
            }
        }
    };
    std::vector<Best> ofBefore(static_cast<std::size_t>(before.size()));
    std::vector<Best> ofAfter(static_cast<std::size_t>(after.size()));
    for (qsizetype i = 0; i < before.size(); ++i) {
        for (qsizetype k = 0; k < after.size(); ++k) {
            const double value = similarity(m_from.print(before[i]), m_to.print(after[k]));
            ofBefore[static_cast<std::size_t>(i)].offer(k, value);
            ofAfter[static_cast<std::size_t>(k)].offer(i, value);
        }
    }
    for (qsizetype i = 0; i < before.size(); ++i) {
        const Best& best = ofBefore[static_cast<std::size_t>(i)];
        if (best.place < 0 || best.first < alike || best.first - best.second < margin)
            continue;
        const Best& back = ofAfter[static_cast<std::size_t>(best.place)];
        if (back.place == i && back.first - back.second >= margin)
            pair(before[i], after[best.place],
                 tr("Its weights are alike, up to a scale for each channel and rounding."), 0.95);
    }
}

} // namespace driftscope
