// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunFixture.h"

#include "core/history/RunSummaryJson.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_RunSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheFolderHolds();
    void survivesWhatIsMissing();
    void jsonComesBack();
    void notesAreFiles();
    void stampsChangeWithTheFiles();
    void onlyRunsAreRemoved();
    void evaluationsAreKept();
    void variantsOfSweepsSayIt();
};

void tst_RunSummary::saysWhatTheFolderHolds()
{
    const RunFixture runs;
    const QString folder = runs.add(u"20260411-093001-250-1"_s, u"NCHW"_s, 0.875);
    QVERIFY(writeRunEvaluation(folder, u"/data"_s, {{Stage::Quantized, 40, 39}, {Stage::Board, 40, 8}}));
    const auto summary = summarizeRun(folder);
    QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().message));
    QCOMPARE(summary->id, u"20260411-093001-250-1"_s);
    QCOMPARE(summary->startedAt, QDateTime(QDate(2026, 4, 11), QTime(9, 30, 1, 250)));
    QCOMPARE(summary->status, CompileStatus::Succeeded);
    QCOMPARE(summary->march, u"bernoulli2"_s);
    QCOMPARE(summary->toolchain, u"Sandbox 1.9.9"_s);
    QCOMPARE(summary->metrics.value(u"seconds"_s), 12.5);
    QCOMPARE(summary->metrics.value(u"cosine.worst"_s), 0.875);
    QCOMPARE(summary->worstLayer, u"conv1"_s);
    QCOMPARE(summary->metrics.value(u"nodes.cpu"_s), 1.0);
    QCOMPARE(summary->metrics.value(u"top1.board"_s), 0.2);
    QCOMPARE(summary->metrics.value(u"top1.quantized"_s), 0.975);
    QVERIFY(summary->bytes > 600);
    QVERIFY(summary->configFile.endsWith(u"/net.yaml"_s));
}

void tst_RunSummary::survivesWhatIsMissing()
{
    const RunFixture runs;
    QVERIFY(!summarizeRun(runs.run(u"nothing"_s)));
    const QString folder = runs.add(u"by-hand"_s);
    QVERIFY(QFile::remove(folder + u"/net.yaml"_s));
    QVERIFY(QFile::remove(folder + u"/console.log"_s));
    RunFixture::write(folder + u"/evaluation.json"_s, "{ damaged");
    const auto summary = summarizeRun(folder);
    QVERIFY(summary);
    QVERIFY(!summary->startedAt.isValid());
    QVERIFY(summary->configFile.isEmpty());
    QCOMPARE(summary->metrics.keys(), QStringList{u"seconds"_s});
    RunFixture::write(folder + u"/run.json"_s, "{ damaged");
    const auto damaged = summarizeRun(folder);
    QVERIFY(!damaged);
    QVERIFY(damaged.error().message.contains(u"run.json"_s));
}

void tst_RunSummary::jsonComesBack()
{
    const RunFixture runs;
    const QString folder = runs.add(u"20260411-093001-250-1"_s);
    QVERIFY(writeRunNote(folder, u"比较 \"NHWC\"\nagain"_s));
    const RunSummary summary = *summarizeRun(folder);
    QCOMPARE(summary.note, u"比较 \"NHWC\"\nagain"_s);
    QCOMPARE(runSummaryFromJson(runSummaryJson(summary), runs.folder()), summary);
}

void tst_RunSummary::notesAreFiles()
{
    const RunFixture runs;
    const QString folder = runs.add(u"a"_s);
    QVERIFY(writeRunNote(folder, u"  kept  "_s));
    QCOMPARE(*readFile(folder + u"/note.txt"_s), QByteArray("kept\n"));
    QVERIFY(writeRunNote(folder, u" "_s));
    QVERIFY(!QFileInfo::exists(folder + u"/note.txt"_s));
}

void tst_RunSummary::stampsChangeWithTheFiles()
{
    const RunFixture runs;
    const QString folder = runs.add(u"a"_s);
    const QString first = runStamp(folder);
    QCOMPARE(runStamp(folder), first);
    QVERIFY(writeRunNote(folder, u"x"_s));
    QVERIFY(runStamp(folder) != first);
    QVERIFY(writeRunNote(folder, {}));
    QCOMPARE(runStamp(folder), first);
}

void tst_RunSummary::onlyRunsAreRemoved()
{
    const RunFixture runs;
    const QString folder = runs.add(u"a"_s);
    const QString other = runs.run(u"pictures"_s);
    QVERIFY(QDir().mkpath(other));
    const auto refused = removeRun(other);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"pictures"_s));
    QVERIFY(QFileInfo::exists(other));
    QVERIFY(removeRun(folder));
    QVERIFY(!QFileInfo::exists(folder));
}

void tst_RunSummary::evaluationsAreKept()
{
    const RunFixture runs;
    const QString folder = runs.add(u"a"_s);
    QVERIFY(readRunEvaluation(folder)->isEmpty());
    const QList<StageScore> scores{{Stage::Float, 10, 9}, {Stage::Board, 10, 0}};
    QVERIFY(writeRunEvaluation(folder, u"/data"_s, scores));
    QCOMPARE(*readRunEvaluation(folder), scores);
    RunFixture::write(folder + u"/evaluation.json"_s, R"({"stages":[{"stage":"board","samples":5,"correct":9}, 7]})");
    QVERIFY(readRunEvaluation(folder)->isEmpty()); // more right than there are
    RunFixture::write(folder + u"/evaluation.json"_s, "[]");
    QVERIFY(!readRunEvaluation(folder));
}

void tst_RunSummary::variantsOfSweepsSayIt()
{
    const RunFixture runs;
    const QString folder = runs.add(u"a"_s);
    QCOMPARE(summarizeRun(folder)->sweep, RunSweep());
    const QString before = runStamp(folder);
    const RunSweep sweep{{u"sweep-1"_s, u"sweep-2"_s},
                         {{u"calibration_parameters.calibration_type"_s, u"max"_s}, {u"x.per_channel"_s, {}}},
                         u"abc"_s};
    QVERIFY(writeRunSweep(folder, sweep));
    QVERIFY(runStamp(folder) != before);
    const RunSummary summary = *summarizeRun(folder);
    QCOMPARE(summary.sweep, sweep);
    QCOMPARE(sweepSettingsText(sweep.settings), u"calibration_type=max per_channel="_s);
    QCOMPARE(runSummaryFromJson(runSummaryJson(summary), runs.folder()), summary);
    RunFixture::write(folder + u"/sweep.json"_s, "{ damaged");
    QCOMPARE(summarizeRun(folder)->sweep, RunSweep());
}

QTEST_GUILESS_MAIN(tst_RunSummary)
#include "tst_run_summary.moc"
