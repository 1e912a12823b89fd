// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/sandbox/calibrate/Thresholds.h"
#include "core/sandbox/quantize/WeightQuantizer.h"
#include "core/sandbox/tool/TextTable.h"

#include <QTest>

#include <limits>
#include <numeric>

using namespace driftscope;

class TestQuantizers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void powersOfTwo();
    void weightsRoundWithinHalfAStep();
    void powerOfTwoWeightsAreNearlyAsGood();
    void tinyWeightsLeaveRoomForTheBias();
    void percentileIgnoresOutliers();
    void divergenceClipsALongTail();
    void activationScaleWeighsClippingAgainstRounding();
    void channelStatistics();
    void channelScalesLeaveRoomWhereFewValuesWereSeen();
    void zeroPointsLieWhereZeroIs();
    void channelsShareTheZeroPointThatServesThem();
    void rangesAreNarrowedOnTheirLargerSide();
    void rangesAreCutOff();
    void magnitudesAreCountedWithoutKnowingTheirRange();
    void thresholdsPrintLikePython();
};

namespace {

RangeStatistics observed(const Tensor& tensor)
{
    RangeStatistics statistics;
    statistics.observe(tensor);
    return statistics;
}

Tensor withOutlier(float outlier)
{
    std::vector<float> values = noise(Shape{1, 1, 100, 100}, 1).toFloats();
    values[17] = outlier;
    return Tensor::fromValues<float>(Shape{1, 1, 100, 100}, values);
}

} // namespace

void TestQuantizers::powersOfTwo()
{
    QCOMPARE(powerOfTwoAbove(0.5F), 0.5F);
    QCOMPARE(powerOfTwoAbove(0.51F), 1.0F);
    QCOMPARE(powerOfTwoAbove(3.0F), 4.0F);
    QCOMPARE(powerOfTwoAbove(0.0078125F), 0.0078125F);
}

void TestQuantizers::weightsRoundWithinHalfAStep()
{
    const Tensor weight = noise(Shape{4, 3, 3, 3}, 9);
    const QuantizedWeight quantized = quantizeWeight(weight, 0, false);
    QCOMPARE(quantized.scales.size(), std::size_t(4));
    const std::vector<float> exact = weight.toFloats();
    const std::vector<float> coarse = dequantized(quantized);
    for (std::size_t i = 0; i < exact.size(); ++i)
        QVERIFY(std::abs(exact[i] - coarse[i]) <= quantized.scales[i / 27] * 0.5001F);
}

void TestQuantizers::powerOfTwoWeightsAreNearlyAsGood()
{
    const Tensor weight = noise(Shape{8, 8, 1, 1}, 10);
    const QuantizedWeight quantized = quantizeWeight(weight, 0, true);
    for (const float scale : quantized.scales) {
        int exponent = 0;
        QCOMPARE(std::frexp(scale, &exponent), 0.5F);
    }
    QVERIFY(largestDifference(weight, Tensor::fromValues<float>(weight.shape(), dequantized(quantized))) < 0.02);
}

void TestQuantizers::tinyWeightsLeaveRoomForTheBias()
{
    const Tensor weight = Tensor::fromValues<float>(Shape{1, 1, 1, 1}, std::vector<float>{1e-12F});
    QCOMPARE(quantizeWeight(weight, 0, false, {0.25F}).scales.front(), 0.25F);
    const Tensor zeros = Tensor::fromValues<float>(Shape{1, 1, 1, 1}, std::vector<float>{0.0F});
    QVERIFY(quantizeWeight(zeros, 0, true).scales.front() > 0.0F);
}

void TestQuantizers::percentileIgnoresOutliers()
{
    const RangeStatistics statistics = observed(withOutlier(4.0F));
    QCOMPARE(percentileThreshold(statistics, 1.0), 4.0F);
    const float clipped = percentileThreshold(statistics, 0.999);
    QVERIFY2(clipped < 1.05F && clipped > 0.9F, qPrintable(QString::number(static_cast<double>(clipped))));
}

void TestQuantizers::divergenceClipsALongTail()
{
    QVERIFY(divergenceThreshold(observed(withOutlier(40.0F))) < 20.0F);
    const RangeStatistics zeros
        = observed(Tensor::fromValues<float>(Shape{1, 1, 1, 2}, std::vector<float>{0.0F, 0.0F}));
    QCOMPARE(divergenceThreshold(zeros), 0.0F);
}

void TestQuantizers::activationScaleWeighsClippingAgainstRounding()
{
    const RangeStatistics even = observed(noise(Shape{1, 1, 100, 100}, 2));
    QCOMPARE(activationScale(even, 1.27F, false), 0.01F);
    // Uniform over [-1, 1]: 2^-7 reaches 0.992 and is far finer than 2^-6.
    QCOMPARE(activationScale(even, 1.0F, true), 1.0F / 128.0F);
    // One value of ten thousand far outside is worth clipping a little.
    QCOMPARE(activationScale(observed(withOutlier(1.3F)), 1.3F, true), 1.0F / 128.0F);
    QVERIFY(activationScale(even, 0.0F, false) > 0.0F);
}

void TestQuantizers::channelStatistics()
{
    const Tensor tensor = Tensor::fromValues<float>(Shape{1, 2, 1, 2}, std::vector<float>{1.0F, 3.0F, -5.0F, 1.0F});
    RangeStatistics statistics;
    statistics.observe(tensor);
    statistics.observe(tensor);
    QCOMPARE(statistics.channelMeans(), (std::vector<double>{2.0, -2.0}));
    QCOMPARE(statistics.channelRanges()[0].largest(), 3.0F);
    QCOMPARE(statistics.channelRanges()[1].largest(), 5.0F);
}

void TestQuantizers::magnitudesAreCountedWithoutKnowingTheirRange()
{
    RangeStatistics statistics;
    // Growing ranges, as pictures come, with what is no number in between.
    std::vector<float> values;
    for (int i = 1; i <= 100000; ++i)
        values.push_back(static_cast<float>(i % 2 == 0 ? -i : i) * 1e-3F);
    for (std::size_t first = 0; first < values.size(); first += 1000) {
        std::vector<float> part(values.begin() + static_cast<std::ptrdiff_t>(first),
                                values.begin() + static_cast<std::ptrdiff_t>(first + 1000));
        part.push_back(std::numeric_limits<float>::infinity());
        part.push_back(std::numeric_limits<float>::quiet_NaN());
        statistics.observe(Tensor::fromValues<float>(Shape{1, 1, 1, 1002}, part));
    }
    QCOMPARE(statistics.largest(), 100.0F);
    const std::vector<qint64> counts = statistics.histogram();
    QCOMPARE(counts.size(), RangeStatistics::binCount);
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), qint64(0)), qint64(100000));
    // Even magnitudes: every bin holds 48.8 of them, and so does every stretch of bins.
    for (std::size_t first = 0; first < counts.size(); first += 64) {
        const auto sum = std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(first),
                                         counts.begin() + static_cast<std::ptrdiff_t>(first + 64), qint64(0));
        QVERIFY2(std::abs(static_cast<double>(sum) - 3125.0) < 320.0, qPrintable(QString::number(sum)));
    }
    QVERIFY(RangeStatistics().histogram().empty());
}

void TestQuantizers::channelScalesLeaveRoomWhereFewValuesWereSeen()
{
    const auto twoChannels = [](qint64 size) {
        std::vector<float> values(static_cast<std::size_t>(2 * size * size), 1.0F);
        std::fill(values.begin() + static_cast<std::ptrdiff_t>(size * size), values.end(), 16.0F);
        return observed(Tensor::fromValues<float>(Shape{1, 2, size, size}, values));
    };
    const float whole = 16.0F / 127.0F;
    const std::vector<float> few = channelScales(twoChannels(1), {0.0F, whole}, false);
    const std::vector<float> many = channelScales(twoChannels(320), {0.0F, whole}, false);
    QCOMPARE(few, (std::vector<float>{2.0F / 127.0F, whole}));
    QCOMPARE(many, (std::vector<float>{1.1F / 127.0F, whole}));
    QCOMPARE(channelScales(twoChannels(1), {0.0F, 0.125F}, true), (std::vector<float>{1.0F / 32.0F, 0.125F}));
}

namespace {

RangeStatistics rangeOf(float least, float greatest)
{
    return observed(Tensor::fromValues<float>(Shape{1, 1, 1, 2}, std::vector<float>{least, greatest}));
}

} // namespace

void TestQuantizers::zeroPointsLieWhereZeroIs()
{
    const ActivationScale positive = asymmetricScale(rangeOf(0.0F, 2.55F), 2.55F, false);
    QCOMPARE(positive.zeroPoint, qint8(-128));
    QCOMPARE(positive.scale, 0.01F);
    const ActivationScale mixed = asymmetricScale(rangeOf(-1.0F, 1.55F), 1.55F, false);
    QCOMPARE(mixed.zeroPoint, qint8(-28));
    QCOMPARE(mixed.scale, 0.01F);
    const ActivationScale negative = asymmetricScale(rangeOf(-5.1F, 0.0F), 5.1F, false);
    QCOMPARE(negative.zeroPoint, qint8(127));
    // A threshold cuts either side off.
    QCOMPARE(asymmetricScale(rangeOf(-1.0F, 100.0F), 1.55F, false), mixed);
    // A power of two has its 256 codes too: half of what -127 to 127 need.
    QCOMPARE(asymmetricScale(rangeOf(0.0F, 1.9F), 1.9F, true).scale, 1.0F / 128.0F);
    QVERIFY(asymmetricScale(rangeOf(0.0F, 0.0F), 0.0F, true).scale > 0.0F);
}

void TestQuantizers::channelsShareTheZeroPointThatServesThem()
{
    const Tensor values
        = Tensor::fromValues<float>(Shape{1, 3, 1, 2}, std::vector<float>{-0.375F, 8.0F, -0.375F, 4.0F, -0.375F, 6.0F});
    const RangeStatistics statistics = observed(values);
    const ActivationScale whole = sharedZeroPoint(statistics, {8.0F, 8.0F / 127.0F}, false);
    QVERIFY2(whole.zeroPoint < -60 && whole.zeroPoint > -128, qPrintable(QString::number(whole.zeroPoint)));
    QVERIFY(whole.scale < 8.0F / 127.0F);
    const auto above = static_cast<float>(127 - whole.zeroPoint);
    QVERIFY(whole.scale * above >= 8.0F * 0.999F);
    QVERIFY(whole.scale * static_cast<float>(whole.zeroPoint + 128) >= 0.374F);
    // Nothing negative: all codes are above 0.
    const RangeStatistics positive
        = observed(Tensor::fromValues<float>(Shape{1, 2, 1, 2}, std::vector<float>{0.0F, 3.0F, 0.0F, 1.0F}));
    QCOMPARE(sharedZeroPoint(positive, {3.0F, 3.0F / 127.0F}, true).zeroPoint, qint8(-128));
}

void TestQuantizers::rangesAreNarrowedOnTheirLargerSide()
{
    const RangeStatistics statistics
        = observed(Tensor::fromValues<float>(Shape{1, 2, 1, 2}, std::vector<float>{-1.0F, 8.0F, -4.0F, 2.0F}));
    const RangeStatistics narrowed = statistics.narrowed(0.5F);
    QCOMPARE(narrowed.range(), (ValueRange{-4.0F, 4.0F}));
    QCOMPARE(narrowed.channelRanges()[0], (ValueRange{-1.0F, 4.0F}));
    QCOMPARE(narrowed.channelRanges()[1], (ValueRange{-2.0F, 2.0F}));
    const std::vector<qint64> counts = narrowed.histogram();
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), qint64(0)), qint64(4)); // 8 counts at the limit
    QCOMPARE(statistics.narrowed(1.0F).range(), statistics.range());
}

void TestQuantizers::rangesAreCutOff()
{
    RangeStatistics statistics = observed(noise(Shape{1, 2, 50, 50}, 3, -10.0F, 4.0F));
    const auto sum = [&] {
        const std::vector<qint64> counts = statistics.histogram();
        return std::accumulate(counts.begin(), counts.end(), qint64(0));
    };
    QCOMPARE(sum(), qint64(5000));
    statistics.limitTo({-3.0F, 100.0F});
    QCOMPARE(statistics.range().least, -3.0F);
    QVERIFY(statistics.range().greatest < 4.0F);
    QCOMPARE(statistics.channelRanges()[1].least, -3.0F);
    QCOMPARE(sum(), qint64(5000)); // what lies beyond counts at the limit
}

void TestQuantizers::thresholdsPrintLikePython()
{
    QCOMPARE(thresholdText(127.0F), text("127.0"));
    QCOMPARE(thresholdText(1.574091F), text("1.57409"));
    QCOMPARE(textTable({text("A"), text("B")}, {{text("xyz"), text("1")}}),
             text("========\nA    B  \n--------\nxyz  1  "));
}

QTEST_GUILESS_MAIN(TestQuantizers)
#include "tst_quantizers.moc"
