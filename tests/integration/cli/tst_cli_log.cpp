// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/base/Files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What `log` promises to programs and says to people.
class tst_CliLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysOfTheContract();
    void knownMessagesAreExplained();
    void problemsSetTheStatus();
    void textForPeople();
    void profilesOfTheBoard();
    void readsWhatTheSandboxSays();
    void refusals_data();
    void refusals();
    void everyPublishedLog();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const
    {
        const QString path = m_folder.filePath(name);
        return writeFileAtomically(path, content) ? path : QString();
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QString m_log;
};

void tst_CliLog::initTestCase()
{
    const QByteArray stamp = "2024-08-16 18:30:20,014 INFO ";
    m_log = write(
        u"hb_mapper_makertbin.log"_s,
        stamp + "Start hb_mapper....\n" + stamp + "hb_mapper version 1.24.3\n" + stamp
            + "Start to calibrate the model.\n2024-08-16 18:30:22,514 INFO End to calibrate the model.\n" + stamp
            + "hbdk-cc parameters:['--O3', '--fast']\n" + stamp
            + "FPS=147.31, latency = 6788.5 us, DDR = 18865600 bytes   (see main_graph_subgraph_0.html)\n" + stamp
            + "The main quantized node information:\n"
              "Node       ON   Subgraph  Type              Cosine Similarity  Threshold  DataType\n"
              "...0/Conv  BPU  id(0)     HzSQuantizedConv  0.999732           1.04418    int8\n"
              "Reshape_1  CPU  --        Reshape           --                 --         float\n"
            + stamp
            + "The quantized model output:\n"
              "Output   Cosine Similarity  L1 Distance  L2 Distance  Chebyshev Distance\n"
              "output0  0.99               0.13         0.0003       3.7\n"
            + stamp + "############# model_parameters info #############\n" + stamp + "BPU march           : bayes-e\n"
            + stamp + "Reset batch_size=1 and execute forward again...\n" + "this is said by nobody\n");
    QVERIFY(!m_log.isEmpty());
}

void tst_CliLog::keysOfTheContract()
{
    const CliResult answer = m_cli.run({u"log"_s, m_log, u"--json"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    const QJsonObject json = answer.json;
    QCOMPARE(json["tool"_L1].toString(), u"hb_mapper"_s);
    QCOMPARE(json["version"_L1].toString(), u"1.24.3"_s);
    QCOMPARE(json["generation"_L1].toString(), u"2025"_s);
    QCOMPARE(json["versions"_L1].toObject()["hb_mapper"_L1].toString(), u"1.24.3"_s);
    const QJsonObject phase = json["phases"_L1].toArray().first().toObject();
    QCOMPARE(phase["name"_L1].toString(), u"calibrate the model"_s);
    QCOMPARE(phase["seconds"_L1].toDouble(), 2.5);
    const QJsonArray nodes = json["nodes"_L1].toArray();
    QCOMPARE(nodes.size(), 2);
    const QJsonObject node = nodes.first().toObject();
    QCOMPARE(node["name"_L1].toString(), u"0/Conv"_s);
    QCOMPARE(node["truncated"_L1].toBool(), true);
    QCOMPARE(node["device"_L1].toString(), u"BPU"_s);
    QCOMPARE(node["subgraph"_L1].toString(), u"id(0)"_s);
    QCOMPARE(node["type"_L1].toString(), u"HzSQuantizedConv"_s);
    QCOMPARE(node["cosine"_L1].toDouble(), 0.999732);
    QCOMPARE(node["threshold"_L1].toDouble(), 1.04418);
    QCOMPARE(node["dtype"_L1].toString(), u"int8"_s);
    QVERIFY(nodes.last().toObject()["cosine"_L1].isNull());
    const QJsonObject output = json["outputs"_L1].toArray().first().toObject();
    for (const QString& key : {u"name"_s, u"cosine"_s, u"l1"_s, u"l2"_s, u"chebyshev"_s})
        QVERIFY2(output.contains(key), qPrintable(key));
    QCOMPARE(json["parameters"_L1].toObject()["BPU march"_L1].toString(), u"bayes-e"_s);
    QCOMPARE(json["compiler_flags"_L1].toArray().size(), 2);
    const QJsonObject subgraph = json["subgraphs"_L1].toArray().first().toObject();
    QCOMPARE(subgraph["name"_L1].toString(), u"main_graph_subgraph_0"_s);
    QCOMPARE(subgraph["fps"_L1].toDouble(), 147.31);
    QCOMPARE(subgraph["latency_us"_L1].toDouble(), 6788.5);
    QCOMPARE(subgraph["ddr_bytes"_L1].toInteger(), 18865600);
    QCOMPARE(json["unparsed_lines"_L1].toInt(), 1);
    QCOMPARE(json["unparsed"_L1].toArray().first().toObject()["text"_L1].toString(), u"this is said by nobody"_s);
}

void tst_CliLog::knownMessagesAreExplained()
{
    const CliResult answer = m_cli.run({u"log"_s, m_log, u"--json"_s});
    const QJsonObject finding = answer.json["diagnostics"_L1].toArray().first().toObject();
    QCOMPARE(finding["rule"_L1].toString(), u"toolchain-log/calibration-batch"_s);
    const QJsonObject known = finding["known"_L1].toObject();
    for (const QString& key : {u"id"_s, u"meaning"_s, u"cause"_s, u"action"_s, u"tool"_s})
        QVERIFY2(!known[key].toString().isEmpty(), qPrintable(key));
    QVERIFY(!known["sources"_L1].toArray().isEmpty());
    QVERIFY(known.contains("keys"_L1));
}

void tst_CliLog::problemsSetTheStatus()
{
    const QString path
        = write(u"bad.log"_s, "2021-04-26 10:13:59,220 ERROR wrong input name: 'data', available: ['x']\n");
    const CliResult answer = m_cli.run({u"log"_s, path, u"--json"_s});
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.json["diagnostics"_L1].toArray().first().toObject()["severity"_L1].toString(), u"error"_s);
}

void tst_CliLog::textForPeople()
{
    const CliResult answer = m_cli.run({u"log"_s, m_log});
    QCOMPARE(answer.status, 0);
    for (const QByteArray& words :
         {QByteArray("hb_mapper 1.24.3 (format of 2025)"), QByteArray("calibrate the model: 2.5 s"),
          QByteArray("...0/Conv"), QByteArray("--O3 --fast"), QByteArray("BPU march: bayes-e"),
          QByteArray("What to do:"), QByteArray(" lines were not understood")})
        QVERIFY2(answer.output.contains(words), QByteArray(words + " is not in " + answer.output).constData());
}

void tst_CliLog::profilesOfTheBoard()
{
    const QString log = write(u"profiler.log"_s,
                              R"({"perf_result": {"FPS": 10.5}, "running_condition": {"model_name": "m"}}
***
{"model_latency": {"BPU_g_0": {"avg_time": 1.5, "max_time": 2, "min_time": 1}}})");
    const QString table = write(u"profiler.csv"_s, "node,avg_ms,max_ms,min_ms\n\"BPU_g_0\",1.5,2,1\n");
    for (const QString& path : {log, table}) {
        const CliResult answer = m_cli.run({u"log"_s, path, u"--json"_s});
        QVERIFY2(answer.status == 0, answer.all().constData());
        const QJsonObject node = answer.json["node_latencies"_L1].toArray().first().toObject();
        QCOMPARE(node["name"_L1].toString(), u"BPU_g_0"_s);
        QCOMPARE(node["average_ms"_L1].toDouble(), 1.5);
        QVERIFY(m_cli.run({u"log"_s, path}).output.contains("BPU_g_0: average 1.500 ms"));
    }
}

/// The sandbox prints what the real tools print: its log is read like theirs.
void tst_CliLog::readsWhatTheSandboxSays()
{
    const QString project = m_folder.filePath(u"sample"_s);
    QVERIFY(copySampleTo(project, HeldOut::First));
    CliRunner cli;
    cli.folder = project;
    const CliResult compiled = cli.run({u"compile"_s, u"fixed.yaml"_s, u"--json"_s});
    QVERIFY2(compiled.status == 0, compiled.all().constData());
    const QString console = QDir(compiled.json["folder"_L1].toString()).filePath(u"console.log"_s);
    const CliResult answer = cli.run({u"log"_s, console, u"--json"_s});
    QVERIFY2(answer.status >= 0 && answer.status < 2, answer.all().constData());
    QCOMPARE(answer.json["nodes"_L1], compiled.json["nodes"_L1]);
    QCOMPARE(answer.json["outputs"_L1], compiled.json["outputs"_L1]);
    QCOMPARE(answer.json["succeeded"_L1].toBool(), true);
    QCOMPARE(answer.json["unparsed_lines"_L1].toInt(), 0);
}

void tst_CliLog::refusals_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no log") << QByteArray("Lorem ipsum\ndolor sit\n");
    QTest::newRow("binary") << QByteArray("\x00\xff\x08\x01\x02", 5);
    QTest::newRow("profile without nodes") << QByteArray("{\"perf_result\": {\"FPS\": 1}}");
}

void tst_CliLog::refusals()
{
    QFETCH(const QByteArray, content);
    const QString path = write(u"refused"_s, content);
    for (const QString& file : {path, m_folder.filePath(u"missing"_s)}) {
        const CliResult answer = m_cli.run({u"log"_s, file, u"--json"_s});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.errorLines().size(), 1);
        QVERIFY2(answer.errors.trimmed().endsWith('.'), answer.errors.constData());
        QVERIFY(answer.output.isEmpty());
    }
}

void tst_CliLog::everyPublishedLog()
{
    const QDir logs(
        qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s)
        + u"/logs"_s);
    const QStringList names = logs.entryList(QDir::Files);
    if (names.isEmpty())
        QSKIP("The corpus of published logs is not here.");
    for (const QString& name : names) {
        const CliResult answer = m_cli.run({u"log"_s, logs.filePath(name), u"--json"_s});
        QVERIFY2(answer.status == 0 || answer.status == 1, qPrintable(name));
        QVERIFY2(!answer.json["tool"_L1].toString().isEmpty(), qPrintable(name));
        QCOMPARE(answer.json["unparsed_lines"_L1].toInt(), 0);
    }
}

QTEST_GUILESS_MAIN(tst_CliLog)
#include "tst_cli_log.moc"
