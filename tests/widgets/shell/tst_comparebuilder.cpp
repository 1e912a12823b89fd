// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CompareBuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// What of a loaded chain reaches the panes.
class tst_CompareBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsReachTheDecorations();
    void aComparisonOverrulesReportedCosines();
};

namespace {

LoadedChain chainWithLog()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Int8, Shape{1, 3, 8, 8}}};
    draft.outputs = {{u"y"_s, DataType::Int8, Shape{1, 4, 8, 8}}};
    NodeDraft conv;
    conv.name = u"/net/conv"_s;
    conv.opType = u"HzSQuantizedConv"_s;
    conv.domain = u"horizon"_s;
    conv.inputs = {u"x"_s};
    conv.outputs = {u"y"_s};
    draft.nodes = {conv};
    LoadedStage stage;
    stage.stage = Stage::Quantized;
    stage.file = u"net_quantized_model.onnx"_s;
    stage.graph = Graph::fromDraft(draft);
    MakertbinLog log;
    LogNode row;
    row.name = u"/net/conv"_s;
    row.device = u"BPU"_s;
    row.type = u"HzSQuantizedConv"_s;
    row.cosine = 0.75;
    row.threshold = 2.5;
    row.line = 7;
    log.nodes = {row};
    LoadedChain chain;
    chain.stages = {stage};
    AnnotationSubject subject;
    subject.stages = chain.graphs();
    subject.log = &log;
    chain.annotations = StageAnnotations::annotate(subject);
    return chain;
}

} // namespace

void tst_CompareBuilder::reportsReachTheDecorations()
{
    const LoadedChain chain = chainWithLog();
    const auto decorations = decorationsFor(chain, chain.stages.front(), std::nullopt);
    QCOMPARE(decorations.size(), std::size_t(1));
    QCOMPARE(decorations.front().node, NodeId(0));
    QCOMPARE(decorations.front().threshold, std::optional(2.5));
    QCOMPARE(decorations.front().cosine, std::optional(0.75));
    QCOMPARE(decorations.front().device, Device::Bpu);
}

void tst_CompareBuilder::aComparisonOverrulesReportedCosines()
{
    const LoadedChain chain = chainWithLog();
    CaptureComparison comparison;
    LayerComparison layer;
    layer.name = u"/net/conv"_s;
    layer.status = ComparisonStatus::NotDumped;
    layer.statusReason = u"The board did not dump it."_s;
    comparison.layers = {layer};
    const auto decorations = decorationsFor(chain, chain.stages.front(), comparison);
    QCOMPARE(decorations.size(), std::size_t(1));
    QVERIFY(!decorations.front().cosine.has_value());
    QCOMPARE(decorations.front().noDataReason, layer.statusReason);
    QCOMPARE(decorations.front().threshold, std::optional(2.5));
}

QTEST_GUILESS_MAIN(tst_CompareBuilder)
#include "tst_comparebuilder.moc"
