// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/PerfGraph.h"
#include "core/toolchain/ProfilerReport.h"
#include "core/toolchain/QuantInfo.h"
#include "core/toolchain/SideFiles.h"
#include "core/toolchain/SubgraphReport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_SideReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantInfo();
    void subgraphReport();
    void perfGraph();
    void profilerLog();
    void profilerTable();
    void brokenReports_data();
    void brokenReports();
    void sideFilesOfAPrefix();
    void logOneFolderUp();
};

namespace {

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

void tst_SideReports::quantInfo()
{
    const auto nodes = parseQuantInfo(R"({"/conv": {"type": "Conv", "inputs": ["x", "w"], "outputs": ["y"],
        "thresholds": [[1.5], [0.25, "0.5"], []], "cosine_similarity": "1.000020"},
        "/add": {"type": "Add", "thresholds": [2], "cosine_similarity": 0.5}, "odd": 3})",
                                      u"q.json"_s);
    QVERIFY(nodes.has_value());
    QCOMPARE(nodes->size(), 2);
    const QuantInfoNode& conv = nodes->last();
    QCOMPARE(conv.name, u"/conv"_s);
    QCOMPARE(conv.inputs, (QStringList{u"x"_s, u"w"_s}));
    QCOMPARE(conv.thresholds, (std::vector<std::vector<double>>{{1.5}, {0.25, 0.5}, {}}));
    QCOMPARE(conv.cosine, std::optional(1.00002));
    QCOMPARE(nodes->first().thresholds, (std::vector<std::vector<double>>{{2}}));
    QCOMPARE(nodes->first().cosine, std::optional(0.5));
}

void tst_SideReports::subgraphReport()
{
    const auto report = parseSubgraphReport(R"json({"summary": {"BPU march": "B25E", "DDR bytes per frame": 18865600,
        "FPS": 147.31, "latency (us)": 6788.5, "model name": "g_subgraph_0", "HBDK version": "3.49.15",
        "input features": [["input name", "input size"], ["images", "1x640x640x3"]],
        "compiling options": "-f hbir --O3 --input-layout NHWC", "interval time (ms)": 0.2,
        "interval computing units utilization": [0.5, 0.75]}})json",
                                            u"g.json"_s);
    QVERIFY(report.has_value());
    QCOMPARE(report->name, u"g_subgraph_0"_s);
    QCOMPARE(report->latencyUs, 6788.5);
    QCOMPARE(report->ddrBytes, 18865600);
    QCOMPARE(report->inputs.size(), 1);
    QCOMPARE(report->inputs.first().second, u"1x640x640x3"_s);
    QCOMPARE(report->compilerFlags.last(), u"NHWC"_s);
    QCOMPARE(report->utilization, (std::vector<double>{0.5, 0.75}));
}

void tst_SideReports::perfGraph()
{
    const QByteArray text = "// the test\ndigraph model {\n\timages [label=images color=black]\n"
                            "\tg_subgraph_0 [label=\"name: g_subgraph_0\ntype: BPU\" color=black]\n"
                            "\t\"a.b_HzDequantize\" [label=\"name: a.b_HzDequantize\ntype: Dequantize\"]\n"
                            "\timages -> g_subgraph_0 [label=\"1x640x640x3 / 2, NV12, UINT8\" color=red]\n"
                            "\tg_subgraph_0 -> \"a.b_HzDequantize\" [label=\"1x80, INT32\" color=red]\n}\n";
    QVERIFY(looksLikePerfGraph(text));
    const auto graph = parsePerfGraph(text, u"m"_s);
    QVERIFY(graph.has_value());
    QCOMPARE(graph->nodes.size(), 3);
    QCOMPARE(graph->nodes[1].type, u"BPU"_s);
    QCOMPARE(graph->nodes[2].name, u"a.b_HzDequantize"_s);
    QCOMPARE(graph->nodes[2].type, u"Dequantize"_s);
    QCOMPARE(graph->edges.size(), 2);
    QCOMPARE(graph->edges[0].label, u"1x640x640x3 / 2, NV12, UINT8"_s);
    QCOMPARE(graph->edges[1].to, u"a.b_HzDequantize"_s);
}

void tst_SideReports::profilerLog()
{
    // As the manual shows it, where a part of it stands twice and the end is cut off.
    const QByteArray text = R"({"perf_result": {"FPS": 677.66, "average_latency": 1.4517},
 "running_condition": {"core_id": 0, "frame_count": 200, "model_name": "m", "run_time": 295.1, "thread_num": 4}}
***
{"chip_latency": {"BPU_inference_time_cost": {"avg_time": 1.2, "max_time": 1.3, "min_time": 1.1}},
 "model_latency": {"BPU_m_subgraph_0": {"avg_time": 1.2, "max_time": 1.5, "min_time": 1.1},
   "Dequantize_fc_1_HzDequantize": {"avg_time": 0.07, "max_time": 0.08, "min_time"
   "Dequantize_fc_1_HzDequantize": {"avg_time": 0.07, "max_time": 0.08, "min_time": 0.06},
   "m_subgraph_0_output_layout_convert": {"avg_time": 0.025, "max_time": 0.03, "min_time": 0.02}},
 "task_latency": {"TaskPendingTime": {"avg_time": 0.009, "max_time": )";
    QVERIFY(looksLikeProfilerReport(text));
    const auto report = parseProfilerReport(text, u"profiler.log"_s);
    QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->modelName, u"m"_s);
    QCOMPARE(report->fps, 677.66);
    QCOMPARE(report->frames, 200);
    QCOMPARE(report->threads, 4);
    QCOMPARE(report->nodes.size(), 3);
    QCOMPARE(report->nodes[0].name, u"BPU_m_subgraph_0"_s);
    QCOMPARE(report->nodes[0].longestMs, 1.5);
    QCOMPARE(report->nodes[1].shortestMs, 0.06);
    QCOMPARE(report->nodes[2].averageMs, 0.025);
    QCOMPARE(report->totals.size(), 2);
}

void tst_SideReports::profilerTable()
{
    const QByteArray text = "max_ms,node,avg_ms,min_ms\n2.5,\"BPU_a,b\",1.5,1\n-,c,0.5,\nrubbish\n";
    QVERIFY(looksLikeProfilerReport(text));
    const auto report = parseProfilerReport(text, u"profiler.csv"_s);
    QVERIFY(report.has_value());
    QCOMPARE(report->nodes.size(), 2);
    QCOMPARE(report->nodes[0].name, u"BPU_a,b"_s);
    QCOMPARE(report->nodes[0].averageMs, 1.5);
    QCOMPARE(report->nodes[0].longestMs, 2.5);
    QCOMPARE(report->nodes[1].averageMs, 0.5);
    QVERIFY(report->nodes[1].longestMs < 0);
    QVERIFY(!looksLikeProfilerReport("2021-04-20 15:30:28,644 INFO Start, average: 3\n"));
}

void tst_SideReports::brokenReports_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no json") << QByteArray("{\"a\": ");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("binary") << QByteArray("\x00\xff\x08\x01", 4);
}

void tst_SideReports::brokenReports()
{
    QFETCH(QByteArray, content);
    for (const QString& message : {parseQuantInfo(content, u"report-file"_s).error().message,
                                   parseSubgraphReport(content, u"report-file"_s).error().message,
                                   parseProfilerReport(content, u"report-file"_s).error().message,
                                   parsePerfGraph(content, u"report-file"_s).error().message})
        QVERIFY2(message.contains(u"report-file"_s), qPrintable(message));
}

void tst_SideReports::sideFilesOfAPrefix()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(write(dir.filePath(u"m_quantized_model.onnx"_s), "x"));
    QVERIFY(write(dir.filePath(u"m.bin"_s), "x"));
    QVERIFY(write(dir.filePath(u"m_quant_info.json"_s), "{}"));
    QVERIFY(write(dir.filePath(u"other_quant_info.json"_s), "{}"));
    QVERIFY(write(dir.filePath(u"main_graph_subgraph_0.json"_s), "{}"));
    QVERIFY(write(dir.filePath(u"m"_s), "// the test\ndigraph model {\n}\n"));
    QVERIFY(write(dir.filePath(u"hb_mapper_makertbin.log"_s), "Saving model to: m_quantized_model.onnx"));
    for (const QString& stage : {u"m_quantized_model.onnx"_s, u"m.bin"_s}) {
        const SideFiles found = findSideFiles({dir.filePath(stage)});
        QCOMPARE(found.quantInfo, dir.filePath(u"m_quant_info.json"_s));
        QCOMPARE(found.subgraphReports, QStringList{dir.filePath(u"main_graph_subgraph_0.json"_s)});
        QCOMPARE(found.perfGraph, dir.filePath(u"m"_s));
        QCOMPARE(found.log, dir.filePath(u"hb_mapper_makertbin.log"_s));
    }
    QVERIFY(findSideFiles({dir.filePath(u"absent.bin"_s)}).quantInfo.isEmpty());
}

void tst_SideReports::logOneFolderUp()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkpath(u"output"_s));
    QVERIFY(write(dir.filePath(u"output/prefix.bin"_s), "x"));
    QVERIFY(write(dir.filePath(u"console.log"_s), "of another model"));
    QVERIFY(findSideFiles({dir.filePath(u"output/prefix.bin"_s)}).log.isEmpty());
    QVERIFY(write(dir.filePath(u"console.log"_s), "Saving model to: prefix_quantized_model.onnx"));
    QCOMPARE(findSideFiles({dir.filePath(u"output/prefix.bin"_s)}).log, dir.filePath(u"console.log"_s));
}

QTEST_GUILESS_MAIN(tst_SideReports)
#include "tst_sidereports.moc"
