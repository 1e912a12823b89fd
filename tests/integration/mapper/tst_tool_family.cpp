// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NodeBench.h"
#include "core/base/Files.h"
#include "core/boardmodel/BoardFacts.h"
#include "core/toolchain/tool/ToolReport.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// driftscope-mapper as hb_perf, hb_model_info, hb_model_modifier, hb_verifier and hb_model_verifier.
class TestToolFamily : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersToItsOwnName();
    void infoTellsTheBuild();
    void modifierListsAndRemoves();
    void modifierRefuses_data();
    void modifierRefuses();
    void perfWritesItsFolder();
    void verifierPasses_data();
    void verifierPasses();
    void verifierFindsTheKnownFault();
    void verifierHalts();
    void tellsBadFiles_data();
    void tellsBadFiles();

private:
    [[nodiscard]] ToolReport reportOf(const QString& tool, const Workbench::Outcome& outcome,
                                      const QStringList& files = {}) const;
    [[nodiscard]] static QList<QStringList> rows(const ToolReport& report, const QString& key);
    void convert();

    std::unique_ptr<NodeBench> m_bench;
};

ToolReport TestToolFamily::reportOf(const QString& tool, const Workbench::Outcome& outcome,
                                    const QStringList& files) const
{
    ToolRun run;
    run.tool = tool;
    run.status = outcome.status == 0 ? CompileStatus::Succeeded : CompileStatus::Failed;
    run.message = outcome.status == 0 ? QString() : u"failed"_s;
    run.log = parseMakertbinLog(outcome.output);
    for (const QString& file : files)
        run.files.append(m_bench->path(file));
    return readToolReport(run);
}

QList<QStringList> TestToolFamily::rows(const ToolReport& report, const QString& key)
{
    const auto found = std::ranges::find(report.tables, key, &ToolTable::key);
    return found == report.tables.cend() ? QList<QStringList>() : found->rows;
}

void TestToolFamily::convert()
{
    const Workbench::Outcome outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
}

void TestToolFamily::initTestCase()
{
    NEED_RUNTIME(runtime);
    m_bench = std::make_unique<NodeBench>();
    QVERIFY(m_bench->writeAll());
    convert();
}

void TestToolFamily::answersToItsOwnName()
{
    const QString folder = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR", QStringLiteral(DRIFTSCOPE_BINARY_DIR "/bin"));
    const QString link = m_bench->path(u"hb_model_info"_s);
    QVERIFY(QFile::link(folder + u"/driftscope-mapper", link));
    QProcess process;
    process.setWorkingDirectory(m_bench->path(QString()));
    process.start(link, {u"--version"_s});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY(process.readAll().startsWith("hb_model_info, version 1.24.3"));
}

void TestToolFamily::infoTellsTheBuild()
{
    const Workbench::Outcome outcome = m_bench->mapper({u"hb_model_info"_s, u"out/m.bin"_s});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const ToolReport report = reportOf(u"hb_model_info"_s, outcome);
    const QList<QStringList> parameters = rows(report, u"parameters"_s);
    const auto model = m_bench->boardModel();
    QVERIFY(model.has_value());
    const auto valueOf = [&](const QString& key) {
        const auto row = std::ranges::find(parameters, key, [](const QStringList& each) { return each[0]; });
        return row == parameters.cend() ? QString() : row->at(1);
    };
    QCOMPARE(valueOf(u"BPU march"_s), model->metadata.march());
    QCOMPARE(valueOf(u"input_layout_rt"_s), u"NCHW"_s);
    QCOMPARE(valueOf(u"scale_value"_s), u"0.0078125,"_s);
    QCOMPARE(valueOf(u"hbdk_pass_through_params"_s), model->metadata.value(u"hbdk_pass_through_params"_s).trimmed());
    QVERIFY(!valueOf(u"model output types"_s).isEmpty());
    const MakertbinLog log = parseMakertbinLog(outcome.output);
    QCOMPARE(log.tool, u"hb_model_info"_s);
    QCOMPARE(log.inputs.size(), 1);
    QCOMPARE(log.unparsedLines, 0);
}

void TestToolFamily::modifierListsAndRemoves()
{
    const ToolReport listed
        = reportOf(u"hb_model_modifier"_s, m_bench->mapper({u"hb_model_modifier"_s, u"out/m.bin"_s}));
    const QList<QStringList> removable = rows(listed, u"removable"_s);
    QVERIFY(!removable.isEmpty());
    const QByteArray before = readFile(m_bench->path(u"out/m.bin"_s)).value();

    const QString node = removable.last().first();
    const Workbench::Outcome outcome
        = m_bench->mapper({u"hb_model_modifier"_s, u"out/m.bin"_s, u"-r"_s, node, u"-o"_s, u"changed.bin"_s});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const ToolReport report = reportOf(u"hb_model_modifier"_s, outcome);
    QCOMPARE(rows(report, u"removed"_s), (QList<QStringList>{{node}}));
    QVERIFY(report.verdict.contains(u"changed.bin"_s));
    QCOMPARE(readFile(m_bench->path(u"out/m.bin"_s)).value(), before);

    const auto changed = readBoardModel(m_bench->path(u"changed.bin"_s));
    QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
    const auto isThere = [&](const NodeDraft& each) { return each.name == node; };
    QVERIFY(std::ranges::none_of(changed->graph.nodes, isThere));
    QCOMPARE(removedNodes(*changed).size(), 1);
    QCOMPARE(removedNodes(*changed).first().name, node);
    QCOMPARE(changed->metadata.value(u"MARCH"_s), m_bench->boardModel()->metadata.value(u"MARCH"_s));

    // What another run takes adds to it, and hb_model_info tells both.
    const ToolReport more
        = reportOf(u"hb_model_modifier"_s, m_bench->mapper({u"hb_model_modifier"_s, u"changed.bin"_s}));
    const QString second = rows(more, u"removable"_s).value(0).value(0);
    if (!second.isEmpty()) {
        const QStringList again{u"hb_model_modifier"_s, u"changed.bin"_s, u"-r"_s, second};
        QCOMPARE(m_bench->mapper(again).status, 0);
        const ToolReport info
            = reportOf(u"hb_model_info"_s, m_bench->mapper({u"hb_model_info"_s, u"changed_modified.bin"_s}));
        QCOMPARE(rows(info, u"removed_before"_s), (QList<QStringList>{{node}, {second}}));
    } else {
        const ToolReport info = reportOf(u"hb_model_info"_s, m_bench->mapper({u"hb_model_info"_s, u"changed.bin"_s}));
        QCOMPARE(rows(info, u"removed_before"_s), (QList<QStringList>{{node}}));
    }
    QVERIFY(readFile(m_bench->path(u"deleted_nodes_info.txt"_s)).value().contains(node.toUtf8()));
}

void TestToolFamily::modifierRefuses_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("no such node") << u"nobody"_s;
    QTest::newRow("a BPU part") << u"main_graph_subgraph_0"_s;
}

void TestToolFamily::modifierRefuses()
{
    QFETCH(const QString, node);
    const Workbench::Outcome outcome
        = m_bench->mapper({u"hb_model_modifier"_s, u"out/m.bin"_s, u"-r"_s, node, u"-o"_s, u"never.bin"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(QByteArray(node.toUtf8() + "' is not")), outcome.output.constData());
    QVERIFY(!QFileInfo::exists(m_bench->path(u"never.bin"_s)));
}

void TestToolFamily::perfWritesItsFolder()
{
    const Workbench::Outcome outcome = m_bench->mapper({u"hb_perf"_s, u"out/m.bin"_s});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const QString name = m_bench->boardModel()->name;
    const QString folder = u"hb_perf_result/%1/"_s.arg(name);
    const ToolReport report
        = reportOf(u"hb_perf"_s, outcome, {folder + name, folder + u"main_graph_subgraph_0.json"_s});
    const QList<QStringList> subgraphs = rows(report, u"subgraphs"_s);
    const auto model = m_bench->boardModel();
    const auto isBpu = [](const NodeDraft& node) { return node.opType == "BPU"_L1; };
    QCOMPARE(subgraphs.size(), std::ranges::count_if(model->graph.nodes, isBpu));
    QCOMPARE(subgraphs[0][0], u"main_graph_subgraph_0"_s);
    // conv1 and conv2 and conv3 on 16 × 16, two operations a multiplication: 3·8·9 + 8·8·9 + 8·4·9, as kernels are 3
    // × 3.
    const qint64 operations = subgraphs[0][4].toLongLong();
    QVERIFY2(operations >= 2 * 256 * (3 * 8 + 8 * 8 + 8 * 4), qPrintable(subgraphs[0][4]));
    const QList<QStringList> drawing = rows(report, u"drawing"_s);
    QCOMPARE(drawing.size(), model->graph.nodes.size() + model->inputs.size() + model->outputs.size());
    for (const QString& file : {QString(name + u".html"_s), u"main_graph_subgraph_0.html"_s})
        QVERIFY(readFile(m_bench->path(folder + file)).value().contains("not measured"));
}

void TestToolFamily::verifierPasses_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("comparisons");
    const QString models = u"out/m_quantized_model.onnx,out/m.bin"_s;
    QTest::newRow("simulator") << u"hb_verifier"_s << QStringList{u"-m"_s, models, u"-s"_s, u"True"_s} << 2;
    QTest::newRow("board") << u"hb_verifier"_s << QStringList{u"-m"_s, models, u"-b"_s, u"10.0.0.2"_s} << 2;
    QTest::newRow("both, an input and few digits")
        << u"hb_verifier"_s << QStringList{u"-m"_s,   models,  u"-b"_s,     u"10.0.0.2"_s, u"-s"_s,
                                           u"True"_s, u"-i"_s, u"in.bin"_s, u"-c"_s,       u"3"_s}
        << 6;
    QTest::newRow("older") << u"hb_model_verifier"_s << QStringList{u"-q"_s, u"out/m_quantized_model.onnx"_s,
                                                                    u"-b"_s, u"out/m.bin"_s,
                                                                    u"-a"_s, u"10.0.0.2"_s}
                           << 3;
}

void TestToolFamily::verifierPasses()
{
    QFETCH(const QString, tool);
    QFETCH(const QStringList, options);
    QVERIFY(m_bench->writeFile(u"in.bin"_s, QByteArray(3 * 16 * 16, '\x7f')));
    const Workbench::Outcome outcome = m_bench->mapper(QStringList{tool} + options);
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const ToolReport report = reportOf(tool, outcome);
    QVERIFY2(report.passed == std::optional(true), outcome.output.constData());
    QTEST(static_cast<int>(rows(report, u"comparisons"_s).size()), "comparisons");
}

/// bernoulli2 with NCHW at run time: the packed conversion is the inverse one.
void TestToolFamily::verifierFindsTheKnownFault()
{
    m_bench->set("model_parameters.march", u"bernoulli2"_s);
    convert();
    const Workbench::Outcome outcome
        = m_bench->mapper({u"hb_verifier"_s, u"-m"_s, u"out/m_quantized_model.onnx,out/m.bin"_s, u"-s"_s, u"True"_s});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const ToolReport report = reportOf(u"hb_verifier"_s, outcome);
    QVERIFY2(report.passed == std::optional(false), outcome.output.constData());
    const QStringList row = rows(report, u"comparisons"_s).value(0);
    QVERIFY(row.value(3).toLongLong() > 0);
    QCOMPARE(row.value(4).toLongLong(), qint64(4 * 16 * 16));
    QVERIFY(row.value(5).toDouble() > 0.0);
}

/// The vendor's code runs on no board of ours.
void TestToolFamily::verifierHalts()
{
    auto model = m_bench->boardModel();
    QVERIFY(model.has_value());
    for (NamedTensor& constant : model->graph.initializers) {
        if (constant.tensor.bytes().contains("driftscope-sandbox"))
            constant.tensor = Tensor(DataType::UInt8, Shape{64}, QByteArray(64, '\1'));
    }
    const auto bytes = toBoardFile(*model);
    QVERIFY(bytes && m_bench->writeFile(u"foreign.bin"_s, *bytes));
    const Workbench::Outcome outcome = m_bench->mapper(
        {u"hb_verifier"_s, u"-m"_s, u"out/m_quantized_model.onnx,foreign.bin"_s, u"-b"_s, u"10.0.0.2"_s});
    QCOMPARE(outcome.status, 1);
    const ToolReport report = reportOf(u"hb_verifier"_s, outcome);
    QCOMPARE(report.passed, std::optional(false));
    QVERIFY2(report.verdict.contains(u"arm result does not exist, program halted"_s), qPrintable(report.verdict));
}

void TestToolFamily::tellsBadFiles_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("info") << QStringList{u"hb_model_info"_s, u"model.onnx"_s};
    QTest::newRow("perf") << QStringList{u"hb_perf"_s, u"model.onnx"_s};
    QTest::newRow("modifier") << QStringList{u"hb_model_modifier"_s, u"model.onnx"_s};
    QTest::newRow("verifier, one file") << QStringList{u"hb_verifier"_s, u"-m"_s, u"out/m.bin"_s};
    QTest::newRow("verifier, nothing to compare with")
        << QStringList{u"hb_verifier"_s, u"-m"_s, u"out/m_quantized_model.onnx,out/m.bin"_s};
    QTest::newRow("missing") << QStringList{u"hb_perf"_s, u"nowhere.bin"_s};
}

void TestToolFamily::tellsBadFiles()
{
    QFETCH(const QStringList, words);
    const Workbench::Outcome outcome = m_bench->mapper(words);
    QVERIFY(outcome.status != 0);
    QVERIFY(!outcome.output.trimmed().isEmpty());
}

QTEST_GUILESS_MAIN(TestToolFamily)
#include "tst_tool_family.moc"
