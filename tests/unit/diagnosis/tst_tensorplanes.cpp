// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TensorDigest.h"
#include "core/diagnosis/TensorPlanes.h"
#include "core/tensor/Capture.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

Tensor noise(const Shape& shape, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> values(0.0F, 2.0F);
    std::vector<float> all(static_cast<std::size_t>(shape.elementCount()));
    for (float& value : all)
        value = values(random);
    return Tensor::fromValues<float>(shape, all);
}

} // namespace

class tst_TensorPlanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansByShapeAndLayout_data();
    void plansByShapeAndLayout();
    void planesAreTheElements_data();
    void planesAreTheElements();
    void dequantizesChannelByChannel();
    void readsOnlyAPartOfTheFile();
    void digestCountsEverything();
    void digestOfOtherOrders();
    void correspondsByShare();
};

void tst_TensorPlanes::plansByShapeAndLayout_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("layout");
    QTest::addColumn<QList<qint64>>("expected"); // height, width, channels
    const auto row = [](const char* name, const Shape& shape, TensorLayout layout, const QList<qint64>& expected) {
        QTest::newRow(name) << shape << static_cast<int>(layout) << expected;
    };
    row("NCHW", {1, 3, 4, 5}, TensorLayout::NCHW, {4, 5, 3});
    row("NHWC", {1, 4, 5, 3}, TensorLayout::NHWC, {4, 5, 3});
    row("looks like NHWC", {1, 40, 50, 3}, TensorLayout::Unknown, {40, 50, 3});
    row("tokens", {1, 197, 768}, TensorLayout::Unknown, {197, 768, 1});
    row("heads", {1, 12, 7, 9}, TensorLayout::Unknown, {7, 9, 12});
    row("five axes", {1, 2, 3, 7, 9}, TensorLayout::Unknown, {7, 9, 6});
    row("pooled", {1, 100, 1, 1}, TensorLayout::NCHW, {10, 10, 1});
    row("logits", {1, 10}, TensorLayout::Unknown, {1, 10, 1});
    row("scalar", {}, TensorLayout::Unknown, {1, 1, 1});
    row("empty", {1, 0, 4, 4}, TensorLayout::Unknown, {0, 0, 1});
}

void tst_TensorPlanes::plansByShapeAndLayout()
{
    QFETCH(const Shape, shape);
    QFETCH(const int, layout);
    QFETCH(const QList<qint64>, expected);
    Tensor tensor(DataType::Float32, shape, QByteArray(shape.elementCount() * 4, '\0'));
    tensor.setLayout(static_cast<TensorLayout>(layout));
    const PlanePlan plan = planePlan(tensor);
    QCOMPARE((QList<qint64>{plan.height, plan.width, plan.channels}), expected);
}

void tst_TensorPlanes::planesAreTheElements_data()
{
    plansByShapeAndLayout_data();
}

void tst_TensorPlanes::planesAreTheElements()
{
    QFETCH(const Shape, shape);
    QFETCH(const int, layout);
    Tensor tensor = noise(shape, 5);
    tensor.setLayout(static_cast<TensorLayout>(layout));
    const std::vector<float> all = tensor.toFloats();
    const TensorPlanes planes(tensor);
    const PlanePlan& plan = planes.plan();
    std::size_t seen = 0;
    for (qint64 c = 0; c < plan.channels; ++c) {
        const auto plane = planes.plane(c);
        QVERIFY(plane.has_value());
        for (qint64 y = 0; y < plan.height; ++y) {
            for (qint64 x = 0; x < plan.width; ++x) {
                const float value = (*plane)[static_cast<std::size_t>(y * plan.width + x)];
                const auto at = static_cast<std::size_t>(plan.elementAt(y, x, c));
                if (at >= all.size()) {
                    QVERIFY(std::isnan(value));
                    continue;
                }
                QCOMPARE(value, all[at]);
                QCOMPARE(plan.channelOf(static_cast<qint64>(at)), c);
                ++seen;
            }
        }
    }
    QCOMPARE(seen, all.size());
    if (plan.height > 1) {
        const auto column = planes.column(1, 0);
        QVERIFY(column.has_value());
        QCOMPARE(column->size(), static_cast<std::size_t>(plan.channels));
        QCOMPARE(column->back(), all[static_cast<std::size_t>(plan.elementAt(1, 0, plan.channels - 1))]);
    }
}

void tst_TensorPlanes::dequantizesChannelByChannel()
{
    std::vector<qint8> stored(24);
    for (std::size_t i = 0; i < stored.size(); ++i)
        stored[i] = static_cast<qint8>(i);
    Tensor tensor = Tensor::fromValues<qint8>({1, 2, 3, 4}, stored);
    tensor.setQuantization(Quantization{{0.5F, 0.25F}, {1, 2}, 1});
    const std::vector<float> all = tensor.toRealValues();
    const TensorPlanes planes(tensor);
    QCOMPARE(*planes.plane(0), std::vector<float>(all.begin(), all.begin() + 12));
    QCOMPARE(*planes.plane(1), std::vector<float>(all.begin() + 12, all.end()));
    QCOMPARE(*planes.values(11, 2), (std::vector<float>{all[11], all[12]}));
    QVERIFY(planes.values(100, 5)->empty());
}

void tst_TensorPlanes::readsOnlyAPartOfTheFile()
{
    const QTemporaryDir folder;
    Capture capture;
    capture.tensors.append({u"x"_s, u"x"_s, noise({1, 4, 16, 16}, 9), false, false});
    QVERIFY(writeCapture(capture, folder.path()).has_value());
    const auto read = readCapture(folder.path());
    QVERIFY(read.has_value());
    const TensorPlanes planes(read->tensors.first().tensor);
    QCOMPARE(*planes.plane(2), *TensorPlanes(capture.tensors.first().tensor).plane(2));
    const QString file = folder.filePath(captureFileNames(*read).first());
    QVERIFY(QFile::remove(file));
    const auto lost = planes.plane(2); // was not kept
    QVERIFY(!lost.has_value());
    QVERIFY2(lost.error().message.contains(file), qPrintable(lost.error().message));
    const TensorDigest digest = digestOf(read->tensors.first().tensor, capture.tensors.first().tensor, 0, 0, {});
    QVERIFY(digest.problem.contains(file));
}

void tst_TensorPlanes::digestCountsEverything()
{
    const Tensor reference = noise({1, 3, 40, 40}, 1);
    std::vector<float> values = reference.toFloats();
    values[5] = std::numeric_limits<float>::quiet_NaN();
    for (std::size_t i = 1600; i < 3200; ++i)
        values[i] += 1.0F; // channel 1
    const Tensor candidate = Tensor::fromValues<float>(reference.shape(), values);
    const TensorDigest digest = digestOf(reference, candidate, 0, 0, {});
    QVERIFY(digest.problem.isEmpty());
    qint64 counted = 0;
    for (const qint64 count : digest.reference.counts)
        counted += count;
    QCOMPARE(counted, reference.elementCount());
    QCOMPARE(digest.candidate.nanCount, 1);
    QCOMPARE(digest.notFinite, 1);
    QCOMPARE(digest.channels.size(), 3U);
    QVERIFY(std::isinf(digest.channels[0].sqnrDb) && std::isinf(digest.channels[2].sqnrDb));
    QVERIFY(digest.channels[1].sqnrDb > 0 && digest.channels[1].sqnrDb < 20);
    QVERIFY(std::abs(digest.channels[1].candidate.median - digest.channels[1].reference.median - 1.0) < 1e-5);
    QVERIFY(digest.channels[0].reference.minimum <= digest.channels[0].reference.lower);
    QVERIFY(digest.channels[0].reference.lower <= digest.channels[0].reference.median);
    QVERIFY(digest.channels[0].reference.upper <= digest.channels[0].reference.maximum);
    QVERIFY(digest.pairs.size() > 1000 && digest.pairs.size() < 8000);
    for (const auto& [first, second] : digest.pairs)
        QVERIFY(second == first || std::abs(second - first - 1.0F) < 1e-5F);
    const CancelToken cancelled;
    cancelled.cancel();
    QVERIFY(digestOf(reference, candidate, 0, 0, cancelled).channels.empty());
}

void tst_TensorPlanes::digestOfOtherOrders()
{
    Tensor reference = noise({1, 2, 4, 5}, 3);
    reference.setLayout(TensorLayout::NCHW);
    const std::vector<float> nchw = reference.toFloats();
    std::vector<qint8> nhwc(40);
    for (std::size_t c = 0; c < 2; ++c) {
        for (std::size_t i = 0; i < 20; ++i)
            nhwc[i * 2 + c] = static_cast<qint8>(std::clamp(std::lround(nchw[c * 20 + i] / 0.02F), -128L, 127L));
    }
    Tensor candidate = Tensor::fromValues<qint8>({1, 4, 5, 2}, nhwc);
    candidate.setLayout(TensorLayout::NHWC);
    candidate.setQuantization(Quantization{{0.02F}, {}, -1});
    const TensorDigest digest = digestOf(reference, candidate, 0, 0, {});
    QVERIFY(digest.problem.isEmpty());
    qint64 ends = 0;
    for (const qint8 value : nhwc)
        ends += value == 127 || value == -128 ? 1 : 0;
    QVERIFY(ends > 0);
    QCOMPARE(digest.saturated, ends);
    for (const auto& [first, second] : digest.pairs)
        QVERIFY(std::abs(first - second) <= 0.0101F || std::abs(second) > 2.5F);
    QVERIFY(!digestOf(reference, noise({7}, 1), 0, 0, {}).problem.isEmpty());
}

void tst_TensorPlanes::correspondsByShare()
{
    PlanePlan large{64, 32, 8, 32, 1, 2048};
    PlanePlan small{16, 8, 4, 8, 1, 128};
    QCOMPARE(correspondingPoint(large, {63, 0, 7}, small), (PlanePoint{15, 0, 3}));
    QCOMPARE(correspondingPoint(small, {0, 7, 2}, large), (PlanePoint{2, 30, 2}));
    for (qint64 y = 0; y < small.height; ++y) // there and back again
        QCOMPARE(correspondingPoint(large, correspondingPoint(small, {y, 0, 0}, large), small).y, y);
}

QTEST_GUILESS_MAIN(tst_TensorPlanes)
#include "tst_tensorplanes.moc"
