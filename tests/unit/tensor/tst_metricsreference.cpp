// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The metrics against a slow reference in long double that knows no blocks, shifts or hashes.
#include "SlowMetrics.h"

#include "core/tensor/Metrics.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace driftscope;
using namespace driftscope::test;
using namespace Qt::StringLiterals;

namespace {

/// An independent reading of a half: sign, exponent, fraction by arithmetic.
float slowHalf(quint16 half)
{
    const double sign = (half & 0x8000) != 0 ? -1.0 : 1.0;
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    if (exponent == 31)
        return static_cast<float>(fraction != 0 ? std::numeric_limits<double>::quiet_NaN()
                                                : sign * std::numeric_limits<double>::infinity());
    const double size = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
    return static_cast<float>(sign * size);
}

constexpr float quietNan = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

/// Makes the pair of element `i` of `count`.
using Maker = std::function<std::pair<float, float>(std::mt19937&, std::size_t i, std::size_t count)>;

float uniform(std::mt19937& random, float from, float to)
{
    return std::uniform_real_distribution<float>(from, to)(random);
}

} // namespace

class tst_MetricsReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void floats_data();
    void floats();
    void everyHalf();
    void halves();
    void quantized_data();
    void quantized();
    void wideTypes();
    void hugeDoubles();
    void permutedValuesAreTheSame_data();
    void permutedValuesAreTheSame();
    void oneChangedValueIsNoticed();
    void differencesThatCancelInSumsAreNoticed();
    void partsMergeToTheWhole();
    void threadsGiveTheSameBits();
    void channels_data();
    void channels();
    void positions_data() { channels_data(); }
    void positions();
    void axesThatAreNoneGiveNothing();
    void skippedEqualityIsNotClaimed();
};

void tst_MetricsReference::floats_data()
{
    QTest::addColumn<Maker>("make");
    const auto add = [](const char* name, Maker make) { QTest::newRow(name) << std::move(make); };
    add("random", [](auto& random, auto, auto) {
        const float r = uniform(random, -3, 3);
        return std::pair(r, r + uniform(random, -0.1F, 0.1F));
    });
    add("unrelated", [](auto& random, auto, auto) {
        const float r = uniform(random, -1, 1);
        return std::pair(r, uniform(random, -1, 1));
    });
    add("equal", [](auto& random, auto, auto) {
        const float r = uniform(random, -1, 1);
        return std::pair(r, r);
    });
    add("constants", [](auto&, auto, auto) { return std::pair(0.1F, 0.3F); });
    add("equal constants", [](auto&, auto, auto) { return std::pair(0.1F, 0.1F); });
    add("zeros of both signs", [](auto&, auto i, auto) { return std::pair(i % 2 == 0 ? 0.0F : -0.0F, 0.0F); });
    add("zeros and something", [](auto&, auto i, auto) { return std::pair(0.0F, static_cast<float>(i % 5)); });
    add("far from zero", [](auto& random, auto, auto) {
        const float r = 1e6F + uniform(random, -1, 1);
        return std::pair(r, r * 1.5F + 3.0F);
    });
    add("drifting", [](auto& random, auto i, auto) {
        const float r = static_cast<float>(i) * 100.0F + uniform(random, -1, 1);
        return std::pair(r, r + uniform(random, -1, 1));
    });
    add("denormal", [](auto& random, auto, auto) {
        const float r = uniform(random, -1e-38F, 1e-38F);
        return std::pair(r, r * 0.5F);
    });
    add("smallest denormals", [](auto&, auto i, auto) {
        return std::pair(std::bit_cast<float>(static_cast<quint32>(i % 3)), std::bit_cast<float>(quint32{1}));
    });
    add("huge", [](auto& random, auto, auto) {
        const float r = uniform(random, 1e30F, 3e38F);
        return std::pair(r, -uniform(random, 1e30F, 3e38F));
    });
    add("one outlier", [](auto& random, auto i, auto count) {
        const float r = i == count / 2 ? 1e30F : uniform(random, -1, 1);
        return std::pair(r, r + uniform(random, -0.1F, 0.1F));
    });
    add("outlier first", [](auto& random, auto i, auto) {
        const float r = i == 0 ? -2e38F : uniform(random, -1, 1);
        return std::pair(r, r * 0.9F);
    });
    add("NaN here and there", [](auto& random, auto i, auto) {
        const float r = i % 97 == 5 ? quietNan : uniform(random, -1, 1);
        return std::pair(r, i % 51 == 0 ? quietNan : r + 0.1F);
    });
    add("Inf here and there", [](auto& random, auto i, auto) {
        const float r = i % 97 == 5 ? infinity : uniform(random, -1, 1);
        return std::pair(r, i % 51 == 0 ? -infinity : (i % 53 == 0 ? quietNan : r));
    });
    add("NaN first", [](auto& random, auto i, auto) {
        const float r = i == 0 ? quietNan : uniform(random, 5, 6);
        return std::pair(r, r);
    });
    add("only NaN", [](auto&, auto, auto) { return std::pair(quietNan, quietNan); });
    add("only Inf", [](auto&, auto i, auto) { return std::pair(i % 2 == 0 ? infinity : -infinity, infinity); });
}

void tst_MetricsReference::floats()
{
    QFETCH(const Maker, make);
    std::mt19937 random(11);
    for (const std::size_t count : {0, 1, 2, 3, 4, 5, 7, 8, 9, 63, 1023, 1024, 1025, 2047, 2048, 2049, 3100, 5000}) {
        std::vector<float> r;
        std::vector<float> c;
        for (std::size_t i = 0; i < count; ++i) {
            const auto [reference, candidate] = make(random, i, count);
            r.push_back(reference);
            c.push_back(candidate);
        }
        const QString wrong
            = differences(compareValues(r, c), slowMetrics(exact(r), exact(c)), largestOf(exact(r), exact(c)));
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 elements: %2"_s.arg(count).arg(wrong)));
    }
}

void tst_MetricsReference::everyHalf()
{
    std::vector<quint16> codes(65536);
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = static_cast<quint16>(i);
    const QByteArray bytes(reinterpret_cast<const char*>(codes.data()), static_cast<qsizetype>(codes.size() * 2));
    std::vector<float> expected;
    for (const quint16 code : codes)
        expected.push_back(slowHalf(code));
    const TensorMetrics metrics
        = compareTensors(Tensor::fromValues<float>({65536}, expected), Tensor(DataType::Float16, {65536}, bytes));
    QCOMPARE(metrics.nanCount, qint64{2 * 1023});
    QCOMPARE(metrics.infCount, qint64{2});
    QCOMPARE(metrics.maximumAbsoluteError, 0.0);
    QVERIFY(metrics.sameValues);
}

void tst_MetricsReference::halves()
{
    std::mt19937 random(5);
    for (const qint64 count : {1, 1000, 4097}) {
        std::vector<quint16> r;
        std::vector<quint16> c;
        Values exactR;
        Values exactC;
        for (qint64 i = 0; i < count; ++i) {
            r.push_back(static_cast<quint16>(random())); // every kind, NaN and subnormals too
            c.push_back(random() % 8 == 0 ? static_cast<quint16>(random()) : r.back());
            exactR.push_back(slowHalf(r.back()));
            exactC.push_back(slowHalf(c.back()));
        }
        const auto tensor = [count](const std::vector<quint16>& codes) {
            return Tensor(DataType::Float16, {count},
                          QByteArray(reinterpret_cast<const char*>(codes.data()), count * 2));
        };
        const QString wrong = differences(compareTensors(tensor(r), tensor(c)), slowMetrics(exactR, exactC), 65504.0);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void tst_MetricsReference::quantized_data()
{
    QTest::addColumn<DataType>("type");
    QTest::addColumn<int>("axis");
    for (const DataType type : {DataType::Int8, DataType::UInt8, DataType::Int16, DataType::UInt16, DataType::Int32,
                                DataType::Int4, DataType::BFloat16}) {
        for (const int axis : {-1, 0, 1, 2, 3})
            QTest::addRow("%s by axis %d", qPrintable(dataTypeName(type)), axis) << type << axis;
    }
}

void tst_MetricsReference::quantized()
{
    QFETCH(const DataType, type);
    QFETCH(const int, axis);
    const Shape shape{2, 5, 7, 40};
    std::mt19937 random(3);
    QByteArray bytes(bytesOfElements(type, shape.elementCount()), Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(random() % 5 == 0 ? 0x7F : random() % 128); // also the ends; no NaN of bfloat16
    Tensor candidate(type, shape, bytes);
    Quantization quantization;
    quantization.axis = axis;
    for (qint64 i = 0; i < (axis < 0 ? 1 : shape[axis]); ++i) {
        quantization.scales.push_back(uniform(random, 0.001F, 0.1F));
        quantization.zeroPoints.push_back(static_cast<qint32>(random() % 20));
    }
    candidate.setQuantization(quantization);
    const std::vector<float> real = candidate.toRealValues();
    std::vector<float> r = real;
    for (float& value : r)
        value += uniform(random, -0.1F, 0.1F);
    TensorMetrics expected = slowMetrics(exact(r), exact(real));
    const std::vector<qint64> stored = candidate.toIntegers();
    const auto [least, most] = type == DataType::Int8 ? std::pair(-128LL, 127LL)
        : type == DataType::UInt8                     ? std::pair(0LL, 255LL)
        : type == DataType::Int16                     ? std::pair(-32768LL, 32767LL)
        : type == DataType::UInt16                    ? std::pair(0LL, 65535LL)
                                                      : std::pair(-2147483648LL, 2147483647LL);
    if (type != DataType::Int4 && !stored.empty()) {
        const auto ends = std::count_if(stored.begin(), stored.end(), [least = least, most = most](qint64 value) {
            return value == least || value == most;
        });
        expected.saturation = static_cast<double>(ends) / static_cast<double>(stored.size());
    }
    const TensorMetrics actual = compareTensors(Tensor::fromValues<float>(shape, r), candidate);
    const QString wrong = differences(actual, expected, largestOf(exact(r), exact(real)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    // A copy that was dequantized to floats is the same to the last bit.
    const TensorMetrics same = compareTensors(Tensor::fromValues<float>(shape, real), candidate);
    QCOMPARE(same.maximumAbsoluteError, 0.0);
    QVERIFY(same.sameValues);
}

void tst_MetricsReference::wideTypes()
{
    std::mt19937_64 random(9);
    std::vector<qint64> integers;
    std::vector<double> doubles;
    std::vector<qint32> words;
    for (int i = 0; i < 3000; ++i) {
        words.push_back(static_cast<qint32>(random()));
        integers.push_back(words.back() + static_cast<qint64>(random() % 3));
        doubles.push_back(static_cast<double>(words.back()) + std::ldexp(static_cast<double>(random() % 1024), -20));
    }
    const Tensor asWords = Tensor::fromValues<qint32>({3000}, words);
    const auto check = [&](const Tensor& reference, const Values& exactR) {
        const QString wrong = differences(compareTensors(reference, asWords), slowMetrics(exactR, exact(words)), 2e9);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    };
    check(Tensor::fromValues<qint64>({3000}, integers), exact(integers)); // floats would lose the difference
    check(Tensor::fromValues<double>({3000}, doubles), exact(doubles));
}

void tst_MetricsReference::hugeDoubles()
{
    std::mt19937_64 random(9);
    for (const double scale : {1e300, 1e-300, 1e-160, 5e-324, 1.0}) {
        std::vector<double> r;
        std::vector<double> c;
        for (int i = 0; i < 2500; ++i) {
            r.push_back(scale * static_cast<double>(random() % 1000));
            c.push_back(scale * static_cast<double>(random() % 1000));
        }
        const Shape shape{2500};
        const TensorMetrics actual
            = compareTensors(Tensor::fromValues<double>(shape, r), Tensor::fromValues<double>(shape, c));
        const QString wrong = differences(actual, slowMetrics(exact(r), exact(c)), scale * 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1: %2"_s.arg(scale).arg(wrong)));
    }
}

void tst_MetricsReference::permutedValuesAreTheSame_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {2, 8, 9, 1024, 1025, 300'000})
        QTest::addRow("%d", count) << count;
}

void tst_MetricsReference::permutedValuesAreTheSame()
{
    QFETCH(const int, count);
    std::mt19937 random(21);
    for (int round = 0; round < 5; ++round) {
        std::vector<float> r;
        for (int i = 0; i < count; ++i)
            r.push_back(i % 10 == 0 ? (i % 20 == 0 ? 0.0F : -0.0F) : uniform(random, -1, 1));
        if (round == 4) {
            r[0] = quietNan;
            r[1] = -infinity;
        }
        std::vector<float> c = r;
        std::shuffle(c.begin(), c.end(), random);
        for (float& value : c) {
            if (value == 0.0F)
                value = -value;
        }
        QVERIFY(compareValues(r, c).sameValues);
        std::vector<double> doubles(c.begin(), c.end());
        const Shape shape{count};
        QVERIFY(
            compareTensors(Tensor::fromValues<float>(shape, r), Tensor::fromValues<double>(shape, doubles)).sameValues);
    }
}

void tst_MetricsReference::oneChangedValueIsNoticed()
{
    std::mt19937 random(22);
    std::vector<float> r;
    for (int i = 0; i < 5000; ++i)
        r.push_back(uniform(random, -1, 1));
    std::vector<float> shuffled = r;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    for (int round = 0; round < 300; ++round) {
        std::vector<float> c = shuffled;
        float& victim = c[random() % c.size()];
        // By the smallest step, by sign, to a neighbour's value, to something that is no number.
        switch (round % 4) {
        case 0:
            victim = std::nextafter(victim, 2.0F);
            break;
        case 1:
            victim = -victim;
            break;
        case 2:
            victim = &victim == c.data() ? c[1] : c[0];
            break;
        default:
            victim = round % 8 < 4 ? quietNan : infinity;
        }
        QVERIFY(!compareValues(r, c).sameValues);
    }
}

void tst_MetricsReference::differencesThatCancelInSumsAreNoticed()
{
    // One up, another down, by steps of a table of 256 values: sums, minimum and maximum stay what they were.
    std::mt19937 random(23);
    for (int round = 0; round < 300; ++round) {
        std::vector<float> r;
        for (int i = 0; i < 2000; ++i)
            r.push_back(static_cast<float>(random() % 256));
        std::vector<float> c = r;
        std::shuffle(c.begin(), c.end(), random);
        const std::size_t up = random() % c.size();
        const std::size_t down = (up + 1 + random() % (c.size() - 1)) % c.size();
        c[up] += 1.0F;
        c[down] -= 1.0F;
        std::vector<float> sortedR = r;
        std::vector<float> sortedC = c;
        std::sort(sortedR.begin(), sortedR.end());
        std::sort(sortedC.begin(), sortedC.end());
        QCOMPARE(compareValues(r, c).sameValues, sortedR == sortedC);
    }
}

void tst_MetricsReference::partsMergeToTheWhole()
{
    std::mt19937 random(31);
    std::vector<float> r;
    std::vector<float> c;
    for (int i = 0; i < 20'000; ++i) {
        r.push_back(i % 991 == 0 ? quietNan : 1000.0F + uniform(random, -1, 1));
        c.push_back(r[static_cast<std::size_t>(i)] + uniform(random, -0.5F, 0.5F));
    }
    std::vector<PairSums> parts;
    for (std::size_t at = 0; at < r.size();) {
        const std::size_t length = std::min<std::size_t>(random() % 3000, r.size() - at);
        parts.emplace_back();
        parts.back().add(std::span<const float>(r).subspan(at, length), std::span<const float>(c).subspan(at, length),
                         ValueEquality::Computed);
        at += length;
    }
    std::shuffle(parts.begin(), parts.end(), random);
    PairSums sums;
    for (const PairSums& part : parts)
        sums.merge(part);
    const QString wrong = differences(sums.metrics(), slowMetrics(exact(r), exact(c)), 1000.0);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void tst_MetricsReference::threadsGiveTheSameBits()
{
    std::mt19937 random(32);
    std::vector<float> r;
    std::vector<float> c;
    for (int i = 0; i < 1'500'000; ++i) {
        r.push_back(uniform(random, -1, 1));
        c.push_back(r.back() + uniform(random, -0.01F, 0.01F));
    }
    const Shape shape{1'500'000};
    const Tensor reference = Tensor::fromValues<float>(shape, r);
    const Tensor candidate = Tensor::fromValues<float>(shape, c);
    const TensorMetrics one = compareTensors(reference, candidate);
    for (const int threads : {2, 3, 16, 0}) {
        const TensorMetrics many = compareTensors(reference, candidate, {ValueEquality::Computed, threads});
        QCOMPARE(std::bit_cast<quint64>(many.cosine), std::bit_cast<quint64>(one.cosine));
        QCOMPARE(std::bit_cast<quint64>(many.slope), std::bit_cast<quint64>(one.slope));
        QCOMPARE(std::bit_cast<quint64>(many.meanSquaredError), std::bit_cast<quint64>(one.meanSquaredError));
        QCOMPARE(many.count, one.count);
    }
}

void tst_MetricsReference::channels_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("axis");
    for (const char* shape : {"1x3x40x40", "1x40x40x3", "2x17x5x9", "3x1x2x700", "6000", "1x2049x1x1", "4x300x7"}) {
        const int rank = Shape::fromString(QLatin1StringView(shape)).value().rank();
        for (int axis = 0; axis < rank; ++axis)
            QTest::newRow(qPrintable(u"%1 by %2"_s.arg(QLatin1StringView(shape)).arg(axis)))
                << QString::fromLatin1(shape) << axis;
    }
}

namespace {

/// Two tensors of a shape, the second quantized, with their exact values.
struct Pair
{
    Tensor reference;
    Tensor candidate;
    Values r;
    Values c;

    explicit Pair(const Shape& shape)
    {
        std::mt19937 random(41);
        std::vector<float> floats;
        std::vector<qint8> bytes;
        for (qint64 i = 0; i < shape.elementCount(); ++i) {
            floats.push_back(i % 1009 == 3 ? quietNan : uniform(random, -2, 2));
            bytes.push_back(static_cast<qint8>(random() % 9 == 0 ? 127 : static_cast<int>(random() % 256) - 128));
        }
        reference = Tensor::fromValues<float>(shape, floats);
        candidate = Tensor::fromValues<qint8>(shape, bytes);
        candidate.setQuantization(Quantization{{0.017F}, {3}, -1});
        r = exact(floats);
        c = exact(candidate.toRealValues());
    }

    /// Metrics of the elements that `isPart` picks by their index, and their saturation.
    [[nodiscard]] TensorMetrics slow(const std::function<bool(qint64)>& isPart) const
    {
        Values partR;
        Values partC;
        double ends = 0;
        for (std::size_t i = 0; i < r.size(); ++i) {
            if (!isPart(static_cast<qint64>(i)))
                continue;
            partR.push_back(r[i]);
            partC.push_back(c[i]);
            const qint8 stored = candidate.values<qint8>()[i];
            ends += stored == 127 || stored == -128 ? 1 : 0;
        }
        TensorMetrics metrics = slowMetrics(partR, partC);
        metrics.saturation = ends / static_cast<double>(partR.size());
        return metrics;
    }
};

qint64 innerOf(const Shape& shape, int axis)
{
    qint64 inner = 1;
    for (int i = axis + 1; i < shape.rank(); ++i)
        inner *= shape[i];
    return inner;
}

} // namespace

void tst_MetricsReference::channels()
{
    QFETCH(const QString, shape);
    QFETCH(const int, axis);
    const Shape parsed = Shape::fromString(shape).value();
    const Pair pair(parsed);
    const std::vector<PairSums> sums = sumsOfChannels(pair.reference, pair.candidate, axis);
    QCOMPARE(static_cast<qint64>(sums.size()), parsed[axis]);
    const qint64 inner = innerOf(parsed, axis);
    for (qint64 channel = 0; channel < parsed[axis]; channel += std::max<qint64>(1, parsed[axis] / 20)) {
        const TensorMetrics expected = pair.slow([&](qint64 i) { return i / inner % parsed[axis] == channel; });
        const QString wrong = differences(sums[static_cast<std::size_t>(channel)].metrics(), expected, 3.0);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"channel %1: %2"_s.arg(channel).arg(wrong)));
    }
}

void tst_MetricsReference::positions()
{
    QFETCH(const QString, shape);
    QFETCH(const int, axis);
    const Shape parsed = Shape::fromString(shape).value();
    const Pair pair(parsed);
    const std::vector<TensorMetrics> metrics = comparePositions(pair.reference, pair.candidate, axis);
    const auto positions = static_cast<qint64>(metrics.size());
    QCOMPARE(positions * parsed[axis], parsed.elementCount());
    const qint64 inner = innerOf(parsed, axis);
    for (qint64 position = 0; position < positions; position += std::max<qint64>(1, positions / 20)) {
        const TensorMetrics expected
            = pair.slow([&](qint64 i) { return i / (inner * parsed[axis]) * inner + i % inner == position; });
        const QString wrong = differences(metrics[static_cast<std::size_t>(position)], expected, 3.0);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"position %1: %2"_s.arg(position).arg(wrong)));
    }
}

void tst_MetricsReference::axesThatAreNoneGiveNothing()
{
    const Tensor a = Tensor::fromValues<float>({2, 3}, std::vector<float>(6));
    const Tensor b = Tensor::fromValues<float>({3, 2}, std::vector<float>(6));
    QVERIFY(sumsOfChannels(a, a, 2).empty() && sumsOfChannels(a, a, -1).empty() && sumsOfChannels(a, b, 0).empty());
    QVERIFY(comparePositions(a, a, 2).empty() && comparePositions(a, b, 1).empty());
    const Tensor none = Tensor::fromValues<float>({0, 3}, std::vector<float>());
    QVERIFY(sumsOfChannels(none, none, 1).empty());
    QVERIFY(compareTensors(none, none).sameValues);
}

void tst_MetricsReference::skippedEqualityIsNotClaimed()
{
    const std::vector<float> r{1, 2, 3, quietNan};
    QVERIFY(!compareValues(r, std::vector<float>{3, 2, 1, quietNan}, ValueEquality::Skipped).sameValues
            || compareValues(r, std::vector<float>{3, 2, 1, quietNan}).sameValues);
    QVERIFY(!compareValues(std::vector<float>{1, 2}, std::vector<float>{2, 1}, ValueEquality::Skipped).sameValues);
    QVERIFY(compareValues(std::vector<float>{1, 2}, std::vector<float>{1, 2}, ValueEquality::Skipped).sameValues);
}

QTEST_GUILESS_MAIN(tst_MetricsReference)
#include "tst_metricsreference.moc"
