// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/GroupLinks.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace driftscope {

namespace {

using Pair = std::pair<int, int>;

/// Each thing of either side once: the pairs that count most first.
std::vector<Pair> bestPairs(const std::map<Pair, double>& weights)
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

void linkNodes(const std::vector<RowLink>& links, const LinkedGraph& left, const LinkedGraph& right,
               std::vector<BoxLink>& result)
{
    const auto boxOf = [](const DrawnGraph& drawn, NodeId node) {
        return node.isValid() && node.position() < drawn.boxOfNode.size() ? drawn.boxOfNode[node.position()] : -1;
    };
    const auto isGroup = [](const DrawnGraph& drawn, int box) {
        return drawn.boxes[static_cast<std::size_t>(box)].kind == LayoutBox::Kind::Group;
    };
    std::map<Pair, double> shared;
    for (const RowLink& link : links) {
        const BoxLink boxLink{boxOf(left.drawn, link.left), boxOf(right.drawn, link.right)};
        if (boxLink.left < 0 || boxLink.right < 0)
            continue;
        if (isGroup(left.drawn, boxLink.left) || isGroup(right.drawn, boxLink.right))
            ++shared[{boxLink.left, boxLink.right}];
        else
            result.push_back(boxLink);
    }
    for (const auto& [leftBox, rightBox] : bestPairs(shared))
        result.push_back({leftBox, rightBox});
}

/// Graph inputs and outputs of the same name belong on one row without anybody saying so.
void linkEnds(const LinkedGraph& left, const LinkedGraph& right, std::vector<BoxLink>& result)
{
    const auto keyOf = [](const LinkedGraph& side, std::size_t box) {
        const LayoutBox& end = side.drawn.boxes[box];
        const bool isEnd = (end.kind == LayoutBox::Kind::Input || end.kind == LayoutBox::Kind::Output)
            && end.value.index() < side.graph.valueCount();
        return std::pair(isEnd ? static_cast<int>(end.kind) : -1, isEnd ? side.graph.value(end.value).name : QString());
    };
    QHash<std::pair<int, QString>, int> boxes;
    for (std::size_t i = 0; i < left.drawn.boxes.size(); ++i) {
        if (const auto key = keyOf(left, i); key.first >= 0)
            boxes.insert(key, static_cast<int>(i));
    }
    for (std::size_t i = 0; i < right.drawn.boxes.size(); ++i) {
        const auto key = keyOf(right, i);
        if (const auto found = boxes.constFind(key); key.first >= 0 && found != boxes.constEnd())
            result.push_back({*found, static_cast<int>(i)});
    }
}

void linkFrames(const std::vector<RowLink>& links, const LinkedGraph& left, const LinkedGraph& right,
                std::vector<BoxLink>& result)
{
    if (left.drawn.frames.empty() || right.drawn.frames.empty())
        return;
    const std::vector<ScopeId> counterparts = counterpartScopes(*left.groups.scopes, *right.groups.scopes, links);
    QHash<ScopeId, int> headers;
    for (const DrawnFrame& frame : right.drawn.frames)
        headers.insert(frame.scope, frame.header);
    for (const DrawnFrame& frame : left.drawn.frames) {
        const auto found = headers.constFind(counterparts[frame.scope.position()]);
        if (found != headers.constEnd())
            result.push_back({frame.header, *found});
    }
}

} // namespace

std::vector<ScopeId> counterpartScopes(const ScopeTree& left, const ScopeTree& right, const std::vector<RowLink>& links)
{
    QHash<Pair, int> shared;
    for (const RowLink& link : links) {
        for (ScopeId a = left.scopeOf(link.left); a.isValid(); a = left.scope(a).parent) {
            for (ScopeId b = right.scopeOf(link.right); b.isValid(); b = right.scope(b).parent)
                ++shared[{a.index(), b.index()}];
        }
    }
    std::map<Pair, double> overlap;
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

std::vector<BoxLink> boxLinks(const std::vector<RowLink>& links, const LinkedGraph& left, const LinkedGraph& right)
{
    std::vector<BoxLink> result;
    linkNodes(links, left, right, result);
    linkEnds(left, right, result);
    linkFrames(links, left, right, result);
    return result;
}

} // namespace driftscope
