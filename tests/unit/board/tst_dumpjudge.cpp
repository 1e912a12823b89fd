// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Right declarations are believed, wrong ones noticed and the right one offered first, on data as networks make them.
#include "core/board/DumpJudge.h"
#include "core/board/DumpedTensor.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

enum class Kind
{
    Picture, ///< coloured surfaces with edges and some noise, 0…255
    FeatureMap, ///< what a convolution leaves: both signs, channels of different size
    Rectified ///< the same behind ReLU: many zeros
};

/// Values in 0…1 (pictures) or about -1…1, channel by channel, of any seed.
class Scene
{
public:
    Scene(unsigned seed, Kind kind)
        : m_random(seed)
        , m_kind(kind)
    {
        for (int i = 0; i < 9; ++i)
            m_shapes.push_back({any(0, 1), any(0, 1), any(0.08, 0.4), any(0.08, 0.4), any(0, 1), any(0, 6.3)});
        for (double& wave : m_waves)
            wave = any(0.5, 2.5);
    }

    /// y and x in 0…1.
    [[nodiscard]] double at(int channel, double y, double x)
    {
        double value = 0.5 + 0.25 * std::sin(m_waves[0] * 3 * x + channel) * std::cos(m_waves[1] * 3 * y);
        for (const Shape2& shape : m_shapes) {
            const double dy = (y - shape.y) / shape.height;
            const double dx = (x - shape.x) / shape.width;
            if (dx * dx + dy * dy < 1)
                value = 0.75 * shape.level + 0.1 * dx + 0.2 * std::sin(shape.phase + channel);
        }
        value += any(-0.015, 0.015);
        if (m_kind == Kind::Picture)
            return std::clamp(value, 0.0, 1.0);
        const double gain = 0.4 + 0.25 * (channel % 5);
        const double response = gain * (2 * value - 1) * (channel % 3 == 0 ? -1 : 1);
        return m_kind == Kind::Rectified ? std::max(0.0, response) : response;
    }

private:
    struct Shape2
    {
        double y, x, height, width, level, phase;
    };
    double any(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }

    std::mt19937 m_random;
    Kind m_kind;
    std::vector<Shape2> m_shapes;
    double m_waves[2] = {1, 1};
};

quint16 halfOf(double value)
{
    const auto bits = std::bit_cast<quint32>(static_cast<float>(std::abs(value)) * 0x1p-112F);
    return static_cast<quint16>((bits + 0x1000U) >> 13U) | (value < 0 ? 0x8000U : 0U);
}

template <typename T> void append(QByteArray& bytes, T value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void appendAs(QByteArray& bytes, DataType type, double value)
{
    switch (type) {
    case DataType::Int8:
        return append(bytes, static_cast<qint8>(std::clamp(std::round(value * 100), -128.0, 127.0)));
    case DataType::UInt8:
        return append(bytes, static_cast<quint8>(std::clamp(std::round(value * 255), 0.0, 255.0)));
    case DataType::Int16:
        return append(bytes, static_cast<qint16>(std::round(value * 12000)));
    case DataType::Int32:
        return append(bytes, static_cast<qint32>(std::round(value * 300000)));
    case DataType::Float16:
        return append(bytes, halfOf(value));
    default:
        return append(bytes, static_cast<float>(value));
    }
}

/// The bytes that a board would dump of a scene by a declaration; padding is zero.
QByteArray dumped(const DumpDeclaration& declaration, unsigned seed, Kind kind)
{
    Scene scene(seed, kind);
    const bool isNhwc = declaration.layout == TensorLayout::NHWC;
    const Shape& shape = declaration.shape;
    const qint64 channels = shape[isNhwc ? 3 : 1];
    const qint64 height = shape[isNhwc ? 1 : 2];
    const qint64 width = shape[isNhwc ? 2 : 3];
    QByteArray bytes(declaration.offset + paddedBytes(declaration), '\0');
    std::mt19937 header(seed + 99);
    for (qint64 i = 0; i < declaration.offset; ++i)
        bytes[i] = static_cast<char>(header());
    const std::vector<qint64> strides = stridesOf(declaration);
    for (qint64 c = 0; c < channels; ++c) {
        for (qint64 y = 0; y < height; ++y) {
            for (qint64 x = 0; x < width; ++x) {
                QByteArray element;
                appendAs(element, declaration.type,
                         scene.at(static_cast<int>(c), static_cast<double>(y) / static_cast<double>(height),
                                  static_cast<double>(x) / static_cast<double>(width)));
                const qint64 at = isNhwc ? y * strides[1] + x * strides[2] + c * strides[3]
                                         : c * strides[1] + y * strides[2] + x * strides[3];
                bytes.replace(declaration.offset + at, element.size(), element);
            }
        }
    }
    return bytes;
}

DumpDeclaration declared(const QString& text)
{
    return parseDeclaration(u"name=t;"_s + text).value();
}

/// The data are made from these; DRIFTSCOPE_JUDGE_SEEDS=FROM-TO tries others, on which the judge was not tuned.
std::pair<unsigned, unsigned> seeds()
{
    const QString chosen = qEnvironmentVariable("DRIFTSCOPE_JUDGE_SEEDS", u"1-12"_s);
    return {chosen.section(u'-', 0, 0).toUInt(), chosen.section(u'-', 1, 1).toUInt()};
}

/// What is wrong with the judgement of each seed; empty where nothing is.
QStringList failuresOf(const std::function<QString(unsigned seed)>& failureOf)
{
    QStringList failures;
    for (unsigned seed = seeds().first; seed <= seeds().second; ++seed) {
        if (const QString failure = failureOf(seed); !failure.isEmpty())
            failures.append(u"seed %1: %2"_s.arg(seed).arg(failure));
    }
    return failures;
}

QString described(const DumpJudgement& judgement)
{
    QString text
        = judgement.verdict + u" declared %1 %2"_s.arg(judgement.declared.score).arg(judgement.declared.reason);
    for (const JudgedReading& reading : judgement.likely)
        text += u"; %1 (%2): %3"_s.arg(reading.what).arg(reading.score).arg(reading.reason);
    return text;
}

} // namespace

class tst_DumpJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightIsBelieved_data();
    void rightIsBelieved();
    void wrongIsNoticed_data();
    void wrongIsNoticed();
    void dirtyPaddingIsSaid();
    void severalFramesAreSaid();
    void noiseIsNoReason();
    void shortFilesAreSaid();
    void nonsenseIsNoTrouble();
};

void tst_DumpJudge::rightIsBelieved_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<Kind>("kind");
    const auto add = [](const char* right, Kind kind) {
        QTest::addRow("%s, %d", right, static_cast<int>(kind)) << QString::fromLatin1(right) << kind;
    };
    add("dtype=uint8;shape=1x64x96x3;layout=NHWC", Kind::Picture);
    add("dtype=uint8;shape=1x3x64x96;layout=NCHW", Kind::Picture);
    for (const Kind kind : {Kind::FeatureMap, Kind::Rectified}) {
        add("dtype=int8;shape=1x40x56x24;layout=NHWC;aligned=rule", kind);
        add("dtype=int8;shape=1x24x40x56;layout=NCHW", kind);
        add("dtype=int16;shape=1x40x56x8;layout=NHWC", kind);
        add("dtype=int32;shape=1x20x28x10;layout=NHWC;aligned=rule", kind);
        add("dtype=float32;shape=1x8x40x56;layout=NCHW", kind);
        add("dtype=float16;shape=1x8x40x56;layout=NCHW;offset=64", kind);
    }
}

void tst_DumpJudge::rightIsBelieved()
{
    QFETCH(const QString, right);
    QFETCH(const Kind, kind);
    const QStringList failures = failuresOf([&](unsigned seed) {
        const DumpDeclaration declaration = declared(right);
        const DumpJudgement judgement = judgeDump(dumped(declaration, seed, kind), declaration, CancelToken());
        return !judgement.isDoubtful && judgement.likely.isEmpty() ? QString() : described(judgement);
    });
    QVERIFY2(failures.isEmpty(), qPrintable(u"%1 seeds; %2"_s.arg(failures.size()).arg(failures.value(0))));
}

void tst_DumpJudge::wrongIsNoticed_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<Kind>("kind");
    const auto add = [](const char* name, const char* right, const char* wrong, Kind kind) {
        QTest::newRow(name) << QString::fromLatin1(right) << QString::fromLatin1(wrong) << kind;
    };
    const Kind map = Kind::FeatureMap;
    // Layout
    add("picture NHWC as NCHW", "dtype=uint8;shape=1x64x96x3;layout=NHWC", "dtype=uint8;shape=1x3x64x96;layout=NCHW",
        Kind::Picture);
    add("picture NCHW as NHWC", "dtype=uint8;shape=1x3x64x96;layout=NCHW", "dtype=uint8;shape=1x64x96x3;layout=NHWC",
        Kind::Picture);
    add("map NHWC as NCHW", "dtype=int8;shape=1x40x56x16;layout=NHWC", "dtype=int8;shape=1x16x40x56;layout=NCHW", map);
    add("map NCHW as NHWC", "dtype=float32;shape=1x16x40x56;layout=NCHW", "dtype=float32;shape=1x40x56x16;layout=NHWC",
        map);
    add("ReLU NCHW as NHWC", "dtype=int8;shape=1x16x40x56;layout=NCHW", "dtype=int8;shape=1x40x56x16;layout=NHWC",
        Kind::Rectified);
    // Height and width
    add("W and H", "dtype=int8;shape=1x16x40x56;layout=NCHW", "dtype=int8;shape=1x16x56x40;layout=NCHW", map);
    add("W and H, NHWC", "dtype=uint8;shape=1x64x96x3;layout=NHWC", "dtype=uint8;shape=1x96x64x3;layout=NHWC",
        Kind::Picture);
    // Type
    add("int8 as uint8", "dtype=int8;shape=1x16x40x56;layout=NCHW", "dtype=uint8;shape=1x16x40x56;layout=NCHW", map);
    add("uint8 as int8", "dtype=uint8;shape=1x64x96x3;layout=NHWC", "dtype=int8;shape=1x64x96x3;layout=NHWC",
        Kind::Picture);
    add("float16 as int16", "dtype=float16;shape=1x8x40x56;layout=NCHW", "dtype=int16;shape=1x8x40x56;layout=NCHW",
        map);
    add("int16 as float16", "dtype=int16;shape=1x8x40x56;layout=NCHW", "dtype=float16;shape=1x8x40x56;layout=NCHW",
        map);
    add("float32 as int32", "dtype=float32;shape=1x8x40x56;layout=NCHW", "dtype=int32;shape=1x8x40x56;layout=NCHW",
        map);
    add("int32 as float32", "dtype=int32;shape=1x8x40x56;layout=NCHW", "dtype=float32;shape=1x8x40x56;layout=NCHW",
        map);
    add("float32 as int8", "dtype=float32;shape=1x8x40x56;layout=NCHW", "dtype=int8;shape=1x8x40x56;layout=NCHW", map);
    add("int8 as float32", "dtype=int8;shape=1x8x40x56;layout=NCHW", "dtype=float32;shape=1x8x40x56;layout=NCHW", map);
    add("ReLU float16 as int16", "dtype=float16;shape=1x8x40x56;layout=NCHW", "dtype=int16;shape=1x8x40x56;layout=NCHW",
        Kind::Rectified);
    // Alignment
    add("channels padded, taken for dense", "dtype=int8;shape=1x40x56x24;layout=NHWC;aligned=channel_bytes",
        "dtype=int8;shape=1x40x56x24;layout=NHWC", map);
    add("dense, taken for padded", "dtype=int8;shape=1x40x56x24;layout=NHWC",
        "dtype=int8;shape=1x40x56x24;layout=NHWC;aligned=1x40x64x24", map);
    add("rows padded, taken for dense", "dtype=float32;shape=1x8x40x50;layout=NCHW;aligned=width_bytes",
        "dtype=float32;shape=1x8x40x50;layout=NCHW", map);
    add("input padded, taken for dense", "dtype=int8;shape=1x41x50x3;layout=NHWC;aligned=height_width",
        "dtype=int8;shape=1x41x50x3;layout=NHWC", map);
    add("int32 channels padded", "dtype=int32;shape=1x20x28x10;layout=NHWC;aligned=rule",
        "dtype=int32;shape=1x20x28x10;layout=NHWC", map);
    add("gray rows padded", "dtype=uint8;shape=1x1x60x90;layout=NCHW;aligned=picture_width",
        "dtype=uint8;shape=1x1x60x90;layout=NCHW", Kind::Picture);
    // Offset
    add("a header not declared", "dtype=float32;shape=1x8x40x56;layout=NCHW;offset=128",
        "dtype=float32;shape=1x8x40x56;layout=NCHW", map);
    add("a header that is none", "dtype=int8;shape=1x8x40x56;layout=NCHW",
        "dtype=int8;shape=1x8x40x56;layout=NCHW;offset=64", map);
    add("an odd header", "dtype=int16;shape=1x8x40x56;layout=NCHW;offset=17",
        "dtype=int16;shape=1x8x40x56;layout=NCHW;offset=16", map);
    // Two at once
    add("layout and type", "dtype=uint8;shape=1x64x96x3;layout=NHWC", "dtype=int8;shape=1x3x64x96;layout=NCHW",
        Kind::Picture);
    add("padding and layout", "dtype=int8;shape=1x40x56x24;layout=NHWC;aligned=channel_bytes",
        "dtype=int8;shape=1x24x40x56;layout=NCHW", map);
}

void tst_DumpJudge::wrongIsNoticed()
{
    QFETCH(const QString, right);
    QFETCH(const QString, wrong);
    QFETCH(const Kind, kind);
    const DumpDeclaration expected = declared(right);
    const QStringList failures = failuresOf([&](unsigned seed) {
        const DumpJudgement judgement = judgeDump(dumped(expected, seed, kind), declared(wrong), CancelToken());
        if (!judgement.isDoubtful || judgement.likely.isEmpty() || judgement.doubts.isEmpty())
            return QString(u"not noticed, "_s + described(judgement));
        const DumpDeclaration& first = judgement.likely.first().declaration;
        return first == expected ? QString()
                                 : u"offers %1 first, %2"_s.arg(declarationText(first), described(judgement));
    });
    QVERIFY2(failures.isEmpty(), qPrintable(u"%1 seeds; %2"_s.arg(failures.size()).arg(failures.value(0))));
}

void tst_DumpJudge::dirtyPaddingIsSaid()
{
    const DumpDeclaration declaration = declared(u"dtype=int8;shape=1x40x56x24;layout=NHWC;aligned=rule"_s);
    QByteArray bytes = dumped(declaration, 3, Kind::FeatureMap);
    bytes[30] = 1; // the seventh byte of the first padding
    const DumpJudgement judgement = judgeDump(bytes, declaration, CancelToken());
    QVERIFY(!judgement.doubts.isEmpty());
    QVERIFY2(judgement.doubts.first().contains(u"padding"), qPrintable(judgement.doubts.first()));
}

void tst_DumpJudge::severalFramesAreSaid()
{
    const DumpDeclaration declaration = declared(u"dtype=float32;shape=1x4x40x56;layout=NCHW"_s);
    const QByteArray one = dumped(declaration, 3, Kind::FeatureMap);
    const DumpJudgement judgement = judgeDump(one + one + one, declaration, CancelToken());
    QVERIFY2(!judgement.doubts.isEmpty() && judgement.doubts.first().contains(u"3 times"),
             qPrintable(described(judgement)));
    QCOMPARE(judgement.declared.frames, 3);
}

void tst_DumpJudge::noiseIsNoReason()
{
    std::mt19937 random(4);
    for (const char* text : {"dtype=float32;shape=1x1000;layout=none", "dtype=int8;shape=1x16x40x56;layout=NCHW",
                             "dtype=float32;shape=1x16x20x30;layout=NHWC"}) {
        const DumpDeclaration declaration = declared(QString::fromLatin1(text));
        QByteArray bytes;
        std::normal_distribution<double> values;
        while (bytes.size() < denseBytes(declaration))
            appendAs(bytes, declaration.type, values(random));
        const DumpJudgement judgement = judgeDump(bytes, declaration, CancelToken());
        QVERIFY2(!judgement.isDoubtful, qPrintable(described(judgement)));
    }
}

void tst_DumpJudge::shortFilesAreSaid()
{
    const DumpDeclaration declaration = declared(u"dtype=float32;shape=1x4x40x56;layout=NCHW"_s);
    const QByteArray bytes = dumped(declaration, 3, Kind::FeatureMap).chopped(100);
    const DumpJudgement judgement = judgeDump(bytes, declaration, CancelToken());
    QVERIFY(judgement.isDoubtful && judgement.likely.isEmpty());
    QVERIFY2(judgement.doubts.first().contains(u"35740"), qPrintable(judgement.doubts.first()));
}

void tst_DumpJudge::nonsenseIsNoTrouble()
{
    for (const char* text : {"dtype=float32;shape=0", "dtype=float32;shape=", "dtype=int8;shape=1x1x1x1;layout=NHWC",
                             "dtype=nv12;shape=1x3x2x2", "dtype=nv12;shape=1x3x4x6;aligned=0x3x4x16",
                             "dtype=nv12;shape=1x3x4x6;aligned=1x3x4x9000000000000000",
                             "dtype=int8;shape=9000000000000000000", "dtype=int8;shape=4x4;stride=1,1",
                             "dtype=int8;shape=2x2;offset=1000000000000", "dtype=int8;shape=1x2;aligned=5x5x5x5"}) {
        const auto declaration = parseDeclaration(QString::fromLatin1(text));
        if (!declaration)
            continue;
        for (const qsizetype size : {0, 1, 6, 100})
            QVERIFY(!judgeDump(QByteArray(size, 'x'), *declaration, CancelToken()).verdict.isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_DumpJudge)
#include "tst_dumpjudge.moc"
