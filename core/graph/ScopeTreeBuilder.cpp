// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScopeTreeBuilder.h"

#include "core/graph/NameScopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::size_t fewestForBlocks = 24; ///< nodes; fewer can be overlooked as they are
constexpr std::size_t mostDirectItems = 1000;
constexpr int mostLevels = 3; ///< of blocks of blocks
constexpr int smallestBlock = 4; ///< nodes
constexpr std::size_t sharedFrom = 4; ///< consumers: how far away such a value comes from says nothing

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

quint64 combined(quint64 hash, quint64 next)
{
    return (hash ^ next) * 0x9E3779B97F4A7C15U + (hash >> 29);
}

} // namespace

ScopeTreeBuilder::ScopeTreeBuilder(const Graph& graph)
    : m_graph(graph)
    , m_draftOfNode(at(graph.totalNodeCount()), 0)
    , m_place(at(graph.totalNodeCount()), -1)
    , m_tree(new ScopeTree)
{
    for (std::size_t i = 0; i < graph.bodies().size(); ++i) {
        const NodeId owner = graph.bodies()[i].owner;
        if (!m_ownerIndex.contains(owner)) {
            m_ownerIndex.insert(owner, static_cast<int>(m_bodiesOf.size()));
            m_bodiesOf.emplace_back();
        }
        m_bodiesOf[at(m_ownerIndex.value(owner))].emplace_back(static_cast<qsizetype>(i));
    }
}

std::shared_ptr<const ScopeTree> ScopeTreeBuilder::build()
{
    m_drafts.emplace_back();
    m_tree->m_scopeOfNode.resize(at(m_graph.totalNodeCount()));
    m_tree->m_scopeOfBody.resize(m_graph.bodies().size());
    addContainer(0, m_graph.topologicalOrder());
    finish(0, {});
    return std::move(m_tree);
}

int ScopeTreeBuilder::addDraft(Scope scope, int parent)
{
    const int draft = static_cast<int>(m_drafts.size());
    m_drafts.push_back({std::move(scope), {}, {}});
    m_drafts[at(parent)].children.push_back(draft);
    return draft;
}

void ScopeTreeBuilder::addContainer(int draft, const std::vector<NodeId>& nodes)
{
    std::vector<NodeId> steps;
    for (const NodeId node : nodes) {
        if (m_graph.isLooseConstant(node)) {
            m_drafts[at(draft)].nodes.push_back(node);
        } else {
            m_place[node.position()] = static_cast<int>(steps.size());
            steps.push_back(node);
        }
    }
    addNamed(draft, steps);
    for (const NodeId node : steps) {
        if (m_ownerIndex.contains(node))
            addOwned(node);
    }
}

void ScopeTreeBuilder::addNamed(int draft, const std::vector<NodeId>& nodes)
{
    QStringList names;
    for (const NodeId node : nodes)
        names.append(m_graph.node(node).name);
    const std::vector<NameScope> scopes = nameScopes(names);
    const QString path = m_drafts[at(draft)].scope.path;
    std::vector<int> draftOf(scopes.size(), draft);
    for (std::size_t i = 0; i < scopes.size(); ++i) { // parents come first
        if (i > 0) {
            Scope scope;
            scope.label = scopes[i].label;
            scope.path = path.isEmpty() ? scopes[i].path : path + u'/' + scopes[i].path;
            draftOf[i] = addDraft(std::move(scope), draftOf[at(scopes[i].parent)]);
        }
        for (const int position : scopes[i].nodes) {
            m_drafts[at(draftOf[i])].nodes.push_back(nodes[at(position)]);
            m_draftOfNode[nodes[at(position)].position()] = draftOf[i];
        }
    }
    const bool namesSayNothing = scopes.size() == 1 && nodes.size() >= fewestForBlocks;
    for (const int each : draftOf) {
        if (namesSayNothing || m_drafts[at(each)].nodes.size() + m_drafts[at(each)].children.size() > mostDirectItems)
            findRepeats(each);
    }
}

void ScopeTreeBuilder::addOwned(NodeId owner)
{
    const std::vector<BodyId> bodies = m_bodiesOf[at(m_ownerIndex.value(owner))];
    const GraphBody& first = m_graph.body(bodies.front());
    Draft& holder = m_drafts[at(m_draftOfNode[owner.position()])];
    std::erase(holder.nodes, owner);
    Scope scope;
    scope.kind = first.isFunction() ? Scope::Kind::Function : Scope::Kind::Subgraph;
    scope.label = first.isFunction() ? m_graph.node(owner).opType : m_graph.node(owner).name;
    scope.path = m_graph.pathOf(owner) + u"()"_s;
    scope.owner = owner;
    const QString path = scope.path;
    const int own = addDraft(std::move(scope), m_draftOfNode[owner.position()]);
    m_drafts[at(own)].nodes.push_back(owner);
    m_draftOfNode[owner.position()] = own;
    for (const BodyId id : bodies) {
        const GraphBody& body = m_graph.body(id);
        int draft = own;
        if (bodies.size() > 1) {
            Scope branch;
            branch.kind = Scope::Kind::Subgraph;
            branch.label = body.attribute;
            branch.path = path + u'.' + body.attribute;
            branch.owner = owner;
            draft = addDraft(std::move(branch), own);
        }
        m_drafts[at(draft)].scope.body = id;
        std::vector<NodeId> nodes;
        for (qsizetype i = 0; i < body.nodeCount; ++i) {
            nodes.emplace_back(body.firstNode + i);
            m_draftOfNode[nodes.back().position()] = draft;
        }
        addContainer(draft, nodes);
    }
}

quint64 ScopeTreeBuilder::originOf(ValueId input, NodeId reader) const
{
    const Value& value = m_graph.value(input);
    const bool isWeight = value.isInitializer || (value.producer.isValid() && m_graph.isLooseConstant(value.producer));
    if (isWeight)
        return 2;
    if (m_graph.consumers(input).size() >= sharedFrom || m_graph.bodyOf(input) != m_graph.bodyOf(reader))
        return 3; // a value that many read, or one from around: how far it comes says nothing
    // Inputs stand right before the first node.
    const int from = value.producer.isValid() ? m_place[value.producer.position()] : -1;
    return 16 + static_cast<quint64>(qMax(0, m_place[reader.position()] - from));
}

/// Equal for nodes that do the same with what stands equally far before them.
quint64 ScopeTreeBuilder::tokenOf(NodeId node) const
{
    const Node& each = m_graph.node(node);
    quint64 hash = combined(qHash(each.opType, 1), qHash(each.domain, 2));
    for (const ValueId input : each.inputs) {
        hash = combined(hash, input.isValid() ? originOf(input, node) : 1);
    }
    return hash;
}

int ScopeTreeBuilder::countOf(int draft) const
{
    int count = 0;
    for (const NodeId node : m_drafts[at(draft)].nodes)
        count += m_place[node.position()] >= 0 ? 1 : 0;
    for (const int child : m_drafts[at(draft)].children)
        count += countOf(child);
    return count;
}

int ScopeTreeBuilder::placeOf(int draft) const
{
    if (const NodeId owner = m_drafts[at(draft)].scope.owner; owner.isValid())
        return m_place[owner.position()]; // what lies inside counts from its own start
    int place = std::numeric_limits<int>::max();
    for (const NodeId node : m_drafts[at(draft)].nodes) {
        if (m_place[node.position()] >= 0)
            place = qMin(place, m_place[node.position()]);
    }
    for (const int child : m_drafts[at(draft)].children)
        place = qMin(place, placeOf(child));
    return place;
}

bool ScopeTreeBuilder::isItem(int draft, NodeId node) const
{
    return m_place[node.position()] >= 0 && node != m_drafts[at(draft)].scope.owner;
}

std::vector<ScopeTreeBuilder::Unit> ScopeTreeBuilder::unitsOf(int draft) const
{
    std::vector<Unit> units;
    for (const NodeId node : m_drafts[at(draft)].nodes) {
        if (isItem(draft, node))
            units.push_back({node, {}, tokenOf(node), m_place[node.position()], 1});
    }
    for (const int child : m_drafts[at(draft)].children) {
        const int count = countOf(child);
        units.push_back({{}, {child}, combined(static_cast<quint64>(count), 3), placeOf(child), count});
    }
    std::ranges::sort(units, {}, &Unit::place);
    return units;
}

/// How many values are under way from before each unit to it or behind it.
std::vector<int> ScopeTreeBuilder::cutCosts(const std::vector<Unit>& units) const
{
    std::vector<int> change(units.size() + 1, 0);
    const auto unitAt = [&](int place) {
        const auto behind = std::ranges::upper_bound(units, place, {}, &Unit::place);
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, behind - units.begin() - 1));
    };
    for (const Unit& unit : units) {
        if (!unit.node.isValid())
            continue;
        for (const ValueId output : m_graph.node(unit.node).outputs) {
            int last = unit.place;
            for (const NodeId reader : output.isValid() ? m_graph.consumers(output) : std::span<const NodeId>())
                last = qMax(last, m_place[reader.position()]);
            ++change[unitAt(unit.place) + 1];
            if (const std::size_t end = unitAt(last) + 1; end < change.size())
                --change[end];
        }
    }
    std::vector<int> costs(units.size(), 0);
    int live = 0;
    for (std::size_t i = 0; i < costs.size(); ++i)
        costs[i] = live += change[i];
    return costs;
}

/// Makes a group of each block; together they are one unit of the next level. `units` begin with the run's.
ScopeTreeBuilder::Unit ScopeTreeBuilder::blocksOf(std::span<const Unit> units, const RepeatedRun& run)
{
    Unit whole;
    whole.place = units.front().place;
    for (int ordinal = 1; ordinal <= run.count; ++ordinal) {
        Draft draft;
        draft.scope.kind = Scope::Kind::Repeated;
        draft.scope.ordinal = ordinal;
        draft.scope.siblings = run.count;
        quint64 hash = 0;
        for (const Unit& unit : units.subspan(at((ordinal - 1) * run.period), at(run.period))) {
            if (unit.node.isValid())
                draft.nodes.push_back(unit.node);
            draft.children.insert(draft.children.end(), unit.drafts.begin(), unit.drafts.end());
            hash = combined(hash, unit.hash);
            whole.nodeCount += unit.nodeCount;
        }
        whole.hash = ordinal == 1 ? combined(hash, quint64(run.count)) : whole.hash;
        for (const NodeId node : draft.nodes)
            m_draftOfNode[node.position()] = static_cast<int>(m_drafts.size());
        whole.drafts.push_back(static_cast<int>(m_drafts.size()));
        m_drafts.push_back(std::move(draft));
    }
    return whole;
}

std::vector<ScopeTreeBuilder::Unit> ScopeTreeBuilder::grouped(const std::vector<Unit>& units, int seed, bool& found)
{
    std::vector<quint64> tokens;
    for (const Unit& unit : units)
        tokens.push_back(unit.hash);
    const RepetitionRules rules{seed > 1 ? smallestBlock : 2, seed};
    std::vector<Unit> result;
    std::size_t next = 0;
    for (const RepeatedRun& run : repeatedRuns(tokens, cutCosts(units), rules)) {
        while (next < at(run.first))
            result.push_back(units[next++]);
        const auto rest = std::span(units).subspan(next);
        int size = 0;
        for (const Unit& unit : rest.first(at(run.period)))
            size += unit.nodeCount;
        if (size < smallestBlock)
            continue; // too little to be worth a box
        result.push_back(blocksOf(rest, run));
        next += at(run.period * run.count);
        found = true;
    }
    result.insert(result.end(), units.begin() + static_cast<std::ptrdiff_t>(next), units.end());
    return result;
}

void ScopeTreeBuilder::findRepeats(int draft)
{
    std::vector<Unit> units = unitsOf(draft);
    for (int level = 0; level < mostLevels; ++level) {
        bool found = false;
        units = grouped(units, level == 0 ? 3 : 1, found);
        if (!found)
            break;
    }
    Draft& whole = m_drafts[at(draft)];
    std::erase_if(whole.nodes, [&](NodeId node) { return isItem(draft, node); });
    whole.children.clear();
    for (const Unit& unit : units) {
        if (unit.node.isValid())
            whole.nodes.push_back(unit.node);
        whole.children.insert(whole.children.end(), unit.drafts.begin(), unit.drafts.end());
    }
    // One number after the other, over all runs: together with the path it finds the block again.
    int number = 0;
    std::vector<int> open(whole.children.rbegin(), whole.children.rend());
    const QString path = whole.scope.path;
    while (!open.empty()) {
        const int each = open.back();
        open.pop_back();
        Draft& block = m_drafts[at(each)];
        if (block.scope.kind != Scope::Kind::Repeated)
            continue;
        block.scope.path = u"%1#%2"_s.arg(path).arg(++number);
        open.insert(open.end(), block.children.rbegin(), block.children.rend());
    }
}

int ScopeTreeBuilder::finish(int draft, ScopeId parent)
{
    Draft& each = m_drafts[at(draft)];
    ScopeTree& tree = *m_tree;
    ScopeId id;
    if (draft != 0) {
        id = ScopeId(tree.count());
        each.scope.parent = parent;
        each.scope.firstMember = static_cast<int>(tree.m_members.size());
        if (each.scope.owner.isValid() && each.nodes.size() > 0 && each.nodes.front() == each.scope.owner)
            tree.m_owned.insert(each.scope.owner, id);
        if (each.scope.body.isValid())
            tree.m_scopeOfBody[each.scope.body.position()] = id;
        if (parent.isValid())
            tree.m_scopes[parent.position()].children.push_back(id);
        tree.m_byPath.insert(each.scope.path, id);
        tree.m_scopes.push_back(std::move(each.scope));
    }
    int count = 0;
    for (const NodeId node : each.nodes) {
        tree.m_members.push_back(node);
        tree.m_scopeOfNode[node.position()] = id;
        const bool isOwner = id.isValid() && node == tree.scope(id).owner;
        count += m_place[node.position()] >= 0 && !isOwner ? 1 : 0;
    }
    std::ranges::stable_sort(each.children, {}, [this](int child) { return placeOf(child); });
    for (const int child : each.children)
        count += finish(child, id);
    if (id.isValid()) {
        Scope& scope = tree.m_scopes[id.position()];
        scope.endMember = static_cast<int>(tree.m_members.size());
        scope.nodeCount = count;
    }
    return count;
}

} // namespace driftscope
