// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GraphMaker.h"
#include "core/onnx/OnnxWriter.h"
#include "core/runtime/InferenceSession.h"
#include "core/sandbox/execution/ExecutionPlan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// The sandbox's integer kernels beside ONNX Runtime on random graphs: equal whatever the scales where the arithmetic
/// is written down (products, sums, tables, small windows), within one step where sums are long or functions
/// transcendental.
class tst_AgainstRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void convolutions_data();
    void convolutions();
    void convolutionsInFrontOfTables_data() { convolutions_data(); }
    void convolutionsInFrontOfTables();
    void groups_data();
    void groups();
    void movements_data();
    void movements();
    void matrixProducts();
    void networks_data();
    void networks();

private:
    std::shared_ptr<const OnnxRuntime> m_runtime;

    void compare(GraphMaker& maker, const QString& result, const QList<NamedTensor>& inputs, int tolerance);
};

namespace {

Attribute ints(const QString& name, const QList<qint64>& values)
{
    return {name, values};
}

/// Whether scales are powers of two, and zero points.
struct Arithmetic
{
    bool powerOfTwo = true;
    qint8 operandZero = 0;
    qint8 resultZero = 0;
};

constexpr std::array<Arithmetic, 4> arithmetics{{{true, 0, 0}, {false, 0, 0}, {true, -128, -77}, {false, 37, -128}}};

/// `mantissa` is for scales that are not powers of two. Operands and results have different ones, else their ratios
/// would be powers of two again and ties common, which float noise breaks at random.
float scaleOf(bool powerOfTwo, int exponent, float mantissa = 1.37F)
{
    return std::ldexp(powerOfTwo ? 1.0F : mantissa, exponent);
}

} // namespace

void tst_AgainstRuntime::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
}

void tst_AgainstRuntime::compare(GraphMaker& maker, const QString& result, const QList<NamedTensor>& inputs,
                                 int tolerance)
{
    maker.draft().outputs = {{result, DataType::Int8, std::nullopt}};
    const auto bytes = toOnnx(maker.draft());
    QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().message));
    const auto session = InferenceSession::open(m_runtime, *bytes, SessionOptions{false, 1});
    QVERIFY2(session, qPrintable(session ? QString() : session.error().message));
    const auto expected = (*session)->run(inputs);
    QVERIFY2(expected, qPrintable(expected ? QString() : expected.error().message));

    PlanOptions options;
    options.fuseGroups = true;
    options.allowFloat = false;
    const auto plan = ExecutionPlan::compile(maker.draft(), options);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message));
    std::vector<Tensor> values;
    for (const NamedTensor& input : inputs)
        values.push_back(input.tensor);
    const auto actual = (*plan)->run(values, {});
    QVERIFY2(actual, qPrintable(actual ? QString() : actual.error().message));
    QCOMPARE(actual->front().shape().toString(), expected->front().tensor.shape().toString());
    QCOMPARE(actual->front().dataType(), DataType::Int8);
    const auto left = expected->front().tensor.values<qint8>();
    const auto right = actual->front().values<qint8>();
    int largest = 0;
    int different = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        largest = std::max(largest, std::abs(left[i] - right[i]));
        different += left[i] != right[i] ? 1 : 0;
    }
    QVERIFY2(largest <= tolerance,
             qPrintable(u"%1 of %2 differ, at most by %3"_s.arg(different).arg(left.size()).arg(largest)));
    // A kernel that is off by one everywhere is wrong even where one step is allowed.
    QVERIFY2(different * 50 <= static_cast<int>(left.size()) + 50,
             qPrintable(u"%1 of %2 differ"_s.arg(different).arg(left.size())));
}

void tst_AgainstRuntime::convolutions_data()
{
    QTest::addColumn<QList<qint64>>("input");
    QTest::addColumn<QList<qint64>>("weights");
    QTest::addColumn<qint64>("group");
    QTest::addColumn<QList<qint64>>("strides");
    QTest::addColumn<QList<qint64>>("pads");
    QTest::addColumn<QList<qint64>>("dilations");
    using List = QList<qint64>;
    QTest::newRow("pointwise") << List{1, 19, 9, 7} << List{6, 19, 1, 1} << 1LL << List{1, 1} << List{0, 0, 0, 0}
                               << List{1, 1};
    QTest::newRow("3x3") << List{1, 3, 13, 11} << List{9, 3, 3, 3} << 1LL << List{1, 1} << List{1, 1, 1, 1}
                         << List{1, 1};
    QTest::newRow("stride 2") << List{1, 8, 14, 15} << List{5, 8, 3, 3} << 1LL << List{2, 2} << List{0, 1, 1, 0}
                              << List{1, 1};
    QTest::newRow("depthwise") << List{1, 12, 10, 9} << List{12, 1, 3, 3} << 12LL << List{1, 1} << List{1, 1, 1, 1}
                               << List{1, 1};
    QTest::newRow("depthwise 2") << List{1, 12, 11, 9} << List{24, 1, 5, 3} << 12LL << List{2, 2} << List{2, 0, 2, 1}
                                 << List{1, 1};
    QTest::newRow("grouped") << List{1, 12, 7, 7} << List{8, 3, 3, 3} << 4LL << List{1, 1} << List{1, 1, 1, 1}
                             << List{1, 1};
    QTest::newRow("dilated") << List{1, 4, 16, 16} << List{4, 4, 3, 3} << 1LL << List{1, 1} << List{2, 2, 2, 2}
                             << List{2, 2};
    QTest::newRow("batch") << List{3, 4, 6, 6} << List{7, 4, 3, 3} << 1LL << List{1, 1} << List{1, 1, 1, 1}
                           << List{1, 1};
    QTest::newRow("deep") << List{1, 256, 4, 4} << List{16, 256, 3, 3} << 1LL << List{1, 1} << List{1, 1, 1, 1}
                          << List{1, 1};
}

namespace {

Shape shapeOf(const QList<qint64>& sizes)
{
    return Shape(std::vector<qint64>(sizes.begin(), sizes.end()));
}

/// The current row of convolutions_data().
struct ConvolutionRow
{
    ConvolutionRow()
    {
        QFETCH(QList<qint64>, input);
        QFETCH(QList<qint64>, weights);
        QFETCH(qint64, group);
        QFETCH(QList<qint64>, strides);
        QFETCH(QList<qint64>, pads);
        QFETCH(QList<qint64>, dilations);
        shape = shapeOf(input);
        kernel = shapeOf(weights);
        attributes = {
            {u"group"_s, group}, ints(u"strides"_s, strides), ints(u"pads"_s, pads), ints(u"dilations"_s, dilations)};
    }

    Shape shape;
    Shape kernel;
    QList<Attribute> attributes;
};

} // namespace

void tst_AgainstRuntime::convolutions()
{
    const ConvolutionRow row;
    for (const auto [powerOfTwo, operandZero, resultZero] : arithmetics) {
        GraphMaker maker(powerOfTwo ? 3 : 4);
        maker.setZeroPoints(operandZero, resultZero);
        const QString x = maker.input(u"x"_s, DataType::Int8, row.shape);
        GraphMaker::ConvolutionScales scales;
        scales.input = scaleOf(powerOfTwo, -5);
        for (qint64 i = 0; i < row.kernel[0]; ++i)
            scales.weights.push_back(scaleOf(powerOfTwo, -7 - static_cast<int>(i % 3)));
        scales.output = scaleOf(powerOfTwo, row.kernel[1] > 100 ? 1 : -2, 1.61F);
        const QString y = maker.convolution(x, row.kernel, scales, row.attributes);
        compare(maker, y, {{x, maker.randomInt8(row.shape)}}, 0);
        if (QTest::currentTestFailed())
            return;
    }
}

/// The sums go through x * HardSigmoid(x) and a PRelu before they are rounded, to one scale or to one for each channel.
void tst_AgainstRuntime::convolutionsInFrontOfTables()
{
    const ConvolutionRow row;
    for (const auto [powerOfTwo, operandZero, resultZero] : arithmetics) {
        for (const bool perChannel : {false, true}) {
            GraphMaker maker(powerOfTwo ? 13 : 14);
            maker.setZeroPoints(operandZero, resultZero);
            const qint64 channels = row.kernel[0];
            const QString x = maker.input(u"x"_s, DataType::Int8, row.shape);
            const QString kernel = maker.constant(maker.randomInt8(row.kernel));
            const QString bias = maker.constant(maker.randomInt32(Shape{1, channels, 1, 1}, 5000));
            const QString products = maker.node(u"ConvInteger"_s, {x, kernel, maker.zero(operandZero)}, row.attributes);
            const QString sums = maker.dequantizedByChannel(maker.node(u"Add"_s, {products, bias}),
                                                            maker.randomFloat(Shape{channels}, 1e-4F, 4e-4F));
            const QString gated = maker.node(u"Mul"_s, {sums, maker.node(u"HardSigmoid"_s, {sums})});
            const QString slopes = maker.constant(maker.randomFloat(Shape{channels, 1, 1}, -0.5F, 0.5F));
            const QString result = maker.node(u"PRelu"_s, {gated, slopes});
            const float scale = scaleOf(powerOfTwo, row.kernel[1] > 100 ? 1 : -2, 1.61F);
            const QString y = perChannel
                ? maker.quantizedByChannel(result, maker.randomFloat(Shape{channels}, scale / 2.0F, scale))
                : maker.quantized(result, scale);
            compare(maker, y, {{x, maker.randomInt8(row.shape)}}, 0);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void tst_AgainstRuntime::groups_data()
{
    QTest::addColumn<QString>("opType");
    QTest::addColumn<int>("operands");
    for (const char* name : {"Relu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "LeakyRelu", "Elu", "Exp", "Abs"})
        QTest::newRow(name) << QString::fromLatin1(name) << 1;
    for (const char* name : {"Sqrt", "PRelu", "Clip", "Pow", "AddConstant", "MulPerChannel", "AveragePool",
                             "Requantize", "AveragePoolPadded", "GlobalAveragePool", "ReduceMean", "ReduceSum",
                             "ResizeLinear", "ConvTranspose", "Softmax", "Chain", "Swish", "MaxPool"})
        QTest::newRow(name) << QString::fromLatin1(name) << 1;
    for (const char* name : {"Add", "Sub", "Mul", "Div", "Min", "Max", "AddBroadcast", "MulBroadcast"})
        QTest::newRow(name) << QString::fromLatin1(name) << 2;
}

namespace {

/// The float operator of a row on a dequantized value; the rows' names are operators or say what is special.
QString floatPart(GraphMaker& maker, const QString& row, const QString& a, const QString& b, bool powerOfTwo)
{
    if (row == "Requantize"_L1)
        return a;
    if (row == "PRelu"_L1)
        return maker.node(u"PRelu"_s, {a, maker.constant(maker.randomFloat(Shape{6, 1, 1}, -0.5F, 0.5F))});
    if (row == "Clip"_L1)
        return maker.node(row, {a, maker.scale(0.0F), maker.scale(6.0F)});
    if (row == "Pow"_L1)
        return maker.node(row, {a, maker.scale(2.0F)});
    if (row == "AddConstant"_L1)
        return maker.node(u"Add"_s, {maker.scale(1.25F), a});
    if (row == "MulPerChannel"_L1)
        return maker.node(u"Mul"_s, {a, maker.constant(maker.randomFloat(Shape{1, 6, 1, 1}, -2.0F, 2.0F))});
    if (row == "Sqrt"_L1)
        return maker.node(row, {maker.node(u"Abs"_s, {a})});
    if (row == "Chain"_L1)
        return maker.node(u"Tanh"_s, {maker.node(u"Mul"_s, {maker.node(u"Relu"_s, {a}), maker.scale(0.5F)})});
    if (row == "Swish"_L1)
        return maker.node(u"Mul"_s, {a, maker.node(u"Sigmoid"_s, {a})});
    if (row == "MaxPool"_L1)
        return maker.node(row, {a},
                          {ints(u"kernel_shape"_s, {3, 3}), ints(u"strides"_s, {2, 2}), ints(u"pads"_s, {1, 1, 1, 1})});
    if (row == "AveragePool"_L1)
        return maker.node(row, {a}, {ints(u"kernel_shape"_s, {2, 3}), ints(u"strides"_s, {2, 2})});
    if (row == "AveragePoolPadded"_L1)
        return maker.node(u"AveragePool"_s, {a}, {ints(u"kernel_shape"_s, {3, 3}), ints(u"pads"_s, {1, 1, 1, 1})});
    if (row == "ReduceMean"_L1)
        return maker.node(row, {a}, {ints(u"axes"_s, {2, 3}), {u"keepdims"_s, qint64(1)}});
    if (row == "ReduceSum"_L1)
        return maker.node(row, {a, maker.integers({1})}, {{u"keepdims"_s, qint64(0)}});
    if (row == "Softmax"_L1)
        return maker.node(row, {a}, {{u"axis"_s, qint64(1)}});
    if (row == "ResizeLinear"_L1) {
        const QString scales = maker.constant(Tensor::fromValues<float>(Shape{4}, std::vector<float>{1, 1, 2, 2}));
        return maker.node(u"Resize"_s, {a, QString(), scales}, {{u"mode"_s, u"linear"_s}});
    }
    if (row == "ConvTranspose"_L1) {
        const QString weights
            = maker.dequantizedWeights(maker.randomInt8(Shape{6, 4, 3, 3}), powerOfTwo ? 0.0078125F : 0.0071F);
        return maker.node(
            row, {a, weights},
            {ints(u"strides"_s, {2, 2}), ints(u"pads"_s, {1, 1, 1, 1}), ints(u"output_padding"_s, {1, 1})});
    }
    if (b.isEmpty())
        return maker.node(row, {a});
    return maker.node(row.chopped(row.endsWith("Broadcast"_L1) ? 9 : 0), {a, b});
}

} // namespace

void tst_AgainstRuntime::groups()
{
    QFETCH(QString, opType);
    QFETCH(int, operands);
    for (const auto [powerOfTwo, operandZero, resultZero] : arithmetics) {
        GraphMaker maker(powerOfTwo ? 5 : 6);
        maker.setZeroPoints(operandZero, resultZero);
        if (opType == "HardSwish"_L1)
            maker.draft().opsets = {{QString(), 14}};
        const Shape shape{1, 6, 8, 9};
        const bool broadcast = opType.endsWith("Broadcast"_L1);
        const Shape other = broadcast ? Shape{1, 6, 1, 1} : shape;
        const QString x = maker.input(u"x"_s, DataType::Int8, shape);
        QList<NamedTensor> inputs{{x, maker.randomInt8(shape)}};
        const QString a = maker.dequantized(x, scaleOf(powerOfTwo, -4));
        QString b;
        if (operands == 2) {
            const QString z = maker.input(u"z"_s, DataType::Int8, other);
            inputs.append({z, maker.randomInt8(other)});
            b = maker.dequantized(z, scaleOf(powerOfTwo, -6, 1.13F));
        }
        const bool small = opType == "Softmax"_L1 || opType == "Sigmoid"_L1 || opType == "Tanh"_L1;
        const bool large = opType == "ConvTranspose"_L1 || opType == "ReduceSum"_L1 || opType == "Pow"_L1;
        const QString y = floatPart(maker, opType, a, b, powerOfTwo);
        const QString q = maker.quantized(y, scaleOf(powerOfTwo, small ? -7 : (large ? -1 : -4), 1.61F));
        // Transcendental functions are not the same to the last bit everywhere; one step may differ at a tie.
        const QStringList transcendental{u"Sigmoid"_s, u"Tanh"_s,  u"Exp"_s,  u"Elu"_s,
                                         u"Softmax"_s, u"Swish"_s, u"Chain"_s};
        // Sums whose order is the runtime's own; exact for powers of two.
        const QStringList longSums{u"ReduceMean"_s, u"ReduceSum"_s, u"ResizeLinear"_s, u"ConvTranspose"_s};
        const bool isExact = !transcendental.contains(opType) && (powerOfTwo || !longSums.contains(opType));
        compare(maker, q, inputs, isExact ? 0 : 1);
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_AgainstRuntime::movements_data()
{
    QTest::addColumn<QString>("row");
    for (const char* name : {"Transpose", "Reshape", "Flatten", "Slice", "Pad", "Gather", "Concat", "DepthToSpace",
                             "DepthToSpaceCrd", "ResizeNearest", "MaxPool", "Squeeze", "Unsqueeze"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_AgainstRuntime::movements()
{
    QFETCH(QString, row);
    GraphMaker maker(9);
    const Shape shape{1, 8, 5, 6};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    QString y;
    if (row == "Transpose"_L1)
        y = maker.node(row, {x}, {ints(u"perm"_s, {0, 2, 3, 1})});
    else if (row == "Reshape"_L1)
        y = maker.node(row, {x, maker.integers({0, -1, 3})});
    else if (row == "Flatten"_L1)
        y = maker.node(row, {x}, {{u"axis"_s, qint64(2)}});
    else if (row == "Slice"_L1)
        y = maker.node(
            row,
            {x, maker.integers({1, -1}), maker.integers({7, -100}), maker.integers({1, 3}), maker.integers({2, -1})});
    else if (row == "Pad"_L1)
        y = maker.node(row, {x, maker.integers({0, 0, 1, 2, 0, 1, 0, 3})});
    else if (row == "Gather"_L1)
        y = maker.node(row, {x, maker.integers({3, 0, -1})}, {{u"axis"_s, qint64(1)}});
    else if (row == "Concat"_L1)
        y = maker.node(row, {x, maker.node(u"Transpose"_s, {x}, {ints(u"perm"_s, {0, 1, 2, 3})}), x},
                       {{u"axis"_s, qint64(2)}});
    else if (row == "DepthToSpace"_L1)
        y = maker.node(row, {x}, {{u"blocksize"_s, qint64(2)}});
    else if (row == "DepthToSpaceCrd"_L1)
        y = maker.node(u"DepthToSpace"_s, {x}, {{u"blocksize"_s, qint64(2)}, {u"mode"_s, u"CRD"_s}});
    else if (row == "ResizeNearest"_L1)
        y = maker.node(
            u"Resize"_s,
            {x, QString(), maker.constant(Tensor::fromValues<float>(Shape{4}, std::vector<float>{1, 1, 2, 3}))},
            {{u"mode"_s, u"nearest"_s},
             {u"coordinate_transformation_mode"_s, u"asymmetric"_s},
             {u"nearest_mode"_s, u"floor"_s}});
    else if (row == "MaxPool"_L1)
        y = maker.node(row, {x},
                       {ints(u"kernel_shape"_s, {3, 2}),
                        ints(u"strides"_s, {2, 2}),
                        ints(u"pads"_s, {1, 0, 1, 0}),
                        {u"ceil_mode"_s, qint64(1)}});
    else if (row == "Squeeze"_L1)
        y = maker.node(row, {x, maker.integers({0})});
    else
        y = maker.node(row, {x, maker.integers({0, -1})});
    compare(maker, y, {{x, maker.randomInt8(shape)}}, 0);
}

void tst_AgainstRuntime::matrixProducts()
{
    for (const bool powerOfTwo : {true, false}) {
        GraphMaker maker(12);
        const Shape shape{2, 5, 37};
        const QString x = maker.input(u"x"_s, DataType::Int8, shape);
        const QString y = maker.node(
            u"QLinearMatMul"_s,
            {x, maker.scale(scaleOf(powerOfTwo, -5)), maker.zero(), maker.constant(maker.randomInt8(Shape{37, 11})),
             maker.scale(scaleOf(powerOfTwo, -7)), maker.zero(), maker.scale(scaleOf(powerOfTwo, -1)), maker.zero()});
        compare(maker, y, {{x, maker.randomInt8(shape)}}, 0);
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_AgainstRuntime::networks_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Whole networks: every step exact, so the last one is. Every other one has scales that are not powers of two.
void tst_AgainstRuntime::networks()
{
    QFETCH(unsigned, seed);
    GraphMaker maker(seed);
    const Shape shape{1, 16, 16, 3};
    const QString x = maker.input(u"x"_s, DataType::Int8, shape);
    QString value = maker.node(u"Transpose"_s, {x}, {ints(u"perm"_s, {0, 3, 1, 2})});
    qint64 channels = 3;
    const float scale = seed % 2 == 0 ? 0.0625F : 0.0713F;
    const float wider = seed % 2 == 0 ? 0.0625F : 0.0931F;
    for (int layer = 0; layer < 6; ++layer) {
        const qint64 next = maker.random(4, 12);
        const float weights = seed % 2 == 0 ? 0.0078125F : 0.0071F;
        const GraphMaker::ConvolutionScales scales{scale, {weights}, scale};
        const QString wide = maker.convolution(value, Shape{next, channels, 1, 1}, {scale, {weights}, wider}, {});
        const QString clipped = maker.quantized(
            maker.node(u"Clip"_s, {maker.dequantized(wide, wider), maker.scale(0.0F), maker.scale(6.0F)}), scale);
        const QString deep = maker.convolution(clipped, Shape{next, 1, 3, 3}, scales,
                                               {{u"group"_s, next}, ints(u"pads"_s, {1, 1, 1, 1})});
        value = maker.quantized(
            maker.node(u"Add"_s, {maker.dequantized(deep, scale), maker.dequantized(clipped, scale)}), scale);
        channels = next;
    }
    compare(maker, value, {{x, maker.randomInt8(shape)}}, 0);
}

QTEST_APPLESS_MAIN(tst_AgainstRuntime)
#include "tst_againstruntime.moc"
