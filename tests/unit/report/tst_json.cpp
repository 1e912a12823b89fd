// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/Json.h"

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
};

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

QTEST_GUILESS_MAIN(tst_Json)
#include "tst_json.moc"
