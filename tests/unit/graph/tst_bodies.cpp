// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Graph.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Bodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheMainGraphAsItWas();
    void appendsBranchesInOnePieceEach();
    void resolvesNamesFromTheInsideOut();
    void aNodeReadsWhatItsBodiesTakeFromAround();
    void sortsTheMainGraphByWhatBodiesTake();
    void nestsBodies();
    void findsNodesByTheirPath();
    void instantiatesFunctionsForEachCall();
    void refusesFunctionsThatCallThemselves();
    void boundsWhatFunctionsMultiplyTo();
};

namespace {

NodeDraft node(const QString& name, const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

std::shared_ptr<const GraphDraft> branch(const QString& from, const QString& op)
{
    auto draft = std::make_shared<GraphDraft>();
    draft->nodes = {node(u"inner"_s, op, {from}, {u"t"_s}), node({}, u"Neg"_s, {u"t"_s}, {u"out"_s})};
    draft->outputs = {{u"out"_s, DataType::Float32, Shape{1}}};
    return draft;
}

NodeDraft choice(std::shared_ptr<const GraphDraft> yes, std::shared_ptr<const GraphDraft> no)
{
    NodeDraft draft = node(u"if"_s, u"If"_s, {u"c"_s}, {u"y"_s});
    draft.attributes = {{u"then_branch"_s, std::move(yes)}, {u"else_branch"_s, std::move(no)}};
    return draft;
}

/// x → a → (If reads a from inside) → y; `out` and `t` are names of both branches, `t` of the main graph, too.
GraphDraft conditional()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}, {u"c"_s, DataType::Bool, {}}};
    draft.nodes
        = {node(u"first"_s, u"Relu"_s, {u"x"_s}, {u"a"_s}), node(u"t-maker"_s, u"Abs"_s, {u"x"_s}, {u"t"_s}),
           choice(branch(u"a"_s, u"Exp"_s), branch(u"t"_s, u"Log"_s)), node(u"last"_s, u"Relu"_s, {u"y"_s}, {u"z"_s})};
    draft.outputs = {{u"z"_s, DataType::Float32, {}}};
    return draft;
}

} // namespace

void tst_Bodies::keepsTheMainGraphAsItWas()
{
    const auto graph = Graph::fromDraft(conditional());
    QCOMPARE(graph->nodeCount(), 4);
    QCOMPARE(graph->nodes().size(), std::size_t{4});
    QCOMPARE(graph->totalNodeCount(), 8);
    QCOMPARE(graph->topologicalOrder().size(), std::size_t{4});
    QVERIFY(!graph->findNode(u"inner"_s).isValid());
    QVERIFY(!graph->findValue(u"out"_s).isValid());
    QVERIFY(!graph->bodyOf(NodeId(3)).isValid());
    QCOMPARE(int(graph->values().size()), graph->valueCount());
}

void tst_Bodies::appendsBranchesInOnePieceEach()
{
    const auto graph = Graph::fromDraft(conditional());
    QCOMPARE(graph->bodies().size(), std::size_t{2});
    const GraphBody& yes = graph->bodies()[0];
    QCOMPARE(yes.owner, graph->findNode(u"if"_s));
    QCOMPARE(yes.attribute, u"then_branch"_s);
    QCOMPARE(yes.nodeCount, qsizetype{2});
    QCOMPARE(graph->node(NodeId(yes.firstNode)).opType, u"Exp"_s);
    const GraphBody& no = graph->bodies()[1];
    QCOMPARE(graph->node(NodeId(no.firstNode)).opType, u"Log"_s);
    QCOMPARE(graph->bodyOf(NodeId(no.firstNode + 1)), BodyId(1));
    QCOMPARE(graph->bodyOf(no.outputs.front()), BodyId(1));
    QCOMPARE(graph->value(no.outputs.front()).shape, std::optional(Shape{1}));
    QCOMPARE(graph->value(yes.outputs.front()).producer, NodeId(yes.firstNode + 1));
}

void tst_Bodies::resolvesNamesFromTheInsideOut()
{
    const auto graph = Graph::fromDraft(conditional());
    const GraphBody& yes = graph->bodies()[0];
    const GraphBody& no = graph->bodies()[1];
    QCOMPARE(graph->node(NodeId(yes.firstNode)).inputs[0], graph->findValue(u"a"_s));
    // Both branches have a `t` of their own; the second one's first node means it, not the main graph's.
    const ValueId ofYes = graph->node(NodeId(yes.firstNode)).outputs[0];
    const ValueId ofNo = graph->node(NodeId(no.firstNode)).outputs[0];
    QVERIFY(ofYes != ofNo);
    QCOMPARE(graph->node(NodeId(no.firstNode)).inputs[0], ofNo);
    QVERIFY(ofNo != graph->findValue(u"t"_s));
}

void tst_Bodies::aNodeReadsWhatItsBodiesTakeFromAround()
{
    const auto graph = Graph::fromDraft(conditional());
    const auto readers = graph->consumers(graph->findValue(u"a"_s));
    QCOMPARE(readers.size(), std::size_t{1});
    QCOMPARE(readers.front(), graph->findNode(u"if"_s));
    const GraphBody& yes = graph->bodies()[0];
    const auto inside = graph->consumers(graph->node(NodeId(yes.firstNode)).outputs[0]);
    QCOMPARE(inside.size(), std::size_t{1});
    QCOMPARE(inside.front(), NodeId(yes.firstNode + 1));
}

void tst_Bodies::sortsTheMainGraphByWhatBodiesTake()
{
    GraphDraft draft = conditional();
    draft.nodes.move(2, 0); // the If before what its branch reads
    const auto graph = Graph::fromDraft(draft);
    QStringList names;
    for (const NodeId id : graph->topologicalOrder())
        names.append(graph->node(id).name);
    QVERIFY(names.indexOf(u"first"_s) < names.indexOf(u"if"_s));
}

void tst_Bodies::nestsBodies()
{
    auto middle = std::make_shared<GraphDraft>();
    middle->inputs = {{u"c"_s, DataType::Bool, {}}}; // hides the main graph's
    middle->nodes = {choice(branch(u"a"_s, u"Exp"_s), branch(u"c"_s, u"Log"_s))};
    middle->outputs = {{u"y"_s, DataType::Float32, {}}};
    GraphDraft draft = conditional();
    draft.nodes[2] = choice(middle, branch(u"x"_s, u"Sin"_s));
    const auto graph = Graph::fromDraft(draft);
    QCOMPARE(graph->bodies().size(), std::size_t{4});
    QCOMPARE(graph->bodies()[2].parent, BodyId(0));
    const GraphBody& deep = graph->bodies()[3];
    QCOMPARE(graph->node(NodeId(deep.firstNode)).inputs[0], graph->bodies()[0].inputs[0]);
    // Read two levels down, it counts as read by the outer If.
    QCOMPARE(graph->consumers(graph->findValue(u"a"_s)).front(), graph->findNode(u"if"_s));
}

void tst_Bodies::findsNodesByTheirPath()
{
    const auto graph = Graph::fromDraft(conditional());
    const NodeId inner(graph->bodies()[1].firstNode);
    QCOMPARE(graph->pathOf(inner), u"if/else_branch/inner"_s);
    QCOMPARE(graph->findNodeAt(u"if/else_branch/inner"_s), inner);
    QCOMPARE(graph->findNodeAt(u"last"_s), graph->findNode(u"last"_s));
    QVERIFY(!graph->findNodeAt(u"if/else_branch/none"_s).isValid());
}

namespace {

FunctionDraft function(const QString& name, const QList<NodeDraft>& nodes)
{
    FunctionDraft draft;
    draft.domain = u"own"_s;
    draft.name = name;
    draft.inputs = {u"a"_s};
    draft.outputs = {u"b"_s};
    draft.nodes = nodes;
    return draft;
}

NodeDraft call(const QString& name, const QString& op, const QString& from, const QString& to)
{
    NodeDraft draft = node(name, op, {from}, {to});
    draft.domain = u"own"_s;
    return draft;
}

} // namespace

void tst_Bodies::instantiatesFunctionsForEachCall()
{
    NodeDraft scaled = node(u"scale"_s, u"Elu"_s, {u"a"_s}, {u"t"_s});
    scaled.attributes = {{u"alpha"_s, 0.0F, u"factor"_s}};
    GraphDraft draft;
    draft.functions = {function(u"Twice"_s, {scaled, node({}, u"Neg"_s, {u"t"_s}, {u"b"_s})})};
    draft.functions[0].defaults = {{u"factor"_s, 2.0F}};
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {call(u"one"_s, u"Twice"_s, u"x"_s, u"y"_s), call(u"two"_s, u"Twice"_s, u"y"_s, u"z"_s)};
    draft.nodes[1].attributes = {{u"factor"_s, 3.0F}};
    draft.outputs = {{u"z"_s, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);
    QCOMPARE(graph->nodeCount(), 2);
    QCOMPARE(graph->bodies().size(), std::size_t{2});
    const GraphBody& one = graph->bodies()[0];
    const GraphBody& two = graph->bodies()[1];
    QVERIFY(one.isFunction());
    QCOMPARE(graph->node(NodeId(one.firstNode)).inputs[0], graph->findValue(u"x"_s)); // the caller's own value
    QCOMPARE(graph->node(NodeId(one.firstNode + 1)).outputs[0], graph->findValue(u"y"_s));
    QVERIFY(graph->node(NodeId(one.firstNode)).outputs[0] != graph->node(NodeId(two.firstNode)).outputs[0]);
    const auto alpha = [&](const GraphBody& body) {
        return std::get<float>(graph->node(NodeId(body.firstNode)).attributes.first().value);
    };
    QCOMPARE(alpha(one), 2.0F);
    QCOMPARE(alpha(two), 3.0F);
    QVERIFY(graph->bodiesLeftOut().isEmpty());
}

void tst_Bodies::refusesFunctionsThatCallThemselves()
{
    GraphDraft draft;
    draft.functions = {function(u"Ping"_s, {call(u"p"_s, u"Pong"_s, u"a"_s, u"b"_s)}),
                       function(u"Pong"_s, {call(u"q"_s, u"Ping"_s, u"a"_s, u"b"_s)})};
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {call(u"start"_s, u"Ping"_s, u"x"_s, u"y"_s)};
    const auto graph = Graph::fromDraft(draft);
    QCOMPARE(graph->totalNodeCount(), 3);
    QVERIFY(graph->bodiesLeftOut().contains(u"Ping"_s));
}

void tst_Bodies::boundsWhatFunctionsMultiplyTo()
{
    GraphDraft draft;
    for (int level = 0; level < 20; ++level) {
        const QString inner = u"F%1"_s.arg(level + 1);
        draft.functions.append(
            function(u"F%1"_s.arg(level), {call(u"l"_s, inner, u"a"_s, u"t"_s), call(u"r"_s, inner, u"t"_s, u"b"_s)}));
    }
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {call(u"start"_s, u"F0"_s, u"x"_s, u"y"_s)};
    const auto graph = Graph::fromDraft(draft); // a million calls
    QVERIFY(graph->totalNodeCount() <= 200'001);
    QVERIFY(!graph->bodiesLeftOut().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Bodies)
#include "tst_bodies.moc"
