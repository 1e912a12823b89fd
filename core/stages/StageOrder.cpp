// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Matches must fit one order of execution: with matched nodes taken as one, the two graphs together have no cycle.
#include "core/stages/StageMatcher.h"

#include <algorithm>

namespace driftscope {

namespace {

/// The two graphs laid over each other: a node for each match and for each unmatched node.
class Overlay
{
public:
    Overlay(const MatchSide& from, const MatchSide& to, qsizetype matches)
        : m_next(static_cast<std::size_t>(matches))
        , m_waiting(static_cast<std::size_t>(matches))
    {
        add(from);
        add(to);
    }

    /// Which matches are on a cycle, or between two.
    [[nodiscard]] std::vector<bool> tangled(qsizetype matches) const
    {
        const std::vector<bool> behind = unreached(m_next, m_waiting);
        std::vector<std::vector<int>> back(m_next.size());
        std::vector<int> waiting(m_next.size());
        for (std::size_t i = 0; i < m_next.size(); ++i) {
            for (const int next : m_next[i]) {
                back[static_cast<std::size_t>(next)].push_back(static_cast<int>(i));
                ++waiting[i];
            }
        }
        std::vector<bool> result = unreached(back, waiting);
        result.resize(static_cast<std::size_t>(matches));
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = result[i] && behind[i];
        return result;
    }

private:
    void add(const MatchSide& side)
    {
        std::vector<int> places(static_cast<std::size_t>(side.graph.nodeCount()));
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i] = side.matchOf[i];
            if (places[i] < 0) {
                places[i] = static_cast<int>(m_next.size());
                m_next.emplace_back();
                m_waiting.push_back(0);
            }
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (const ValueId input : side.graph.node(NodeId(static_cast<qsizetype>(i))).inputs) {
                const NodeId producer = side.producer(input);
                if (!producer.isValid() || places[producer.position()] == places[i])
                    continue;
                m_next[static_cast<std::size_t>(places[producer.position()])].push_back(places[i]);
                ++m_waiting[static_cast<std::size_t>(places[i])];
            }
        }
    }

    static std::vector<bool> unreached(const std::vector<std::vector<int>>& next, std::vector<int> waiting)
    {
        std::vector<bool> result(next.size(), true);
        std::vector<std::size_t> ready;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i] == 0)
                ready.push_back(i);
        }
        while (!ready.empty()) {
            const std::size_t node = ready.back();
            ready.pop_back();
            result[node] = false;
            for (const int each : next[node]) {
                if (--waiting[static_cast<std::size_t>(each)] == 0)
                    ready.push_back(static_cast<std::size_t>(each));
            }
        }
        return result;
    }

    std::vector<std::vector<int>> m_next;
    std::vector<int> m_waiting;
};

void renumber(MatchSide& side, const std::vector<int>& newIndex)
{
    for (int& match : side.matchOf) {
        if (match >= 0)
            match = newIndex[static_cast<std::size_t>(match)];
    }
}

} // namespace

void StageMatcher::dropContradictions()
{
    constexpr int mostRounds = 12;
    for (int round = 1; round <= mostRounds; ++round) {
        const std::vector<bool> tangled = Overlay(m_from, m_to, m_matches.size()).tangled(m_matches.size());
        double weakest = 2.0;
        for (qsizetype i = 0; i < m_matches.size(); ++i) {
            if (tangled[static_cast<std::size_t>(i)] && !m_matches[i].isCorrected)
                weakest = std::min(weakest, m_matches[i].confidence);
        }
        if (weakest > 1.0)
            return; // no cycle, or one that is in the files or was said by the person
        QList<NodeMatch> kept;
        std::vector<int> newIndex(static_cast<std::size_t>(m_matches.size()), MatchSide::unmatched);
        for (qsizetype i = 0; i < m_matches.size(); ++i) {
            const bool isOut = tangled[static_cast<std::size_t>(i)] && !m_matches[i].isCorrected
                && (round == mostRounds || m_matches[i].confidence <= weakest);
            if (isOut)
                continue;
            newIndex[static_cast<std::size_t>(i)] = static_cast<int>(kept.size());
            kept.append(m_matches[i]);
        }
        renumber(m_from, newIndex);
        renumber(m_to, newIndex);
        m_matches = std::move(kept);
    }
}

} // namespace driftscope
