// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/MakertbinLog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_MakertbinLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheConsoleStyle();
    void readsTheFileStyle();
    void readsWhatItSaysOfTheInputs();
    void readsTheRangeOfTheSamples();
    void readsRowsWithGaps();
    void readsRowsWithoutTheirSpacing();
    void collectsProblems();
    void readsATraceback();
    void countsWhatItDoesNotUnderstand();
    void judgesTheLastOfSeveralRuns();
    void survivesAnything_data();
    void survivesAnything();
};

void tst_MakertbinLog::readsTheConsoleStyle()
{
    const MakertbinLog log = parseMakertbinLog(
        "2021-04-20 17:06:18,797 INFO Start hb_mapper....\n"
        "2021-04-20 17:06:18,797 INFO hb_mapper version 1.1.58\n"
        "2021-04-20 17:06:18,848 INFO HorizonNN version: 0.9.7\n"
        "2021-04-20 17:06:19,000 INFO [Tue Apr 20 17:06:19 2021] Start to calibrate the model.\n"
        "2021-04-20 17:06:20,500 INFO [Tue Apr 20 17:06:20 2021] End to calibrate the model.\n"
        "2021-04-20 17:06:20,600 INFO [Tue Apr 20 17:06:20 2021] Start to quantize the model.\n"
        "2021-04-20 17:06:20,109 INFO hbdk-cc parameters:{'optimize-level': 'O3', 'input-layout': 'NHWC'}\n"
        "[==================================================] 100%\n"
        "2021-04-20 17:06:20,363 INFO ----------- dependency info ------------\n"
        "2021-04-20 17:06:20,363 INFO hbdk runtime version: 3.10.8\n"
        "2021-04-20 17:06:20,363 INFO -------- input info : data -------\n"
        "2021-04-20 17:06:20,363 INFO --input_type_rt    : gray\n"
        "2021-04-20 17:06:20,363 INFO calibration_type:   : default\n"
        "2021-04-20 17:06:20,368 INFO Convert to runtime bin file sucessfully!\n");
    QCOMPARE(log.tool, u"hb_mapper"_s);
    QCOMPARE(log.version, u"1.1.58"_s);
    QCOMPARE(log.versions.size(), 3);
    QCOMPARE(log.versions.at(1), qMakePair(u"horizon_nn"_s, u"0.9.7"_s));
    QCOMPARE(log.versions.at(2), qMakePair(u"hbdk_runtime"_s, u"3.10.8"_s));
    QCOMPARE(log.phases.size(), 2);
    QCOMPARE(log.phases.at(0).name, u"calibrate the model"_s);
    QCOMPARE(log.phases.at(0).seconds, 1.5);
    QVERIFY(log.phases.at(0).finished && !log.phases.at(1).finished);
    QCOMPARE(log.compilerFlags, (QStringList{u"--optimize-level"_s, u"O3"_s, u"--input-layout"_s, u"NHWC"_s}));
    QCOMPARE(log.parameters.size(), 2);
    QCOMPARE(log.parameters.at(0), qMakePair(u"input_type_rt"_s, u"gray"_s));
    QCOMPARE(log.parameters.at(1), qMakePair(u"calibration_type"_s, u"default"_s));
    QVERIFY(log.succeeded);
    QCOMPARE(log.unparsedLines, 0);
    QCOMPARE(log.lines, 14);
}

void tst_MakertbinLog::readsTheFileStyle()
{
    const QByteArray envelope = "2025-10-09 16:52:07,900 file: x.py func: x line No: 126 ";
    const MakertbinLog log = parseMakertbinLog(
        envelope + "hbdk-cc parameters:['--O3', '--core-num', '1']\n" + envelope
        + "FPS=147.31, latency = 6788.5 us, DDR = 18865600 bytes   (see ./.hb_check/main_graph_subgraph_0.html)\n"
        + envelope + "FPS=30.93, latency = 32328.6 us   (see main_graph_subgraph_1.html)\n" + envelope
        + "Dump config:\n" + envelope + "calibration_parameters:\n  cal_data_dir: ../cal_data\n  ERROR: not one\n");
    QCOMPARE(log.compilerFlags, (QStringList{u"--O3"_s, u"--core-num"_s, u"1"_s}));
    QCOMPARE(log.subgraphs.size(), 2);
    QCOMPARE(log.subgraphs.at(0).name, u"main_graph_subgraph_0"_s);
    QCOMPARE(log.subgraphs.at(0).fps, 147.31);
    QCOMPARE(log.subgraphs.at(0).latencyUs, 6788.5);
    QCOMPARE(log.subgraphs.at(0).ddrBytes, 18865600);
    QCOMPARE(log.subgraphs.at(1).name, u"main_graph_subgraph_1"_s);
    QCOMPARE(log.subgraphs.at(1).ddrBytes, 0);
    QCOMPARE(log.unparsedLines, 0);
    QVERIFY(log.diagnostics.isEmpty());
}

void tst_MakertbinLog::readsTheRangeOfTheSamples()
{
    const MakertbinLog log = parseMakertbinLog(
        "2025-10-09 16:40:36,502 file: a.py func: a line No: 5 call build params:\n"
        " {'march': 'bayes-e', 'input_dict': {'a:0': {'input_shape': [1, 3, 64, 32], 'expected_input_type': "
        "'YUV444_128'}}, 'cali_dict': {'calibration_type': 'default', 'calibration_data': {'a:0': [array([[[[-1., "
        "-12.5, ..., 7.],\n"
        "         [ 1.e+02,  0.,  0., ...,  0.]]]], dtype=float32), array([[[[-128., 4.]]]], dtype=float32)], 'b': "
        "[array([[2., 3.]], dtype=float32)]}, 'optimization': None, 'jobs': 999}}\n"
        "2025-10-09 16:40:36,502 file: a.py func: a line No: 5 -500\n"
        "         [-600., 0.]\n");
    QCOMPARE(log.inputs.size(), 2);
    QCOMPARE(log.inputs[0].sampleNumbers, 9);
    QCOMPARE(log.inputs[0].samplesLeast, -128.0);
    QCOMPARE(log.inputs[0].samplesMost, 100.0);
    QCOMPARE(log.inputs[1].name, u"b"_s);
    QCOMPARE(log.inputs[1].sampleNumbers, 2);
    QCOMPARE(log.inputs[1].samplesMost, 3.0);
}

void tst_MakertbinLog::readsWhatItSaysOfTheInputs()
{
    const MakertbinLog log = parseMakertbinLog(
        "2025-10-09 16:40:36,502 file: a.py func: a line No: 5 call build params:\n"
        " {'march': 'bayes-e', 'input_dict': {'a:0': {'input_shape': [1, 3, 64, 32], 'expected_input_type': "
        "'YUV444_128', "
        "'original_input_type': 'RGB', 'original_input_layout': 'NCHW', 'means': array([123.675, 116.28 , 103.53 ], "
        "dtype=float32), 'scales': array([0.00392157], dtype=float32)}, 'b': {'input_shape': [1, 8], "
        "'expected_input_type': 'FEATURE_MAP', 'original_input_type': 'FEATURE_MAP', 'original_input_layout': "
        "'NCHW'}}, "
        "'cali_dict': {'calibration_data': {'a:0': [array([[[[-1., -1.,\n"
        "2025-10-09 16:55:04,003 file: a.py func: a line No: 6 ############# input_parameters info #############\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 ---------input info : a:0 ---------\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 input_type_rt       : nv12\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 input_space&range   : regular\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 input_layout_rt     : None\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 scale_value         : 0.003921568627451,\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 ---------input info : a:0 end -------\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 ############# calibration_parameters info "
        "#############\n"
        "2025-10-09 16:55:04,004 file: a.py func: a line No: 6 norm_type        : of nobody\n");
    QCOMPARE(log.inputs.size(), 2);
    const LogInput& first = log.inputs.first();
    QCOMPARE(first.name, u"a:0"_s);
    QCOMPARE(first.buildLine, 2);
    QCOMPARE(first.shape, u"1x3x64x32"_s);
    QCOMPARE(first.expectedType, u"YUV444_128"_s);
    QCOMPARE(first.originalType, u"RGB"_s);
    QCOMPARE(first.originalLayout, u"NCHW"_s);
    QCOMPARE(first.means, (std::vector<double>{123.675, 116.28, 103.53}));
    QCOMPARE(first.scales, (std::vector<double>{0.00392157}));
    QCOMPARE(first.summaryLine, 4);
    QCOMPARE(first.typeRt, u"nv12"_s);
    QCOMPARE(first.layoutRt, u"None"_s);
    QCOMPARE(first.range, u"regular"_s);
    QCOMPARE(first.scaleValue, u"0.003921568627451,"_s);
    QCOMPARE(first.normType, QString());
    QCOMPARE(log.inputs.last().shape, u"1x8"_s);
    QVERIFY(log.inputs.last().means.empty());
    QCOMPARE(log.unparsedLines, 0);
}

void tst_MakertbinLog::readsRowsWithGaps()
{
    const MakertbinLog log
        = parseMakertbinLog("====================================================================================\n"
                            "Node           ON   Subgraph  Type     Cosine Similarity  Threshold  In/Out DataType\n"
                            "------------------------------------------------------------------------------------\n"
                            "conv           BPU  id(0)     Conv     0.999761           127.000    int8/int8      \n"
                            "split          BPU  id(1)     Split                                  int8/int8      \n"
                            "...t/Reshape   CPU  --        Reshape  1.000020           --         float/float    \n"
                            "\n"
                            "Output  Cosine Similarity  L1 Distance  L2 Distance  Chebyshev Distance\n"
                            "-----------------------------------------------------------------------\n"
                            "out     0.000024           0.000009     0.000002     0.327837          \n");
    QCOMPARE(log.nodes.size(), 3);
    QCOMPARE(log.nodes.at(0).threshold, std::optional(127.0));
    QCOMPARE(log.nodes.at(0).line, 4);
    QVERIFY(!log.nodes.at(1).cosine && !log.nodes.at(1).threshold);
    QCOMPARE(log.nodes.at(1).dataType, u"int8/int8"_s);
    QVERIFY(log.nodes.at(2).truncated);
    QCOMPARE(log.nodes.at(2).name, u"t/Reshape"_s);
    QCOMPARE(log.nodes.at(2).subgraph, QString());
    QCOMPARE(log.nodes.at(2).device, u"CPU"_s);
    QCOMPARE(log.nodes.at(2).cosine, std::optional(1.00002));
    QCOMPARE(log.outputs.size(), 1);
    QCOMPARE(log.outputs.at(0).chebyshev, 0.327837);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_MakertbinLog::readsRowsWithoutTheirSpacing()
{
    const MakertbinLog log = parseMakertbinLog("Node ON Subgraph Type\n"
                                               "Node  ON  Subgraph  Type  Cosine Similarity  Threshold  DataType\n"
                                               "/model.0/conv/Conv BPU id(0) HzSQuantizedConv 0.99 1.1 int8\n"
                                               "last CPU -- Reshape 0.5 -- float\n");
    QCOMPARE(log.nodes.size(), 2);
    QCOMPARE(log.nodes.at(0).type, u"HzSQuantizedConv"_s);
    QCOMPARE(log.nodes.at(0).threshold, std::optional(1.1));
    QCOMPARE(log.nodes.at(1).dataType, u"float"_s);
    QVERIFY(!log.nodes.at(1).threshold);
}

void tst_MakertbinLog::collectsProblems()
{
    const MakertbinLog log = parseMakertbinLog(
        "2021-04-26 10:13:59,220 WARNING something odd\n"
        "2021-04-26 10:13:59,220 ERROR wrong input name: 'data', available: ['input.1']\n"
        "2024-08-16 18:30:20,014 file: a.py func: a line No: 9 cannot reshape array of size 5 into shape (1,3)\n");
    QCOMPARE(log.diagnostics.size(), 3);
    QCOMPARE(log.diagnostics.at(0).severity, Severity::Warning);
    QCOMPARE(log.diagnostics.at(1).severity, Severity::Error);
    QCOMPARE(log.diagnostics.at(1).message, u"wrong input name: 'data', available: ['input.1']"_s);
    QVERIFY(log.diagnostics.at(1).why.contains(u"input_name"_s));
    QCOMPARE(log.diagnostics.at(2).severity, Severity::Error);
    QCOMPARE(log.diagnostics.at(2).range.line, 3);
}

void tst_MakertbinLog::readsATraceback()
{
    const MakertbinLog log = parseMakertbinLog("Traceback (most recent call last):\n"
                                               "  File \"a.py\", line 3, in <module>\n"
                                               "    raise ValueError('x')\n"
                                               "ValueError: x\n");
    QCOMPARE(log.diagnostics.size(), 1);
    QCOMPARE(log.diagnostics.at(0).message, u"ValueError: x"_s);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_MakertbinLog::countsWhatItDoesNotUnderstand()
{
    const MakertbinLog log = parseMakertbinLog("Lorem ipsum\n\n  dolor sit\n");
    QCOMPARE(log.unparsedLines, 2);
    QVERIFY(!log.succeeded);
    QVERIFY(log.tool.isEmpty());
}

void tst_MakertbinLog::judgesTheLastOfSeveralRuns()
{
    const QByteArray good = "2021-04-20 15:30:28,644 INFO Start hb_mapper....\n"
                            "2021-04-20 15:30:28,644 INFO Convert to runtime bin file successfully!\n";
    const QByteArray bad = "2021-04-20 15:30:29,644 INFO Start hb_mapper....\n";
    QVERIFY(parseMakertbinLog(bad + good).succeeded);
    QVERIFY(!parseMakertbinLog(good + bad).succeeded);
}

void tst_MakertbinLog::survivesAnything_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\n\xc3");
    QTest::newRow("header alone") << QByteArray("Node  ON  Subgraph  Type");
    QTest::newRow("short row") << QByteArray("Node  ON  Subgraph  Type\nx\n\n x BPU");
    QTest::newRow("half a stamp") << QByteArray("2021-04-20 15:30:28,\n2021-99-99 99:99:99,999 INFO x\n");
    QTest::newRow("flags cut") << QByteArray("2021-04-20 15:30:28,644 INFO hbdk-cc parameters:['--O3', '--co\n");
    QTest::newRow("long line") << QByteArray(3 << 20, '[');
}

void tst_MakertbinLog::survivesAnything()
{
    QFETCH(const QByteArray, text);
    const MakertbinLog log = parseMakertbinLog(text);
    QVERIFY(log.nodes.size() <= 1);
    QVERIFY(log.outputs.isEmpty());
}

QTEST_GUILESS_MAIN(tst_MakertbinLog)
#include "tst_makertbinlog.moc"
