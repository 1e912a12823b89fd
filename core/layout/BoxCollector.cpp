// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/BoxCollector.h"

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

BoxCollector::BoxCollector(const Graph& graph, const GroupStates& groups)
    : m_graph(graph)
    , m_groups(groups)
    , m_source(at(graph.totalValueCount()), -1)
{
    const int scopes = groups.scopes ? groups.scopes->count() : 0;
    m_boxOfScope.assign(at(scopes), -1);
    m_frameOfScope.assign(at(scopes), -1);
    for (std::size_t i = 0; groups.scopes && i < graph.bodies().size(); ++i) {
        const NodeId owner = graph.bodies()[i].owner;
        if (!m_ownerIndex.contains(owner)) {
            m_ownerIndex.insert(owner, static_cast<int>(m_bodies.size()));
            m_bodies.emplace_back();
        }
        m_bodies[at(m_ownerIndex.value(owner))].emplace_back(static_cast<qsizetype>(i));
    }
}

CollectedBoxes BoxCollector::collect()
{
    m_collected.boxOfNode.assign(at(m_graph.totalNodeCount()), -1);
    for (const ValueId input : m_graph.inputs()) {
        if (m_source[input.position()] < 0)
            addSource(input, addBox({LayoutBox::Kind::Input, {}, input, {}, 0}, -1));
    }
    for (const NodeId node : m_graph.topologicalOrder())
        visit(node);
    std::vector<std::pair<ValueId, int>> outputs;
    std::vector<char> isListed(m_source.size(), 0); // a file may name an output twice
    for (const ValueId output : m_graph.outputs()) {
        if (std::exchange(isListed[output.position()], 1) == 0)
            outputs.emplace_back(output, addBox({LayoutBox::Kind::Output, {}, output, {}, 0}, -1));
    }
    // Edges after boxes: a file need not be sorted.
    for (int i = 0; i < m_graph.totalNodeCount(); ++i) {
        const NodeId node(i);
        const int box = m_collected.boxOfNode[at(i)];
        if (box < 0)
            continue;
        if (isFunctionOpen(node))
            continue; // its readers are inside
        for (const ValueId input : m_graph.node(node).inputs)
            addEdges(input, box);
    }
    for (const auto& [value, box] : outputs)
        addEdges(value, box);
    for (auto it = m_ownerIndex.cbegin(); it != m_ownerIndex.cend(); ++it)
        linkBodies(it.key());
    addOrder();
    return std::move(m_collected);
}

int BoxCollector::addBox(const LayoutBox& box, int frame)
{
    m_collected.boxes.push_back(box);
    m_collected.frameOfBox.push_back(frame);
    return static_cast<int>(m_collected.boxes.size()) - 1;
}

void BoxCollector::addFrame(ScopeId scope)
{
    const int frame = static_cast<int>(m_collected.frames.size());
    const int parent = frameOf(m_groups.scopes->scope(scope).parent);
    m_frameOfScope[scope.position()] = frame;
    LayoutBox header;
    header.kind = LayoutBox::Kind::Group;
    header.scope = scope;
    m_collected.frames.push_back({scope, parent, addBox(header, frame)});
    m_ownerBox.push_back(-1);
}

int BoxCollector::frameOf(ScopeId scope) const
{
    for (; scope.isValid(); scope = m_groups.scopes->scope(scope).parent) {
        if (m_frameOfScope[scope.position()] >= 0)
            return m_frameOfScope[scope.position()];
    }
    return -1;
}

int BoxCollector::enter(ScopeId scope)
{
    if (!scope.isValid())
        return -1;
    const Scope& entered = m_groups.scopes->scope(scope);
    if (const int closed = enter(entered.parent); closed >= 0)
        return closed;
    const GroupState state = m_groups.of(scope);
    if (state == GroupState::Open && m_frameOfScope[scope.position()] < 0)
        addFrame(scope);
    if (state != GroupState::Closed)
        return -1;
    int& box = m_boxOfScope[scope.position()];
    if (box < 0) {
        LayoutBox group;
        group.kind = LayoutBox::Kind::Group;
        group.scope = scope;
        group.node = entered.owner;
        box = addBox(group, frameOf(scope));
    }
    return box;
}

bool BoxCollector::isFunctionOpen(NodeId owner) const
{
    if (!m_ownerIndex.contains(owner))
        return false;
    const ScopeId scope = m_groups.scopes->ownedScope(owner);
    return m_groups.scopes->scope(scope).kind == Scope::Kind::Function && m_groups.of(scope) != GroupState::Closed
        && !m_groups.closedAround(owner).isValid();
}

void BoxCollector::visit(NodeId node)
{
    const bool isOwner = m_ownerIndex.contains(node);
    if (m_graph.isLooseConstant(node) && !isOwner)
        return;
    const ScopeId scope = m_groups.scopes ? m_groups.scopes->scopeOf(node) : ScopeId();
    int box = enter(scope);
    if (box < 0 && !isFunctionOpen(node)) {
        const int frame = frameOf(scope);
        box = addBox({LayoutBox::Kind::Operator, node, {}, {}, 0}, frame);
        if (isOwner && frame >= 0 && m_collected.frames[at(frame)].scope == scope)
            m_ownerBox[at(frame)] = box;
    }
    if (LayoutBox& shown = m_collected.boxes[at(std::max(box, 0))]; box >= 0 && !shown.node.isValid())
        shown.node = node; // the first one of a group stands for it
    m_collected.boxOfNode[node.position()] = box;
    for (const ValueId output : m_graph.node(node).outputs)
        addSource(output, box);
    if (isOwner)
        visitBodies(node);
}

void BoxCollector::visitBodies(NodeId owner)
{
    const std::size_t first = m_collected.boxes.size();
    for (const BodyId id : m_bodies[at(m_ownerIndex.value(owner))]) {
        const GraphBody& body = m_graph.body(id);
        const ScopeId scope = m_groups.scopes->scopeOfBody(id);
        const int closed = enter(scope);
        if (closed < 0 && !body.isFunction()) {
            for (const ValueId input : body.inputs) {
                const int box = addBox({LayoutBox::Kind::Input, {}, input, {}, 0}, frameOf(scope));
                m_inputBoxes[id].push_back(box);
                addSource(input, box);
            }
        }
        for (const ValueId input : body.inputs) {
            if (closed >= 0 && !body.isFunction())
                addSource(input, closed);
        }
        for (qsizetype i = 0; i < body.nodeCount; ++i)
            visit(NodeId(body.firstNode + i));
        if (closed < 0 && !body.isFunction()) {
            for (const ValueId output : body.outputs)
                m_outputBoxes[id].push_back(addBox({LayoutBox::Kind::Output, {}, output, {}, 0}, frameOf(scope)));
        }
    }
    if (isFunctionOpen(owner) && m_collected.boxes.size() > first)
        m_collected.boxOfNode[owner.position()] = static_cast<int>(first); // where one looks for the call
}

/// From an owner to the inputs of its bodies, to their outputs, and from there to what reads the owner's.
void BoxCollector::linkBodies(NodeId owner)
{
    const Node& node = m_graph.node(owner);
    const int ownerBox = m_collected.boxOfNode[owner.position()];
    for (const BodyId id : m_bodies[at(m_ownerIndex.value(owner))]) {
        const GraphBody& body = m_graph.body(id);
        if (body.isFunction())
            return;
        const std::vector<int> inputs = m_inputBoxes.value(id);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const bool isGiven = i < node.inputs.size() && node.inputs[i].isValid();
            addEdge(ownerBox, isGiven ? node.inputs[i] : body.inputs[i], inputs[i]);
        }
        if (const int closed = m_boxOfScope[m_groups.scopes->scopeOfBody(id).position()]; closed >= 0) {
            for (const ValueId input : node.inputs) {
                if (input.isValid())
                    addEdge(ownerBox, input, closed);
            }
        }
        const std::vector<int> outputs = m_outputBoxes.value(id);
        for (std::size_t i = 0; i < outputs.size(); ++i)
            addEdges(body.outputs[i], outputs[i]);
    }
}

void BoxCollector::addSource(ValueId value, int box)
{
    if (value.isValid() && box >= 0)
        m_source[value.position()] = box;
}

void BoxCollector::addEdge(int from, ValueId value, int to)
{
    // What goes on inside of a group does not show; a node that reads what it makes itself does.
    const bool isInside = from == to && from >= 0 && m_collected.boxes[at(from)].kind != LayoutBox::Kind::Operator;
    if (from >= 0 && to >= 0 && !isInside)
        m_collected.edges.push_back({from, value, to});
}

void BoxCollector::addEdges(ValueId value, int to)
{
    if (!value.isValid())
        return;
    const NodeId producer = m_graph.value(value).producer;
    const auto owner = producer.isValid() ? m_ownerIndex.constFind(producer) : m_ownerIndex.cend();
    if (owner == m_ownerIndex.cend() || m_graph.body(m_bodies[at(*owner)].front()).isFunction()) {
        addEdge(m_source[value.position()], value, to);
        return;
    }
    // What an open If gives comes out of its branches; Loop bodies give their condition first, for themselves.
    const auto outputs = m_graph.node(producer).outputs;
    const auto position = static_cast<std::size_t>(std::ranges::find(outputs, value) - outputs.begin());
    bool hasSource = false;
    for (const BodyId id : m_bodies[at(*owner)]) {
        const std::vector<int> boxes = m_outputBoxes.value(id);
        const std::size_t skipped
            = m_graph.node(producer).opType == QLatin1StringView("Loop") && boxes.size() > outputs.size() ? 1 : 0;
        int from = position + skipped < boxes.size() ? boxes[position + skipped] : -1;
        if (const int closed = m_boxOfScope[m_groups.scopes->scopeOfBody(id).position()]; closed >= 0)
            from = closed;
        hasSource = hasSource || from >= 0;
        addEdge(from, value, to);
    }
    if (!hasSource)
        addEdge(m_source[value.position()], value, to);
}

/// Headers stand above all that their frames hold, owners above their bodies.
void BoxCollector::addOrder()
{
    for (std::size_t box = 0; box < m_collected.boxes.size(); ++box) {
        int frame = m_collected.frameOfBox[box];
        if (frame < 0)
            continue;
        const int self = static_cast<int>(box);
        if (m_collected.frames[at(frame)].header == self) {
            frame = m_collected.frames[at(frame)].parent; // a frame inside of another
            if (frame < 0)
                continue;
        }
        const int owner = m_ownerBox[at(frame)];
        const int above = owner >= 0 && owner != self ? owner : m_collected.frames[at(frame)].header;
        m_collected.orderArcs.emplace_back(above, self);
    }
}

} // namespace driftscope
