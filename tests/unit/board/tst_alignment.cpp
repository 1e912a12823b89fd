// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every alignment rule against a slow reader that pads and reads index by index, written from the vendor's words alone.
#include "core/board/Alignment.h"
#include "core/board/DumpedTensor.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

/// "256 k + {0, 16, 32, 64, 128}", counted up byte by byte.
qint64 slowAligned(qint64 bytes)
{
    for (qint64 candidate = bytes;; ++candidate) {
        const qint64 rest = candidate % 256;
        if (rest == 0 || rest == 16 || rest == 32 || rest == 64 || rest == 128)
            return candidate;
    }
}

struct Case
{
    Shape valid;
    TensorLayout layout = TensorLayout::NHWC;
    DataType type = DataType::Int8;
    AlignmentRule rule = AlignmentRule::None;
};

/// Bytes from one index of axis 0, 1, 2, 3 to the next by the rule, found without looking at shapes in the code.
std::array<qint64, 4> slowStrides(const Case& c)
{
    const qint64 size = elementSize(c.type);
    const auto& v = c.valid;
    std::array<qint64, 4> counts{v[0], v[1], v[2], v[3]};
    qint64 last = counts[3] * size; // bytes of the innermost run
    if (c.rule == AlignmentRule::ChannelBytes || c.rule == AlignmentRule::WidthBytes)
        last = slowAligned(last);
    if (c.rule == AlignmentRule::HeightWidth) {
        while (counts[1] % 2 != 0)
            ++counts[1];
        while (counts[2] % 32 != 0)
            ++counts[2];
    }
    if (c.rule == AlignmentRule::PictureWidth) {
        const std::size_t height = c.layout == TensorLayout::NHWC ? 1 : 2;
        while (counts[height] % 2 != 0)
            ++counts[height];
        while (counts[height + 1] % 16 != 0)
            ++counts[height + 1];
        if (height == 2)
            last = counts[3] * size;
    }
    return {counts[1] * counts[2] * last, counts[2] * last, last, size};
}

/// A padded buffer with random valid bytes and zeros in between; `dense` gets the valid bytes in order.
QByteArray padded(const Case& c, std::mt19937& random, QByteArray& dense)
{
    const auto strides = slowStrides(c);
    QByteArray bytes(c.valid[0] * strides[0], '\0');
    dense.clear();
    for (qint64 n = 0; n < c.valid[0]; ++n)
        for (qint64 i = 0; i < c.valid[1]; ++i)
            for (qint64 j = 0; j < c.valid[2]; ++j)
                for (qint64 k = 0; k < c.valid[3]; ++k)
                    for (qint64 byte = 0; byte < elementSize(c.type); ++byte) {
                        const char value = static_cast<char>(random());
                        bytes[n * strides[0] + i * strides[1] + j * strides[2] + k * strides[3] + byte] = value;
                        dense.append(value);
                    }
    return bytes;
}

} // namespace

class tst_Alignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesOfRuns();
    void everyRule_data();
    void everyRule();
    void whichRuleHolds();
    void nothingToHoldOnTo();
    void bytesThatAreNoWholeElements();
};

void tst_Alignment::bytesOfRuns()
{
    for (qint64 bytes = 0; bytes < 2000; ++bytes)
        QCOMPARE(alignedBytes(bytes), slowAligned(bytes));
}

void tst_Alignment::everyRule_data()
{
    QTest::addColumn<AlignmentRule>("rule");
    QTest::addColumn<TensorLayout>("layout");
    QTest::newRow("channel bytes") << AlignmentRule::ChannelBytes << TensorLayout::NHWC;
    QTest::newRow("height and width") << AlignmentRule::HeightWidth << TensorLayout::NHWC;
    QTest::newRow("width bytes") << AlignmentRule::WidthBytes << TensorLayout::NCHW;
    QTest::newRow("picture, NHWC") << AlignmentRule::PictureWidth << TensorLayout::NHWC;
    QTest::newRow("picture, NCHW") << AlignmentRule::PictureWidth << TensorLayout::NCHW;
    QTest::newRow("none") << AlignmentRule::None << TensorLayout::NCHW;
}

void tst_Alignment::everyRule()
{
    QFETCH(const AlignmentRule, rule);
    QFETCH(const TensorLayout, layout);
    std::mt19937 random(17);
    const auto size = [&random](int most) { return static_cast<qint64>(1 + random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 300; ++round) {
        const bool isShort = rule == AlignmentRule::HeightWidth || rule == AlignmentRule::PictureWidth;
        const Shape valid{size(2), size(isShort ? 9 : 5), size(isShort ? 40 : 5), size(isShort ? 4 : 300)};
        for (const DataType type : {DataType::Int8, DataType::Float16, DataType::Float32, DataType::Int64}) {
            const Case c{valid, layout, type, rule};
            QByteArray dense;
            const QByteArray bytes = padded(c, random, dense);
            DumpDeclaration declaration;
            declaration.name = u"t"_s;
            declaration.type = type;
            declaration.shape = valid;
            declaration.layout = layout;
            declaration.aligned = alignedShape(valid, layout, elementSize(type), rule);
            QCOMPARE(paddedBytes(declaration), bytes.size());
            const auto tensor = tensorFromDump(bytes, declaration);
            QVERIFY2(tensor.has_value(), tensor ? "" : qPrintable(tensor.error().message));
            QCOMPARE(tensor->bytes(), dense);
            // The same by the strides that a runtime prints.
            declaration.aligned = Shape();
            const auto strides = slowStrides(c);
            declaration.strides.assign(strides.begin(), strides.end());
            const auto byStrides = tensorFromDump(bytes, declaration);
            QVERIFY(byStrides.has_value());
            QCOMPARE(byStrides->bytes(), dense);
        }
    }
}

void tst_Alignment::whichRuleHolds()
{
    QCOMPARE(ruleFor({1, 8, 8, 5}, TensorLayout::NHWC, false, false), AlignmentRule::ChannelBytes);
    QCOMPARE(ruleFor({1, 8, 8, 4}, TensorLayout::NHWC, false, false), AlignmentRule::HeightWidth);
    QCOMPARE(ruleFor({1, 8, 8, 4}, TensorLayout::NHWC, true, false), AlignmentRule::ChannelBytes);
    QCOMPARE(ruleFor({1, 4, 8, 8}, TensorLayout::NCHW, true, false), AlignmentRule::WidthBytes);
    QCOMPARE(ruleFor({1, 3, 8, 8}, TensorLayout::NCHW, false, true), AlignmentRule::PictureWidth);
    QCOMPARE(ruleFor({1, 1000}, TensorLayout::NCHW, true, false), AlignmentRule::None);
}

void tst_Alignment::nothingToHoldOnTo()
{
    for (const Shape& shape : {Shape{}, Shape{3}, Shape{1, 1000}, Shape{1, -1, 3, 3}, Shape{1, 0, 3, 3},
                               Shape{1, 1, 1, std::numeric_limits<qint64>::max()}}) {
        for (const AlignmentRule rule : alignmentRules)
            QCOMPARE(alignedShape(shape, TensorLayout::NCHW, 8, rule), shape);
    }
    QCOMPARE(alignedShape({1, 3, 3, 5}, TensorLayout::Unknown, 1, AlignmentRule::ChannelBytes), (Shape{1, 3, 3, 5}));
}

void tst_Alignment::bytesThatAreNoWholeElements()
{
    for (const AlignmentRule rule : alignmentRules)
        QCOMPARE(alignmentRuleFromName(alignmentRuleName(rule)), rule);
    // 16 bytes hold no whole number of elements of 3.
    QCOMPARE(alignedShape({1, 1, 1, 2}, TensorLayout::NHWC, 3, AlignmentRule::ChannelBytes), (Shape{1, 1, 1, 2}));
}

QTEST_GUILESS_MAIN(tst_Alignment)
#include "tst_alignment.moc"
