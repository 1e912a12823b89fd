// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/WeightPrint.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace driftscope;

class tst_WeightPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldingAndRoundingKeepThePrint();
    void otherWeightsHaveAnother();
    void sizesForgetOnesAndOrder();
    void slicesAreReadInPlace();
};

namespace {

constexpr qint64 channels = 24;
constexpr qint64 length = 8 * 9;

std::vector<float> randomWeights(quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<float> values(static_cast<std::size_t>(channels * length));
    for (float& value : values)
        value = static_cast<float>(static_cast<int>(random() % 2001) - 1000) / 700.0F;
    return values;
}

Tensor floats(const std::vector<float>& values)
{
    return Tensor::fromValues<float>(Shape{channels, 8, 3, 3}, values);
}

} // namespace

void tst_WeightPrint::foldingAndRoundingKeepThePrint()
{
    const std::vector<float> values = randomWeights(1);
    std::vector<float> folded = values;
    std::vector<qint8> rounded;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto channel = static_cast<float>(i / static_cast<std::size_t>(length));
        folded[i] *= (channel - 11.5F) / 7.0F; // some factors are negative
        rounded.push_back(static_cast<qint8>(std::lround(values[i] / 1.43F * 127.0F)));
    }
    const WeightPrint print = weightPrint(floats(values));
    QCOMPARE(print.exact, weightPrint(floats(values)).exact);
    QVERIFY(print.exact != weightPrint(floats(folded)).exact);
    QVERIFY(similarity(print, weightPrint(floats(folded))) > 0.999);
    const Tensor codes = Tensor::fromValues<qint8>(Shape{channels, 8, 3, 3}, rounded);
    QVERIFY(similarity(print, weightPrint(codes)) > 0.99);
    // With a zero point, as unsigned codes have one.
    std::vector<quint8> shifted;
    for (const qint8 code : rounded)
        shifted.push_back(static_cast<quint8>(code + 128));
    QVERIFY(similarity(print, weightPrint(Tensor::fromValues<quint8>(Shape{channels, 8, 3, 3}, shifted))) > 0.99);
}

void tst_WeightPrint::otherWeightsHaveAnother()
{
    const WeightPrint print = weightPrint(floats(randomWeights(1)));
    for (quint32 seed = 2; seed < 20; ++seed)
        QVERIFY(similarity(print, weightPrint(floats(randomWeights(seed)))) < 0.4);
    QCOMPARE(similarity(print, weightPrint(Tensor::scalar(1))), 0.0);
    QCOMPARE(similarity(WeightPrint(), WeightPrint()), 0.0);
}

void tst_WeightPrint::sizesForgetOnesAndOrder()
{
    QCOMPARE(sizesHash(Shape{5, 128}), sizesHash(Shape{5, 128, 1, 1}));
    QCOMPARE(sizesHash(Shape{1, 3, 64, 64}), sizesHash(Shape{1, 64, 64, 3}));
    QVERIFY(sizesHash(Shape{5, 128}) != sizesHash(Shape{5, 127}));
}

void tst_WeightPrint::slicesAreReadInPlace()
{
    const std::vector<float> values = randomWeights(3);
    const std::vector<float> slice = sliceValues(floats(values), 2, length);
    QCOMPARE(slice.size(), static_cast<std::size_t>(length));
    QCOMPARE(slice.front(), values[static_cast<std::size_t>(2 * length)]);
    QCOMPARE(sliceValues(floats(values), 2, 4).size(), std::size_t{4});
    QVERIFY(sliceValues(Tensor::scalar(1), 0, 4).empty());
}

QTEST_GUILESS_MAIN(tst_WeightPrint)
#include "tst_weightprint.moc"
