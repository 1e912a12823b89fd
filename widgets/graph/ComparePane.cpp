// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ComparePane.h"

namespace driftscope {

PaneLinks::PaneLinks(const GraphScene& left, const GraphScene& right, const StageMatch& match)
{
    for (const NodeMatch& each : match.matches) {
        for (const NodeId from : each.from) {
            for (const NodeId to : each.to) {
                add(left.boxOfNode(from), right.boxOfNode(to), each.kind);
            }
        }
    }
    linkValues(left, right, LayoutBox::Kind::Input);
    linkValues(left, right, LayoutBox::Kind::Output);
}

const QList<int>& PaneLinks::ofLeft(int box) const
{
    static const QList<int> none;
    const auto found = m_ofLeft.constFind(box);
    return found != m_ofLeft.cend() ? *found : none;
}

const QList<int>& PaneLinks::ofRight(int box) const
{
    static const QList<int> none;
    const auto found = m_ofRight.constFind(box);
    return found != m_ofRight.cend() ? *found : none;
}

void PaneLinks::add(int from, int to, MatchKind kind)
{
    if (from < 0 || to < 0) {
        return; // one of them is folded into its neighbour and not drawn
    }
    if (m_linked.contains({from, to})) {
        return;
    }
    m_linked.insert({from, to});
    const int index = static_cast<int>(m_links.size());
    m_links.push_back({from, to, kind});
    m_ofLeft[from].append(index);
    m_ofRight[to].append(index);
}

void PaneLinks::linkValues(const GraphScene& left, const GraphScene& right, LayoutBox::Kind kind)
{
    const auto boxesOf = [kind](const GraphScene& scene) {
        QHash<QString, int> boxes;
        for (int i = 0; i < scene.boxCount(); ++i) {
            if (scene.box(i).kind == kind && !scene.graph().bodyOf(scene.box(i).value).isValid()) {
                boxes.insert(scene.graph().value(scene.box(i).value).name, i);
            }
        }
        return boxes;
    };
    const QHash<QString, int> lefts = boxesOf(left);
    const QHash<QString, int> rights = boxesOf(right);
    if (lefts.size() == 1 && rights.size() == 1) {
        add(*lefts.cbegin(), *rights.cbegin(), MatchKind::Same);
        return;
    }
    for (auto it = lefts.cbegin(); it != lefts.cend(); ++it) {
        if (const auto found = rights.constFind(it.key()); found != rights.cend()) {
            add(it.value(), *found, MatchKind::Same);
        }
    }
}

namespace {

/// The decorations of one pane by node, so that each node has one.
class DecorationTable
{
public:
    explicit DecorationTable(std::vector<NodeDecoration>& decorations)
        : m_decorations(decorations)
    {
        for (std::size_t i = 0; i < m_decorations.size(); ++i) {
            m_indexOf.insert(m_decorations[i].node, i);
        }
    }

    void set(NodeId node, NodeChange change, const QString& reason)
    {
        if (!m_indexOf.contains(node)) {
            m_indexOf.insert(node, m_decorations.size());
            m_decorations.emplace_back().node = node;
        }
        NodeDecoration& decoration = m_decorations[m_indexOf.value(node)];
        // A node may be told about twice, by the stage before and the stage after: what is new here counts more.
        if (decoration.change == NodeChange::None) {
            decoration.change = change;
        }
        if (decoration.note.isEmpty()) {
            decoration.note = reason;
        }
    }

private:
    std::vector<NodeDecoration>& m_decorations;
    QHash<NodeId, std::size_t> m_indexOf;
};

NodeChange changeOf(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Changed:
        return NodeChange::Changed;
    case MatchKind::Fused:
    case MatchKind::Decomposed:
        return NodeChange::Fused;
    case MatchKind::Same:
        break;
    }
    return NodeChange::None;
}

MatchKind reversed(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Fused:
        return MatchKind::Decomposed;
    case MatchKind::Decomposed:
        return MatchKind::Fused;
    case MatchKind::Same:
    case MatchKind::Changed:
        break;
    }
    return kind;
}

} // namespace

void measureOverlays(const std::vector<ComparePane>& panes, GraphAppearance& appearance)
{
    appearance.thresholds = {};
    appearance.latencies = {};
    for (const ComparePane& pane : panes) {
        for (const NodeDecoration& decoration : pane.decorations) {
            if (decoration.threshold) {
                appearance.thresholds.include(*decoration.threshold);
            }
            if (decoration.latencyUs) {
                appearance.latencies.include(*decoration.latencyUs);
            }
        }
    }
}

StageMatch reversed(const StageMatch& match)
{
    StageMatch result = match;
    std::swap(result.fromStage, result.toStage);
    std::swap(result.added, result.removed);
    for (NodeMatch& each : result.matches) {
        std::swap(each.from, each.to);
        each.kind = reversed(each.kind);
    }
    result.buildIndex();
    return result;
}

void decorateWithMatches(std::vector<ComparePane>& panes, const QList<StageMatch>& matches)
{
    for (std::size_t i = 0; i + 1 < panes.size() && i < static_cast<std::size_t>(matches.size()); ++i) {
        const StageMatch& given = matches[static_cast<qsizetype>(i)];
        const bool isBackwards = given.fromStage > given.toStage;
        const StageMatch match = isBackwards ? reversed(given) : given;
        DecorationTable left(panes[isBackwards ? i + 1 : i].decorations);
        DecorationTable right(panes[isBackwards ? i : i + 1].decorations);
        for (const NodeId node : match.added) {
            right.set(node, NodeChange::Inserted, {});
        }
        for (const NodeMatch& each : match.matches) {
            if (changeOf(each.kind) == NodeChange::None) {
                continue;
            }
            for (const NodeId node : each.to) {
                right.set(node, changeOf(each.kind), each.reason);
            }
            if (changeOf(each.kind) == NodeChange::Fused) {
                for (const NodeId node : each.from) {
                    left.set(node, NodeChange::Fused, each.reason);
                }
            }
        }
        for (const NodeId node : match.removed) {
            left.set(node, NodeChange::Removed, {});
        }
    }
}

} // namespace driftscope
