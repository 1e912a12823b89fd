// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include "core/layout/ReducedGraph.h"

#include <QTest>

using namespace driftscope;
using namespace driftscope::test;
using namespace Qt::StringLiterals;

class TestReducedGraph : public QObject
{
    Q_OBJECT

private:
    static std::vector<NodeId> named(const Graph& graph, const QStringList& names)
    {
        std::vector<NodeId> nodes;
        for (const QString& name : names)
            nodes.push_back(graph.findNode(name));
        return nodes;
    }

    /// `from>to:value`, by the names of nodes and values.
    static QStringList edges(const Graph& graph, const DrawnGraph& drawn)
    {
        const auto name = [&](int index) {
            const LayoutBox& box = drawn.boxes[static_cast<std::size_t>(index)];
            return box.node.isValid() ? graph.node(box.node).name : graph.value(box.value).name;
        };
        QStringList result;
        for (const Net& net : drawn.nets) {
            for (const int target : drawn.targetsOf(net))
                result += u"%1>%2:%3"_s.arg(name(net.from), name(target), graph.value(net.value).name);
        }
        result.sort();
        return result;
    }

private Q_SLOTS:
    void bridgesAHiddenChain()
    {
        const auto graph = Graph::fromDraft(chain(4));
        const DrawnGraph reduced = withoutNodes(drawnGraph(*graph), named(*graph, {u"n1"_s, u"n2"_s}));
        QCOMPARE(edges(*graph, reduced), (QStringList{u"n0>n3:n2"_s, u"n3>n3:n3"_s, u"x>n0:x"_s}));
        QCOMPARE(reduced.boxOfNode[graph->findNode(u"n1"_s).position()], -1);
    }

    void keepsBranchesConnected()
    {
        GraphDraft draft = chain(1);
        addNode(draft, u"a"_s, {u"n0"_s});
        addNode(draft, u"b"_s, {u"n0"_s});
        addNode(draft, u"sum"_s, {u"a"_s, u"b"_s}, u"Add"_s);
        addNode(draft, u"end"_s, {u"sum"_s});
        const auto graph = Graph::fromDraft(draft);
        const QStringList seen = edges(*graph, withoutNodes(drawnGraph(*graph), named(*graph, {u"sum"_s})));
        QVERIFY(seen.contains(u"a>end:sum"_s));
        QVERIFY(seen.contains(u"b>end:sum"_s));
    }

    void everyReducedRandomGraphLaysOutWithoutFault()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            const auto graph = Graph::fromDraft(randomDag(seed, 300));
            LayoutOptions options;
            options.hidden.emplace_back();
            for (qsizetype i = seed % 3; i < graph->nodeCount(); i += 3)
                options.hidden.front().emplace_back(i);
            Progress progress;
            const auto layout = layoutGraph(*graph, options, CancelToken(), progress);
            QVERIFY(layout.has_value());
            QCOMPARE(whatIsWrong(*layout), QString());
            for (const NodeId hidden : options.hidden.front())
                QCOMPARE(layout->boxOfNode[hidden.position()], -1);
        }
    }

    void hidingNothingChangesNothing()
    {
        const auto graph = Graph::fromDraft(randomDag(7, 100));
        QCOMPARE(edges(*graph, withoutNodes(drawnGraph(*graph), {})), edges(*graph, drawnGraph(*graph)));
    }
};

QTEST_GUILESS_MAIN(TestReducedGraph)
#include "tst_reducedgraph.moc"
