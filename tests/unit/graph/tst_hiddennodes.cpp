// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/HiddenNodes.h"

#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestHiddenNodes : public QObject
{
    Q_OBJECT

private:
    static NodeDraft node(const QString& name, const QString& opType, const QStringList& inputs, const QString& output)
    {
        NodeDraft made;
        made.name = name;
        made.opType = opType;
        made.inputs = inputs;
        made.outputs = {output};
        return made;
    }

    static ValueDraft value(const QString& name)
    {
        ValueDraft made;
        made.name = name;
        return made;
    }

    static QStringList names(const Graph& graph, const std::vector<NodeId>& nodes)
    {
        QStringList result;
        for (const NodeId each : nodes)
            result += graph.node(each).name;
        return result;
    }

private Q_SLOTS:
    void onlyPairsThatSimulateAreHidden()
    {
        GraphDraft draft;
        draft.inputs = {value(u"x"_s)};
        draft.outputs = {value(u"y"_s), value(u"z"_s)};
        draft.nodes = {node(u"q"_s, u"QuantizeLinear"_s, {u"x"_s}, u"xq"_s),
                       node(u"dq"_s, u"DequantizeLinear"_s, {u"xq"_s}, u"xd"_s),
                       node(u"conv"_s, u"Conv"_s, {u"xd"_s}, u"c"_s),
                       node(u"edge"_s, u"QuantizeLinear"_s, {u"c"_s}, u"cq"_s),
                       node(u"qconv"_s, u"QLinearConv"_s, {u"cq"_s}, u"d"_s),
                       node(u"out"_s, u"DequantizeLinear"_s, {u"d"_s}, u"y"_s),
                       node(u"calibration"_s, u"HzCalibration"_s, {u"c"_s}, u"z"_s)};
        const auto graph = Graph::fromDraft(draft);
        QCOMPARE(names(*graph, quantizePairs(*graph)), (QStringList{u"q"_s, u"dq"_s, u"calibration"_s}));
    }

    void aQuantizeThatIsAlsoAnOutputStays()
    {
        GraphDraft draft;
        draft.inputs = {value(u"x"_s)};
        draft.outputs = {value(u"xq"_s), value(u"y"_s)};
        draft.nodes = {node(u"q"_s, u"QuantizeLinear"_s, {u"x"_s}, u"xq"_s),
                       node(u"dq"_s, u"DequantizeLinear"_s, {u"xq"_s}, u"y"_s)};
        const auto graph = Graph::fromDraft(draft);
        QVERIFY(quantizePairs(*graph).empty());
    }

    void constantsAreWhatDependsOnNoInput()
    {
        GraphDraft draft;
        draft.inputs = {value(u"x"_s)};
        draft.outputs = {value(u"y"_s)};
        draft.nodes
            = {node(u"c"_s, u"Constant"_s, {}, u"a"_s), node(u"cast"_s, u"Cast"_s, {u"a"_s}, u"b"_s),
               node(u"shape"_s, u"Shape"_s, {u"x"_s}, u"s"_s), node(u"add"_s, u"Add"_s, {u"x"_s, u"b"_s}, u"y"_s)};
        const auto graph = Graph::fromDraft(draft);
        QCOMPARE(names(*graph, constantNodes(*graph)), (QStringList{u"c"_s, u"cast"_s}));
    }
};

QTEST_GUILESS_MAIN(TestHiddenNodes)
#include "tst_hiddennodes.moc"
