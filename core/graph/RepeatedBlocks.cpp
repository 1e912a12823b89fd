// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/RepeatedBlocks.h"

#include <QHash>

#include <array>

namespace driftscope {

namespace {

/// Where a piece of a sequence repeats what stood `period` items before.
struct Repeat
{
    int period = 0;
    int length = 0; ///< of the repeating piece, without the first block
};

class RunFinder
{
public:
    RunFinder(std::span<const quint64> items, std::span<const int> cutCost, const RepetitionRules& rules)
        : m_items(items)
        , m_cutCost(cutCost)
        , m_rules(rules)
        , m_budget(qint64{64} * static_cast<qint64>(items.size()))
    { }

    std::vector<RepeatedRun> find()
    {
        const int count = static_cast<int>(m_items.size());
        int from = 0; // before it, everything belongs to runs
        for (int i = 0; i + m_rules.seed <= count;) {
            const Repeat best = bestRepeat(i, from);
            if (best.length < best.period || best.period == 0) {
                note(i++);
                continue;
            }
            if (best.period >= m_rules.shortestPeriod)
                addRun(i - best.period, best);
            from = i + best.length;
            i = from;
        }
        return std::move(m_runs);
    }

private:
    static constexpr std::size_t remembered = 4;
    using Places = std::array<int, remembered>; ///< newest first, -1 for none

    [[nodiscard]] quint64 seedAt(int i) const
    {
        quint64 hash = 0;
        for (int k = 0; k < m_rules.seed; ++k)
            hash = hash * 0x9E3779B97F4A7C15U + m_items[static_cast<std::size_t>(i + k)];
        return hash;
    }

    void note(int i)
    {
        auto found = m_places.find(seedAt(i));
        if (found == m_places.end())
            found = m_places.insert(seedAt(i), {-1, -1, -1, -1});
        std::move_backward(found->begin(), found->end() - 1, found->end());
        found->front() = i;
    }

    /// The repetition that covers most; of several the one with the shortest period.
    Repeat bestRepeat(int i, int from)
    {
        Repeat best;
        const auto found = m_places.constFind(seedAt(i));
        for (std::size_t k = 0; found != m_places.cend() && k < remembered; ++k) {
            const int before = found->at(k);
            if (before < from || m_budget <= 0)
                break;
            const int period = i - before;
            int length = 0;
            while (i + length < static_cast<int>(m_items.size())
                   && m_items[static_cast<std::size_t>(i + length)]
                       == m_items[static_cast<std::size_t>(before + length)])
                ++length;
            m_budget -= length + 1;
            if (length >= period && length + period > best.length + best.period)
                best = {period, length};
        }
        return best;
    }

    void addRun(int begin, const Repeat& repeat)
    {
        const int length = repeat.period + repeat.length;
        int best = 0;
        for (int offset = 1; offset < repeat.period && length - offset >= 2 * repeat.period; ++offset) {
            // The second border stands for all of them: the first may have to do with what stands before.
            const auto cut = static_cast<std::size_t>(begin + repeat.period);
            if (m_cutCost[cut + static_cast<std::size_t>(offset)] < m_cutCost[cut + static_cast<std::size_t>(best)])
                best = offset;
        }
        m_runs.push_back({begin + best, repeat.period, (length - best) / repeat.period});
    }

    std::span<const quint64> m_items;
    std::span<const int> m_cutCost;
    RepetitionRules m_rules;
    qint64 m_budget = 0;
    QHash<quint64, Places> m_places;
    std::vector<RepeatedRun> m_runs;
};

} // namespace

std::vector<RepeatedRun> repeatedRuns(std::span<const quint64> items, std::span<const int> cutCost,
                                      const RepetitionRules& rules)
{
    Q_ASSERT(cutCost.size() == items.size());
    return RunFinder(items, cutCost, rules).find();
}

} // namespace driftscope
