// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/hypotheses/OutputTransforms.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

ObservedTensor counted(const Shape& shape)
{
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    std::iota(values.begin(), values.end(), 1.0F);
    return {u"out"_s, shape, values, {}};
}

} // namespace

class tst_OutputTransforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void softmaxRunsOverTheChannels();
    void axesAreReadInOtherOrders();
    void paddedRowsAreReadWithoutGaps();
    void factorsAreFitted();
    void offsetsAreFitted();
    void fitsThatChangeNothingAreNone();
    void signIsLostByOneRange();
    void equalOutputsAreExchanged();
    void probabilitiesAreComparedByTheirLogits();
    void otherCountsAreInfinitelyFar();
};

void tst_OutputTransforms::softmaxRunsOverTheChannels()
{
    const std::vector<float> row = softmaxOf({u"o"_s, {1, 3}, {1.0F, 2.0F, 3.0F}, {}});
    QVERIFY(std::abs(row[2] - std::exp(3.0F) / (std::exp(1.0F) + std::exp(2.0F) + std::exp(3.0F))) < 1e-6F);
    // Of a map the channels stand second: values 0 and 2 are one pixel's.
    const std::vector<float> map = softmaxOf({u"o"_s, {1, 2, 1, 2}, {0.0F, 5.0F, 0.0F, 1.0F}, {}});
    QVERIFY(std::abs(map[0] - 0.5F) < 1e-6F);
    QVERIFY(std::abs(map[1] + map[3] - 1.0F) < 1e-6F);
    QVERIFY(softmaxOf({u"o"_s, {1, 1}, {4.0F}, {}}).empty());
}

void tst_OutputTransforms::axesAreReadInOtherOrders()
{
    const ObservedTensor tensor = counted({1, 2, 3});
    QCOMPARE(firstAxisLast(tensor), (std::vector<float>{1, 4, 2, 5, 3, 6}));
    QVERIFY(lastAxisFirst(tensor).empty());
    const ObservedTensor map = counted({1, 2, 2, 2});
    QCOMPARE(lastAxesExchanged(map), (std::vector<float>{1, 3, 2, 4, 5, 7, 6, 8}));
    QCOMPARE(lastAxisFirst(map), (std::vector<float>{1, 3, 5, 7, 2, 4, 6, 8}));
    QVERIFY(firstAxisLast(counted({1, 6})).empty());
}

void tst_OutputTransforms::paddedRowsAreReadWithoutGaps()
{
    const auto padded = withPaddingKept({counted({1, 3, 3})}, 4);
    QVERIFY(padded);
    QCOMPARE(padded->front().values, (std::vector<float>{1, 2, 3, 0, 4, 5, 6, 0, 7}));
    QVERIFY(!withPaddingKept({counted({1, 2, 4})}, 4));
    QVERIFY(!withPaddingKept({counted({1, 5})}, 4)); // one row reads the same
}

void tst_OutputTransforms::factorsAreFitted()
{
    const Observation predicted{counted({1, 4, 10})};
    Observation observed = predicted;
    for (float& value : observed.front().values)
        value *= 2.5F;
    const auto scaled = withFittedFactor(predicted, observed);
    QVERIFY(scaled);
    QVERIFY(std::abs(scaled->front().values.back() - 100.0F) < 1e-3F);
    Observation map{counted({1, 2, 3, 3})};
    Observation byChannel = map;
    for (std::size_t i = 9; i < 18; ++i)
        byChannel.front().values[i] *= 3.0F;
    const auto fitted = withFittedFactors(map, byChannel);
    QVERIFY(fitted);
    QCOMPARE(fitted->front().values, byChannel.front().values);
    QVERIFY(!withFittedFactors({counted({1, 9})}, {counted({1, 9})})); // one value a channel fits to anything
}

void tst_OutputTransforms::offsetsAreFitted()
{
    const Observation predicted{counted({1, 10})};
    Observation observed = predicted;
    for (float& value : observed.front().values)
        value += 4.0F;
    const auto moved = withFittedOffset(predicted, observed);
    QVERIFY(moved);
    QCOMPARE(moved->front().values, observed.front().values);
}

void tst_OutputTransforms::fitsThatChangeNothingAreNone()
{
    const Observation same{counted({1, 4, 10})};
    QVERIFY(!withFittedFactor(same, same));
    QVERIFY(!withFittedOffset(same, same));
    QVERIFY(!withSignLost(same, same));
    QVERIFY(!withFittedFactor(same, {counted({1, 3})}));
}

void tst_OutputTransforms::signIsLostByOneRange()
{
    const Observation predicted{{u"o"_s, {1, 4}, {-1.0F, 2.0F, -3.0F, 4.0F}, {}}};
    const Observation observed{{u"o"_s, {1, 4}, {255.0F, 2.0F, 253.0F, 4.0F}, {}}};
    const auto lost = withSignLost(predicted, observed);
    QVERIFY(lost);
    QCOMPARE(lost->front().values, observed.front().values);
}

void tst_OutputTransforms::equalOutputsAreExchanged()
{
    const Observation predicted{{u"a"_s, {2}, {1.0F, 2.0F}, {}}, {u"b"_s, {2}, {7.0F, 8.0F}, {}}};
    const Observation observed{{u"a"_s, {2}, {7.0F, 8.0F}, {}}, {u"b"_s, {2}, {1.0F, 2.0F}, {}}};
    const auto exchanged = bestOrder(predicted, observed);
    QVERIFY(exchanged);
    QCOMPARE(exchanged->front().values, observed.front().values);
    QVERIFY(!bestOrder({predicted.front()}, {observed.front()}));
}

/// Two wrong classes next to 1 hardly differ as numbers; in the rest they do.
void tst_OutputTransforms::probabilitiesAreComparedByTheirLogits()
{
    const Observation plain{{u"o"_s, {1, 3}, {0.9F, 0.05F, 0.05F}, {}}};
    const Observation observed{{u"o"_s, {1, 3}, {0.001F, 0.989F, 0.01F}, {}}};
    const Observation sameClass{{u"o"_s, {1, 3}, {0.01F, 0.9889F, 0.0011F}, {}}};
    const ObservedDistance distance(observed, plain);
    QCOMPARE(distance.of(observed), 0.0);
    QVERIFY(distance.of(sameClass) > 0.05);
    QVERIFY(distance.cosine(sameClass, 1) > 0.999);
}

void tst_OutputTransforms::otherCountsAreInfinitelyFar()
{
    const Observation one{counted({1, 4})};
    const ObservedDistance distance(one, one);
    QVERIFY(std::isinf(distance.of({counted({1, 5})})));
    QVERIFY(std::isinf(distance.of({})));
    Observation broken = one;
    broken.front().values.front() = std::nanf("");
    QVERIFY(std::isinf(distance.of(broken)));
}

QTEST_GUILESS_MAIN(tst_OutputTransforms)
#include "tst_output_transforms.moc"
