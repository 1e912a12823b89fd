// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphScene.h"

namespace driftscope {

namespace {

void setFacts(QueryFacts& facts, const QString& family, const NodeDecoration* decoration)
{
    facts.family = family;
    if (decoration == nullptr) {
        return;
    }
    facts.isInserted = decoration->change == NodeChange::Inserted;
    facts.isRemoved = decoration->change == NodeChange::Removed;
    facts.isChanged = decoration->change == NodeChange::Changed;
    facts.isFused = decoration->change == NodeChange::Fused;
    facts.cosine = decoration->cosine;
    facts.threshold = decoration->threshold;
    if (decoration->latencyUs) {
        facts.latency = *decoration->latencyUs / 1000;
    }
    facts.device = decoration->device;
    facts.layout = decoration->layout;
}

} // namespace

GraphScene::GraphScene(std::shared_ptr<const Graph> graph, GraphLayout layout,
                       const std::vector<NodeDecoration>& decorations, std::shared_ptr<const ScopeTree> scopes)
    : m_graph(std::move(graph))
    , m_scopes(std::move(scopes))
    , m_layout(std::move(layout))
    , m_index(m_layout)
    , m_decorations(decorations)
    , m_decorationOf(m_layout.boxes.size(), -1)
{
    if (!m_scopes && !m_graph->bodies().empty()) {
        m_scopes = ScopeTree::of(*m_graph); // as the layout does that was given none
    }
    if (m_scopes) {
        m_groups = groupSummaries(*m_graph, m_layout, *m_scopes, m_decorations);
    }
    m_families.reserve(m_layout.boxes.size());
    for (int i = 0; i < boxCount(); ++i) {
        const LayoutBox& each = box(i);
        const bool isNode = isOperator(i);
        m_families.push_back(isNode ? opFamily(m_graph->node(each.node).opType) : OpFamily::Other);
        if (isGroup(i) && !groupOwner(i).isValid()) {
            m_families.back() = group(i).family;
        }
        if (!isNode) {
            m_boxOfValue.insert(each.value, i);
        }
    }
    for (std::size_t i = 0; i < m_decorations.size(); ++i) {
        m_decorationOfNode.insert(m_decorations[i].node, static_cast<int>(i));
        if (const int decorated = boxOfNode(m_decorations[i].node); decorated >= 0 && !isGroup(decorated)) {
            m_decorationOf[static_cast<std::size_t>(decorated)] = static_cast<int>(i);
        }
    }
    linkEdges();
}

void GraphScene::linkEdges()
{
    const auto collect = [this](std::vector<int>& start, std::vector<int>& list, int LayoutEdge::*end) {
        start.assign(m_layout.boxes.size() + 1, 0);
        list.assign(m_layout.edges.size(), -1);
        for (const LayoutEdge& each : m_layout.edges) {
            if (each.*end >= 0) {
                ++start[static_cast<std::size_t>(each.*end) + 1];
            }
        }
        for (std::size_t i = 1; i < start.size(); ++i) {
            start[i] += start[i - 1];
        }
        std::vector<int> next = start;
        for (std::size_t i = 0; i < m_layout.edges.size(); ++i) {
            if (const int at = m_layout.edges[i].*end; at >= 0) {
                list[static_cast<std::size_t>(next[static_cast<std::size_t>(at)]++)] = static_cast<int>(i);
            }
        }
    };
    collect(m_outStart, m_out, &LayoutEdge::fromBox);
    collect(m_inStart, m_in, &LayoutEdge::toBox);
}

int GraphScene::boxOfNode(NodeId node) const
{
    return node.isValid() && node.position() < m_layout.boxOfNode.size() ? m_layout.boxOfNode[node.position()] : -1;
}

int GraphScene::boxOfValue(ValueId value) const
{
    if (!value.isValid()) {
        return -1;
    }
    const auto found = m_boxOfValue.constFind(value);
    return found != m_boxOfValue.cend() ? *found : boxOfNode(m_graph->value(value).producer);
}

NodeId GraphScene::groupOwner(int box) const
{
    const LayoutBox& each = this->box(box);
    const bool isOwned
        = isGroup(box) && each.node.isValid() && m_scopes && m_scopes->ownedScope(each.node) == each.scope;
    return isOwned ? each.node : NodeId();
}

const GroupSummary& GraphScene::group(int box) const
{
    static const GroupSummary none;
    const auto found = m_groups.constFind(box);
    return found != m_groups.cend() ? *found : none;
}

const NodeDecoration* GraphScene::decoration(int box) const
{
    if (isGroup(box)) {
        const GroupSummary& summary = group(box);
        return summary.hasData ? &summary.worst : nullptr;
    }
    const int index = m_decorationOf[static_cast<std::size_t>(box)];
    return index < 0 ? nullptr : &m_decorations[static_cast<std::size_t>(index)];
}

NodeChange GraphScene::change(int box) const
{
    const NodeDecoration* found = decoration(box);
    return found != nullptr ? found->change : NodeChange::None;
}

bool GraphScene::isOperator(int box) const
{
    const LayoutBox::Kind kind = this->box(box).kind;
    return kind == LayoutBox::Kind::Operator || kind == LayoutBox::Kind::Group;
}

bool GraphScene::isBridge(int edge) const
{
    const LayoutEdge& each = this->edge(edge);
    const NodeId producer = each.value.isValid() ? m_graph->value(each.value).producer : NodeId();
    return producer.isValid() && boxOfNode(producer) < 0;
}

Device GraphScene::device(int box) const
{
    const NodeDecoration* found = decoration(box);
    if (found != nullptr && found->device != Device::Unknown) {
        return found->device;
    }
    if (isGroup(box)) {
        return group(box).device;
    }
    return isOperator(box) ? m_graph->node(this->box(box).node).device : Device::Unknown;
}

DataType GraphScene::dataType(int box) const
{
    const LayoutBox& each = this->box(box);
    if (!isOperator(box)) {
        return m_graph->value(each.value).type;
    }
    if (isGroup(box) && !groupOwner(box).isValid()) {
        return group(box).type;
    }
    const auto outputs = m_graph->node(each.node).outputs;
    return outputs.empty() || !outputs.front().isValid() ? DataType::Undefined : m_graph->value(outputs.front()).type;
}

TensorLayout GraphScene::tensorLayout(int box) const
{
    const NodeDecoration* found = decoration(box);
    if (found != nullptr && found->layout != TensorLayout::Unknown) {
        return found->layout;
    }
    const LayoutBox& each = this->box(box);
    if (!isOperator(box)) {
        return m_graph->value(each.value).layout;
    }
    if (isGroup(box) && !groupOwner(box).isValid()) {
        return TensorLayout::Unknown;
    }
    const auto outputs = m_graph->node(each.node).outputs;
    return outputs.empty() || !outputs.front().isValid() ? TensorLayout::Unknown
                                                         : m_graph->value(outputs.front()).layout;
}

QuerySubject GraphScene::querySubject(int box) const
{
    const LayoutBox& each = this->box(box);
    QuerySubject subject{m_graph.get(), each.node, each.value, {}};
    if (!isOperator(box)) {
        return subject;
    }
    setFacts(subject.facts, opFamilyKey(family(box)), decoration(box));
    return subject;
}

QuerySubject GraphScene::memberSubject(NodeId member) const
{
    QuerySubject subject{m_graph.get(), member, {}, {}};
    const auto found = m_decorationOfNode.constFind(member);
    setFacts(subject.facts, opFamilyKey(opFamily(m_graph->node(member).opType)),
             found == m_decorationOfNode.cend() ? nullptr : &m_decorations[static_cast<std::size_t>(*found)]);
    return subject;
}

std::span<const int> GraphScene::edgesOut(int box) const
{
    const auto position = static_cast<std::size_t>(box);
    return std::span(m_out).subspan(static_cast<std::size_t>(m_outStart[position]),
                                    static_cast<std::size_t>(m_outStart[position + 1] - m_outStart[position]));
}

std::span<const int> GraphScene::edgesIn(int box) const
{
    const auto position = static_cast<std::size_t>(box);
    return std::span(m_in).subspan(static_cast<std::size_t>(m_inStart[position]),
                                   static_cast<std::size_t>(m_inStart[position + 1] - m_inStart[position]));
}

QPointF startOf(const GraphScene& scene, QSizeF view, double top)
{
    constexpr double margin = 16;
    const QRectF bounds = scene.layout().bounds;
    if (scene.layout().isSideways) {
        return {bounds.left() - margin, scene.box(0).rect.center().y() - view.height() / 2};
    }
    const QRectF rows(bounds.left(), top, bounds.width(), view.height() - 2 * margin);
    QRectF boxes;
    for (const int box : scene.index().boxesIn(rows)) {
        boxes = boxes.united(scene.box(box).rect);
    }
    const bool hasRoom = !boxes.isEmpty() && boxes.width() + 2 * margin <= view.width();
    const double middle = hasRoom ? boxes.center().x() : scene.box(0).rect.center().x();
    return {middle - view.width() / 2, top - margin};
}

} // namespace driftscope
