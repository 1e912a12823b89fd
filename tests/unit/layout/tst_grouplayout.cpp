// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_GroupLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedGroupIsOneBox();
    void edgesEndAtTheGroupOncePerValue();
    void framesHoldTheirMembersAlone_data();
    void framesHoldTheirMembersAlone();
    void framesInARowStandBelowEachOther();
    void isDeterministic();
    void branchesOpenBesideEachOther();
    void aLoopTakesInputsAndGivesOutputs();
    void aGroupThatGivesToAndTakesFromOneNode();
    void equalStagesGetEqualRows();
    void aGroupIsBesideItsCounterpart();
    void revealOpensWhatHides();
};

namespace {

GroupStates statesOf(const std::shared_ptr<const Graph>& graph, GroupState state)
{
    GroupStates states = allOpen(ScopeTree::of(*graph));
    std::ranges::fill(states.states, state);
    return states;
}

GraphLayout layoutWith(const Graph& graph, const GroupStates& states)
{
    Progress progress;
    return layoutGraph(graph, states, {}, CancelToken(), progress).value();
}

/// Two blocks of three nodes, the second one reads two values of the first.
std::shared_ptr<const Graph> twoBlocks()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    addNode(draft, u"a/1"_s, {u"x"_s});
    addNode(draft, u"a/2"_s, {u"a/1"_s});
    addNode(draft, u"a/3"_s, {u"a/2"_s});
    addNode(draft, u"b/1"_s, {u"a/3"_s});
    addNode(draft, u"b/2"_s, {u"a/2"_s, u"b/1"_s});
    addNode(draft, u"b/3"_s, {u"b/2"_s, u"a/3"_s});
    draft.outputs = {{u"b/3"_s, DataType::Float32, {}}};
    return Graph::fromDraft(draft);
}

/// The random graph with names in scopes, some nodes in a scope far from their neighbours, and an If or Loop here and
/// there.
std::shared_ptr<const Graph> randomGroups(quint32 seed, int nodes)
{
    QRandomGenerator random(seed + 1000);
    GraphDraft draft = randomDag(seed, nodes);
    QHash<QString, QString> renamed;
    for (int i = 0; i < nodes; ++i) {
        NodeDraft& node = draft.nodes[i];
        const int near = random.bounded(12) == 0 ? random.bounded(nodes) : i;
        const QString name = u"s%1/t%2/%3"_s.arg(near / 24).arg(near / 8).arg(node.name);
        renamed.insert(node.name, name);
        node.name = name;
        for (QString& input : node.inputs)
            input = renamed.value(input, input);
        node.outputs = {name};
        if (random.bounded(10) != 0)
            continue;
        auto body = std::make_shared<GraphDraft>();
        addNode(*body, u"first"_s, {random.bounded(2) == 0 ? u"x"_s : u"y"_s});
        addNode(*body, u"second"_s, {u"first"_s});
        body->outputs = {{u"second"_s, DataType::Float32, {}}};
        node.opType = u"If"_s;
        node.attributes = {{u"then_branch"_s, std::shared_ptr<const GraphDraft>(body)},
                           {u"else_branch"_s, std::shared_ptr<const GraphDraft>(body)}};
    }
    for (ValueDraft& output : draft.outputs)
        output.name = renamed.value(output.name);
    return Graph::fromDraft(draft);
}

GroupStates randomStates(const Graph& graph, quint32 seed)
{
    QRandomGenerator random(seed);
    GroupStates states = allOpen(ScopeTree::of(graph));
    for (GroupState& state : states.states)
        state = GroupState(random.bounded(4) == 0 ? random.bounded(2) : 2);
    return states;
}

bool isMember(const LayoutBox& box, const ScopeTree& tree, ScopeId frame, const Graph& graph)
{
    ScopeId scope = box.scope;
    if (box.kind == LayoutBox::Kind::Operator)
        scope = tree.scopeOf(box.node);
    if (box.kind == LayoutBox::Kind::Group)
        return scope != frame && tree.isInside(scope, frame);
    if (box.value.isValid()) {
        for (std::size_t i = 0; i < graph.bodies().size(); ++i) {
            const GraphBody& body = graph.bodies()[i];
            const auto& ends = box.kind == LayoutBox::Kind::Input ? body.inputs : body.outputs;
            if (std::ranges::find(ends, box.value) != ends.end())
                scope = tree.scopeOfBody(BodyId(qsizetype(i)));
        }
    }
    return scope.isValid() && tree.isInside(scope, frame);
}

QString wrongWithFrames(const GraphLayout& layout, const Graph& graph, const GroupStates& states)
{
    for (std::size_t i = 0; i < layout.frames.size(); ++i) {
        const LayoutFrame& frame = layout.frames[i];
        if (states.of(frame.scope) != GroupState::Open)
            return u"a frame around a group that is not open"_s;
        if (!layout.bounds.contains(frame.rect))
            return u"a frame out of bounds"_s;
        QRectF inside = frame.rect;
        inside.setTop(inside.top() + frame.headerHeight);
        for (const LayoutBox& box : layout.boxes) {
            const bool belongs = isMember(box, *states.scopes, frame.scope, graph);
            if (belongs && !inside.contains(box.rect))
                return u"a member of %1 is not inside"_s.arg(states.scopes->scope(frame.scope).path);
            if (!belongs && frame.rect.intersects(box.rect))
                return u"a stranger is in the frame of %1"_s.arg(states.scopes->scope(frame.scope).path);
        }
        for (std::size_t k = i + 1; k < layout.frames.size(); ++k) {
            const LayoutFrame& other = layout.frames[k];
            const bool isInner = states.scopes->isInside(other.scope, frame.scope);
            if (isInner && !inside.contains(other.rect))
                return u"a frame is not inside the one around it"_s;
            if (!isInner && frame.rect.intersects(other.rect))
                return u"two frames overlap"_s;
        }
    }
    return {};
}

} // namespace

void tst_GroupLayout::aClosedGroupIsOneBox()
{
    const auto graph = twoBlocks();
    const GroupStates states = statesOf(graph, GroupState::Closed);
    const GraphLayout layout = layoutWith(*graph, states);
    QCOMPARE(layout.boxes.size(), std::size_t{4}); // input, two groups, output
    QCOMPARE(layout.boxes[1].kind, LayoutBox::Kind::Group);
    QCOMPARE(states.scopes->scope(layout.boxes[1].scope).label, u"a"_s);
    for (int node = 0; node < 3; ++node)
        QCOMPARE(layout.boxOfNode[std::size_t(node)], 1);
    QVERIFY(layout.frames.empty());
}

void tst_GroupLayout::edgesEndAtTheGroupOncePerValue()
{
    const auto graph = twoBlocks();
    const GraphLayout layout = layoutWith(*graph, statesOf(graph, GroupState::Closed));
    QStringList between;
    for (const LayoutEdge& edge : layout.edges) {
        if (edge.fromBox == 1 && edge.toBox == 2)
            between.append(graph->value(edge.value).name);
    }
    between.sort();
    QCOMPARE(between, (QStringList{u"a/2"_s, u"a/3"_s})); // a/3 has two readers inside
}

void tst_GroupLayout::framesHoldTheirMembersAlone_data()
{
    QTest::addColumn<int>("nodes");
    QTest::newRow("small") << 20;
    QTest::newRow("middle") << 90;
}

void tst_GroupLayout::framesHoldTheirMembersAlone()
{
    QFETCH(int, nodes);
    int frames = 0;
    for (quint32 seed = 0; seed < 60; ++seed) {
        const auto graph = randomGroups(seed, nodes);
        const GroupStates states = randomStates(*graph, seed);
        const GraphLayout layout = layoutWith(*graph, states);
        frames += int(layout.frames.size());
        const QString wrong = whatIsWrong(layout) + wrongWithFrames(layout, *graph, states);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
    }
    QVERIFY(frames > 60);
}

void tst_GroupLayout::framesInARowStandBelowEachOther()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (int i = 0; i < 12; ++i) {
        const QString name = u"layer%1/%2"_s.arg(i / 4).arg(i);
        addNode(draft, name, {last});
        last = name;
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutWith(*graph, statesOf(graph, GroupState::Open));
    QCOMPARE(layout.frames.size(), std::size_t{3});
    for (std::size_t i = 1; i < 3; ++i)
        QVERIFY(layout.frames[i].rect.top() > layout.frames[i - 1].rect.bottom());
    for (const LayoutBox& box : layout.boxes)
        QCOMPARE(box.rect.center().x(), layout.boxes[0].rect.center().x()); // one straight line
    for (const LayoutFrame& frame : layout.frames)
        QVERIFY(frame.rect.width() < 2 * LayoutOptions().boxWidth); // no room that nothing needs
}

void tst_GroupLayout::isDeterministic()
{
    const auto graph = randomGroups(7, 80);
    const GroupStates states = randomStates(*graph, 7);
    const GraphLayout first = layoutWith(*graph, states);
    const GraphLayout second = layoutWith(*randomGroups(7, 80), states);
    QCOMPARE(first.boxes.size(), second.boxes.size());
    for (std::size_t i = 0; i < first.boxes.size(); ++i)
        QCOMPARE(first.boxes[i].rect, second.boxes[i].rect);
    for (std::size_t i = 0; i < first.frames.size(); ++i)
        QCOMPARE(first.frames[i].rect, second.frames[i].rect);
}

void tst_GroupLayout::branchesOpenBesideEachOther()
{
    GraphDraft draft;
    draft.inputs = {{u"c"_s, DataType::Bool, {}}, {u"x"_s, DataType::Float32, {}}};
    auto branch = std::make_shared<GraphDraft>();
    addNode(*branch, u"first"_s, {u"x"_s});
    addNode(*branch, u"second"_s, {u"first"_s});
    branch->outputs = {{u"second"_s, DataType::Float32, {}}};
    addNode(draft, u"if"_s, {u"c"_s}, u"If"_s);
    draft.nodes[0].attributes = {{u"then_branch"_s, std::shared_ptr<const GraphDraft>(branch)},
                                 {u"else_branch"_s, std::shared_ptr<const GraphDraft>(branch)}};
    addNode(draft, u"after"_s, {u"if"_s});
    draft.outputs = {{u"after"_s, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);

    const GraphLayout closed = layoutOf(*graph);
    QCOMPARE(closed.boxes.size(), std::size_t{5});
    QCOMPARE(closed.boxes[std::size_t(closed.boxOfNode[0])].kind, LayoutBox::Kind::Group);
    QCOMPARE(closed.boxes[std::size_t(closed.boxOfNode[0])].node, NodeId(0));
    QCOMPARE(closed.edges.size(), std::size_t{4}); // c and the captured x go in, one value out

    const GraphLayout open = layoutWith(*graph, statesOf(graph, GroupState::Open));
    QCOMPARE(open.frames.size(), std::size_t{3});
    QVERIFY(open.frames[0].rect.contains(open.frames[1].rect) && open.frames[0].rect.contains(open.frames[2].rect));
    QCOMPARE(open.frames[1].rect.top(), open.frames[2].rect.top());
    QVERIFY(!open.frames[1].rect.intersects(open.frames[2].rect));
    // What follows reads from the outputs of both branches.
    const int after = open.boxOfNode[1];
    QCOMPARE(std::ranges::count(open.edges, after, &LayoutEdge::toBox), 2);
}

void tst_GroupLayout::aLoopTakesInputsAndGivesOutputs()
{
    GraphDraft draft;
    draft.inputs = {{u"m"_s, DataType::Int64, {}}, {u"c"_s, DataType::Bool, {}}, {u"s"_s, DataType::Float32, {}}};
    auto body = std::make_shared<GraphDraft>();
    body->inputs
        = {{u"i"_s, DataType::Int64, {}}, {u"keep"_s, DataType::Bool, {}}, {u"state"_s, DataType::Float32, {}}};
    addNode(*body, u"next"_s, {u"state"_s, u"i"_s});
    body->outputs = {{u"keep"_s, DataType::Bool, {}}, {u"next"_s, DataType::Float32, {}}};
    addNode(draft, u"loop"_s, {u"m"_s, u"c"_s, u"s"_s}, u"Loop"_s);
    draft.nodes[0].attributes = {{u"body"_s, std::shared_ptr<const GraphDraft>(body)}};
    draft.outputs = {{u"loop"_s, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutWith(*graph, statesOf(graph, GroupState::Open));
    QCOMPARE(layout.frames.size(), std::size_t{1});
    const auto isInner = [&](const LayoutBox& box) { return layout.frames[0].rect.contains(box.rect); };
    QCOMPARE(std::ranges::count_if(layout.boxes, isInner), 7); // the Loop, three inputs, one node, two outputs
    // The state comes out of the body's second output: the first is the condition.
    const auto last = std::ranges::find_if(layout.edges, [&](const LayoutEdge& edge) {
        return layout.boxes[std::size_t(edge.toBox)].kind == LayoutBox::Kind::Output
            && !isInner(layout.boxes[std::size_t(edge.toBox)]);
    });
    QVERIFY(last != layout.edges.end());
    QCOMPARE(graph->value(layout.boxes[std::size_t(last->fromBox)].value).name, u"next"_s);
}

void tst_GroupLayout::aGroupThatGivesToAndTakesFromOneNode()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    addNode(draft, u"a/1"_s, {u"x"_s});
    addNode(draft, u"b/1"_s, {u"a/1"_s});
    addNode(draft, u"a/2"_s, {u"b/1"_s});
    addNode(draft, u"b/2"_s, {u"a/2"_s});
    draft.outputs = {{u"b/2"_s, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutWith(*graph, statesOf(graph, GroupState::Closed));
    QCOMPARE(layout.boxes.size(), std::size_t{4});
    QCOMPARE(whatIsWrong(layout), QString());
    QVERIFY(std::ranges::any_of(layout.edges, &LayoutEdge::isStub)); // the value that goes back
}

void tst_GroupLayout::equalStagesGetEqualRows()
{
    for (quint32 seed = 0; seed < 20; ++seed) {
        const auto graph = randomGroups(seed, 60);
        const GroupStates states = randomStates(*graph, seed);
        std::vector<RowLink> links;
        for (int i = 0; i < graph->nodeCount(); ++i)
            links.push_back({NodeId(i), NodeId(i)});
        Progress progress;
        const auto layouts
            = layoutAligned({graph, graph}, {states, states}, {links}, {}, CancelToken(), progress).value();
        for (std::size_t i = 0; i < layouts[0].boxes.size(); ++i)
            QCOMPARE(layouts[0].boxes[i].row, layouts[1].boxes[i].row);
        for (std::size_t i = 0; i < layouts[0].frames.size(); ++i)
            QCOMPARE(layouts[0].frames[i].rect, layouts[1].frames[i].rect);
    }
}

void tst_GroupLayout::aGroupIsBesideItsCounterpart()
{
    const auto left = twoBlocks();
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    addNode(draft, u"cast"_s, {u"x"_s});
    addNode(draft, u"layout"_s, {u"cast"_s});
    addNode(draft, u"a/1"_s, {u"layout"_s});
    addNode(draft, u"a/23"_s, {u"a/1"_s});
    addNode(draft, u"b/1"_s, {u"a/23"_s});
    addNode(draft, u"b/3"_s, {u"b/1"_s});
    draft.outputs = {{u"b/3"_s, DataType::Float32, {}}};
    const auto right = Graph::fromDraft(draft);
    const std::vector<RowLink> links{
        {NodeId(0), NodeId(2)}, {NodeId(1), NodeId(3)}, {NodeId(3), NodeId(4)}, {NodeId(5), NodeId(5)}};
    for (const GroupState state : {GroupState::Closed, GroupState::Open}) {
        Progress progress;
        const auto layouts = layoutAligned({left, right}, {statesOf(left, state), statesOf(right, state)}, {links}, {},
                                           CancelToken(), progress)
                                 .value();
        const auto topOf = [&](std::size_t pane, std::size_t node) {
            return layouts[pane].boxes[std::size_t(layouts[pane].boxOfNode[node])].rect.top();
        };
        QCOMPARE(topOf(0, 0), topOf(1, 2));
        QCOMPARE(topOf(0, 3), topOf(1, 4));
        for (std::size_t i = 0; i < layouts[0].frames.size(); ++i)
            QCOMPARE(layouts[0].frames[i].rect.top(), layouts[1].frames[i].rect.top());
    }
}

void tst_GroupLayout::revealOpensWhatHides()
{
    const auto graph = randomGroups(3, 60);
    GroupStates states = statesOf(graph, GroupState::Closed);
    for (int i = 0; i < graph->totalNodeCount(); ++i) {
        states.reveal(NodeId(i));
        const GraphLayout layout = layoutWith(*graph, states);
        const LayoutBox& box = layout.boxes[std::size_t(layout.boxOfNode[std::size_t(i)])];
        QCOMPARE(box.node, NodeId(i));
    }
}

QTEST_GUILESS_MAIN(tst_GroupLayout)
#include "tst_grouplayout.moc"
