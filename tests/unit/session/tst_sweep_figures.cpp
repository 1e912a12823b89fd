// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SweepFigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_SweepFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestIsChosenByWhatMattersMost();
    void equalsAreToldApart();
    void lessIsBetterForTimesAndSizes();
    void whatFailedIsNeverTheBest();
    void sentencesSayByWhat();
};

namespace {

SweepRow row(const QString& value, const QMap<QString, double>& metrics, SweepRowState state = SweepRowState::Succeeded)
{
    SweepRow made{{value}, state, value, {}, false, RunSummary()};
    made.run->metrics = metrics;
    return made;
}

Sweep sweepOf(const QList<SweepRow>& rows)
{
    Sweep sweep;
    sweep.keys = {{u"calibration_parameters.calibration_type"_s, {}}};
    sweep.rows = rows;
    return sweep;
}

} // namespace

void tst_SweepFigures::theBestIsChosenByWhatMattersMost()
{
    const Sweep sweep = sweepOf({row(u"a"_s, {{u"cosine.output"_s, 0.99}, {u"seconds"_s, 1}}),
                                 row(u"b"_s, {{u"cosine.output"_s, 0.98}, {u"top1.quantized"_s, 0.5}}),
                                 row(u"c"_s, {{u"cosine.output"_s, 0.97}, {u"top1.quantized"_s, 0.7}})});
    QCOMPARE(measuredFigures(sweep), (QStringList{u"top1.quantized"_s, u"cosine.output"_s, u"seconds"_s}));
    QCOMPARE(bestRow(sweep), (SweepBest{2, u"top1.quantized"_s, {}, 0}));
    QCOMPARE(bestRow(sweep, u"cosine.output"_s), (SweepBest{0, u"cosine.output"_s, {}, 0}));
    QVERIFY(!bestRow(sweep, u"top1.board"_s));
    QVERIFY(!bestRow(Sweep()));
}

void tst_SweepFigures::equalsAreToldApart()
{
    const Sweep sweep = sweepOf({row(u"a"_s, {{u"top1.board"_s, 0.9}, {u"cosine.output"_s, 0.98}}),
                                 row(u"b"_s, {{u"top1.board"_s, 0.9}, {u"cosine.output"_s, 0.99}}),
                                 row(u"c"_s, {{u"top1.board"_s, 0.9}, {u"cosine.output"_s, 0.97}}),
                                 row(u"d"_s, {{u"top1.board"_s, 0.8}, {u"cosine.output"_s, 1.0}})});
    QCOMPARE(bestRow(sweep), (SweepBest{1, u"top1.board"_s, u"cosine.output"_s, 0}));
    const Sweep same
        = sweepOf({row(u"a"_s, {{u"top1.board"_s, 0.9}, {u"bin.bytes"_s, 7}}),
                   row(u"b"_s, {{u"top1.board"_s, 0.9}, {u"bin.bytes"_s, 6}}), row(u"c"_s, {{u"top1.board"_s, 0.8}})});
    QCOMPARE(bestRow(same), (SweepBest{0, u"top1.board"_s, {}, 1})); // a byte more or less is chance: the first
    QVERIFY(bestRowSentence(same, bestRow(same)).contains(u"1 other"_s));
}

void tst_SweepFigures::lessIsBetterForTimesAndSizes()
{
    const Sweep sweep = sweepOf({row(u"a"_s, {{u"latency.us"_s, 300}, {u"fps"_s, 10}, {u"bin.bytes"_s, 7}}),
                                 row(u"b"_s, {{u"latency.us"_s, 200}, {u"fps"_s, 20}, {u"bin.bytes"_s, 9}})});
    QCOMPARE(bestRow(sweep, u"latency.us"_s)->row, 1);
    QCOMPARE(bestRow(sweep, u"fps"_s)->row, 1);
    QCOMPARE(bestRow(sweep, u"bin.bytes"_s)->row, 0);
}

void tst_SweepFigures::whatFailedIsNeverTheBest()
{
    const Sweep sweep = sweepOf(
        {row(u"a"_s, {{u"seconds"_s, 1}}, SweepRowState::Failed), row(u"b"_s, {{u"seconds"_s, 9}}), row(u"c"_s, {})});
    QCOMPARE(bestRow(sweep), (SweepBest{1, u"seconds"_s, {}, 0}));
}

void tst_SweepFigures::sentencesSayByWhat()
{
    const Sweep sweep = sweepOf({row(u"max"_s, {{u"top1.board"_s, 0.9}, {u"cosine.output"_s, 0.98}}),
                                 row(QString(), {{u"top1.board"_s, 0.9}, {u"cosine.output"_s, 0.99}})});
    const QString sentence = bestRowSentence(sweep, bestRow(sweep));
    QVERIFY2(sentence.contains(u"calibration_type (not written)"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"90.0 %"_s) && sentence.contains(u"0.990000"_s), qPrintable(sentence));
    QCOMPARE(bestRowSentence(sweep, std::nullopt), QString());
}

QTEST_GUILESS_MAIN(tst_SweepFigures)
#include "tst_sweep_figures.moc"
