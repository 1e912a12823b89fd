// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/GraphNodesModel.h"
#include "core/models/ModelRoles.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

namespace {

/// A chain written in the wrong order: the file's first node consumes what the second produces.
std::shared_ptr<const Graph> twoNodes()
{
    GraphDraft draft;
    draft.inputs.append({u"x"_s, DataType::Float32, Shape{1, 3}});
    NodeDraft late;
    late.name = u"late"_s;
    late.opType = u"Relu"_s;
    late.inputs = QStringList{u"mid"_s};
    late.outputs = QStringList{u"y"_s};
    NodeDraft early = late;
    early.name = u"early"_s;
    early.opType = u"Conv"_s;
    early.inputs = QStringList{u"x"_s};
    early.outputs = QStringList{u"mid"_s};
    draft.nodes = {late, early};
    draft.values.append({u"mid"_s, DataType::Int8, Shape{1, -1}});
    return buildGraph(draft, {{{u"early"_s, Device::Bpu}}, {}});
}

QString rowText(const GraphNodesModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u'|');
}

} // namespace

class TestGraphNodesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsInDataFlowOrder()
    {
        GraphNodesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const auto graph = twoNodes();
        model.setGraph(graph, {{graph->findNode(u"early"_s), {0.5, u"inserted"_s}}});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY2(rowText(model, 0).startsWith(u"early|Conv|BPU|int8|1×?|0.5"_s), qPrintable(rowText(model, 0)));
        QVERIFY(rowText(model, 0).endsWith(u"inserted"_s));
        QCOMPARE(rowText(model, 1), u"late|Relu|–|–|–|–|–"_s);
        QCOMPARE(model.rowOf(graph->findNode(u"late"_s)), 1);
        QCOMPARE(model.index(0, GraphNodesModel::CosineColumn).data(SortRole).toDouble(), 0.5);
        QVERIFY(!model.index(1, GraphNodesModel::CosineColumn).data(SortRole).isValid());
    }

    void listsOnlyWhatIsAskedFor()
    {
        GraphNodesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto graph = twoNodes();
        model.setGraph(graph, {});
        model.setListed(std::vector{graph->findNode(u"late"_s)});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.isFiltered());
        QCOMPARE(model.rowOf(graph->findNode(u"early"_s)), -1);
        QCOMPARE(model.node(0), graph->findNode(u"late"_s));
        QVERIFY(!model.node(1).isValid());
        model.setListed(std::vector<NodeId>());
        QCOMPARE(model.rowCount(), 0);
        model.setListed(std::nullopt);
        QCOMPARE(model.rowCount(), 2);
        model.setGraph(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGraphNodesModel)
#include "tst_graphnodesmodel.moc"
