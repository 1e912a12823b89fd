// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/SampleFlips.h"
#include "core/evaluation/Tally.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_SampleFlips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsUpLogits();
    void sumsUpProbabilities();
    void marginIsUnknown_data();
    void marginIsUnknown();
    void whatIsNoNumberIsAbsent();
    void tellsTheScale();
    void pairsOfStages();
    void flipsWorstFirst();
    void aSampleFlipsBack();
    void noAnswerIsTheWorst();
    void unknownLossesComeLast();
    void logitsBesideProbabilities();
    void worstSamplesNeedNotFlip();
    void fewerResultsThanSamples();
    void nothingToCompare();
    void namesForPeople();
};

namespace {

using Scores = std::vector<std::vector<float>>;

LabelledData dataOf(const QList<int>& labels)
{
    LabelledData data;
    data.folder = u"/data"_s;
    data.classes = {u"cat"_s, u"dog"_s, u"fox"_s};
    for (const int label : labels)
        data.samples.append({u"/data/%1.png"_s.arg(data.samples.size()), label});
    return data;
}

StageEvaluation evaluated(Stage stage, const LabelledData& data, const Scores& scores)
{
    std::vector<Prediction> predictions;
    for (std::size_t i = 0; i < scores.size(); ++i)
        predictions.push_back(predictionOf(scores[i], data.samples[static_cast<qsizetype>(i)].label));
    return tally(stage, {}, data, std::move(predictions));
}

QList<int> samplesOf(const QList<SampleFlip>& flips)
{
    QList<int> samples;
    for (const SampleFlip& flip : flips)
        samples.append(flip.sample);
    return samples;
}

constexpr StagePair floatToQuantized{Stage::Float, Stage::Quantized};
constexpr StagePair quantizedToBoard{Stage::Quantized, Stage::Board};
constexpr StagePair floatToBoard{Stage::Float, Stage::Board};

} // namespace

void tst_SampleFlips::sumsUpLogits()
{
    const Prediction right = predictionOf({1.0F, 4.0F, -2.0F}, 1);
    QCOMPARE(right.predicted, 1);
    QCOMPARE(right.score, 4.0);
    QCOMPARE(right.trueScore, 4.0);
    QCOMPARE(right.margin, 3.0);
    const double sum = 1 + std::exp(-3.0) + std::exp(-6.0);
    QCOMPARE(right.softmaxMargin, (1 - std::exp(-3.0)) / sum);
    QVERIFY(!right.isDistribution);
    const Prediction wrong = predictionOf({1.0F, 4.0F, -2.0F}, 2);
    QCOMPARE(wrong.predicted, 1);
    QCOMPARE(wrong.trueScore, -2.0);
    QCOMPARE(wrong.margin, -6.0);
    QCOMPARE(wrong.softmaxMargin, (std::exp(-6.0) - 1) / sum);
    QCOMPARE(predictionOf({2.0F, 2.0F}, 1).margin, 0.0); // a tie, which argmax gives to the first
    const Prediction huge = predictionOf({1000.0F, -1000.0F}, 0);
    QCOMPARE(huge.softmaxMargin, 1.0); // no overflow
}

void tst_SampleFlips::sumsUpProbabilities()
{
    const Prediction said = predictionOf({0.7F, 0.2F, 0.1F}, 1);
    QVERIFY(said.isDistribution);
    QVERIFY(std::abs(said.margin + 0.5) < 1e-6);
    QVERIFY(predictionOf({1.0F, 0.0F, 0.0F}, 0).isDistribution);
    QVERIFY(predictionOf({0.6953125F, 0.203125F, 0.0625F}, 0).isDistribution); // rounded to steps of 1/128
    QVERIFY(!predictionOf({0.7F, 0.6F, 0.1F}, 0).isDistribution); // sigmoids
    QVERIFY(!predictionOf({1.2F, -0.2F}, 0).isDistribution);
    QVERIFY(!predictionOf({1.0F}, 0).isDistribution); // one number may be anything
}

void tst_SampleFlips::marginIsUnknown_data()
{
    QTest::addColumn<std::vector<float>>("scores");
    QTest::addColumn<int>("label");
    QTest::addColumn<int>("predicted");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("no class for the label") << std::vector<float>{1, 2} << 2 << 1;
    QTest::newRow("no label") << std::vector<float>{1, 2} << -1 << 1;
    QTest::newRow("nothing") << std::vector<float>{} << 0 << -1;
    QTest::newRow("no numbers") << std::vector<float>{nan, nan} << 0 << -1;
    QTest::newRow("one class") << std::vector<float>{3} << 0 << 0;
    QTest::newRow("the only other is no number") << std::vector<float>{3, nan} << 0 << 0;
    QTest::newRow("the true one is no number") << std::vector<float>{nan, 3, 1} << 0 << 1;
}

void tst_SampleFlips::marginIsUnknown()
{
    QFETCH(std::vector<float>, scores);
    QFETCH(int, label);
    QFETCH(int, predicted);
    const Prediction said = predictionOf(scores, label);
    QCOMPARE(said.predicted, predicted);
    QVERIFY(std::isnan(said.margin));
    QVERIFY(std::isnan(said.softmaxMargin));
}

void tst_SampleFlips::whatIsNoNumberIsAbsent()
{
    const Prediction said = predictionOf({std::numeric_limits<float>::quiet_NaN(), 3.0F, 1.0F}, 2);
    QCOMPARE(said.predicted, 1);
    QCOMPARE(said.margin, -2.0);
    QVERIFY(std::isfinite(said.softmaxMargin));
}

void tst_SampleFlips::tellsTheScale()
{
    const LabelledData data = dataOf({0, 1, 2});
    const StageEvaluation probabilities
        = evaluated(Stage::Float, data, {{0.9F, 0.1F, 0}, {0, 1, 0}, {0.2F, 0.2F, 0.2F}}); // one was rounded away
    QCOMPARE(probabilities.scores, ScoreScale::Probabilities);
    QCOMPARE(evaluated(Stage::Float, data, {{0.9F, 0.1F, 0}, {0, 5, 0}, {-1, 2, 2}}).scores, ScoreScale::Logits);
    QCOMPARE(tally(Stage::Float, {}, data, {}).scores, ScoreScale::Logits);
}

void tst_SampleFlips::pairsOfStages()
{
    const LabelledData data = dataOf({0});
    QList<StageEvaluation> chain;
    QVERIFY(stagePairs(chain).isEmpty());
    chain.append(evaluated(Stage::Float, data, {{1, 0, 0}}));
    QVERIFY(stagePairs(chain).isEmpty());
    chain.append(evaluated(Stage::Quantized, data, {{1, 0, 0}}));
    QCOMPARE(stagePairs(chain), QList<StagePair>{floatToQuantized});
    chain.append(evaluated(Stage::Board, data, {{1, 0, 0}}));
    QCOMPARE(stagePairs(chain), (QList<StagePair>{floatToQuantized, quantizedToBoard, floatToBoard}));
}

void tst_SampleFlips::flipsWorstFirst()
{
    // became right, stays, became wrong by little, stayed wrong, became wrong by much
    const LabelledData data = dataOf({0, 1, 2, 0, 1});
    const QList<StageEvaluation> chain{
        evaluated(Stage::Float, data, {{0, 1, 0}, {0, 9, 0}, {0, 1, 1.5F}, {0, 3, 0}, {0, 8, 0}}),
        evaluated(Stage::Board, data, {{2, 0, 0}, {0, 1, 0}, {0, 1, 0.5F}, {0, 0, 3}, {7, 0, 0}})};
    const Flips flips(chain, data);
    const QList<SampleFlip> found = flips.of(floatToBoard);
    QCOMPARE(samplesOf(found), (QList<int>{4, 2, 3, 0}));
    QCOMPARE(found[0].kind, FlipKind::BecameWrong);
    QCOMPARE(found[0].marginLost, 15.0);
    QCOMPARE(found[0].label, 1);
    QCOMPARE(found[1].marginLost, 1.0);
    QCOMPARE(found[2].kind, FlipKind::StayedWrong);
    QCOMPARE(found[2].marginLost, 0.0);
    QCOMPARE(found[3].kind, FlipKind::BecameRight);
    QCOMPARE(found[3].marginLost, -3.0);
    QCOMPARE(flipKindName(found[3].kind), u"became_right"_s);
    QCOMPARE(found[0].firstFlip, Stage::Board);
    QCOMPARE(flips.all().size(), 4);
    QVERIFY(flips.of(quantizedToBoard).isEmpty()); // was not evaluated
}

void tst_SampleFlips::aSampleFlipsBack()
{
    const LabelledData data = dataOf({0});
    const QList<StageEvaluation> chain{evaluated(Stage::Float, data, {{2, 0, 0}}),
                                       evaluated(Stage::Quantized, data, {{0, 5, 0}}),
                                       evaluated(Stage::Board, data, {{2, 0, 0}})};
    const Flips flips(chain, data);
    QCOMPARE(flips.firstFlip(0), Stage::Quantized);
    QCOMPARE(samplesOf(flips.of(floatToQuantized)), QList<int>{0});
    QCOMPARE(samplesOf(flips.of(quantizedToBoard)), QList<int>{0});
    QVERIFY(flips.of(floatToBoard).isEmpty());
    const QList<SampleFlip> all = flips.all();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].stages, floatToQuantized);
    QCOMPARE(all[1].firstFlip, Stage::Quantized); // also in the pair that it flips back in
    QVERIFY(flips.worstSamples().isEmpty()); // nothing was lost in the end
}

void tst_SampleFlips::noAnswerIsTheWorst()
{
    const LabelledData data = dataOf({0, 1, 2});
    const QList<StageEvaluation> chain{evaluated(Stage::Float, data, {{9, 0, 0}, {0, 1, 0}, {}}),
                                       evaluated(Stage::Board, data, {{0, 99, 0}, {}, {0, 0, 1}})};
    const Flips flips(chain, data);
    const QList<SampleFlip> found = flips.of(floatToBoard);
    QCOMPARE(samplesOf(found), (QList<int>{1, 0, 2}));
    QVERIFY(std::isinf(found[0].marginLost));
    QCOMPARE(found[0].kind, FlipKind::BecameWrong);
    QCOMPARE(found[2].kind, FlipKind::BecameRight);
    QVERIFY(std::isnan(found[2].marginLost)); // there was no margin to lose
    QCOMPARE(flips.worstSamples().size(), 2);
}

void tst_SampleFlips::unknownLossesComeLast()
{
    const LabelledData data = dataOf({7, 0, 7, 1}); // the outputs know three classes
    const QList<StageEvaluation> chain{evaluated(Stage::Float, data, {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {1, 0, 0}}),
                                       evaluated(Stage::Board, data, {{0, 1, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 0}})};
    const QList<SampleFlip> found = Flips(chain, data).all();
    QCOMPARE(samplesOf(found), (QList<int>{1, 3, 0, 2}));
    QCOMPARE(found[2].kind, FlipKind::StayedWrong);
    QVERIFY(std::isnan(found[2].marginLost));
    QCOMPARE(chain[0].confusion.size(), std::size_t(8));
}

void tst_SampleFlips::logitsBesideProbabilities()
{
    const LabelledData data = dataOf({0, 0});
    const Scores logits{{20, 0, 0}, {1, 0, 0}};
    const Scores probabilities{{0.1F, 0.9F, 0}, {0, 1, 0}};
    const QList<StageEvaluation> mixed{evaluated(Stage::Float, data, logits),
                                       evaluated(Stage::Board, data, probabilities)};
    const Flips flips(mixed, data);
    QVERIFY(flips.marginsAreProbabilities());
    QVERIFY(std::abs(flips.margin(mixed[0], 0) - 1) < 1e-6);
    QVERIFY(std::abs(flips.margin(mixed[1], 0) + 0.8) < 1e-6);
    QVERIFY(std::abs(flips.all().first().marginLost - 1.8) < 1e-6);
    // On one scale the numbers stay as the model gave them.
    const QList<StageEvaluation> same{mixed[0], evaluated(Stage::Board, data, {{0, 5, 0}, {0, 5, 0}})};
    const Flips raw(same, data);
    QVERIFY(!raw.marginsAreProbabilities());
    QCOMPARE(raw.margin(same[0], 0), 20.0);
    QCOMPARE(raw.all().first().marginLost, 25.0);
}

void tst_SampleFlips::worstSamplesNeedNotFlip()
{
    const LabelledData data = dataOf({0, 0, 0});
    const QList<StageEvaluation> chain{evaluated(Stage::Float, data, {{9, 0, 0}, {2, 0, 0}, {1, 0, 0}}),
                                       evaluated(Stage::Quantized, data, {{9, 0, 0}, {1, 2, 0}, {2, 1, 0}}),
                                       evaluated(Stage::Board, data, {{2, 1, 0}, {1, 2, 0}, {3, 0, 0}})};
    const QList<SampleLoss> worst = Flips(chain, data).worstSamples();
    QCOMPARE(worst.size(), 2); // the third gained
    QCOMPARE(worst[0].sample, 0);
    QCOMPARE(worst[0].marginLost, 8.0);
    QCOMPARE(worst[1].sample, 1);
    QCOMPARE(worst[1].marginLost, 3.0);
}

void tst_SampleFlips::fewerResultsThanSamples()
{
    const LabelledData data = dataOf({0, 0});
    const QList<StageEvaluation> chain{evaluated(Stage::Float, data, {{1, 0, 0}, {1, 0, 0}}),
                                       evaluated(Stage::Board, data, {{0, 1, 0}})};
    QCOMPARE(samplesOf(Flips(chain, data).all()), QList<int>{0});
}

void tst_SampleFlips::nothingToCompare()
{
    const LabelledData data = dataOf({0});
    const QList<StageEvaluation> none;
    QVERIFY(Flips(none, data).all().isEmpty());
    QVERIFY(Flips(none, data).worstSamples().isEmpty());
    const QList<StageEvaluation> one{evaluated(Stage::Float, data, {{1, 0, 0}})};
    QVERIFY(Flips(one, data).all().isEmpty());
    QVERIFY(Flips(one, data).worstSamples().isEmpty());
    QVERIFY(!Flips(one, data).firstFlip(0));
}

void tst_SampleFlips::namesForPeople()
{
    const LabelledData data = dataOf({0, 2});
    QCOMPARE(data.className(2), u"fox"_s);
    QCOMPARE(data.className(3), u"3"_s);
    QCOMPARE(data.className(-1), u"–"_s);
    QCOMPARE(data.nameOf(1), u"1.png"_s);
}

QTEST_GUILESS_MAIN(tst_SampleFlips)
#include "tst_sampleflips.moc"
