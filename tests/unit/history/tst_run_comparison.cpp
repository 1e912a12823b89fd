// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunFixture.h"

#include "core/graph/GraphDraft.h"
#include "core/history/RunComparison.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_RunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheLineTheNodeAndThePoints();
    void equalRunsDifferInNothing();
    void metricsMayBeMissing();
    void saysWhichConfigIsGone();
};

namespace {

std::shared_ptr<const Graph> graphOf(const QStringList& names)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3, 8, 8}}};
    QString from = u"x"_s;
    for (const QString& name : names) {
        NodeDraft node;
        node.name = name;
        node.opType = name.contains(u"Layout"_s) ? u"Transpose"_s : u"Relu"_s;
        node.inputs = {from};
        node.outputs = {name + u"_out"_s};
        from = name + u"_out"_s;
        draft.nodes.append(node);
    }
    draft.outputs = {{from, DataType::Float32, std::nullopt}};
    return Graph::fromDraft(draft);
}

/// Adds a stage file to the run's record; only its name is looked at.
void addStage(const QString& run)
{
    QJsonObject record = QJsonDocument::fromJson(*readFile(run + u"/run.json"_s)).object();
    record[u"artifacts"_s] = QJsonArray{QJsonObject{{u"stage"_s, u"board"_s}, {u"file"_s, u"net.bin"_s}}};
    RunFixture::write(run + u"/run.json"_s, QJsonDocument(record).toJson());
}

const ConfigSchema& schema()
{
    static const ConfigSchema loaded = *ConfigSchema::load();
    return loaded;
}

Result<std::shared_ptr<const Graph>> noGraph(const QString& file, Stage /*stage*/)
{
    return failure(ErrorKind::NotFound, file);
}

} // namespace

void tst_RunComparison::namesTheLineTheNodeAndThePoints()
{
    const RunFixture runs;
    const QString bad = runs.add(u"1"_s, u"NCHW"_s, 0.9);
    const QString good = runs.add(u"2"_s, u"NHWC"_s, 0.95);
    QVERIFY(writeRunEvaluation(bad, {}, {{Stage::Board, 40, 8}}));
    QVERIFY(writeRunEvaluation(good, {}, {{Stage::Board, 40, 39}}));
    addStage(bad);
    addStage(good);
    const GraphLoader load = [&](const QString& file, Stage stage) -> Result<std::shared_ptr<const Graph>> {
        if (stage != Stage::Board)
            return failure(ErrorKind::NotFound, file);
        return file.startsWith(bad) ? graphOf({u"Layout_0"_s, u"relu"_s}) : graphOf({u"relu"_s});
    };
    const auto comparison = compareRuns(*summarizeRun(bad), *summarizeRun(good), schema(), load);
    QVERIFY2(comparison, qPrintable(comparison ? QString() : comparison.error().message));
    QCOMPARE(comparison->config.size(), 1);
    QCOMPARE(comparison->config.first().key, u"input_parameters.input_layout_rt"_s);
    QCOMPARE(comparison->graphs.size(), 1);
    const QList<GraphChange::ChangedNode> vanished{{u"Layout_0"_s, u"Transpose"_s}};
    QCOMPARE(comparison->graphs.first().vanished, vanished);
    QVERIFY(comparison->graphs.first().appeared.isEmpty());
    const QStringList sentences = comparisonSentences(*comparison);
    QCOMPARE(sentences,
             (QStringList{u"input_parameters.input_layout_rt: NCHW became NHWC."_s,
                          u"Board model: Layout_0 (Transpose) went."_s,
                          u"Cosine of the worst layer: from 0.900000 to 0.950000."_s,
                          u"Top-1, Board model: from 20.0 % to 97.5 %."_s}));
}

void tst_RunComparison::equalRunsDifferInNothing()
{
    const RunFixture runs;
    const RunSummary one = *summarizeRun(runs.add(u"1"_s));
    const RunSummary two = *summarizeRun(runs.add(u"2"_s));
    const auto comparison = compareRuns(one, two, schema(), noGraph);
    QVERIFY(comparison);
    QVERIFY(comparison->config.isEmpty()); // the folders' names differ, which is nothing
    QVERIFY(comparison->metrics.isEmpty());
    QVERIFY(comparisonSentences(*comparison).isEmpty());
}

void tst_RunComparison::metricsMayBeMissing()
{
    RunSummary before;
    RunSummary after;
    before.metrics = {{u"seconds"_s, 2.0}, {u"own"_s, 1.0}};
    after.metrics = {{u"seconds"_s, 2.0}, {u"top1.board"_s, 0.5}};
    const QList<MetricChange> expected{{u"own"_s, 1.0, std::nullopt}, {u"top1.board"_s, std::nullopt, 0.5}};
    QCOMPARE(compareMetrics(before, after), expected);
    RunComparison comparison;
    comparison.metrics = expected;
    QCOMPARE(
        comparisonSentences(comparison),
        (QStringList{u"own: 1 before, not measured now."_s, u"Top-1, Board model: 50.0 %, not measured before."_s}));
}

void tst_RunComparison::saysWhichConfigIsGone()
{
    const RunFixture runs;
    const RunSummary one = *summarizeRun(runs.add(u"1"_s));
    const RunSummary two = *summarizeRun(runs.add(u"2"_s));
    QVERIFY(QFile::remove(two.configFile));
    const auto comparison = compareRuns(one, two, schema(), noGraph);
    QVERIFY(!comparison);
    QVERIFY2(comparison.error().message.contains(two.configFile), qPrintable(comparison.error().message));
}

QTEST_GUILESS_MAIN(tst_RunComparison)
#include "tst_run_comparison.moc"
