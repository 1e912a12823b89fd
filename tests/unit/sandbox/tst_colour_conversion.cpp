// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/InputPairs.h"
#include "core/sandbox/prepare/ColourConversion.h"

#include <QTest>

#include <cmath>

using namespace driftscope;

class TestColourConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legalPairsAreTheVendorsTable();
    void rgbSurvivesTheRoundTrip_data();
    void rgbSurvivesTheRoundTrip();
    void nv12SharesChromaInBlocks();
    void knownColours();
};

namespace {

double converted(const ColourMap& map, std::size_t channel, const std::array<double, 3>& pixel)
{
    double sum = map.offset[channel];
    for (std::size_t k = 0; k < 3; ++k)
        sum += map.matrix[channel][k] * pixel[k];
    return sum;
}

} // namespace

void TestColourConversion::legalPairsAreTheVendorsTable()
{
    QVERIFY(isLegalPair(InputType::Rgb, InputType::Nv12));
    QVERIFY(isLegalPair(InputType::Bgr, InputType::Rgb));
    QVERIFY(isLegalPair(InputType::Gray, InputType::Gray));
    QVERIFY(!isLegalPair(InputType::Gray, InputType::Nv12));
    QVERIFY(!isLegalPair(InputType::Yuv444, InputType::Rgb));
    QVERIFY(!isLegalPair(InputType::Featuremap, InputType::Rgb));
}

void TestColourConversion::rgbSurvivesTheRoundTrip_data()
{
    QTest::addColumn<int>("train");
    QTest::addColumn<int>("runtime");
    QTest::addColumn<bool>("videoRange");
    for (const InputType train : {InputType::Rgb, InputType::Bgr}) {
        for (const InputType runtime : {InputType::Rgb, InputType::Bgr, InputType::Yuv444, InputType::Nv12}) {
            for (const bool video : {false, true}) {
                QTest::addRow("%s to %s, video %d", qPrintable(inputTypeName(train)),
                              qPrintable(inputTypeName(runtime)), int(video))
                    << int(train) << int(runtime) << video;
            }
        }
    }
}

void TestColourConversion::rgbSurvivesTheRoundTrip()
{
    QFETCH(int, train);
    QFETCH(int, runtime);
    QFETCH(bool, videoRange);
    // Four equal pixels, so that nv12 loses nothing; inside the gamut of either range.
    const std::array<double, 3> pixel{180.0, 90.0, 40.0};
    std::vector<float> planes;
    for (const double value : pixel)
        planes.insert(planes.end(), 4, static_cast<float>(value));
    const auto rt = static_cast<InputType>(runtime);
    const std::vector<float> fed = trainToRuntime128(planes, static_cast<InputType>(train), rt, videoRange, 2, 2);
    const ColourMap back = runtimeToTrain(rt, static_cast<InputType>(train), videoRange);
    for (std::size_t c = 0; c < 3; ++c) {
        const std::array<double, 3> board{fed[0] + 128.0, fed[4] + 128.0, fed[8] + 128.0};
        QVERIFY2(std::abs(converted(back, c, board) - pixel[c]) < 2.0,
                 qPrintable(QString::number(converted(back, c, board))));
    }
}

void TestColourConversion::nv12SharesChromaInBlocks()
{
    // A red pixel among black ones: the chroma of all four is the same, the luma is not.
    const std::vector<float> planes{255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const std::vector<float> fed = trainToRuntime128(planes, InputType::Rgb, InputType::Nv12, false, 2, 2);
    QCOMPARE(fed[0], std::nearbyint(0.299F * 255.0F) - 128.0F);
    QCOMPARE(fed[1], -128.0F);
    for (std::size_t i = 1; i < 4; ++i) {
        QCOMPARE(fed[4 + i], fed[4]);
        QCOMPARE(fed[8 + i], fed[8]);
    }
    const std::vector<float> exact = trainToRuntime128(planes, InputType::Rgb, InputType::Yuv444, false, 2, 2);
    QVERIFY(exact[8] > fed[8]);
    QCOMPARE(exact[9], 0.0F);
}

void TestColourConversion::knownColours()
{
    // Full range BT.601, as in the preprocessing of a published quantized model: R = Y + 1.402 V.
    const ColourMap map = runtimeToTrain(InputType::Nv12, InputType::Rgb, false);
    QVERIFY(std::abs(map.matrix[0][2] - 1.402) < 1e-9);
    QVERIFY(std::abs(map.matrix[1][1] + 0.344136) < 1e-5);
    QVERIFY(std::abs(map.matrix[2][1] - 1.772) < 1e-9);
    const ColourMap video = runtimeToTrain(InputType::Nv12, InputType::Rgb, true);
    QVERIFY(std::abs(converted(video, 0, {235.0, 128.0, 128.0}) - 255.0) < 1e-6);
    QVERIFY(std::abs(converted(video, 1, {16.0, 128.0, 128.0})) < 1e-6);
}

QTEST_GUILESS_MAIN(TestColourConversion)
#include "tst_colour_conversion.moc"
