// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What scripts rely on: exit statuses, one JSON document, and the keys that are promised.
class tst_CliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandHelps_data();
    void everyCommandHelps();
    void badUsage_data();
    void badUsage();
    void promisedKeys_data();
    void promisedKeys();
    void tensorFilesAreThere();
    void diffOfACaptureWithItself();
    void importOfWhatTheBoardLeft();
    void importOfADeclaredFile();
    void progressOnlyWhenAsked();

private:
    QTemporaryDir m_folder;
    CliRunner m_cli;
    QMap<QString, QString> m_stages;
    QJsonObject m_compiled;
    QString m_runtimeProblem;
};

namespace {

const QStringList commands{u"info"_s,   u"stages"_s, u"lint"_s,     u"fix"_s,      u"compile"_s, u"run"_s,
                           u"import"_s, u"diff"_s,   u"diagnose"_s, u"evaluate"_s, u"layout"_s,  u"render"_s,
                           u"report"_s, u"story"_s,  u"sweep"_s,    u"template"_s, u"verify"_s};

} // namespace

void tst_CliUsage::initTestCase()
{
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder));
    if (const auto runtime = OnnxRuntime::load(); !runtime) {
        m_runtimeProblem = runtime.error().message;
        return;
    }
    const CliResult compiled = m_cli.run({u"compile"_s, u"fixed.yaml"_s, u"--json"_s});
    QVERIFY2(compiled.status == 0, compiled.all().constData());
    m_compiled = compiled.json;
    m_stages = artifactsOf(m_compiled);
    for (const QString& stage : {u"quantized"_s, u"board"_s}) {
        const CliResult run = m_cli.run({u"run"_s, m_stages[stage], u"--config"_s, u"fixed.yaml"_s, u"--input"_s,
                                         u"heldout/animals_1f400_google.png"_s, u"-o"_s, stage, u"--layers"_s});
        QVERIFY2(run.status == 0, run.all().constData());
    }
}

void tst_CliUsage::everyCommandHelps_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{u"--help"_s};
    for (const QString& command : commands)
        QTest::newRow(qPrintable(command)) << QStringList{command, u"--help"_s};
}

void tst_CliUsage::everyCommandHelps()
{
    QFETCH(QStringList, arguments);
    const CliResult help = m_cli.run(arguments);
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains("--json") || help.output.contains("Usage"));
    QVERIFY(help.errors.isEmpty());
}

void tst_CliUsage::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mention");
    QTest::newRow("nothing") << QStringList{} << u"--help"_s;
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << u"“frobnicate” is not a command"_s;
    for (const QString& command : commands) {
        QTest::newRow(qPrintable(command + u" unknown option"_s))
            << QStringList{command, u"--frobnicate"_s} << u"driftscope-cli %1 --help"_s.arg(command);
    }
    QTest::newRow("missing argument") << QStringList{u"info"_s} << u"FILE is required"_s;
    QTest::newRow("not a number") << QStringList{u"compile"_s, u"fixed.yaml"_s, u"--timeout"_s, u"soon"_s} << u"soon"_s;
    QTest::newRow("diagnose nothing") << QStringList{u"diagnose"_s} << u"--capture"_s;
}

void tst_CliUsage::badUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mention);
    const CliResult result = m_cli.run(arguments);
    QVERIFY2(result.status == 2, result.all().constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errorLines().size() == 1, result.all().constData());
    QVERIFY(result.errorLines().first().startsWith(u"driftscope-cli: "_s));
    QVERIFY2(result.errorLines().first().contains(mention), result.all().constData());
}

void tst_CliUsage::promisedKeys_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("needsRun");
    QTest::addColumn<QStringList>("paths"); ///< dots go down, `[]` into the first element of a list
    const auto row = [](const char* name, const QString& arguments, bool needsRun, const char* paths) {
        QTest::newRow(name) << arguments.split(u' ') << needsRun << QString::fromLatin1(paths).split(u' ');
    };
    row("info", u"info emoji5.onnx"_s, false,
        "kind stage march producer inputs[].name inputs[].dtype inputs[].shape inputs[].layout outputs[].name "
        "node_count op_counts metadata");
    row("info board", u"info BOARD"_s, true,
        "kind stage march producer inputs[].name inputs[].dtype inputs[].shape inputs[].layout outputs[].name "
        "node_count op_counts metadata");
    row("stages", u"stages RUN --config fixed.yaml"_s, true,
        "stages[].stage stages[].file stages[].node_count pairs[].from pairs[].to pairs[].matched pairs[].fused "
        "pairs[].added pairs[].removed inserted[].stage inserted[].node inserted[].kind inserted[].caused_by.key "
        "inserted[].caused_by.value inserted[].caused_by.line inserted[].computes inserted[].board_must_feed");
    row("lint", u"lint as_published.yaml"_s, false,
        "findings[].rule findings[].severity findings[].key findings[].line findings[].column findings[].message "
        "findings[].why findings[].source findings[].fix.key findings[].fix.value");
    row("fix", u"fix as_published.yaml -o fixed_again.yaml"_s, false, "applied[].rule");
    row("compile", u"compile fixed.yaml"_s, true,
        "run_id status phases[].name phases[].seconds artifacts[].stage artifacts[].file nodes[].name nodes[].type "
        "nodes[].device nodes[].cosine nodes[].threshold outputs[].name diagnostics");
    row("run", u"run BOARD --config fixed.yaml --input heldout/animals_1f400_google.png -o again"_s, true,
        "tensors[].name tensors[].dtype tensors[].shape tensors[].layout tensors[].file complete limit");
    row("diff", u"diff quantized board"_s, true,
        "layers[].name layers[].status layers[].cosine layers[].pearson layers[].slope layers[].intercept "
        "layers[].same_values layers[].mse layers[].max_abs layers[].sqnr_db layers[].saturation layers[].nan "
        "layers[].inf first_divergence");
    row("diagnose", u"diagnose --config fixed.yaml --capture board"_s, true,
        "verdict confidence cause evidence[].hypothesis evidence[].score evidence[].score_without fix ladder[].step "
        "ladder[].status");
    row("evaluate", u"evaluate fixed.yaml"_s, true, "stages[].stage stages[].samples stages[].top1 stages[].confusion");
    row("verify", u"verify fixed.yaml --samples 1"_s, true,
        "agrees tolerance.absolute models[].name models[].outputs[].result models[].outputs[].cosine "
        "models[].outputs[].max_abs models[].outputs[].same_values models[].samples[].outputs[].unequal");
    row("layout", u"layout emoji5.onnx"_s, false, "nodes edges milliseconds width height");
}

void tst_CliUsage::promisedKeys()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, needsRun);
    QFETCH(QStringList, paths);
    if (needsRun && !m_runtimeProblem.isEmpty())
        QSKIP(qPrintable(m_runtimeProblem));
    arguments.replaceInStrings(u"BOARD"_s, m_stages.value(u"board"_s));
    arguments.replaceInStrings(u"RUN"_s, m_compiled["folder"_L1].toString());
    const CliResult result = m_cli.run(arguments << u"--json"_s);
    QVERIFY2(result.status == 0 || result.status == 1, result.all().constData());
    QVERIFY2(result.errors.isEmpty(), result.all().constData());
    QVERIFY2(!result.json.isEmpty(), result.all().constData());
    for (const QString& path : paths) {
        QJsonValue value = result.json;
        for (QString key : path.split(u'.')) {
            const bool isList = key.endsWith(u"[]"_s);
            key = key.remove(u"[]"_s);
            QVERIFY2(value.toObject().contains(key), qPrintable(path));
            value = value[key];
            if (isList) {
                QVERIFY2(!value.toArray().isEmpty(), qPrintable(path));
                value = value[0];
            }
        }
    }
}

void tst_CliUsage::tensorFilesAreThere()
{
    if (!m_runtimeProblem.isEmpty())
        QSKIP(qPrintable(m_runtimeProblem));
    const CliResult run
        = m_cli.run({u"run"_s, m_stages[u"quantized"_s], u"--config"_s, u"fixed.yaml"_s, u"--input"_s,
                     u"heldout/animals_1f400_google.png"_s, u"-o"_s, u"tensors"_s, u"--layers"_s, u"--json"_s});
    QVERIFY2(run.status == 0, run.all().constData());
    QStringList files;
    for (const QJsonValue& tensor : run.json["tensors"_L1].toArray()) {
        const QString file = tensor["file"_L1].toString();
        QVERIFY2(QFileInfo(file).isFile(), qPrintable(file));
        files.append(file);
    }
    QVERIFY(files.size() > 10);
    QCOMPARE(files.removeDuplicates(), 0);
    const CliResult same = m_cli.run({u"diff"_s, files.last(), files.last(), u"--json"_s});
    QVERIFY2(same.status == 0, same.all().constData());
    QCOMPARE(same.json["layers"_L1].toArray().size(), 1);
}

void tst_CliUsage::diffOfACaptureWithItself()
{
    if (!m_runtimeProblem.isEmpty())
        QSKIP(qPrintable(m_runtimeProblem));
    const CliResult same = m_cli.run({u"diff"_s, u"board"_s, u"board"_s, u"--json"_s});
    QVERIFY2(same.status == 0, same.all().constData());
    QVERIFY(same.json["first_divergence"_L1].isNull());
    for (const QJsonValue& layer : same.json["layers"_L1].toArray()) {
        QCOMPARE(layer["status"_L1].toString(), u"compared"_s);
        QCOMPARE(layer["max_abs"_L1].toDouble(-1.0), 0.0);
    }
}

void tst_CliUsage::importOfWhatTheBoardLeft()
{
    if (!m_runtimeProblem.isEmpty())
        QSKIP(qPrintable(m_runtimeProblem));
    const CliResult imported = m_cli.run(
        {u"import"_s, u"board/dumps"_s, u"--model"_s, m_stages[u"board"_s], u"-o"_s, u"imported"_s, u"--json"_s});
    QVERIFY2(imported.status != 2, imported.all().constData()); // the judge may doubt a layer
    QVERIFY(imported.json["complete"_L1].toBool());
    QVERIFY(imported.json["samples"_L1][0]["tensors"_L1].toArray().size() > 10);
    const CliResult same = m_cli.run({u"diff"_s, u"board"_s, u"imported"_s, u"--json"_s});
    for (const QJsonValue& layer : same.json["layers"_L1].toArray()) {
        if (layer["name"_L1].toString() != "input"_L1) // what was fed stands in its place in the run's capture
            QCOMPARE(layer["max_abs"_L1].toDouble(-1.0), 0.0);
    }
    // Without the sandbox's own list the names of the files and the .bin are what there is, as with a real board.
    QVERIFY(QFile::remove(QDir(m_cli.folder).filePath(u"board/dumps/driftscope_dumps.json"_s)));
    const CliResult named = m_cli.run(
        {u"import"_s, u"board/dumps"_s, u"--model"_s, m_stages[u"board"_s], u"-o"_s, u"named.npz"_s, u"--json"_s});
    QVERIFY2(named.status != 2, named.all().constData());
    bool hasOutput = false;
    for (const QJsonValue& tensor : named.json["samples"_L1][0]["tensors"_L1].toArray())
        hasOutput = hasOutput || tensor["is_output"_L1].toBool();
    QVERIFY2(hasOutput, named.all().constData());
    const CliResult npz = m_cli.run({u"diff"_s, u"named.npz"_s, u"named.npz"_s, u"--json"_s});
    QVERIFY2(npz.status == 0, npz.all().constData());
}

void tst_CliUsage::importOfADeclaredFile()
{
    QFile dump(QDir(m_cli.folder).filePath(u"map.bin"_s));
    QVERIFY(dump.open(QIODevice::WriteOnly));
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 60; ++x) {
            for (int c = 0; c < 8; ++c)
                dump.putChar(static_cast<char>((x * (c + 1) / 4 + y) % 100));
        }
    }
    dump.close();
    const auto import = [this](const QString& declaration) {
        return m_cli.run({u"import"_s, u"map.bin"_s, u"--declare"_s, declaration, u"-o"_s, u"map"_s, u"--json"_s});
    };
    const CliResult right = import(u"name=map;dtype=int8;shape=1x40x60x8;layout=NHWC"_s);
    QVERIFY2(right.status == 0, right.all().constData());
    const CliResult wrong = import(u"name=map;dtype=int8;shape=1x8x40x60;layout=NCHW"_s);
    QCOMPARE(wrong.status, 1);
    const QJsonValue file = wrong.json["files"_L1][0];
    QVERIFY(file["doubtful"_L1].toBool());
    QCOMPARE(file["likely"_L1][0]["declaration"_L1].toString().section(u";shape="_s, 1), u"1x40x60x8;layout=NHWC"_s);
    const CliResult nonsense = import(u"name=map;dtype=int7;shape=1"_s);
    QCOMPARE(nonsense.status, 2);
    QVERIFY2(nonsense.errors.contains("int7"), nonsense.all().constData());
}

void tst_CliUsage::progressOnlyWhenAsked()
{
    const CliResult quiet = m_cli.run({u"layout"_s, u"emoji5.onnx"_s});
    QCOMPARE(quiet.status, 0);
    QCOMPARE(quiet.errors, QByteArray());
    const CliResult told = m_cli.run({u"layout"_s, u"emoji5.onnx"_s, u"--progress"_s});
    QCOMPARE(told.status, 0);
    QVERIFY(told.errors.contains("emoji5.onnx"));
    QCOMPARE(told.output.isEmpty(), quiet.output.isEmpty());
}

QTEST_GUILESS_MAIN(tst_CliUsage)
#include "tst_cli_usage.moc"
