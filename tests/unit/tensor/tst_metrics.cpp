// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Metrics.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace driftscope;

class tst_Metrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTensors();
    void doubledScaleShowsAsSlope();
    void missingOffsetShowsAsIntercept();
    void shiftedMeanShowsAsIntercept();
    void swappedChannelsComeBackAfterTheSwap();
    void planarReadAsInterleavedKeepsTheValues();
    void flipComesBackAfterTheFlip();
    void constants();
    void notFiniteElementsAreCountedAndLeftOut();
    void sameValuesNeedsEqualCounts();
    void varianceOfFarValuesDoesNotCancel();
    void saturationCountsBothEnds();
    void histogramCountsEveryFiniteValueOnce();
    void histogramOfConstants();
};

namespace {

constexpr int side = 64;
constexpr int plane = side * side;

/// A smooth coloured picture with channels that differ, CHW, in 0…255: what the signatures were measured on.
std::vector<float> picture()
{
    std::vector<float> values;
    for (int channel = 0; channel < 3; ++channel) {
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const double wave = std::sin((x * (1.0 + channel) + y * 2.0) * std::numbers::pi / side);
                const double slope = (channel == 0 ? x : y) * 100.0 / side;
                values.push_back(static_cast<float>(std::floor(60.0 + 20.0 * channel + 40.0 * wave + slope)));
            }
        }
    }
    return values;
}

std::vector<float> mapped(std::vector<float> values, float factor, float offset)
{
    for (float& value : values)
        value = value * factor + offset;
    return values;
}

std::vector<float> swappedChannels(const std::vector<float>& values)
{
    std::vector<float> result;
    for (int channel = 2; channel >= 0; --channel)
        result.insert(result.end(), values.begin() + channel * plane, values.begin() + (channel + 1) * plane);
    return result;
}

/// What one sees who takes the planar bytes for interleaved ones, brought back to CHW.
std::vector<float> misread(const std::vector<float>& values)
{
    std::vector<float> result(values.size());
    for (std::size_t pixel = 0; pixel < plane; ++pixel) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            result[channel * plane + pixel] = values[pixel * 3 + channel];
    }
    return result;
}

std::vector<float> flipped(std::vector<float> values)
{
    for (auto row = values.begin(); row != values.end(); row += side)
        std::reverse(row, row + side);
    return values;
}

bool near(double actual, double expected, double tolerance = 1e-6)
{
    return std::abs(actual - expected) <= tolerance;
}

} // namespace

void tst_Metrics::equalTensors()
{
    const TensorMetrics metrics = compareValues(picture(), picture());
    QCOMPARE(metrics.count, qint64{3 * plane});
    QVERIFY(near(metrics.cosine, 1.0) && near(metrics.pearson, 1.0) && near(metrics.slope, 1.0));
    QVERIFY(near(metrics.intercept, 0.0));
    QVERIFY(metrics.sameValues);
    QCOMPARE(metrics.sqnrDb, std::numeric_limits<double>::infinity());
    QCOMPARE(metrics.maximumAbsoluteError, 0.0);
}

void tst_Metrics::doubledScaleShowsAsSlope()
{
    const TensorMetrics metrics = compareValues(picture(), mapped(picture(), 2.0F, 0.0F));
    QVERIFY(near(metrics.cosine, 1.0));
    QVERIFY(near(metrics.pearson, 1.0));
    QVERIFY(near(metrics.sqnrDb, 0.0));
    QVERIFY(near(metrics.slope, 2.0));
    QVERIFY(near(metrics.intercept, 0.0));
    QVERIFY(!metrics.sameValues);
}

void tst_Metrics::missingOffsetShowsAsIntercept()
{
    const TensorMetrics metrics = compareValues(picture(), mapped(picture(), 1.0F, -128.0F));
    QVERIFY(metrics.cosine < 0.9);
    QVERIFY(near(metrics.pearson, 1.0));
    QVERIFY(near(metrics.slope, 1.0));
    QVERIFY(near(metrics.intercept, -128.0));
    QCOMPARE(metrics.maximumAbsoluteError, 128.0);
    QCOMPARE(metrics.meanSquaredError, 128.0 * 128.0);
}

void tst_Metrics::shiftedMeanShowsAsIntercept()
{
    const TensorMetrics metrics = compareValues(picture(), mapped(picture(), 1.0F, 20.0F));
    QVERIFY(metrics.cosine > 0.99);
    QVERIFY(near(metrics.pearson, 1.0));
    QVERIFY(near(metrics.intercept, 20.0));
    QVERIFY(metrics.sqnrDb > 10.0 && metrics.sqnrDb < 20.0);
}

void tst_Metrics::swappedChannelsComeBackAfterTheSwap()
{
    const std::vector<float> swapped = swappedChannels(picture());
    const TensorMetrics metrics = compareValues(picture(), swapped);
    QVERIFY(metrics.cosine > 0.9); // a cosine alone would let it pass
    QVERIFY(metrics.pearson < 0.9);
    QVERIFY(metrics.sameValues);
    QCOMPARE(compareValues(picture(), swappedChannels(swapped)).maximumAbsoluteError, 0.0);
}

void tst_Metrics::planarReadAsInterleavedKeepsTheValues()
{
    const TensorMetrics metrics = compareValues(picture(), misread(picture()));
    QVERIFY(metrics.cosine > 0.8);
    QVERIFY(metrics.pearson < 0.5);
    QVERIFY(metrics.sameValues);
}

void tst_Metrics::flipComesBackAfterTheFlip()
{
    const TensorMetrics metrics = compareValues(picture(), flipped(picture()));
    QVERIFY(metrics.sameValues);
    QVERIFY(metrics.maximumAbsoluteError > 0.0);
    QCOMPARE(compareValues(picture(), flipped(flipped(picture()))).maximumAbsoluteError, 0.0);
}

void tst_Metrics::constants()
{
    const std::vector<float> zeros(8, 0.0F);
    const std::vector<float> threes(8, 3.0F);
    QCOMPARE(compareValues(zeros, zeros).cosine, 1.0);
    QCOMPARE(compareValues(zeros, zeros).pearson, 1.0);
    QCOMPARE(compareValues(zeros, threes).cosine, 0.0);
    QCOMPARE(compareValues(threes, zeros).cosine, 0.0);
    QCOMPARE(compareValues(zeros, threes).pearson, 0.0);
    QCOMPARE(compareValues(threes, threes).pearson, 1.0);
    QCOMPARE(compareValues(zeros, threes).sqnrDb, -std::numeric_limits<double>::infinity());
    QCOMPARE(compareValues({}, {}).cosine, 1.0);
}

void tst_Metrics::notFiniteElementsAreCountedAndLeftOut()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const TensorMetrics metrics
        = compareValues(std::vector<float>{1, nan, 3, 4, infinity}, std::vector<float>{1, 2, infinity, 4, infinity});
    QCOMPARE(metrics.count, qint64{2});
    QCOMPARE(metrics.nanCount, qint64{1});
    QCOMPARE(metrics.infCount, qint64{2});
    QVERIFY(near(metrics.cosine, 1.0));
    QVERIFY(!metrics.sameValues);
    const TensorMetrics nothing = compareValues(std::vector<float>{nan}, std::vector<float>{nan});
    QCOMPARE(nothing.cosine, 0.0);
}

void tst_Metrics::sameValuesNeedsEqualCounts()
{
    // Equal minimum, maximum and sum, yet other numbers: only sorting tells.
    QVERIFY(!compareValues(std::vector<float>{0, 3, 3, 6}, std::vector<float>{0, 2, 4, 6}).sameValues);
    QVERIFY(compareValues(std::vector<float>{0, 2, 4, 6}, std::vector<float>{6, 4, 2, 0}).sameValues);
}

void tst_Metrics::varianceOfFarValuesDoesNotCancel()
{
    std::vector<float> far;
    for (int i = 0; i < 1000; ++i)
        far.push_back(1.0e7F + static_cast<float>(i % 7));
    const TensorMetrics metrics = compareValues(far, mapped(far, 1.0F, 5.0F));
    QVERIFY(near(metrics.pearson, 1.0, 1e-9));
    QVERIFY(near(metrics.slope, 1.0, 1e-9));
}

void tst_Metrics::saturationCountsBothEnds()
{
    const Tensor reference = Tensor::fromValues<float>({4}, std::vector<float>{-200, 0, 1, 200});
    const Tensor candidate = Tensor::fromValues<qint8>({4}, std::vector<qint8>{-128, 0, 1, 127});
    QCOMPARE(compareTensors(reference, candidate).saturation, 0.5);
    QCOMPARE(compareTensors(candidate, reference).saturation, 0.0);
}

void tst_Metrics::histogramCountsEveryFiniteValueOnce()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const Histogram result = histogram(std::vector<float>{0, 1, 2, 3, 4, nan, -infinity}, 4);
    QCOMPARE(result.minimum, 0.0);
    QCOMPARE(result.maximum, 4.0);
    QCOMPARE(result.counts, (std::vector<qint64>{1, 1, 1, 2}));
    QCOMPARE(result.nanCount, qint64{1});
    QCOMPARE(result.infCount, qint64{1});
    QCOMPARE(histogram(std::vector<float>{-1, 0.5F, 2}, 2, 0.0, 1.0).counts, (std::vector<qint64>{0, 1}));
}

void tst_Metrics::histogramOfConstants()
{
    QCOMPARE(histogram(std::vector<float>{7, 7, 7}, 3).counts, (std::vector<qint64>{3, 0, 0}));
    QCOMPARE(histogram({}, 2).counts, (std::vector<qint64>{0, 0}));
}

QTEST_GUILESS_MAIN(tst_Metrics)
#include "tst_metrics.moc"
