// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogLimits.h"
#include "core/toolchain/MakertbinLog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Logs of the tools beside hb_mapper, and logs without end.
class tst_OtherLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tensorsOfTheBoard();
    void figuresOfPerf();
    void whatAModifierDid();
    void comparisons();
    void commandsOverSeveralLines();
    void generationsByTheirWords_data();
    void generationsByTheirWords();
    void calibrationAndModel();
    void progressBars_data();
    void progressBars();
    void endlessOutputIsBounded_data();
    void endlessOutputIsBounded();
    void oneEndlessLine();
};

void tst_OtherLogs::tensorsOfTheBoard()
{
    const MakertbinLog log = parseMakertbinLog("[DNN] Runtime version = 1.24.5_(3.15.55 HBRT)\n"
                                               "[model name]: net\n\n"
                                               "input[0]: \nname: images\nvalid shape: (1,3,8,8,)\n\n"
                                               "output[1]: \nname: out\nquanti type: SCALE\nscale data: 0.5,0.25,\n"
                                               "---------------------------------------------------------------------\n"
                                               "name: nobody's\n");
    QCOMPARE(log.tool, u"hrt_model_exec"_s);
    QCOMPARE(log.command, u"model_info"_s);
    QCOMPARE(log.version, u"1.24.5"_s);
    QCOMPARE(log.boardTensors.size(), 2);
    QCOMPARE(log.boardTensors[0].model, u"net"_s);
    QVERIFY(!log.boardTensors[0].isOutput);
    QCOMPARE(log.boardTensors[1].index, 1);
    QCOMPARE(log.boardTensors[1].property(u"scale data"_s), u"0.5,0.25,"_s);
    QCOMPARE(log.unparsedLines, 1);
    QCOMPARE(log.unparsed.first().text, u"name: nobody's"_s);
    QCOMPARE(log.unparsed.first().number, 13);
}

void tst_OtherLogs::figuresOfPerf()
{
    const MakertbinLog log = parseMakertbinLog(
        "Frame count: 200,  Thread Average: 21.25 ms,  thread max latency: 22.5 ms,  thread min latency: 6.9 ms,  "
        "FPS: 186.5\n\nRunning condition:\n  Thread number is: 4\n  Frame count   is: 200\n"
        "  Program run time: 1072.5 ms\nPerf result:\n  Frame totally latency is: 4251.7 ms\n"
        "  Average    latency    is: 21.258760 ms\n  Frame      rate       is: 186.472710 FPS\n"
        "Running condition:\n  Thread number is: 1\n");
    QCOMPARE(log.boardPerfs.size(), 2);
    const LogBoardPerf& perf = log.boardPerfs.first();
    QCOMPARE(perf.frames, 200);
    QCOMPARE(perf.threads, 4);
    QCOMPARE(perf.longestMs, 22.5);
    QCOMPARE(perf.shortestMs, 6.9);
    QCOMPARE(perf.programMs, 1072.5);
    QCOMPARE(perf.fps, 186.47271);
    QCOMPARE(log.boardPerfs.last().threads, 1);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_OtherLogs::whatAModifierDid()
{
    const QByteArray stamp = "2024-04-10 22:26:09,215 file: hb_model_modifier.py func: hb_model_modifier line No: 1 ";
    const MakertbinLog log = parseMakertbinLog(
        stamp + "--------output----------\n" + stamp
        + "name: \"331\"\ntype {\n  elem_type: FLOAT\n  dim: 1\n  dim: 64\n}\n\n" + stamp
        + "input: \"a\"\ninput: \"b\"\noutput: \"331\"\nname: \"331_HzDequantize\"\nop_type: \"Dequantize\"\n"
          "attribute {\n  name: \"num_args\"\n  type: INT\n  i: 2\n}\n\n"
        + stamp + "Nodes that will be removed from this model: ['331_HzDequantize', 'x']\n" + stamp
        + "Node '331_HzDequantize' is removed\n" + stamp + "modified model saved as m_modified.bin\n");
    QCOMPARE(log.tool, u"hb_model_modifier"_s);
    QCOMPARE(log.modification.tensors.size(), 1);
    QCOMPARE(log.modification.tensors[0].role, u"output"_s);
    QCOMPARE(log.modification.tensors[0].elementType, u"FLOAT"_s);
    QCOMPARE(log.modification.tensors[0].dimensions, (QStringList{u"1"_s, u"64"_s}));
    QCOMPARE(log.modification.nodes.size(), 1);
    QCOMPARE(log.modification.nodes[0].name, u"331_HzDequantize"_s); // not that of its attribute
    QCOMPARE(log.modification.nodes[0].type, u"Dequantize"_s);
    QCOMPARE(log.modification.nodes[0].inputs.size(), 2);
    QCOMPARE(log.modification.wanted.size(), 2);
    QCOMPARE(log.modification.removed, QStringList{u"331_HzDequantize"_s});
    QCOMPARE(log.modification.savedAs, u"m_modified.bin"_s);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_OtherLogs::comparisons()
{
    const QByteArray stamp = "2024-04-10 22:26:09,215 ";
    const MakertbinLog log = parseMakertbinLog(
        stamp + "INFO compare source: Quanti.onnx VS Arm\n" + stamp + "INFO mismatch result num: 1000\n" + stamp
        + "INFO total result num: 1000\n" + stamp + "INFO mismatch rate: 1.0\n" + stamp
        + "INFO max abs error: 8.36695\n" + stamp + "WARNING Quanti.onnx and Arm result Strict check FAILED\n" + stamp
        + "INFO mismatch line num: 39\n" + stamp + "INFO mismatch.line_miss num: 0\n" + stamp
        + "INFO Quanti.onnx and Arm result Strict check PASSED\n");
    QCOMPARE(log.tool, u"hb_verifier"_s);
    QCOMPARE(log.comparisons.size(), 2);
    QCOMPARE(log.comparisons[0].sources, u"Quanti.onnx VS Arm"_s);
    QCOMPARE(log.comparisons[0].figures.size(), 4);
    QCOMPARE(log.comparisons[0].passed, std::optional(false));
    QCOMPARE(log.comparisons[1].figures.size(), 2);
    QCOMPARE(log.comparisons[1].passed, std::optional(true));
    QCOMPARE(log.diagnostics.size(), 1);
    QCOMPARE(log.diagnostics[0].ruleId, u"toolchain-log/verifier-mismatch"_s);
}

void tst_OtherLogs::commandsOverSeveralLines()
{
    const MakertbinLog log = parseMakertbinLog("root@x:/open_explorer# hb_mapper checker --model-type onnx \\\n"
                                               "  --model a.onnx\n"
                                               "hb_perf: not a command\n");
    QCOMPARE(log.commandLines, QStringList{u"hb_mapper checker --model-type onnx --model a.onnx"_s});
    QCOMPARE(log.tool, u"hb_mapper"_s);
    QCOMPARE(log.command, u"checker"_s);
    QCOMPARE(log.unparsedLines, 1);
}

void tst_OtherLogs::generationsByTheirWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("generation");
    const QByteArray stamp = "2024-04-10 22:26:09,215 INFO ";
    QTest::newRow("version 1.1") << stamp + "hb_mapper version 1.1.58" << u"2021"_s;
    QTest::newRow("version 1.18") << stamp + "hb_mapper version 1.18.2" << u"2023"_s;
    QTest::newRow("version 1.24") << stamp + "hb_mapper version   : 1.24.3" << u"2025"_s;
    QTest::newRow("flags") << stamp + "hbdk-cc parameters:{'optimize-level': 'O0'}" << u"2021"_s;
    QTest::newRow("infomation") << stamp + "Input ONNX model infomation:" << u"2023"_s;
    QTest::newRow("saving") << stamp + "Saving model to: a.onnx." << u"2025"_s;
    QTest::newRow("nothing") << stamp + "hello" << QString();
}

void tst_OtherLogs::generationsByTheirWords()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, generation);
    QCOMPARE(logGenerationName(parseMakertbinLog(line).generation), generation);
}

void tst_OtherLogs::calibrationAndModel()
{
    const QByteArray stamp = "2024-04-10 22:26:09,215 INFO ";
    const MakertbinLog log = parseMakertbinLog(
        stamp
        + "Input ONNX Model Information:\nONNX IR version:          6\nOpset version:            ['ai.onnx v11']\n"
          "Graph input:\n    images:               shape=[1, 3, 640, 640], dtype=FLOAT32\nGraph output:\n"
          "    output0:              shape=[1, 80, 80, 64], dtype=FLOAT32\n"
        + stamp + "There are 201 samples in the data set.\n" + stamp
        + "Run calibration model with modelwise search method.\n" + stamp
        + "Select max-percentile:percentile=0.99995 method.\n" + stamp + "Perchannel quantization is enabled.\n" + stamp
        + "Compile submodel: g_0\n" + stamp + "consumed time 173.057\n" + stamp + "FPS=30.93, latency = 32328.6 us\n"
        + stamp + "Saving the original float model: a.onnx.\n");
    QCOMPARE(log.model.irVersion, u"6"_s);
    QCOMPARE(log.model.inputs.size(), 1);
    QCOMPARE(log.model.outputs.size(), 1);
    QCOMPARE(log.model.outputs[0].shape, u"[1, 80, 80, 64]"_s);
    QCOMPARE(log.calibration.samples, 201);
    QCOMPARE(log.calibration.method, u"modelwise search"_s);
    QCOMPARE(log.calibration.selected, u"max-percentile:percentile=0.99995"_s);
    QVERIFY(log.calibration.perChannel && !log.calibration.asymmetric);
    QCOMPARE(log.subgraphs.first().name, u"g_0"_s);
    QCOMPARE(log.subgraphs.first().compileSeconds, 173.057);
    QCOMPARE(log.savedFiles, QStringList{u"a.onnx"_s});
    QCOMPARE(log.unparsedLines, 0);
}

void tst_OtherLogs::progressBars_data()
{
    QTest::addColumn<QByteArray>("bar");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("whole") << QByteArray("[==================================================] 100%");
    QTest::newRow("grown") << QByteArray("\r[=>        ]  3%\r[====>     ] 40%\r[==========] 100%");
    QTest::newRow("in lines") << QByteArray("[=>        ]  3%\n[==========] 100%\n");
    QTest::newRow("of Python") << QByteArray("Calibration:  45%|####5     | 45/100 [00:10<00:12,  4.40it/s]\r");
    QTest::newRow("in colour") << QByteArray("\x1b[2K\x1b[32m[==========]\x1b[0m 100%\x1b[K");
}

void tst_OtherLogs::progressBars()
{
    QFETCH(const QByteArray, bar);
    const MakertbinLog log = parseMakertbinLog("2024-04-10 22:26:09,215 INFO Start to parse.\n" + bar
                                               + "2024-04-10 22:26:10,215 INFO End to parse.\n");
    QCOMPARE(log.phases.size(), 1);
    QCOMPARE(log.phases.first().seconds, 1.0);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_OtherLogs::endlessOutputIsBounded_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("line");
    const QByteArray stamp = "2024-04-10 22:26:09,215 INFO ";
    QTest::newRow("rubbish") << QByteArray() << QByteArray("no tool says this\n");
    QTest::newRow("warnings") << QByteArray() << stamp.chopped(5) + "WARNING again\n";
    QTest::newRow("phases") << QByteArray() << stamp + "Start to x.\n" + stamp + "End to y.\n";
    QTest::newRow("parameters") << stamp + "######## model_parameters info ########\n" << stamp + "key : value\n";
    QTest::newRow("figures") << QByteArray() << stamp + "FPS=1.5, latency = 2.5 us\n";
    QTest::newRow("outputs") << QByteArray("Node  Cosine Similarity  L1 Distance  L2 Distance  Chebyshev Distance\n")
                             << QByteArray("a     0.5  0.5  0.5  0.5\n");
    QTest::newRow("tensors") << QByteArray("[model name]: m\n") << QByteArray("input[0]: \nname: a\n");
    QTest::newRow("properties") << QByteArray("input[0]: \n") << QByteArray("name: a\n");
    QTest::newRow("perf") << QByteArray() << QByteArray("Frame count: 1,  FPS: 1\n");
    QTest::newRow("commands") << QByteArray() << QByteArray("$ hb_perf a \\\n");
    QTest::newRow("comparisons") << QByteArray() << stamp + "compare source: a VS b\n";
    QTest::newRow("files") << QByteArray() << stamp + "Saving model to: a.onnx.\n";
    QTest::newRow("arrays") << stamp + "call build params:\n {'calibration_data': {'a': [array([[1., 2.,\n"
                            << QByteArray("        [-1., -1., ..., 3.5, 0.]],\n");
}

void tst_OtherLogs::endlessOutputIsBounded()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, line);
    constexpr int lines = 30'000;
    MakertbinLogParser parser;
    parser.feed(head);
    const QByteArray piece = line.repeated(100);
    for (int i = 0; i < lines / 100; ++i)
        parser.feed(piece);
    parser.finish();
    const MakertbinLog& log = parser.log();
    QVERIFY(log.lines >= lines);
    QVERIFY(log.unparsed.size() <= logLimit::unparsed);
    QVERIFY(log.diagnostics.size() <= logLimit::diagnostics);
    for (const qsizetype size : {log.phases.size(), log.parameters.size(), log.subgraphs.size(), log.outputs.size(),
                                 log.boardTensors.size(), log.boardPerfs.size(), log.commandLines.size(),
                                 log.comparisons.size(), log.savedFiles.size(), log.inputs.size()})
        QVERIFY(size <= logLimit::records);
    for (const LogBoardTensor& tensor : log.boardTensors)
        QVERIFY(tensor.properties.size() <= 64);
    for (const QString& command : log.commandLines)
        QVERIFY(command.size() <= logLimit::longText);
    if (line.contains("-1."))
        QCOMPARE(log.inputs.first().sampleNumbers, qint64(2 + 4 * lines));
}

/// 2 MB without a line end, of the kinds that a pattern could go astray on.
void tst_OtherLogs::oneEndlessLine()
{
    for (const QByteArray& filling : {QByteArray("["), QByteArray("0 "), QByteArray("'"), QByteArray("FPS=1"),
                                      QByteArray("(see /"), QByteArray("a b "), QByteArray("\x1b[3")}) {
        for (const QByteArray& start :
             {QByteArray(), QByteArray("2024-04-10 22:26:09,215 INFO FPS=1, latency = 2 us (see ")}) {
            MakertbinLogParser parser;
            parser.feed(start);
            const QByteArray piece = filling.repeated(65536 / filling.size());
            for (int i = 0; i < 32; ++i)
                parser.feed(piece);
            parser.finish();
            QVERIFY(parser.log().lines <= 16);
            QVERIFY(parser.log().nodes.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(tst_OtherLogs)
#include "tst_otherlogs.moc"
