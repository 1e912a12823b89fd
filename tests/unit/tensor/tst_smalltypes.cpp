// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Tensor.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Elements of less than 32 bits, and shapes with names.
class tst_SmallTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfBits_data();
    void valuesOfBits();
    void notANumber_data();
    void notANumber();
    void packedIntegers();
    void sizes();
    void namesOfTypes();
    void dimensionNames();
};

void tst_SmallTypes::valuesOfBits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<float>>("values");
    // From the tables of ml_dtypes: zero, one, the largest, the smallest above zero, minus two.
    QTest::newRow("e4m3fn") << u"float8_e4m3fn"_s << QByteArray("\x00\x38\x7e\x01\xc0", 5)
                            << QList<float>{0, 1, 448, 0.001953125F, -2};
    QTest::newRow("e4m3fnuz") << u"float8_e4m3fnuz"_s << QByteArray("\x00\x40\x7f\x01\xc8", 5)
                              << QList<float>{0, 1, 240, 0.0009765625F, -2};
    QTest::newRow("e5m2") << u"float8_e5m2"_s << QByteArray("\x00\x3c\x7b\x01\xc0", 5)
                          << QList<float>{0, 1, 57344, 0.0000152587890625F, -2};
    QTest::newRow("e5m2fnuz") << u"float8_e5m2fnuz"_s << QByteArray("\x00\x40\x7f\x01\xc4", 5)
                              << QList<float>{0, 1, 57344, 0.00000762939453125F, -2};
    QTest::newRow("e8m0") << u"float8_e8m0fnu"_s << QByteArray("\x7f\x80\x7e", 3) << QList<float>{1, 2, 0.5F};
    QTest::newRow("e2m1") << u"float4_e2m1fn"_s << QByteArray("\x20\x71\xc9", 3)
                          << QList<float>{0, 1, 0.5F, 6, -0.5F, -2};
    QTest::newRow("half") << u"float16"_s << QByteArray("\x00\x3c\xff\x7b\x01\x00", 6)
                          << QList<float>{1, 65504, 5.9604644775390625e-8F};
    QTest::newRow("bfloat16") << u"bfloat16"_s << QByteArray("\x80\x3f\x00\xc0", 4) << QList<float>{1, -2};
}

void tst_SmallTypes::valuesOfBits()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QList<float>, values);
    const Tensor tensor(*dataTypeFromName(type), Shape{values.size()}, bytes);
    const std::vector<float> read = tensor.toFloats();
    QCOMPARE(QList<float>(read.begin(), read.end()), values);
}

void tst_SmallTypes::notANumber_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bits");
    QTest::newRow("e4m3fn") << u"float8_e4m3fn"_s << 0xff;
    QTest::newRow("e4m3fnuz") << u"float8_e4m3fnuz"_s << 0x80;
    QTest::newRow("e5m2") << u"float8_e5m2"_s << 0x7d;
    QTest::newRow("e8m0") << u"float8_e8m0fnu"_s << 0xff;
}

void tst_SmallTypes::notANumber()
{
    QFETCH(QString, type);
    QFETCH(int, bits);
    const Tensor tensor(*dataTypeFromName(type), Shape{1}, QByteArray(1, static_cast<char>(bits)));
    QVERIFY(std::isnan(tensor.toFloats().front()));
}

void tst_SmallTypes::packedIntegers()
{
    const QByteArray bytes("\x2f\x08", 2);
    QCOMPARE(Tensor(DataType::Int4, Shape{3}, bytes).toIntegers(), (std::vector<qint64>{-1, 2, -8}));
    QCOMPARE(Tensor(DataType::UInt4, Shape{3}, bytes).toIntegers(), (std::vector<qint64>{15, 2, 8}));
    QCOMPARE(Tensor(DataType::Int2, Shape{4}, QByteArray("\xe4", 1)).toIntegers(), (std::vector<qint64>{0, 1, -2, -1}));
    QCOMPARE(Tensor(DataType::UInt2, Shape{4}, QByteArray("\xe4", 1)).toFloats(), (std::vector<float>{0, 1, 2, 3}));
}

void tst_SmallTypes::sizes()
{
    QCOMPARE(bytesOfElements(DataType::Int4, 3), qint64{2});
    QCOMPARE(bytesOfElements(DataType::UInt2, 5), qint64{2});
    QCOMPARE(bytesOfElements(DataType::Float64, 3), qint64{24});
    QCOMPARE(bytesOfElements(DataType::String, 3), qint64{-1});
    QCOMPARE(bytesOfElements(DataType::Float64, qint64{1} << 62), qint64{-1});
}

void tst_SmallTypes::namesOfTypes()
{
    for (int type = 1; type <= static_cast<int>(DataType::UInt2); ++type)
        QCOMPARE(dataTypeFromName(dataTypeName(static_cast<DataType>(type))), static_cast<DataType>(type));
}

void tst_SmallTypes::dimensionNames()
{
    Shape shape{-1, 3, -1};
    QCOMPARE(shape.dimensionName(0), QString());
    shape.setDimensionName(0, u"batch"_s);
    shape.setDimensionName(1, u"ignored"_s); // it is no dynamic one
    QCOMPARE(shape.displayText(), u"batch×3×?"_s);
    QCOMPARE(shape.toString(), u"?x3x?"_s);
    const Shape copy = shape;
    shape.setDimensionName(0, u"n"_s);
    QCOMPARE(copy.dimensionName(0), u"batch"_s);
    QCOMPARE(copy, shape);
    QCOMPARE(Shape{}.displayText(), QString());
}

QTEST_GUILESS_MAIN(tst_SmallTypes)
#include "tst_smalltypes.moc"
