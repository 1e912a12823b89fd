// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/TensorOperations.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace driftscope;

class tst_TensorOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transposesLikeNumpy();
    void transposeAndInverseGiveTheSource_data();
    void transposeAndInverseGiveTheSource();
    void quantizationAxisFollows();
    void layoutsChange();
    void emptyTensorsStayEmpty();
    void castsWithoutDequantizing();
};

namespace {

template <typename T> Tensor counting(const Shape& shape)
{
    std::vector<T> values(static_cast<std::size_t>(shape.elementCount()));
    std::iota(values.begin(), values.end(), T{0});
    return Tensor::fromValues<T>(shape, values);
}

} // namespace

void tst_TensorOperations::transposesLikeNumpy()
{
    // numpy.arange(24).reshape(2, 3, 4).transpose(2, 0, 1)
    const Tensor result = transposed(counting<qint16>({2, 3, 4}), std::array{2, 0, 1});
    QCOMPARE(result.shape(), (Shape{4, 2, 3}));
    const std::vector<qint64> expected{0, 4, 8,  12, 16, 20, 1, 5, 9,  13, 17, 21,
                                       2, 6, 10, 14, 18, 22, 3, 7, 11, 15, 19, 23};
    QCOMPARE(result.toIntegers(), expected);
}

void tst_TensorOperations::transposeAndInverseGiveTheSource_data()
{
    QTest::addColumn<QList<int>>("permutation");
    QTest::newRow("0231") << QList<int>{0, 2, 3, 1};
    QTest::newRow("0312") << QList<int>{0, 3, 1, 2};
    QTest::newRow("3210") << QList<int>{3, 2, 1, 0};
    QTest::newRow("0123") << QList<int>{0, 1, 2, 3};
}

void tst_TensorOperations::transposeAndInverseGiveTheSource()
{
    QFETCH(QList<int>, permutation);
    std::array<int, 4> inverse{};
    for (int i = 0; i < 4; ++i)
        inverse.at(static_cast<std::size_t>(permutation[i])) = i;
    const Tensor source = counting<double>({2, 3, 4, 5});
    const Tensor back = transposed(transposed(source, permutation), inverse);
    QCOMPARE(back.shape(), source.shape());
    QCOMPARE(back.bytes(), source.bytes());
}

void tst_TensorOperations::quantizationAxisFollows()
{
    Tensor source = counting<qint8>({1, 2, 2, 2});
    source.setQuantization(Quantization{{1.0F, 10.0F}, {}, 1});
    const Tensor result = transposed(source, std::array{0, 2, 3, 1});
    QCOMPARE(result.quantization()->axis, 3);
    QCOMPARE(result.toRealValues(), (std::vector<float>{0, 40, 1, 50, 2, 60, 3, 70}));
}

void tst_TensorOperations::layoutsChange()
{
    const Tensor source = counting<quint8>({1, 3, 2, 2});
    const Tensor nhwc = toLayout(source, TensorLayout::NCHW, TensorLayout::NHWC);
    QCOMPARE(nhwc.shape(), (Shape{1, 2, 2, 3}));
    QCOMPARE(nhwc.layout(), TensorLayout::NHWC);
    QCOMPARE(nhwc.toIntegers(), (std::vector<qint64>{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}));
    QCOMPARE(toLayout(nhwc, TensorLayout::NHWC, TensorLayout::NCHW).bytes(), source.bytes());
    QCOMPARE(toLayout(source, TensorLayout::NCHW, TensorLayout::NCHW).bytes(), source.bytes());
    QCOMPARE(reshaped(nhwc, {4, 3}).layout(), TensorLayout::Unknown);
}

void tst_TensorOperations::emptyTensorsStayEmpty()
{
    const Tensor result = transposed(counting<float>({2, 0, 3}), std::array{1, 2, 0});
    QCOMPARE(result.shape(), (Shape{0, 3, 2}));
    QVERIFY(result.isEmpty());
}

void tst_TensorOperations::castsWithoutDequantizing()
{
    Tensor source = Tensor::fromValues<qint8>({3}, std::vector<qint8>{-128, 0, 127});
    source.setQuantization(Quantization{{0.5F}, {}, -1});
    QCOMPARE(toFloat32(source).toFloats(), (std::vector<float>{-128, 0, 127}));
}

QTEST_GUILESS_MAIN(tst_TensorOperations)
#include "tst_tensoroperations.moc"
