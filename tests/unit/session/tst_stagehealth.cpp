// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StageHealth.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

StageEvaluation evaluated(Stage stage, int correct, int samples)
{
    StageEvaluation evaluation;
    evaluation.stage = stage;
    evaluation.correct = correct;
    evaluation.samples = samples;
    return evaluation;
}

} // namespace

class tst_StageHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClearDropIsRed();
    void chanceIsNot();
};

void tst_StageHealth::aClearDropIsRed()
{
    const QList<StageEvaluation> all{evaluated(Stage::Float, 380, 440), evaluated(Stage::Quantized, 376, 440),
                                     evaluated(Stage::Board, 140, 440)};
    QCOMPARE(stageHealth(all, Stage::Float), StageHealth::Fine);
    QCOMPARE(stageHealth(all, Stage::Quantized), StageHealth::Fine);
    QCOMPARE(stageHealth(all, Stage::Board), StageHealth::Dropped);
    QCOMPARE(stageHealth(all, Stage::Calibrated), StageHealth::NotEvaluated);
}

void tst_StageHealth::chanceIsNot()
{
    // Ten points of ten pictures are one picture.
    const QList<StageEvaluation> few{evaluated(Stage::Quantized, 9, 10), evaluated(Stage::Board, 8, 10)};
    QCOMPARE(stageHealth(few, Stage::Board), StageHealth::Fine);
    // Three points are not much, however sure one is of them.
    const QList<StageEvaluation> many{evaluated(Stage::Quantized, 86000, 100000),
                                      evaluated(Stage::Board, 83000, 100000)};
    QCOMPARE(stageHealth(many, Stage::Board), StageHealth::Fine);
}

QTEST_GUILESS_MAIN(tst_StageHealth)
#include "tst_stagehealth.moc"
