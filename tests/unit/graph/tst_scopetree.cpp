// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScopeTree.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ScopeTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByNames_data();
    void groupsByNames();
    void kindsOfOperatorsAreNoGroups();
    void findsEqualBlocksWhereNamesSayNothing();
    void equalPairsAreNoBlocks();
    void findsBlocksOfBlocks();
    void subgraphsAreGroupsOfTheirOwner();
    void everyNodeHasItsPlace();
};

namespace {

NodeDraft node(const QString& name, const QString& op, const QStringList& inputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = {name};
    return draft;
}

/// One after the other.
std::shared_ptr<const Graph> chainOf(const QStringList& names, const QStringList& ops)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (qsizetype i = 0; i < names.size(); ++i) {
        draft.nodes.append(node(names[i], ops[i % ops.size()], {last}));
        last = names[i];
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    return Graph::fromDraft(draft);
}

QStringList labels(const ScopeTree& tree, ScopeId parent)
{
    QStringList result;
    for (const Scope& scope : tree.scopes()) {
        if (scope.parent == parent)
            result.append(scope.label);
    }
    return result;
}

QStringList numbered(const QString& prefix, int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(prefix + QString::number(i));
    return names;
}

} // namespace

void tst_ScopeTree::groupsByNames_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QStringList>("top");
    QTest::newRow("torch") << u"/model/layers.%1/attn/"_s << QStringList{u"layers.0/attn"_s, u"layers.1/attn"_s};
    QTest::newRow("keras") << u"net/block%1/conv/"_s << QStringList{u"block0/conv"_s, u"block1/conv"_s};
    QTest::newRow("dots") << u"stage.%1.conv."_s << QStringList{u"stage.0.conv"_s, u"stage.1.conv"_s};
    QTest::newRow("underscores") << u"encoder_layer%1_"_s << QStringList{u"layer0"_s, u"layer1"_s};
}

void tst_ScopeTree::groupsByNames()
{
    QFETCH(QString, layer);
    QFETCH(QStringList, top);
    const auto graph = chainOf(numbered(layer.arg(0), 4) + numbered(layer.arg(1), 4), {u"Conv"_s, u"Relu"_s});
    const auto tree = ScopeTree::of(*graph);
    QCOMPARE(labels(*tree, {}), top);
    QCOMPARE(tree->scopes().front().kind, Scope::Kind::Name);
    QCOMPARE(tree->scopes().front().nodeCount, 4);
    QCOMPARE(tree->scopeOf(NodeId(5)), ScopeId(1));
}

void tst_ScopeTree::kindsOfOperatorsAreNoGroups()
{
    QStringList names;
    for (int i = 0; i < 8; ++i)
        names.append((i % 2 == 0 ? u"Conv_%1"_s : u"Relu_%1"_s).arg(i));
    QCOMPARE(ScopeTree::of(*chainOf(names, {u"Conv"_s, u"Relu"_s}))->count(), 0);
}

void tst_ScopeTree::findsEqualBlocksWhereNamesSayNothing()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {node(u"stem"_s, u"Conv"_s, {u"x"_s}), node(u"pool"_s, u"MaxPool"_s, {u"stem"_s})};
    QString last = u"pool"_s;
    for (int block = 0; block < 6; ++block) {
        const QStringList names = numbered(u"n%1x"_s.arg(block), 5);
        const QStringList ops{u"Conv"_s, u"Relu"_s, u"Conv"_s, u"Sigmoid"_s};
        draft.nodes.append(node(names[0], ops[0], {last}));
        for (int i = 1; i < 4; ++i)
            draft.nodes.append(node(names[i], ops[i], {names[i - 1]}));
        draft.nodes.append(node(names[4], u"Add"_s, {names[3], last}));
        last = names[4];
    }
    draft.nodes.append(node(u"head"_s, u"Gemm"_s, {last}));
    draft.outputs = {{u"head"_s, DataType::Float32, {}}};
    const auto graph = Graph::fromDraft(draft);
    const auto tree = ScopeTree::of(*graph);
    QCOMPARE(tree->count(), 6);
    for (int block = 0; block < 6; ++block) {
        const Scope& scope = tree->scopes()[std::size_t(block)];
        QCOMPARE(scope.kind, Scope::Kind::Repeated);
        QCOMPARE(scope.nodeCount, 5);
        QCOMPARE(scope.ordinal, block + 1);
        QCOMPARE(scope.siblings, 6);
        // Blocks are cut where the fewest values pass: behind the Add.
        QCOMPARE(tree->scopeOf(graph->findNode(u"n%1x0"_s.arg(block))), ScopeId(block));
        QCOMPARE(tree->scopeOf(graph->findNode(u"n%1x4"_s.arg(block))), ScopeId(block));
    }
    QVERIFY(!tree->scopeOf(graph->findNode(u"head"_s)).isValid());
}

void tst_ScopeTree::equalPairsAreNoBlocks()
{
    QCOMPARE(ScopeTree::of(*chainOf(numbered(u"n"_s, 60), {u"Conv"_s, u"Relu"_s}))->count(), 0);
}

void tst_ScopeTree::findsBlocksOfBlocks()
{
    QStringList ops;
    for (int stage = 0; stage < 2; ++stage) {
        for (int block = 0; block < 3; ++block)
            ops += QStringList{u"Conv"_s, u"Relu"_s, u"Conv"_s, u"Tanh"_s, u"Clip"_s};
        ops += QStringList{u"MaxPool"_s, u"Sigmoid"_s};
    }
    const auto tree = ScopeTree::of(*chainOf(numbered(u"n"_s, int(ops.size())), ops));
    int stages = 0;
    for (const Scope& scope : tree->scopes())
        stages += scope.children.size() == 3 ? 1 : 0;
    QCOMPARE(stages, 2);
}

void tst_ScopeTree::subgraphsAreGroupsOfTheirOwner()
{
    const auto branch = [](const QString& op) {
        auto draft = std::make_shared<GraphDraft>();
        draft->nodes = {node(u"a"_s, op, {u"x"_s}), node(u"b"_s, op, {u"a"_s})};
        draft->outputs = {{u"b"_s, DataType::Float32, {}}};
        return std::shared_ptr<const GraphDraft>(std::move(draft));
    };
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {node(u"if"_s, u"If"_s, {u"x"_s}), node(u"loop"_s, u"Loop"_s, {u"x"_s})};
    draft.nodes[0].attributes = {{u"then_branch"_s, branch(u"Exp"_s)}, {u"else_branch"_s, branch(u"Log"_s)}};
    draft.nodes[1].attributes = {{u"body"_s, branch(u"Sin"_s)}};
    const auto graph = Graph::fromDraft(draft);
    const auto tree = ScopeTree::of(*graph);
    QCOMPARE(labels(*tree, {}), (QStringList{u"if"_s, u"loop"_s}));
    const ScopeId ofIf = tree->ownedScope(NodeId(0));
    QCOMPARE(labels(*tree, ofIf), (QStringList{u"then_branch"_s, u"else_branch"_s}));
    QCOMPARE(tree->scopeOfBody(BodyId(1)), tree->scope(ofIf).children[1]);
    const ScopeId ofLoop = tree->ownedScope(NodeId(1));
    QCOMPARE(tree->scopeOfBody(BodyId(2)), ofLoop); // one body needs no group of its own
    QCOMPARE(tree->scope(ofLoop).nodeCount, 2); // without the Loop itself
    QCOMPARE(tree->members(ofIf).size(), std::size_t{5});
    QVERIFY(tree->isInside(tree->scopeOfBody(BodyId(0)), ofIf));
    QVERIFY(!tree->isInside(ofLoop, ofIf));
}

void tst_ScopeTree::everyNodeHasItsPlace()
{
    for (quint32 seed = 0; seed < 40; ++seed) {
        QRandomGenerator random(seed);
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, {}}};
        for (int i = 0; i < 120; ++i) {
            const QString name = u"/s%1/t%2/n%3"_s.arg(i / 40).arg(random.bounded(4)).arg(i);
            const QString from = i == 0 ? u"x"_s : draft.nodes[random.bounded(i)].name;
            draft.nodes.append(node(name, u"Relu"_s, {from}));
        }
        const auto graph = Graph::fromDraft(draft);
        const auto tree = ScopeTree::of(*graph);
        for (int i = 0; i < tree->count(); ++i) {
            const ScopeId id(i);
            const Scope& scope = tree->scope(id);
            QVERIFY(scope.nodeCount >= 2);
            QVERIFY(!scope.parent.isValid() || scope.parent < id);
            std::set<NodeId> members(tree->members(id).begin(), tree->members(id).end());
            for (int n = 0; n < graph->totalNodeCount(); ++n) {
                const ScopeId of = tree->scopeOf(NodeId(n));
                QCOMPARE(of.isValid() && tree->isInside(of, id), members.contains(NodeId(n)));
            }
            QCOMPARE(tree->find(scope.path), id);
        }
    }
}

QTEST_GUILESS_MAIN(tst_ScopeTree)
#include "tst_scopetree.moc"
