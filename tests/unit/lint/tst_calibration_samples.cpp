// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalibrationFixture.h"

#include "core/lint/CalibrationEvidence.h"
#include "core/lint/PictureHeader.h"
#include "core/lint/SampleKernels.h"
#include "core/lint/SampleLook.h"
#include "core/lint/TypeGuess.h"

#include <QTest>

#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What one look at one file finds, against numbers that are known.
class tst_CalibrationSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsOfKnownNumbers();
    void wholeAndFractional();
    void nonFiniteNumbersDoNotCount();
    void channelMeansInPieces();
    void readsEveryByteOfLargeFiles();
    void channelsInBothLayouts();
    void smoothnessTellsTheLayout_data();
    void smoothnessTellsTheLayout();
    void constantHasNoLayout();
    void fewSamplesDoNotTell();
    void valueRanges();
    void typesAreGuessed_data();
    void typesAreGuessed();
    void guessesDoNotClaimWhatBytesDoNotSay();
    void textIsText();
    void pictureSizes();
    void numpyHeader();
    void brokenFilesAreNoCrash();
    void cancelStops();

private:
    [[nodiscard]] std::shared_ptr<const SampleStatistics> look(const QByteArray& content,
                                                               const SampleReading& reading) const;
    SampleFolder m_folder;
};

namespace {

const SampleReading asDeclared{DataType::Float32, SampleGeometry{1, 3, side, side}, 3 * plane};

template <typename T> QByteArray numbers(auto make, int count = 3 * plane)
{
    std::vector<T> values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<T>(make(i)));
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T))};
}

SampleLooks looksOf(const QList<Pixels>& pictures, auto look)
{
    SampleLooks looks;
    for (const Pixels& picture : pictures)
        looks.append(look(asFloats(picture), asDeclared));
    return looks;
}

} // namespace

std::shared_ptr<const SampleStatistics> tst_CalibrationSamples::look(const QByteArray& content,
                                                                     const SampleReading& reading) const
{
    m_folder.write(u"sample.bin"_s, content);
    const auto listing = listCalibrationFolder(m_folder.path());
    if (!listing || listing->files.size() != 1)
        qFatal("the folder must hold one file");
    return *lookAtSample(listing->files.first(), reading);
}

void tst_CalibrationSamples::momentsOfKnownNumbers()
{
    NumberSummary summary;
    std::vector<float> values(1000); // not a multiple of any vector's width plus one
    std::iota(values.begin(), values.end(), -3.0F);
    values.push_back(0.25F);
    summary.add(std::span(values).first(301));
    summary.add(std::span(values).subspan(301));
    QCOMPARE(summary.count(), 1001);
    QCOMPARE(summary.minimum(), -3.0);
    QCOMPARE(summary.maximum(), 996.0);
    QCOMPARE(summary.fractional(), 1);
    double mean = 0;
    for (const float value : values)
        mean += static_cast<double>(value) / 1001;
    double variance = 0;
    for (const float value : values)
        variance += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean) / 1001;
    QVERIFY(std::abs(summary.mean() - mean) < 1e-9);
    QVERIFY(std::abs(summary.variance() - variance) < 1e-6);
    QCOMPARE(NumberSummary().minimum(), 0.0);
    QCOMPARE(NumberSummary().variance(), 0.0);
}

void tst_CalibrationSamples::wholeAndFractional()
{
    const auto fractional = [](std::vector<float> values) {
        NumberSummary summary;
        summary.add(values);
        return summary.fractional();
    };
    QCOMPARE(fractional({0, -0.0F, 1, -1, 255, 8388608.0F, 3e9F, -3e38F}), 0);
    QCOMPARE(fractional({0.5F, -0.5F, 254.99F, 8388607.5F, 1e-30F}), 5);
}

void tst_CalibrationSamples::nonFiniteNumbersDoNotCount()
{
    NumberSummary summary;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinite = std::numeric_limits<float>::infinity();
    summary.add(std::vector<float>{1, nan, 3, -infinite, infinite});
    QCOMPARE(summary.count(), 2);
    QCOMPARE(summary.nonFinite(), 3);
    QCOMPARE(summary.minimum(), 1.0);
    QCOMPARE(summary.maximum(), 3.0);
    QCOMPARE(summary.mean(), 2.0);
}

void tst_CalibrationSamples::channelMeansInPieces()
{
    // Two pictures of three channels and five pixels; the pieces begin amid channels and pixels.
    std::vector<float> values(2 * 3 * 5);
    std::iota(values.begin(), values.end(), 0.0F);
    for (const std::size_t piece : {1U, 4U, 7U, 30U}) {
        ChannelSums sums(3, 5);
        for (std::size_t at = 0; at < values.size(); at += piece)
            sums.add(std::span(values).subspan(at, std::min(piece, values.size() - at)));
        QCOMPARE(sums.planarMeans(), (std::vector<double>{9.5, 14.5, 19.5}));
        QCOMPARE(sums.interleavedMeans(), (std::vector<double>{13.5, 14.5, 15.5}));
    }
}

void tst_CalibrationSamples::readsEveryByteOfLargeFiles()
{
    constexpr int count = 3 * 512 * 1024; // six megabytes: several pieces
    QByteArray content = numbers<float>([](int i) { return i % 7; }, count);
    const float last = -40.5F;
    std::memcpy(content.data() + content.size() - 4, &last, 4);
    const auto found = look(content, {DataType::Float32, std::nullopt, 0});
    QCOMPARE(found->count, count);
    QCOMPARE(found->minimum, -40.5);
    QCOMPARE(found->maximum, 6.0);
    QCOMPARE(found->fractional, 1);
    content[0] = 'x';
    QVERIFY(look(content, asDeclared)->hash != found->hash);
    content[0] = '\0';
    QCOMPARE(look(content, asDeclared)->hash, found->hash);
}

void tst_CalibrationSamples::channelsInBothLayouts()
{
    Pixels pixels(3 * plane, 10);
    std::fill(pixels.begin() + plane, pixels.begin() + 2 * plane, 20.0F);
    std::fill(pixels.begin() + 2 * plane, pixels.end(), 60.0F);
    const auto planar = look(asFloats(pixels), asDeclared);
    QCOMPARE(planar->planarMeans, (std::vector<double>{10, 20, 60}));
    QVERIFY(std::abs(planar->interleavedMeans[0] - 30) < 0.1 && std::abs(planar->interleavedMeans[2] - 30) < 0.1);
    const auto hwc = look(asFloats(interleaved(pixels)), asDeclared);
    QCOMPARE(hwc->interleavedMeans, (std::vector<double>{10, 20, 60}));
    const auto bytes = look(asBytes(pixels), {DataType::UInt8, asDeclared.geometry, asDeclared.elements});
    QCOMPARE(bytes->type, DataType::UInt8);
    QCOMPARE(bytes->planarMeans, (std::vector<double>{10, 20, 60}));
    QVERIFY(look(asFloats(pixels).chopped(4), asDeclared)->planarMeans.empty());
}

void tst_CalibrationSamples::smoothnessTellsTheLayout_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<TensorLayout>("expected");
    QTest::newRow("planar") << 0 << TensorLayout::NCHW;
    QTest::newRow("interleaved") << 1 << TensorLayout::NHWC;
    QTest::newRow("gray pictures with three channels, planar") << 2 << TensorLayout::NCHW;
    QTest::newRow("gray pictures with three channels, interleaved") << 3 << TensorLayout::NHWC;
    QTest::newRow("normalized, planar") << 4 << TensorLayout::NCHW;
    QTest::newRow("normalized, interleaved") << 5 << TensorLayout::NHWC;
    QTest::newRow("channels exchanged, interleaved") << 6 << TensorLayout::NHWC;
    QTest::newRow("noise") << 7 << TensorLayout::Unknown;
}

void tst_CalibrationSamples::smoothnessTellsTheLayout()
{
    QFETCH(int, kind);
    QFETCH(TensorLayout, expected);
    const auto gray = [](int seed) {
        Pixels one = photograph(seed, 1);
        Pixels three = one;
        three.insert(three.end(), one.begin(), one.end());
        three.insert(three.end(), one.begin(), one.end());
        return three;
    };
    const auto normalize = [](double value) { return (value - 120) / 58; };
    QList<Pixels> pictures;
    for (int seed = 0; seed < 10; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const Pixels photo = photograph(seed);
        switch (kind) {
        case 0:
            pictures.append(photo);
            break;
        case 1:
            pictures.append(interleaved(photo));
            break;
        case 2:
            pictures.append(gray(seed));
            break;
        case 3:
            pictures.append(interleaved(gray(seed)));
            break;
        case 4:
            pictures.append(changed(photo, normalize));
            break;
        case 5:
            pictures.append(interleaved(changed(photo, normalize)));
            break;
        case 6:
            pictures.append(interleaved(swapped(photo)));
            break;
        default:
            pictures.append(changed(photo, [&](double) { return random() % 256; }));
        }
    }
    const LayoutEvidence evidence
        = layoutEvidence(looksOf(pictures, [this](const auto&... all) { return look(all...); }));
    QCOMPARE(evidence.layout, expected);
    if (expected == TensorLayout::Unknown)
        return;
    QCOMPARE(evidence.votes, 10);
    QVERIFY(evidence.confidence > 0.9 && evidence.confidence < 1);
}

void tst_CalibrationSamples::constantHasNoLayout()
{
    const auto constant = look(asFloats(Pixels(3 * plane, 200)), asDeclared);
    QCOMPARE(constant->deviation, 0.0);
    QCOMPARE(constant->minimum, 200.0);
    QVERIFY(!constant->planarSmoothness && !constant->interleavedSmoothness);
    QCOMPARE(layoutEvidence({constant, constant, constant}).layout, TensorLayout::Unknown);
    const auto photo = look(asFloats(photograph(1)), asDeclared);
    QVERIFY(*photo->planarSmoothness > 0.95 && *photo->planarSmoothness <= 1);
}

void tst_CalibrationSamples::fewSamplesDoNotTell()
{
    const auto see = [this](const auto&... all) { return look(all...); };
    QList<Pixels> pictures;
    for (int seed = 0; seed < 12; ++seed)
        pictures.append(photograph(seed));
    QCOMPARE(layoutEvidence(looksOf(pictures.first(2), see)).layout, TensorLayout::Unknown);
    QCOMPARE(layoutEvidence(looksOf(pictures.first(3), see)).layout, TensorLayout::NCHW);
    QCOMPARE(colourEvidence(looksOf(pictures.first(9), see), TensorLayout::NCHW).order, InputType::Unknown);
    const ColourEvidence colour = colourEvidence(looksOf(pictures, see), TensorLayout::NCHW);
    QCOMPARE(colour.order, InputType::Rgb);
    QVERIFY(colour.confidence <= 0.9);
    QCOMPARE(colourEvidence(looksOf(pictures, see), TensorLayout::Unknown).order, InputType::Unknown);
}

void tst_CalibrationSamples::valueRanges()
{
    const auto rangeOf = [](double low, double high, qint64 fractional = 5) {
        SampleStatistics statistics;
        statistics.count = 10;
        statistics.minimum = low;
        statistics.maximum = high;
        statistics.fractional = fractional;
        return valueRangeOf(statistics);
    };
    QCOMPARE(rangeOf(0, 255, 0), ValueRange::Pixels);
    QCOMPARE(rangeOf(3.5, 240), ValueRange::Pixels);
    QCOMPARE(rangeOf(0, 1, 0), ValueRange::Pixels); // whole: a mask or a dark picture
    QCOMPARE(rangeOf(0, 1), ValueRange::Unit);
    QCOMPARE(rangeOf(0, 1.5), ValueRange::Small);
    QCOMPARE(rangeOf(-2.1, 2.6), ValueRange::Centred);
    QCOMPARE(rangeOf(-1, 1, 0), ValueRange::Centred);
    QCOMPARE(rangeOf(-128, 127, 0), ValueRange::Shifted);
    QCOMPARE(rangeOf(-123.7, 151), ValueRange::Shifted);
    QCOMPARE(rangeOf(0, 256), ValueRange::Beyond);
    QCOMPARE(rangeOf(0, 0, 0), ValueRange::Unknown);
}

void tst_CalibrationSamples::typesAreGuessed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<DataType>("expected");
    const Pixels photo = photograph(5);
    const auto pixel = [photo](int i) { return static_cast<double>(photo[static_cast<std::size_t>(i)]); };
    const auto normalized = [pixel](int i) { return (pixel(i) - 120) / 58; };
    QTest::newRow("float32 pixels") << numbers<float>(pixel) << DataType::Float32;
    QTest::newRow("float32 whole") << numbers<float>([&](int i) { return std::floor(pixel(i)); }) << DataType::Float32;
    QTest::newRow("float32 normalized") << numbers<float>(normalized) << DataType::Float32;
    QTest::newRow("float64 pixels") << numbers<double>(pixel) << DataType::Float64;
    QTest::newRow("float64 whole") << numbers<double>([&](int i) { return std::floor(pixel(i)); }) << DataType::Float64;
    QTest::newRow("float64 normalized") << numbers<double>(normalized) << DataType::Float64;
    QTest::newRow("uint8 planar") << asBytes(photo) << DataType::UInt8;
    QTest::newRow("uint8 interleaved") << asBytes(interleaved(photo)) << DataType::UInt8;
    QTest::newRow("uint8 dark") << numbers<quint8>([&](int i) { return 55 + pixel(i) / 16; }) << DataType::UInt8;
    QTest::newRow("int32") << numbers<qint32>(pixel) << DataType::Int32;
    QTest::newRow("int32 offset") << numbers<qint32>([&](int i) { return pixel(i) - 128; }) << DataType::Int32;
    QTest::newRow("int16") << numbers<qint16>(pixel) << DataType::Int16;
}

void tst_CalibrationSamples::typesAreGuessed()
{
    QFETCH(QByteArray, content);
    QFETCH(DataType, expected);
    const TypeGuess guess = guessType(content);
    QCOMPARE(dataTypeName(guess.type), dataTypeName(expected));
    QVERIFY2(guess.confidence > 0.5 && guess.confidence < 1, qPrintable(QString::number(guess.confidence)));
}

void tst_CalibrationSamples::guessesDoNotClaimWhatBytesDoNotSay()
{
    QCOMPARE(guessType({}).confidence, 0.0);
    QCOMPARE(guessType(QByteArray(4096, '\0')).confidence, 0.0);
    QCOMPARE(guessType("short").confidence, 0.0);
    QCOMPARE(guessType(QByteArray(4096, '\x3f')).type, DataType::UInt8); // a plausible float, but of equal bytes
}

void tst_CalibrationSamples::textIsText()
{
    QVERIFY(looksLikeText("cat\ndog\r\n\t猫\n"));
    QVERIFY(looksLikeText(QByteArray(QByteArray(511, 'x') + "猫"))); // a character across the end of what is looked at
    QVERIFY(!looksLikeText(""));
    QVERIFY(!looksLikeText(QByteArray("a\0b", 3)));
    QVERIFY(!looksLikeText("\xb5\xb6\xb7\xb8"));
}

void tst_CalibrationSamples::pictureSizes()
{
    const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x81\0\0\x01\xe0", 24);
    QVERIFY(startsLikePicture(png));
    QCOMPARE(pictureDimensionsFrom(png)->width, 641);
    QCOMPARE(pictureDimensionsFrom(png)->height, 480);
    const QByteArray jpeg("\xff\xd8\xff\xe0\0\x04xx\xff\xff\xc4\0\x03x\xff\xc2\0\x11\x08\x01\xe0\x02\x81\x03", 24);
    QVERIFY(startsLikePicture(jpeg));
    QCOMPARE(pictureDimensionsFrom(jpeg)->width, 641);
    QCOMPARE(pictureDimensionsFrom(jpeg)->height, 480);
    QVERIFY(!pictureDimensionsFrom(QByteArrayView(jpeg).first(16)));
    const QByteArray bmp("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x81\x02\0\0\x20\xfe\xff\xff", 26);
    QVERIFY(startsLikePicture(bmp));
    QCOMPARE(pictureDimensionsFrom(bmp)->width, 641);
    QCOMPARE(pictureDimensionsFrom(bmp)->height, 480);
    QVERIFY(!startsLikePicture("BM pixels that begin so, as any pixels may"));
}

void tst_CalibrationSamples::numpyHeader()
{
    const QByteArray text = "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 64, 64), }";
    const QByteArray header = QByteArray("\x93NUMPY\x01\x00\x76\x00", 10) + text.leftJustified(117, ' ') + '\n';
    const auto found = look(header + asBytes(photograph(2)), asDeclared);
    QCOMPARE(found->content, SampleContent::Numpy);
    QCOMPARE(found->headerBytes, 128);
    QCOMPARE(found->numpyHeader, text);
    QCOMPARE(found->type, DataType::UInt8);
    QCOMPARE(found->count, 3 * plane);
    QVERIFY(found->planarSmoothness.has_value());
}

void tst_CalibrationSamples::brokenFilesAreNoCrash()
{
    QCOMPARE(look({}, asDeclared)->count, 0);
    QCOMPARE(look(QByteArray("\x93NUMPY\x01\x00\xff\xff", 10), asDeclared)->content, SampleContent::Numpy);
    QCOMPARE(look(QByteArray("\x93NUMPY\x02\x00\xff\xff\xff\xff", 12), asDeclared)->count, 0);
    QCOMPARE(look("\x93NUMPY", asDeclared)->count, 0);
    QCOMPARE(look("\xff\xd8\xff", asDeclared)->content, SampleContent::Picture);
    QCOMPARE(look(QByteArray(7, '\1'), asDeclared)->content, SampleContent::Numbers);
    QVERIFY(QFile::remove(m_folder.path(u"sample.bin"_s)));
    CalibrationFile gone;
    gone.path = m_folder.path(u"sample.bin"_s);
    const auto missing = *lookAtSample(gone, asDeclared);
    QCOMPARE(missing->content, SampleContent::Unreadable);
    QVERIFY(missing->problem.contains(u"sample.bin"_s));
}

void tst_CalibrationSamples::cancelStops()
{
    m_folder.write(u"sample.bin"_s, asFloats(photograph(1)));
    const auto listing = listCalibrationFolder(m_folder.path());
    const CancelToken cancel;
    cancel.cancel();
    const auto found = lookAtSample(listing->files.first(), asDeclared, cancel);
    QVERIFY(!found && found.error().kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_CalibrationSamples)
#include "tst_calibration_samples.moc"
