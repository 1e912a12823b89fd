// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Tally.h"
#include "core/report/Json.h"

#include "core/onnx/OnnxWriter.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void captureNamesTheFilesThatAreWritten();
    void findingWithAndWithoutFix();
    void numbersThatJsonHasNot();
    void unfinishedPhaseHasNoSeconds();
    void evaluationCounts();
    void flipsAndWorstSamples();
    void contentOfAnOnnxFile();
};

namespace {

NodeDraft node(const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = u"/n/"_s + op;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

} // namespace

void tst_Json::contentOfAnOnnxFile()
{
    GraphDraft body;
    body.name = u"body"_s;
    body.initializers = {{u"k"_s, Tensor(DataType::Int4, Shape{4}, QByteArray(2, '\1'))}};
    body.nodes = {node(u"Identity"_s, {u"k"_s}, {u"b"_s})};
    body.outputs = {{u"b"_s, DataType::Undefined, {}}};
    GraphDraft draft;
    draft.irVersion = 10;
    draft.opsets = {{QString(), 21}, {u"local"_s, 1}};
    Shape shape{-1, 3};
    shape.setDimensionName(0, u"batch"_s);
    draft.inputs = {{u"x"_s, DataType::Float8E5M2, shape}};
    draft.initializers = {{u"w"_s, Tensor(DataType::Float8E5M2, Shape{3}, QByteArray(3, '\1'))}};
    draft.nodes = {node(u"If"_s, {u"x"_s}, {u"y"_s}), node(u"Twice"_s, {u"y"_s}, {u"z"_s})};
    draft.nodes.front().attributes = {{u"then_branch"_s, std::make_shared<const GraphDraft>(body)}};
    ValueType sequence{ValueType::Kind::Sequence, DataType::Undefined, {}};
    sequence.inner = std::make_shared<const ValueType>(ValueType{ValueType::Kind::Tensor, DataType::String, {}});
    draft.outputs = {{u"z"_s, DataType::Undefined, {}, std::make_shared<const ValueType>(sequence)}};
    draft.functions = {{u"local"_s, u"Twice"_s, u"fast"_s, {}, {u"a"_s}, {u"b"_s}}};
    draft.functions.front().nodes = {node(u"Add"_s, {u"a"_s, u"a"_s}, {u"b"_s})};
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"m.onnx"_s);
    QVERIFY(writeOnnx(path, draft));
    const auto stage = loadStage(path);
    QVERIFY2(stage.has_value(), stage ? "" : qPrintable(stage.error().message));
    const QJsonObject info = infoJson(*stage);
    QCOMPARE(info["functions"_L1][0]["overload"_L1].toString(), u"fast"_s);
    QCOMPARE(info["functions"_L1][0]["node_count"_L1].toInt(), 1);
    QCOMPARE(info["subgraphs"_L1][0]["attribute"_L1].toString(), u"then_branch"_s);
    QCOMPARE(info["subgraphs"_L1][0]["depth"_L1].toInt(), 1);
    QCOMPARE(info["weights"_L1]["tensors"_L1].toInt(), 2);
    QCOMPARE(info["weights"_L1]["bytes"_L1].toInt(), 5);
    QCOMPARE(info["weights"_L1]["dtypes"_L1]["int4"_L1].toInt(), 1);
    QCOMPARE(info["inputs"_L1][0]["dtype"_L1].toString(), u"float8_e5m2"_s);
    QCOMPARE(info["inputs"_L1][0]["dimension_names"_L1][0].toString(), u"batch"_s);
    QCOMPARE(info["outputs"_L1][0]["type"_L1].toString(), u"sequence(string)"_s);
}

void tst_Json::captureNamesTheFilesThatAreWritten()
{
    Capture capture;
    const auto add = [&](const QString& name) {
        capture.tensors.append({name, {}, Tensor::fromValues<float>(Shape{2}, {1.0F, 2.0F}), false, true});
    };
    add(u"/model.0/Conv_output:0"_s);
    add(u"_model.0_Conv_output:0"_s); // the same file name but for its number
    add(u"层"_s);
    const QTemporaryDir folder;
    QVERIFY(writeCapture(capture, folder.path()));
    QStringList files;
    const QJsonArray tensors = captureJson(capture, folder.path())["tensors"_L1].toArray();
    for (const QJsonValue& tensor : tensors) {
        files.append(tensor["file"_L1].toString());
        QVERIFY2(QFileInfo(files.last()).isFile(), qPrintable(files.last()));
        QCOMPARE(QFileInfo(files.last()).path(), folder.path());
    }
    QCOMPARE(files.size(), 3);
    QCOMPARE(files.removeDuplicates(), 0);
}

void tst_Json::findingWithAndWithoutFix()
{
    Diagnostic finding;
    finding.ruleId = u"rule"_s;
    finding.key = u"a.b"_s;
    finding.range.line = 7;
    finding.range.column = 3;
    Diagnostic fixable = finding;
    fixable.fix = Fix{u"a.b"_s, u"NHWC"_s, false, u"Set it."_s};
    Diagnostic removable = finding;
    removable.fix = Fix{u"a.b"_s, u"ignored"_s, true, u"Remove it."_s};
    const QJsonArray array = findingsJson({finding, fixable, removable});
    QVERIFY(array[0]["fix"_L1].isNull());
    QCOMPARE(array[0]["line"_L1].toInt(), 7);
    QCOMPARE(array[0]["column"_L1].toInt(), 3);
    QCOMPARE(array[1]["fix"_L1]["value"_L1].toString(), u"NHWC"_s);
    QVERIFY(array[2]["fix"_L1]["value"_L1].isNull());
    QVERIFY(array[2]["fix"_L1]["remove"_L1].toBool());
}

void tst_Json::numbersThatJsonHasNot()
{
    LayerComparison layer;
    layer.name = u"conv"_s;
    layer.status = ComparisonStatus::Compared;
    layer.metrics.sqnrDb = std::numeric_limits<double>::infinity();
    layer.metrics.cosine = std::numeric_limits<double>::quiet_NaN();
    layer.metrics.pearson = 0.5;
    CaptureComparison comparison;
    comparison.layers.append(layer);
    comparison.firstDivergence = 0;
    const QJsonObject json = comparisonJson(comparison);
    QVERIFY(json["layers"_L1][0]["sqnr_db"_L1].isNull());
    QVERIFY(json["layers"_L1][0]["cosine"_L1].isNull());
    QCOMPARE(json["layers"_L1][0]["pearson"_L1].toDouble(), 0.5);
    QCOMPARE(json["first_divergence"_L1].toString(), u"conv"_s);
}

void tst_Json::unfinishedPhaseHasNoSeconds()
{
    CompileResult result;
    result.runId = u"run"_s;
    LogPhase phase;
    phase.name = u"calibrate"_s;
    phase.seconds = -1.0;
    result.log.phases.append(phase);
    LogNode node;
    node.name = u"conv"_s;
    result.log.nodes.append(node);
    const QJsonObject json = compileJson(result);
    QCOMPARE(json["status"_L1].toString(), u"failed"_s);
    QVERIFY(json["phases"_L1][0]["seconds"_L1].isNull());
    QVERIFY(json["nodes"_L1][0]["cosine"_L1].isNull());
}

void tst_Json::evaluationCounts()
{
    StageEvaluation evaluation;
    evaluation.stage = Stage::Board;
    evaluation.samples = 4;
    evaluation.correct = 3;
    evaluation.confusion = {{2, 0}, {1, 1}};
    const QJsonObject json = evaluationJson(evaluation);
    QCOMPARE(json["stage"_L1].toString(), u"board"_s);
    QCOMPARE(json["top1"_L1].toDouble(), 0.75);
    QCOMPARE(json["confusion"_L1].toArray(), (QJsonArray{QJsonArray{2, 0}, QJsonArray{1, 1}}));
}

void tst_Json::flipsAndWorstSamples()
{
    LabelledData data;
    data.classes = {u"cat"_s, u"dog"_s};
    data.samples = {{u"/data/a.png"_s, 0}, {u"/data/b.png"_s, 4}};
    const auto evaluated = [&](Stage stage, const std::vector<float>& a, const std::vector<float>& b) {
        return tally(stage, {}, data, {predictionOf(a, 0), predictionOf(b, 4)});
    };
    const QList<StageEvaluation> chain{evaluated(Stage::Quantized, {3, 1}, {2, 0}),
                                       evaluated(Stage::Board, {1, 2}, {1, 2})};
    const QJsonObject json = evaluationsJson(chain, data, 10);
    QCOMPARE(json["classes"_L1], (QJsonArray{u"cat"_s, u"dog"_s}));
    QCOMPARE(json["margins"_L1].toString(), u"logits"_s);
    const QJsonArray flips = json["flips"_L1].toArray();
    QCOMPARE(flips.size(), 2);
    QCOMPARE(flips[0]["file"_L1].toString(), u"/data/a.png"_s);
    QCOMPARE(flips[0]["label"_L1].toInt(-1), 0);
    QCOMPARE(flips[0]["class"_L1].toString(), u"cat"_s);
    QCOMPARE(flips[0]["kind"_L1].toString(), u"became_wrong"_s);
    QCOMPARE(flips[0]["from"_L1]["stage"_L1].toString(), u"quantized"_s);
    QCOMPARE(flips[0]["from"_L1]["predicted"_L1].toInt(-1), 0);
    QCOMPARE(flips[0]["from"_L1]["margin"_L1].toDouble(), 2.0);
    QCOMPARE(flips[0]["to"_L1]["predicted"_L1].toInt(-1), 1);
    QCOMPARE(flips[0]["to"_L1]["margin"_L1].toDouble(), -1.0);
    QCOMPARE(flips[0]["margin_lost"_L1].toDouble(), 3.0);
    QCOMPARE(flips[0]["first_flip"_L1].toString(), u"board"_s);
    QVERIFY(flips[1]["margin_lost"_L1].isNull()); // there is no output for the label
    QCOMPARE(json["worst"_L1].toArray().size(), 1);
    QCOMPARE(json["worst"_L1][0]["stages"_L1].toArray().size(), 2);
    QVERIFY(evaluationsJson(chain, data, 0)["worst"_L1].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Json)
#include "tst_json.moc"
