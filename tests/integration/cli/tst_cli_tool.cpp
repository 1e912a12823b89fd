// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The tools beside makertbin at the command line, with the sandbox.
class tst_CliTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsTheTools();
    void checksAModel();
    void measuresWithoutAConfig();
    void changesAModel();
    void comparesModels_data();
    void comparesModels();
    void refusals_data();
    void refusals();

private:
    [[nodiscard]] CliResult tool(const QStringList& words) const
    {
        return m_cli.run(QStringList{u"tool"_s} + words + QStringList{u"--json"_s});
    }
    [[nodiscard]] static QJsonArray rows(const CliResult& result, const QString& table)
    {
        return elementWith(result.json["tables"_L1].toArray(), u"key"_s, table)["rows"_L1].toArray();
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QMap<QString, QMap<QString, QString>> m_stages; ///< of two configs
};

void tst_CliTool::initTestCase()
{
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
    for (const QString& config : {u"as_published"_s, u"fixed"_s}) {
        const CliResult compiled = m_cli.run({u"compile"_s, config + u".yaml", u"--json"_s});
        QVERIFY2(compiled.status == 0, compiled.all());
        m_stages.insert(config, artifactsOf(compiled.json));
    }
}

void tst_CliTool::listsTheTools()
{
    const CliResult result = m_cli.run({u"tool"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all());
    const QJsonObject perf = elementWith(result.json["tools"_L1].toArray(), u"name"_s, u"hb_perf"_s);
    QCOMPARE(perf["program"_L1].toString(), u"hb_perf"_s);
    const QJsonObject model = elementWith(perf["options"_L1].toArray(), u"key"_s, u"model"_s);
    QVERIFY(model["required"_L1].toBool());
    QVERIFY(m_cli.run({u"tool"_s}).output.contains("hb_verifier"));
}

void tst_CliTool::checksAModel()
{
    const CliResult result = tool({u"checker"_s, u"--model"_s, u"emoji5.onnx"_s, u"--march"_s, u"bayes-e"_s});
    QVERIFY2(result.status == 0, result.all());
    QVERIFY(rows(result, u"nodes"_s).size() > 5);
    QCOMPARE(rows(result, u"nodes"_s).size(), result.json["log"_L1]["nodes"_L1].toArray().size());
    QCOMPARE(result.json["command"_L1].toArray().at(1).toString(), u"checker"_s);
    QVERIFY(result.json["folder"_L1].toString().startsWith(m_folder.path() + u"/runs/tools/"));
}

void tst_CliTool::measuresWithoutAConfig()
{
    const CliResult result = tool({u"fast_perf"_s, u"--model"_s, u"emoji5.onnx"_s, u"--march"_s, u"bayes"_s});
    QVERIFY2(result.status == 0, result.all());
    QVERIFY(!rows(result, u"subgraphs"_s).isEmpty());
    bool hasModel = false;
    for (const QJsonValue& file : result.json["files"_L1].toArray())
        hasModel = hasModel || file.toString().endsWith(u"emoji5.bin"_s);
    QVERIFY(hasModel);
}

void tst_CliTool::changesAModel()
{
    const QString model = m_stages[u"fixed"_s][u"board"_s];
    const CliResult listed = tool({u"hb_model_modifier"_s, model});
    QVERIFY2(listed.status == 0, listed.all());
    const QString node = rows(listed, u"removable"_s).last()[0].toString();
    QVERIFY(!node.isEmpty());
    const CliResult changed = tool({u"hb_model_modifier"_s, model, u"--remove-node"_s, node});
    QVERIFY2(changed.status == 0, changed.all());
    QCOMPARE(rows(changed, u"removed"_s).size(), 1);
    const QString copy = changed.json["folder"_L1].toString() + u"/output/emoji5_modified.bin"_s;
    QVERIFY(QFileInfo::exists(copy));
    const CliResult info = tool({u"hb_model_info"_s, copy});
    QCOMPARE(rows(info, u"removed_before"_s).at(0)[0].toString(), node);
    QVERIFY(m_cli.run({u"tool"_s, u"hb_model_info"_s, copy}).output.contains(node.toUtf8()));
}

void tst_CliTool::comparesModels_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<int>("status");
    QTest::newRow("the sample's fault") << u"as_published"_s << 1;
    QTest::newRow("mended") << u"fixed"_s << 0;
}

void tst_CliTool::comparesModels()
{
    QFETCH(const QString, config);
    const CliResult result = tool({u"hb_verifier"_s, u"--quantized"_s, m_stages[config][u"quantized"_s], u"--model"_s,
                                   m_stages[config][u"board"_s], u"--digits"_s, u"3"_s});
    QTEST(result.status, "status");
    QCOMPARE(result.json["passed"_L1].toBool(), result.status == 0);
    QVERIFY(!rows(result, u"comparisons"_s).isEmpty());
}

void tst_CliTool::refusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("missing") << QStringList{u"hb_perf"_s} << QByteArray("Board model is missing");
    QTest::newRow("no such file") << QStringList{u"hb_perf"_s, u"nowhere.bin"_s} << QByteArray("does not exist");
    QTest::newRow("not a .bin") << QStringList{u"hb_perf"_s, u"emoji5.onnx"_s} << QByteArray(".bin");
    QTest::newRow("march") << QStringList{u"checker"_s, u"--model"_s, u"emoji5.onnx"_s, u"--march"_s, u"x9"_s}
                           << QByteArray("is not one of");
    QTest::newRow("no such toolchain") << QStringList{u"checker"_s,           u"--model"_s, u"emoji5.onnx"_s,
                                                      u"--march"_s,           u"bayes"_s,   u"--toolchain"_s,
                                                      u"/nowhere/hb_mapper"_s}
                                       << QByteArray("hb_mapper");
}

void tst_CliTool::refusals()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, word);
    const CliResult result = tool(words);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errors.contains(word), result.all());
}

QTEST_GUILESS_MAIN(tst_CliTool)
#include "tst_cli_tool.moc"
