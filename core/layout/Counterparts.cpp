// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Counterparts.h"

#include <QHash>

#include <algorithm>

namespace driftscope {

using Pair = std::pair<int, int>;

std::vector<Pair> bestPairs(const PairWeights& weights)
{
    std::vector<std::pair<double, Pair>> sorted;
    for (const auto& [pair, weight] : weights)
        sorted.emplace_back(-weight, pair);
    std::ranges::sort(sorted);
    QHash<int, int> ofLeft;
    QHash<int, int> ofRight;
    std::vector<Pair> best;
    for (const auto& [weight, pair] : sorted) {
        if (ofLeft.contains(pair.first) || ofRight.contains(pair.second))
            continue;
        ofLeft.insert(pair.first, pair.second);
        ofRight.insert(pair.second, pair.first);
        best.push_back(pair);
    }
    return best;
}

std::vector<ScopeId> counterpartScopes(const ScopeTree& left, const ScopeTree& right, const std::vector<RowLink>& links)
{
    QHash<Pair, int> shared;
    for (const RowLink& link : links) {
        for (ScopeId a = left.scopeOf(link.left); a.isValid(); a = left.scope(a).parent) {
            for (ScopeId b = right.scopeOf(link.right); b.isValid(); b = right.scope(b).parent)
                ++shared[{a.index(), b.index()}];
        }
    }
    PairWeights overlap;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        const auto& [a, b] = it.key();
        const double all = left.scope(ScopeId(a)).nodeCount + right.scope(ScopeId(b)).nodeCount;
        if (const double share = it.value() / std::max(1.0, all - it.value()); share >= 0.5)
            overlap[it.key()] = share;
    }
    for (int i = 0; i < left.count(); ++i) {
        const Scope& scope = left.scope(ScopeId(i));
        const ScopeId same = right.find(scope.path);
        if (same.isValid() && scope.kind != Scope::Kind::Repeated && right.scope(same).kind == scope.kind)
            overlap[{i, same.index()}] = 2.0;
    }
    std::vector<ScopeId> result(static_cast<std::size_t>(left.count()));
    for (const auto& [a, b] : bestPairs(overlap))
        result[static_cast<std::size_t>(a)] = ScopeId(b);
    return result;
}

} // namespace driftscope
