// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GraphMaker.h"
#include "core/graph/ScaleNotes.h"
#include "core/sandbox/execution/ExecutionPlan.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Kernels beside straightforward arithmetic written here, without ONNX Runtime.
class tst_IntegerKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convolutionMatchesLoops_data();
    void convolutionMatchesLoops();
    void addMatchesRealNumbers();
    void softmaxMatchesRealNumbers();
    void unknownOperatorOfTheBpuIsNamed();
    void zeroPointsOfChannelsAreForTables();
    void sumsOfOtherShapesAreRefused();
    void believesDeclaredShapes();
    void resultsCarryTheirScales();
    void notedScalesOfChannelsAreCarried();
    void mobileNetIsFastEnough();
};

namespace {

Result<std::vector<Tensor>> runPlan(GraphMaker& maker, const QString& result, const std::vector<Tensor>& inputs)
{
    maker.draft().outputs = {{result, DataType::Int8, std::nullopt}};
    PlanOptions options;
    options.fuseGroups = true;
    options.allowFloat = false;
    const auto plan = ExecutionPlan::compile(maker.draft(), options);
    if (!plan)
        return forward(plan);
    return (*plan)->run(inputs, {});
}

QString messageOf(const Result<std::vector<Tensor>>& result)
{
    return result ? QString() : result.error().message;
}

} // namespace

void tst_IntegerKernels::convolutionMatchesLoops_data()
{
    QTest::addColumn<int>("group");
    QTest::newRow("full") << 1;
    QTest::newRow("grouped") << 2;
    QTest::newRow("depthwise") << 6;
}

void tst_IntegerKernels::convolutionMatchesLoops()
{
    QFETCH(int, group);
    GraphMaker maker(21);
    const qint64 size = 7;
    const QString x = maker.input(u"x"_s, DataType::Int8, Shape{1, 6, size, size});
    const Tensor input = maker.randomInt8(Shape{1, 6, size, size});
    const qint64 perGroup = 6 / group;
    const QString y = maker.convolution(x, Shape{6, perGroup, 3, 3}, {0.5F, {0.0078125F}, 2.0F},
                                        {{u"group"_s, qint64(group)}, {u"pads"_s, QList<qint64>{1, 1, 1, 1}}});
    const auto actual = runPlan(maker, y, {input});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    const NodeDraft& node = maker.draft().nodes.first();
    const auto weights = maker.draft().initializer(node.inputs[3])->values<qint8>();
    const auto bias = maker.draft().initializer(node.inputs[8])->values<qint32>();
    const auto in = input.values<qint8>();
    for (qint64 m = 0; m < 6; ++m) {
        for (qint64 place = 0; place < size * size; ++place) {
            qint64 sum = bias[static_cast<std::size_t>(m)];
            for (qint64 k = 0; k < perGroup * 9; ++k) {
                const qint64 channel = m / perGroup * perGroup + k / 9;
                const qint64 row = place / size + k % 9 / 3 - 1;
                const qint64 column = place % size + k % 3 - 1;
                if (row >= 0 && row < size && column >= 0 && column < size)
                    sum += weights[static_cast<std::size_t>(m * perGroup * 9 + k)]
                        * in[static_cast<std::size_t>((channel * size + row) * size + column)];
            }
            const double expected = std::clamp(std::nearbyint(static_cast<double>(sum) / 512.0), -128.0, 127.0);
            QCOMPARE(int(actual->front().values<qint8>()[static_cast<std::size_t>(m * size * size + place)]),
                     static_cast<int>(expected));
        }
    }
}

void tst_IntegerKernels::addMatchesRealNumbers()
{
    for (const auto& [a, b, out] : {std::array{0.5F, 0.125F, 0.25F}, std::array{0.031F, 0.77F, 0.41F}}) {
        GraphMaker maker(22);
        const Shape shape{256, 256};
        const QString x = maker.input(u"x"_s, DataType::Int8, shape);
        const QString z = maker.input(u"z"_s, DataType::Int8, shape);
        const QString sum
            = maker.quantized(maker.node(u"Add"_s, {maker.dequantized(x, a), maker.dequantized(z, b)}), out);
        std::vector<qint8> left;
        std::vector<qint8> right;
        for (int i = 0; i < 65536; ++i) {
            left.push_back(static_cast<qint8>(i / 256 - 128));
            right.push_back(static_cast<qint8>(i % 256 - 128));
        }
        const auto actual
            = runPlan(maker, sum, {Tensor::fromValues<qint8>(shape, left), Tensor::fromValues<qint8>(shape, right)});
        QVERIFY2(actual, qPrintable(messageOf(actual)));
        for (std::size_t i = 0; i < left.size(); ++i) {
            // In single precision step by step, as DequantizeLinear, Add and QuantizeLinear have it.
            const float real = (static_cast<float>(left[i]) * a + static_cast<float>(right[i]) * b) / out;
            QCOMPARE(int(actual->front().values<qint8>()[i]),
                     static_cast<int>(std::clamp(std::nearbyint(real), -128.0F, 127.0F)));
        }
    }
}

void tst_IntegerKernels::softmaxMatchesRealNumbers()
{
    GraphMaker maker(23);
    const Shape shape{40, 10};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    const Tensor input = maker.randomInt8(shape);
    const QString y = maker.quantized(
        maker.node(u"Softmax"_s, {maker.dequantized(x, 0.05F)}, {{u"axis"_s, qint64(-1)}}), 1.0F / 127.0F);
    const auto actual = runPlan(maker, y, {input});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    for (std::size_t row = 0; row < 40; ++row) {
        double sum = 0.0;
        for (std::size_t i = 0; i < 10; ++i)
            sum += std::exp(input.values<qint8>()[row * 10 + i] * 0.05);
        for (std::size_t i = 0; i < 10; ++i) {
            const double expected = std::exp(input.values<qint8>()[row * 10 + i] * 0.05) / sum * 127.0;
            QVERIFY(std::abs(actual->front().values<qint8>()[row * 10 + i] - expected) < 0.5001);
        }
    }
}

void tst_IntegerKernels::unknownOperatorOfTheBpuIsNamed()
{
    GraphMaker maker;
    const QString x = maker.input(u"x"_s, DataType::Int8, Shape{1, 4});
    const QString y = maker.quantized(maker.node(u"Det"_s, {maker.dequantized(x, 0.5F)}), 0.5F);
    const auto actual = runPlan(maker, y, {maker.randomInt8(Shape{1, 4})});
    QVERIFY(!actual);
    QCOMPARE(actual.error().kind, ErrorKind::Unsupported);
    QVERIFY2(actual.error().message.contains(u"Det"_s), qPrintable(messageOf(actual)));
}

/// DequantizeLinear - Relu - QuantizeLinear with zero points of channels is a table for each; a product has one.
void tst_IntegerKernels::zeroPointsOfChannelsAreForTables()
{
    GraphMaker maker;
    const Shape shape{1, 2, 1, 3};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    const QString scales = maker.constant(Tensor::fromValues<float>(Shape{2}, std::vector<float>{0.5F, 0.25F}));
    const QString zeros = maker.constant(Tensor::fromValues<qint8>(Shape{2}, std::vector<qint8>{3, -100}));
    const QList<Attribute> axis{{u"axis"_s, qint64(1)}};
    const QString real = maker.node(u"Relu"_s, {maker.node(u"DequantizeLinear"_s, {x, scales, zeros}, axis)});
    maker.setZeroPoints(0, -128);
    const QString y = maker.quantized(real, 0.5F);
    const Tensor input = Tensor::fromValues<qint8>(shape, std::vector<qint8>{3, 5, -7, -100, 20, -128});
    const auto actual = runPlan(maker, y, {input});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    const auto codes = actual->front().values<qint8>();
    QCOMPARE(std::vector<qint8>(codes.begin(), codes.end()), (std::vector<qint8>{-128, -126, -128, -128, -68, -128}));

    GraphMaker product;
    const QString z = product.input(u"z"_s, DataType::Int8, Shape{1, 2, 4, 4});
    const QString conv = product.convolution(z, Shape{2, 2, 1, 1}, {0.5F, {0.01F}, 2.0F}, {});
    NodeDraft& node = product.draft().nodes.first();
    node.inputs[1] = product.constant(Tensor::fromValues<float>(Shape{2}, std::vector<float>{0.5F, 0.25F}));
    node.inputs[2] = product.constant(Tensor::fromValues<qint8>(Shape{2}, std::vector<qint8>{3, 4}));
    const auto refused = runPlan(product, conv, {product.randomInt8(Shape{1, 2, 4, 4})});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"zero point"_s), qPrintable(messageOf(refused)));
}

/// A table behind a convolution whose bias or scales are not those of its channels is refused, not read beyond its end.
void tst_IntegerKernels::sumsOfOtherShapesAreRefused()
{
    constexpr qint64 channels = 4;
    const auto refused = [&](const Shape& bias, qint64 sumScales, qint64 outputScales) {
        GraphMaker maker;
        const QString x = maker.input(u"x"_s, DataType::Int8, Shape{1, 2, 5, 5});
        const QString weights = maker.constant(maker.randomInt8(Shape{channels, 2, 3, 3}));
        const QString products = maker.node(u"ConvInteger"_s, {x, weights, maker.zero(0)});
        const QString sums = maker.node(u"Add"_s, {products, maker.constant(maker.randomInt32(bias, 100))});
        const QString real = maker.dequantizedByChannel(sums, maker.randomFloat(Shape{sumScales}, 0.001F, 0.002F));
        const QString y = maker.quantizedByChannel(maker.node(u"Relu"_s, {real}),
                                                   maker.randomFloat(Shape{outputScales}, 0.01F, 0.02F));
        return !runPlan(maker, y, {maker.randomInt8(Shape{1, 2, 5, 5})});
    };
    QVERIFY(!refused(Shape{1, channels, 1, 1}, channels, channels));
    QVERIFY(!refused(Shape{1, channels, 1, 1}, 1, 1));
    QVERIFY(refused(Shape{channels}, channels, channels)); // along the last axis
    QVERIFY(refused(Shape{1, 1, channels, 1}, channels, channels));
    QVERIFY(refused(Shape{1, channels, 1, 1}, 3, channels));
    QVERIFY(refused(Shape{1, channels, 1, 1}, channels, 3));
}

void tst_IntegerKernels::believesDeclaredShapes()
{
    GraphMaker maker;
    const Shape shape{1, 3, 4, 5};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    const QString y = maker.node(u"Transpose"_s, {x}, {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}});
    maker.draft().values.append({y, DataType::Int8, Shape{1, 4, 5, 3}});
    maker.draft().outputs = {{y, DataType::Int8, Shape{1, 4, 5, 3}}};
    PlanOptions options;
    options.trustDeclaredShapes = true;
    const auto plan = ExecutionPlan::compile(maker.draft(), options);
    QVERIFY(plan);
    const Tensor input = maker.randomInt8(shape);
    const auto actual = (*plan)->run(std::array{input}, {});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    QCOMPARE(actual->front().shape().toString(), u"1x4x5x3"_s);
    // Element (w, c, h) of the permuted tensor stands where its bytes are.
    for (std::size_t i = 0; i < 60; ++i) {
        const std::size_t w = i / 12;
        const std::size_t c = i % 12 / 4;
        const std::size_t h = i % 4;
        QCOMPARE(actual->front().values<qint8>()[i], input.values<qint8>()[c * 20 + h * 5 + w]);
    }
}

void tst_IntegerKernels::resultsCarryTheirScales()
{
    GraphMaker maker;
    const QString x = maker.input(u"x"_s, DataType::Int8, Shape{1, 4});
    const QString y = maker.quantized(maker.node(u"Relu"_s, {maker.dequantized(x, 0.5F)}), 0.25F);
    const QString z = maker.node(u"Reshape"_s, {y, maker.integers({4})});
    const auto actual = runPlan(maker, z, {maker.randomInt8(Shape{1, 4})});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    QVERIFY(actual->front().quantization());
    QCOMPARE(actual->front().quantization()->scales, std::vector<float>{0.25F});
}

void tst_IntegerKernels::notedScalesOfChannelsAreCarried()
{
    GraphMaker maker;
    const Shape shape{1, 2, 3, 3};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    const QString y = maker.convolution(x, Shape{2, 2, 1, 1}, {0.5F, {0.0078125F}, 0.25F}, {});
    const QString z = maker.node(u"Relu"_s, {y});
    maker.draft().metadata.append({QString(scaleNotesKey), scaleNotesText({{z, channelwise({0.25F, 0.125F})}})});
    const auto actual = runPlan(maker, z, {maker.randomInt8(shape)});
    QVERIFY2(actual, qPrintable(messageOf(actual)));
    QCOMPARE(actual->front().quantization()->scales, (std::vector<float>{0.25F, 0.125F}));
    QCOMPARE(actual->front().quantization()->axis, 1);
}

/// About ten million multiplications of a MobileNet at 64x64; a generous bound, so that it holds on a busy machine.
void tst_IntegerKernels::mobileNetIsFastEnough()
{
    GraphMaker maker(31);
    const Shape shape{1, 3, 64, 64};
    const GraphMaker::ConvolutionScales scales{0.0625F, {0.0078125F}, 0.0625F};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    QString value = maker.convolution(x, Shape{16, 3, 3, 3}, scales,
                                      {{u"strides"_s, QList<qint64>{2, 2}}, {u"pads"_s, QList<qint64>{1, 1, 1, 1}}});
    qint64 channels = 16;
    for (const qint64 next : {24, 32, 32, 48, 64}) {
        const QString wide = maker.convolution(value, Shape{channels * 4, channels, 1, 1}, scales, {});
        const QString deep
            = maker.convolution(wide, Shape{channels * 4, 1, 3, 3}, scales,
                                {{u"group"_s, channels * 4},
                                 {u"strides"_s, next == channels ? QList<qint64>{1, 1} : QList<qint64>{2, 2}},
                                 {u"pads"_s, QList<qint64>{1, 1, 1, 1}}});
        value = maker.convolution(deep, Shape{next, channels * 4, 1, 1}, scales, {});
        channels = next;
    }
    maker.draft().outputs = {{value, DataType::Int8, std::nullopt}};
    PlanOptions options;
    options.allowFloat = false;
    const auto plan = ExecutionPlan::compile(maker.draft(), options);
    QVERIFY(plan);
    const std::array inputs{maker.randomInt8(shape)};
    double best = 1e9;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY((*plan)->run(inputs, {}));
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("one frame: %.2f ms", best);
    QVERIFY(best < 150.0);
}

QTEST_APPLESS_MAIN(tst_IntegerKernels)
#include "tst_integerkernels.moc"
