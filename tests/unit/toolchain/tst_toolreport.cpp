// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolReport.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

QString corpus()
{
    const QString named = qEnvironmentVariable("DRIFTSCOPE_CORPUS");
    return named.isEmpty() ? QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s : named;
}

ToolRun runOf(const QString& tool, const QByteArray& log)
{
    ToolRun run;
    run.tool = tool;
    run.status = CompileStatus::Succeeded;
    run.log = parseMakertbinLog(log);
    return run;
}

const ToolTable* table(const ToolReport& report, const QString& key)
{
    const auto found = std::ranges::find(report.tables, key, &ToolTable::key);
    return found == report.tables.cend() ? nullptr : &*found;
}

QByteArray stamped(const QStringList& lines)
{
    QByteArray text;
    for (const QString& line : lines)
        text += "2024-04-10 22:26:09,215 " + line.toUtf8() + '\n';
    return text;
}

} // namespace

class tst_ToolReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checker();
    void perf();
    void modifier();
    void modelInfo_data();
    void modelInfo();
    void verifierByOutput();
    void verifierThatHalts();
    void olderVerifier();
    void verifierThatSaysNothing();

private:
    [[nodiscard]] static QByteArray ofCorpus(const QString& name)
    {
        QFile file(corpus() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void tst_ToolReport::checker()
{
    const QByteArray log = ofCorpus(u"logs/j5_wuchao_yolov8s_hb_mapper_checker.log"_s);
    if (log.isEmpty())
        QSKIP("The corpus of real logs is not here.");
    const ToolReport report = readToolReport(runOf(u"checker"_s, log));
    const ToolTable* nodes = table(report, u"nodes"_s);
    QVERIFY(nodes != nullptr);
    const auto isRow = [](const QByteArray& line) { return line.contains("  BPU  ") || line.contains("  CPU  "); };
    const QList<QByteArray> lines = log.split('\n');
    QCOMPARE(nodes->rows.size(), std::ranges::count_if(lines, isRow));
    QCOMPARE(nodes->rows.last().mid(0, 4),
             (QStringList{u"/model.22/cv3.2/cv3.2.2/Conv"_s, u"BPU"_s, u"id(0)"_s, u"HzSQuantizedConv"_s}));
    QVERIFY2(report.verdict.contains(u" nodes run on the BPU"_s), qPrintable(report.verdict));
    QCOMPARE(table(report, u"subgraphs"_s)->rows.size(), 1);
}

void tst_ToolReport::perf()
{
    ToolRun run = runOf(u"hb_perf"_s, ofCorpus(u"logs/x5_ylee007_yolo11n_hb_perf.log"_s));
    if (run.log.lines == 0)
        QSKIP("The corpus of real logs is not here.");
    const QString folder = corpus() + u"/models/x5_yolo11n/"_s;
    run.files = {folder + u"main_graph_subgraph_0.json"_s, folder + u"yolo11n_detect_bayese_640x640_nv12"_s};
    const ToolReport report = readToolReport(run);
    QVERIFY2(report.verdict.contains(u"6.788 ms"_s) || report.verdict.contains(u"6.789 ms"_s),
             qPrintable(report.verdict));
    QCOMPARE(
        table(report, u"subgraphs"_s)->rows,
        (QList<QStringList>{{u"main_graph_subgraph_0"_s, u"6788.5"_s, u"147.31"_s, u"18865600"_s, u"6390758400"_s}}));
    const ToolTable* drawing = table(report, u"drawing"_s);
    QVERIFY(drawing != nullptr);
    QCOMPARE(drawing->rows.size(), 15); // an input, two BPU nodes, six Dequantize, six outputs
    QCOMPARE(drawing->rows[1], (QStringList{u"NV12TOYUV444"_s, u"BPU"_s, u"1x640x640x3 / 2, NV12, UINT8"_s}));
}

void tst_ToolReport::modifier()
{
    const QByteArray log = ofCorpus(u"logs/j5_wuchao_yolov8s_hb_model_modifier.log"_s);
    if (!log.isEmpty()) {
        const ToolReport report = readToolReport(runOf(u"hb_model_modifier"_s, log));
        QCOMPARE(table(report, u"removed"_s)->rows.size(), log.count("' is removed"));
        QVERIFY2(report.verdict.contains(u"yolov8s_640x640_NCHW_Dequantize_modified.bin"_s),
                 qPrintable(report.verdict));
    }
    const ToolReport listed = readToolReport(
        runOf(u"hb_model_modifier"_s, stamped({u"INFO Nodes that can be deleted: ['a', 'b_HzDequantize']"_s})));
    QCOMPARE(table(listed, u"removable"_s)->rows, (QList<QStringList>{{u"a"_s}, {u"b_HzDequantize"_s}}));
    QVERIFY(table(listed, u"removed"_s) == nullptr);
}

void tst_ToolReport::modelInfo_data()
{
    QTest::addColumn<QByteArray>("stamp");
    QTest::newRow("as documents show it") << QByteArray();
    QTest::newRow("as the console shows it") << QByteArray("2024-04-10 22:26:09,215 INFO ");
}

void tst_ToolReport::modelInfo()
{
    QFETCH(const QByteArray, stamp);
    QByteArray log;
    for (const char* line : {"Start hb_model_info....",
                             "hb_model_info version 1.7.0",
                             "********* net info *********",
                             "############# model deps info #############",
                             "hb_mapper version   : 1.3.35",
                             "hbdk version        : 3.23.3",
                             "############# model_parameters info #############",
                             "BPU march           : bernoulli2",
                             "############# input_parameters info #############",
                             "------",
                             "---------input info : data ---------",
                             "input_name          : data",
                             "input_type_rt       : nv12",
                             "---------input info : data end -------",
                             "------",
                             "############# compiler_parameters info #############",
                             "hbdk_pass_through_params: --fast --O3",
                             "--------- input/output types -",
                             "model input types   : [<InputDataType.NV12: 7>]",
                             "model output types  : [<InputDataType.F32: 5>]",
                             "--------- deleted nodes -",
                             "deleted nodes: a_HzDequantize",
                             "deleted nodes: b"})
        log += stamp + line + '\n';
    const ToolRun run = runOf(u"hb_model_info"_s, log);
    QCOMPARE(run.log.tool, u"hb_model_info"_s);
    QCOMPARE(run.log.version, u"1.7.0"_s);
    const ToolReport report = readToolReport(run);
    const ToolTable* parameters = table(report, u"parameters"_s);
    QVERIFY(parameters != nullptr);
    for (const QStringList& row :
         {QStringList{u"BPU march"_s, u"bernoulli2"_s}, QStringList{u"input_type_rt"_s, u"nv12"_s},
          QStringList{u"hbdk_pass_through_params"_s, u"--fast --O3"_s},
          QStringList{u"model input types"_s, u"[<InputDataType.NV12: 7>]"_s}})
        QVERIFY2(parameters->rows.contains(row), qPrintable(row.join(u' ')));
    QCOMPARE(table(report, u"removed_before"_s)->rows, (QList<QStringList>{{u"a_HzDequantize"_s}, {u"b"_s}}));
    QVERIFY(table(report, u"versions"_s)->rows.contains(QStringList{u"hbdk"_s, u"3.23.3"_s}));
    QVERIFY2(report.verdict.startsWith(u"2 node"_s), qPrintable(report.verdict));
}

void tst_ToolReport::verifierByOutput()
{
    const ToolReport report = readToolReport(runOf(
        u"hb_verifier"_s,
        stamped({u"INFO compare source: Quanti.onnx VS Arm"_s,
                 u"INFO Comparison results of original output is model_infer_output_0"_s,
                 u"INFO raw output 0 and raw output 0 result Strict check PASSED"_s,
                 u"INFO Comparison results of original output is model_infer_output_1"_s,
                 u"INFO mismatch result num: 10"_s, u"INFO total result num: 1000"_s, u"INFO max abs error: 8.5"_s,
                 u"WARNING raw output 1 and raw output 1 result Strict check FAILED"_s,
                 u"WARNING Quanti.onnx and Arm result Strict check FAILED"_s})));
    QCOMPARE(report.passed, std::optional(false));
    QCOMPARE(report.verdict, u"1 of 2 comparisons failed."_s);
    const QList<QStringList>& rows = table(report, u"comparisons"_s)->rows;
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].mid(0, 3), (QStringList{u"Quanti.onnx VS Arm"_s, u"model_infer_output_0"_s, u"passed"_s}));
    QCOMPARE(
        rows[1],
        (QStringList{u"Quanti.onnx VS Arm"_s, u"model_infer_output_1"_s, u"failed"_s, u"10"_s, u"1000"_s, u"8.5"_s}));
    QCOMPARE(rows[2].mid(0, 3), (QStringList{u"Quanti.onnx VS Arm"_s, QString(), u"failed"_s}));
}

void tst_ToolReport::verifierThatHalts()
{
    const ToolReport report = readToolReport(
        runOf(u"hb_verifier"_s,
              stamped({u"INFO Start hb_verifier...."_s, u"ERROR arm result does not exist, program halted"_s})));
    QCOMPARE(report.passed, std::optional(false));
    QVERIFY2(report.verdict.contains(u"arm result does not exist"_s), qPrintable(report.verdict));
    const ToolTable* messages = table(report, u"messages"_s);
    QVERIFY(messages != nullptr);
    QCOMPARE(messages->rows.size(), 1);
    QCOMPARE(messages->rows[0].size(), messages->columns.size());
    for (const QString& cell : messages->rows[0])
        QVERIFY(!cell.isEmpty()); // what it means, why, and what to do are known
    // Board, container, login, tools, version, input and disk are told apart, in both languages.
    const auto chinese = KnownMessages::load(u"zh_CN"_s);
    QVERIFY(chinese.has_value());
    const QList<MessageCheck>& english = KnownMessages::english().find(u"verifier-no-board"_s)->checks;
    const QList<MessageCheck>& translated = chinese->find(u"verifier-no-board"_s)->checks;
    QCOMPARE(english.size(), 7);
    QCOMPARE(translated.size(), english.size());
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY(!english[i].cause.isEmpty() && !english[i].check.isEmpty() && !english[i].tells.isEmpty());
        QVERIFY(translated[i].cause != english[i].cause && translated[i].tells != english[i].tells);
    }
    const ToolTable* checks = table(report, u"checks"_s);
    QVERIFY(checks != nullptr);
    QCOMPARE(checks->rows.size(), english.size());
    QVERIFY(table(readToolReport(runOf(u"hb_verifier"_s, {})), u"checks"_s) == nullptr);
}

void tst_ToolReport::olderVerifier()
{
    const ToolReport report
        = readToolReport(runOf(u"hb_model_verifier"_s,
                               stamped({u"INFO mismatch line num: 0"_s, u"INFO total line num: 327680"_s,
                                        u"INFO Quanti onnx and Arm result Strict check PASSED"_s})));
    QCOMPARE(report.passed, std::optional(true));
    QCOMPARE(table(report, u"comparisons"_s)->rows,
             (QList<QStringList>{{u"Quanti onnx VS Arm"_s, QString(), u"passed"_s, u"0"_s, u"327680"_s, QString()}}));
}

void tst_ToolReport::verifierThatSaysNothing()
{
    const ToolReport report = readToolReport(runOf(u"hb_verifier"_s, stamped({u"INFO Start hb_verifier...."_s})));
    QVERIFY(!report.passed);
    QVERIFY(report.tables.isEmpty());
    QVERIFY(!report.verdict.isEmpty());
}

QTEST_GUILESS_MAIN(tst_ToolReport)
#include "tst_toolreport.moc"
