// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardInput.h"
#include "core/tensor/Npy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_BoardInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawPixelsLose128();
    void nv12BecomesYuv444();
    void npyOfEveryType();
    void textOfNumbers();
    void wrongSizesAreNamed_data();
    void wrongSizesAreNamed();
    void layoutComesFromTheShape();
    void featuremapsStayFloat();
};

namespace {

BoardInputSpec spec(InputType type, const Shape& shape, TensorLayout layout)
{
    BoardInputSpec result;
    result.name = u"data"_s;
    result.type = type;
    result.elementType = isImageType(type) ? DataType::Int8 : DataType::Float32;
    result.shape = shape;
    result.layout = layout;
    const bool nchw = layout == TensorLayout::NCHW;
    result.height = shape[nchw ? 2 : 1];
    result.width = shape[nchw ? 3 : 2];
    return result;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void tst_BoardInput::rawPixelsLose128()
{
    const auto rgb = spec(InputType::Rgb, Shape{1, 1, 2, 3}, TensorLayout::NHWC);
    const auto tensor = boardTensor(rgb, QByteArray("\x00\x7f\x80\xff\x01\x02", 6));
    QVERIFY(tensor);
    QCOMPARE(tensor->dataType(), DataType::Int8);
    const std::vector<qint8> expected{-128, -1, 0, 127, -127, -126};
    QVERIFY(std::ranges::equal(tensor->values<qint8>(), expected));
}

void tst_BoardInput::nv12BecomesYuv444()
{
    const auto nv12 = spec(InputType::Nv12, Shape{1, 2, 4, 3}, TensorLayout::NHWC);
    QCOMPARE(nv12.byteSize(), 12);
    QByteArray bytes;
    for (char i = 0; i < 12; ++i)
        bytes.append(i);
    const auto tensor = boardTensor(nv12, bytes);
    QVERIFY(tensor);
    QCOMPARE(tensor->shape().toString(), u"1x2x4x3"_s);
    const auto values = tensor->values<qint8>();
    // Row 1, column 2: luma 6, chroma of the second pair (10, 11).
    QCOMPARE(int(values[(4 + 2) * 3]), 6 - 128);
    QCOMPARE(int(values[(4 + 2) * 3 + 1]), 10 - 128);
    QCOMPARE(int(values[(4 + 2) * 3 + 2]), 11 - 128);
}

void tst_BoardInput::npyOfEveryType()
{
    QTemporaryDir folder;
    const auto gray = spec(InputType::Gray, Shape{1, 1, 2, 2}, TensorLayout::NCHW);
    const QString path = folder.filePath(u"x.npy"_s);
    const Shape flat{4};
    const QList<Tensor> tensors{Tensor::fromValues<quint8>(flat, std::vector<quint8>{0, 128, 200, 255}),
                                Tensor::fromValues<qint8>(flat, std::vector<qint8>{-128, 0, 72, 127}),
                                Tensor::fromValues<float>(flat, std::vector<float>{0, 128, 200, 255})};
    for (const Tensor& tensor : tensors) {
        QVERIFY(writeNpy(path, tensor));
        const auto input = readBoardInput(gray, path);
        QVERIFY2(input, qPrintable(input ? QString() : input.error().message));
        const std::vector<qint8> expected{-128, 0, 72, 127};
        QVERIFY(std::ranges::equal(input->values<qint8>(), expected));
    }
    QVERIFY(writeNpy(path, Tensor::fromValues<float>(flat, std::vector<float>{-0.5F, 0, 0, 0})));
    const auto input = readBoardInput(gray, path);
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(u"0 to 255"_s));
}

void tst_BoardInput::textOfNumbers()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.txt"_s);
    const auto map = spec(InputType::Featuremap, Shape{1, 1, 1, 3}, TensorLayout::NCHW);
    write(path, "0.5, -2\n7e-1\n");
    const auto input = readBoardInput(map, path);
    QVERIFY2(input, qPrintable(input ? QString() : input.error().message));
    const std::vector<float> expected{0.5F, -2.0F, 0.7F};
    QVERIFY(std::ranges::equal(input->values<float>(), expected));
    write(path, "0.5 two 3");
    QVERIFY(!readBoardInput(map, path));
}

void tst_BoardInput::wrongSizesAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("raw too short") << u"x.bin"_s << QByteArray(11, 'x');
    QTest::newRow("raw empty") << u"x.bin"_s << QByteArray();
    QTest::newRow("other suffix") << u"x.rgb"_s << QByteArray(13, 'x');
    QTest::newRow("text") << u"x.txt"_s << QByteArray("1 2 3");
}

void tst_BoardInput::wrongSizesAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    write(folder.filePath(name), bytes);
    const auto input
        = readBoardInput(spec(InputType::Rgb, Shape{1, 2, 2, 3}, TensorLayout::NHWC), folder.filePath(name));
    QVERIFY(!input);
    QVERIFY2(input.error().message.contains(u"12"_s), qPrintable(input.error().message));
    QVERIFY2(input.error().message.contains(u"data"_s), qPrintable(input.error().message));
}

void tst_BoardInput::layoutComesFromTheShape()
{
    BoardModel model;
    BoardTensorInfo info;
    info.name = u"data"_s;
    info.type = DataType::Int8;
    info.inputType = InputType::Nv12;
    info.layout = TensorLayout::NCHW; // published files declare NCHW beside sizes in NHWC order
    info.shape = Shape{1, 224, 192, 3};
    model.inputs = {info};
    const auto specs = boardInputSpecs(model);
    QVERIFY(specs);
    QCOMPARE(specs->first().layout, TensorLayout::NHWC);
    QCOMPARE(specs->first().height, 224);
    QCOMPARE(specs->first().width, 192);
    model.inputs.first().shape = Shape{1, 5, 6, 7};
    QVERIFY(!boardInputSpecs(model));
}

void tst_BoardInput::featuremapsStayFloat()
{
    const auto map = spec(InputType::Featuremap, Shape{1, 1, 2}, TensorLayout::Unknown);
    const std::array<float, 2> values{1.5F, -0.25F};
    const auto tensor = boardTensor(map, QByteArray(reinterpret_cast<const char*>(values.data()), sizeof values));
    QVERIFY(tensor);
    QVERIFY(std::ranges::equal(tensor->values<float>(), values));
}

QTEST_APPLESS_MAIN(tst_BoardInput)
#include "tst_boardinput.moc"
