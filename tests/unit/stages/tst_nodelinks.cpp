// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/NodeLinks.h"
#include "core/stages/StageAnnotations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_NodeLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeNames();
    void endsThatAreUnique();
    void endsInOrder();
    void longerEndsFirst();
    void namesWithoutSlashes();
    void outputsOfFusedNodes();
    void unknownNames();
    void nodesOfThePackedCode();
    void lastTableOfALog();
    void factsComeWithTheirSource();
    void profileOfTheBoard();
};

namespace {

std::shared_ptr<const Graph> graphOf(const QList<NodeDraft>& nodes)
{
    GraphDraft draft;
    draft.nodes = nodes;
    draft.inputs = {{u"in"_s, DataType::Float32, Shape{1, 3}}};
    draft.outputs = {{nodes.last().outputs.first(), DataType::Float32, Shape{1, 3}}};
    return Graph::fromDraft(draft);
}

std::shared_ptr<const Graph> chainOf(const QStringList& names, const QString& type = u"Conv"_s)
{
    QList<NodeDraft> nodes;
    QString value = u"in"_s;
    for (const QString& name : names) {
        nodes.append(op(name, type, {value}, {name + u"_out"_s}));
        value = name + u"_out"_s;
    }
    return graphOf(nodes);
}

ListedNode cut(const QString& end, const QString& type = u"Conv"_s)
{
    return {end, true, false, type, {}};
}

QStringList linkedNames(const Graph& graph, const QList<NodeLink>& links)
{
    QStringList names;
    for (const NodeLink& link : links)
        names.append(link.node.isValid() ? graph.node(link.node).name : QString());
    return names;
}

} // namespace

void tst_NodeLinks::wholeNames()
{
    const auto graph = chainOf({u"/a/Conv"_s, u"/b/Conv"_s});
    const auto links = linkNodes(*graph, {{u"/b/Conv"_s, false, false, {}, {}}, {u"/a/Conv"_s, false, false, {}, {}}});
    QCOMPARE(linkedNames(*graph, links), (QStringList{u"/b/Conv"_s, u"/a/Conv"_s}));
    QCOMPARE(links.front().how, LinkHow::Name);
}

void tst_NodeLinks::endsThatAreUnique()
{
    // /a/m/Conv also ends so, but has a row of its own.
    const auto graph = chainOf({u"/a/m/Conv"_s, u"/long/b/m/Conv"_s});
    const auto links = linkNodes(*graph, {{u"/a/m/Conv"_s, false, false, {}, {}}, cut(u"/m/Conv"_s)});
    QCOMPARE(linkedNames(*graph, links), (QStringList{u"/a/m/Conv"_s, u"/long/b/m/Conv"_s}));
    QCOMPARE(links[1].how, LinkHow::UniqueEnd);
}

void tst_NodeLinks::endsInOrder()
{
    const auto graph = chainOf({u"/x/0/m/Conv"_s, u"/between"_s, u"/y/0/m/Conv"_s, u"/z/0/m/Conv"_s});
    const auto links = linkNodes(
        *graph, {cut(u"/0/m/Conv"_s), {u"/between"_s, false, false, {}, {}}, cut(u"/0/m/Conv"_s), cut(u"/0/m/Conv"_s)});
    QCOMPARE(linkedNames(*graph, links),
             (QStringList{u"/x/0/m/Conv"_s, u"/between"_s, u"/y/0/m/Conv"_s, u"/z/0/m/Conv"_s}));
    QCOMPARE(links[2].how, LinkHow::EndInOrder);
    // A row of which the first is missing stands behind the row above it.
    const auto partial = linkNodes(*graph, {{u"/between"_s, false, false, {}, {}}, cut(u"/0/m/Conv"_s)});
    QCOMPARE(linkedNames(*graph, partial).last(), u"/y/0/m/Conv"_s);
}

void tst_NodeLinks::longerEndsFirst()
{
    const auto graph = chainOf({u"/p/q/Conv"_s, u"/r/q/Conv"_s});
    const auto links = linkNodes(*graph, {cut(u"/q/Conv"_s), cut(u"p/q/Conv"_s)});
    QCOMPARE(linkedNames(*graph, links), (QStringList{u"/r/q/Conv"_s, u"/p/q/Conv"_s}));
}

void tst_NodeLinks::namesWithoutSlashes()
{
    const auto graph = chainOf({u"/model.23/cv2.0/Conv"_s});
    const auto links = linkNodes(*graph, {{u"model.23cv2.0Conv"_s, false, true, {}, {}}});
    QCOMPARE(links.front().how, LinkHow::NameWithoutSlashes);
}

void tst_NodeLinks::outputsOfFusedNodes()
{
    const auto graph = graphOf({op(u"conv"_s, u"HzSQuantizedConv"_s, {u"in"_s}, {u"add_output_quantized"_s})});
    const auto links = linkNodes(
        *graph, {{u"conv"_s, false, false, {}, {u"conv_output"_s}}, {u"add"_s, false, false, {}, {u"add_output"_s}}});
    QCOMPARE(links[0].how, LinkHow::Name);
    QCOMPARE(links[1].how, LinkHow::Output);
    QCOMPARE(links[1].node, links[0].node);
}

void tst_NodeLinks::unknownNames()
{
    const auto graph = chainOf({u"a"_s});
    const auto links = linkNodes(*graph,
                                 {{u"b"_s, false, false, {}, {}},
                                  cut(u"xyz"_s),
                                  {u"a"_s, false, false, {}, {}},
                                  {u"a"_s, false, false, {}, {}}});
    QCOMPARE(linkedNames(*graph, links), (QStringList{QString(), QString(), u"a"_s, QString()}));
}

void tst_NodeLinks::nodesOfThePackedCode()
{
    const auto quantized = graphOf({op(u"conv"_s, u"HzSQuantizedConv"_s, {u"in"_s}, {u"c"_s}),
                                    op(u"lut"_s, u"HzLut"_s, {u"c"_s}, {u"l"_s}),
                                    op(u"deq"_s, u"HzDequantize"_s, {u"l"_s}, {u"out"_s})});
    const auto board = graphOf({op(u"main_graph_subgraph_0"_s, u"BPU"_s, {u"in"_s}, {u"l"_s}),
                                op(u"deq"_s, u"Dequantize"_s, {u"l"_s}, {u"out"_s})});
    const auto owners = boardNodesOf(*quantized, *board);
    QCOMPARE(owners.size(), 3);
    QCOMPARE(owners.value(quantized->findNode(u"conv"_s)), NodeId(0));
    QCOMPARE(owners.value(quantized->findNode(u"lut"_s)), NodeId(0));
    QCOMPARE(owners.value(quantized->findNode(u"deq"_s)), NodeId(1));
}

void tst_NodeLinks::lastTableOfALog()
{
    const StageGraph stage{Stage::Quantized, u"q.onnx"_s, chainOf({u"a"_s, u"b"_s})};
    MakertbinLog log;
    for (const double cosine : {0.5, 0.9}) {
        for (const QString& name : {u"a"_s, u"b"_s}) {
            LogNode row;
            row.name = name;
            row.cosine = cosine;
            row.line = static_cast<int>(log.nodes.size()) + 1;
            log.nodes.append(row);
        }
    }
    AnnotationSubject subject;
    subject.stages = {stage};
    subject.log = &log;
    const auto annotations = StageAnnotations::annotate(subject);
    QCOMPARE(annotations->links().size(), 1);
    QCOMPARE(annotations->links().front().rows.size(), 2);
    QCOMPARE(annotations->facts(Stage::Quantized, NodeId(0))->cosine, std::optional(0.9));
    QCOMPARE(annotations->facts(Stage::Quantized, NodeId(0))->cosineSource->line, 3);
}

void tst_NodeLinks::factsComeWithTheirSource()
{
    const StageGraph quantized{Stage::Quantized, u"q.onnx"_s, chainOf({u"a"_s, u"b"_s})};
    const StageGraph board{Stage::Board, u"m.bin"_s, chainOf({u"g_subgraph_0"_s}, u"BPU"_s)};
    MakertbinLog log;
    LogNode row;
    row.name = u"a"_s;
    row.device = u"CPU"_s;
    row.threshold = 1.5;
    row.cosine = 0.75;
    row.dataType = u"int16"_s;
    row.line = 7;
    log.nodes = {row};
    AnnotationSubject subject;
    subject.stages = {quantized, board};
    subject.log = &log;
    QuantInfoNode info;
    info.name = u"a"_s;
    info.thresholds = {{1.25}, {1, 2}};
    subject.quantInfo = FromFile<QList<QuantInfoNode>>{u"i.json"_s, {info}};
    SubgraphReport report;
    report.name = u"g_subgraph_0"_s;
    report.latencyUs = 12.5;
    subject.subgraphs = {{u"g.json"_s, report}};
    const auto annotations = StageAnnotations::annotate(subject);
    const NodeFacts* facts = annotations->facts(Stage::Quantized, NodeId(0));
    QVERIFY(facts != nullptr);
    QCOMPARE(facts->threshold, std::optional(1.25)); // the report with more digits is believed first
    QCOMPARE(facts->thresholdSource->origin, FactOrigin::QuantInfo);
    QCOMPARE(facts->cosine, std::optional(0.75));
    QCOMPARE(facts->cosineSource->line, 7);
    QCOMPARE(facts->device, Device::Cpu);
    QCOMPARE(facts->dataType, u"int16"_s);
    QCOMPARE(facts->inputThresholds.size(), std::size_t{2});
    QVERIFY(!facts->latencyUs);
    QCOMPARE(annotations->facts(Stage::Board, NodeId(0))->latencyUs, std::optional(12.5));
    QVERIFY(annotations->facts(Stage::Quantized, NodeId(1)) == nullptr);
    QVERIFY(annotations->facts(Stage::Calibrated, NodeId(0)) == nullptr);
}

/// What the board measured comes before the compiler's estimate, also for conversions that are no nodes.
void tst_NodeLinks::profileOfTheBoard()
{
    const StageGraph board{Stage::Board, u"m.bin"_s, chainOf({u"g_subgraph_0"_s, u"/a/b_HzDequantize"_s, u"prob"_s})};
    AnnotationSubject subject;
    subject.stages = {board};
    SubgraphReport estimate;
    estimate.name = u"g_subgraph_0"_s;
    estimate.latencyUs = 12.5;
    subject.subgraphs = {{u"g.json"_s, estimate}};
    ProfilerReport profile;
    profile.nodes = {{u"BPU_g_subgraph_0"_s, 1.5, 2, 1},
                     {u"g_subgraph_0_output_layout_convert"_s, 0.25, 1, 0},
                     {u"Dequantize_ab_HzDequantize"_s, 0.125, 1, 0},
                     {u"prob"_s, 0.5, 1, 0},
                     {u"Softmax_nobody"_s, 0.5, 1, 0}};
    subject.profile = FromFile<ProfilerReport>{u"profiler.log"_s, profile};
    const auto annotations = StageAnnotations::annotate(subject);
    const NodeFacts* subgraph = annotations->facts(Stage::Board, NodeId(0));
    QVERIFY(subgraph != nullptr);
    QCOMPARE(subgraph->latencyUs, std::optional(1500.0));
    QCOMPARE(subgraph->latencySource->origin, FactOrigin::Profiler);
    QCOMPARE(subgraph->conversionUs, std::optional(250.0));
    QCOMPARE(annotations->facts(Stage::Board, NodeId(1))->latencyUs, std::optional(125.0));
    QCOMPARE(annotations->facts(Stage::Board, NodeId(2))->latencyUs, std::optional(500.0));
    QCOMPARE(annotations->links().front().linkedCount(), 4);
    QCOMPARE(annotations->links().front().rows.size(), 5);
}

QTEST_GUILESS_MAIN(tst_NodeLinks)
#include "tst_nodelinks.moc"
