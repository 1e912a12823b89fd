// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/GroupLinks.h"

#include "core/layout/Counterparts.h"

#include <QHash>

namespace driftscope {

namespace {

void linkNodes(const std::vector<RowLink>& links, const LinkedGraph& left, const LinkedGraph& right,
               std::vector<RowPair>& result)
{
    const auto boxOf = [](const DrawnGraph& drawn, NodeId node) {
        return node.isValid() && node.position() < drawn.boxOfNode.size() ? drawn.boxOfNode[node.position()] : -1;
    };
    const auto isGroup = [](const DrawnGraph& drawn, int box) {
        return drawn.boxes[static_cast<std::size_t>(box)].kind == LayoutBox::Kind::Group;
    };
    PairWeights shared;
    for (const RowLink& link : links) {
        const RowPair boxLink{boxOf(left.drawn, link.left), boxOf(right.drawn, link.right)};
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
void linkEnds(const LinkedGraph& left, const LinkedGraph& right, std::vector<RowPair>& result)
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
                std::vector<RowPair>& result)
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

std::vector<RowPair> boxLinks(const std::vector<RowLink>& links, const LinkedGraph& left, const LinkedGraph& right)
{
    std::vector<RowPair> result;
    linkNodes(links, left, right, result);
    linkEnds(left, right, result);
    linkFrames(links, left, right, result);
    return result;
}

} // namespace driftscope
