// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../support/BmpWriter.h"
#include "core/base/Files.h"
#include "core/tensor/Picture.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>
#include <png.h>

#include <array>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Picture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pngKeepsPixels_data();
    void pngKeepsPixels();
    void transparencyIsPutOnWhite();
    void jpegIsRgb();
    void bmpKeepsPixels();
    void damagedBmpIsAnError();
    void truncatedPicturesAreErrors();
    void otherFilesGiveSentences();
    void pictureFileIsToldByNameOrContent();
    void resizes();
    void convertsToInputTypes();
    void nv12HasLumaThenInterleavedChroma();
    void refusesWhatCannotBeFed();
};

namespace {

QByteArray encodedPng(png_uint_32 format, png_uint_32 width, png_uint_32 height, const QByteArray& pixels)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.format = format;
    image.width = width;
    image.height = height;
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(&image, nullptr, &size, 0, pixels.constData(), 0, nullptr) == 0)
        return {};
    QByteArray content(static_cast<qsizetype>(size), '\0');
    png_image_write_to_memory(&image, content.data(), &size, 0, pixels.constData(), 0, nullptr);
    return content;
}

QByteArray encodedJpeg(int width, int height, QByteArray pixels)
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<JSAMPROW>(pixels.data()) + static_cast<qsizetype>(y) * width * 3;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    QByteArray content(reinterpret_cast<const char*>(buffer), static_cast<qsizetype>(size));
    jpeg_destroy_compress(&jpeg);
    std::free(buffer); // NOLINT: libjpeg allocates with malloc
    return content;
}

QByteArray solid(int pixels, quint8 red, quint8 green, quint8 blue)
{
    QByteArray bytes;
    for (int i = 0; i < pixels; ++i)
        bytes.append(static_cast<char>(red)).append(static_cast<char>(green)).append(static_cast<char>(blue));
    return bytes;
}

Tensor solidPicture(int height, int width, quint8 red, quint8 green, quint8 blue)
{
    return {DataType::UInt8, Shape{height, width, 3}, solid(height * width, red, green, blue)};
}

} // namespace

void tst_Picture::pngKeepsPixels_data()
{
    QTest::addColumn<uint>("format");
    QTest::addColumn<QByteArray>("pixels");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("rgb") << uint{PNG_FORMAT_RGB} << QByteArray("\x01\x02\x03\xff\x80\x00", 6)
                         << QByteArray("\x01\x02\x03\xff\x80\x00", 6);
    QTest::newRow("gray") << uint{PNG_FORMAT_GRAY} << QByteArray("\x07\xc8", 2)
                          << QByteArray("\x07\x07\x07\xc8\xc8\xc8", 6);
}

void tst_Picture::pngKeepsPixels()
{
    QFETCH(uint, format);
    QFETCH(QByteArray, pixels);
    QFETCH(QByteArray, expected);
    const auto picture = parsePicture(encodedPng(format, 2, 1, pixels), u"p.png"_s);
    QVERIFY2(picture.has_value(), picture ? "" : qPrintable(picture.error().message));
    QCOMPARE(picture->shape(), (Shape{1, 2, 3}));
    QCOMPARE(picture->bytes(), expected);
}

void tst_Picture::transparencyIsPutOnWhite()
{
    const QByteArray pixels("\x00\x00\x00\x00\x64\x00\x00\xff\x00\x00\x00\x80", 12);
    const auto picture = parsePicture(encodedPng(PNG_FORMAT_RGBA, 3, 1, pixels), u"p.png"_s);
    QVERIFY(picture.has_value());
    QCOMPARE(picture->bytes(), QByteArray("\xff\xff\xff\x64\x00\x00\x7f\x7f\x7f", 9));
}

void tst_Picture::jpegIsRgb()
{
    const auto picture = parsePicture(encodedJpeg(16, 8, solid(128, 200, 100, 50)), u"p.jpg"_s);
    QVERIFY2(picture.has_value(), picture ? "" : qPrintable(picture.error().message));
    QCOMPARE(picture->shape(), (Shape{8, 16, 3}));
    const std::span<const quint8> values = picture->values<quint8>();
    QVERIFY(std::abs(values[0] - 200) <= 2 && std::abs(values[1] - 100) <= 2 && std::abs(values[2] - 50) <= 2);
}

void tst_Picture::bmpKeepsPixels()
{
    std::vector<quint8> pixels;
    for (int i = 0; i < 5 * 3 * 3; ++i)
        pixels.push_back(static_cast<quint8>(i * 5));
    const Tensor picture = Tensor::fromValues<quint8>(Shape{3, 5, 3}, pixels);
    QByteArray file = toBmp(picture);
    QCOMPARE(parsePicture(file, u"bottom up"_s)->bytes(), picture.bytes());

    // Five pixels of three bytes are one short of a multiple of four.
    QByteArray turned = file.first(54);
    for (qsizetype row = 2; row >= 0; --row)
        turned += file.mid(54 + row * 16, 16);
    qToLittleEndian(qint32(-3), turned.data() + 22);
    QCOMPARE(parsePicture(turned, u"top down"_s)->bytes(), picture.bytes());

    QByteArray wide = file.first(54);
    for (qsizetype i = 0; i < 15; ++i)
        wide += file.mid(54 + i / 5 * 16 + i % 5 * 3, 3) + '\x80';
    qToLittleEndian(quint16(32), wide.data() + 28);
    QCOMPARE(parsePicture(wide, u"32 bits"_s)->bytes(), picture.bytes());

    QByteArray indexed = file.first(54);
    qToLittleEndian(quint16(8), indexed.data() + 28);
    qToLittleEndian(quint32(2), indexed.data() + 46);
    qToLittleEndian(quint32(62), indexed.data() + 10);
    qToLittleEndian(qint32(1), indexed.data() + 22);
    indexed += QByteArray("\x03\x02\x01\x00\x06\x05\x04\x00", 8) + QByteArray("\x00\x01\x00\x01\x09\x00\x00\x00", 8);
    QCOMPARE(parsePicture(indexed, u"8 bits"_s)->bytes(),
             QByteArray("\x01\x02\x03\x04\x05\x06\x01\x02\x03\x04\x05\x06\x00\x00\x00", 15));
}

void tst_Picture::damagedBmpIsAnError()
{
    const QByteArray file = toBmp(Tensor(DataType::UInt8, Shape{4, 6, 3}, QByteArray(72, 'x')));
    for (qsizetype length = 2; length < file.size(); ++length)
        QVERIFY2(!parsePicture(file.first(length), u"cut"_s), qPrintable(QString::number(length)));
    for (const auto& [at, value] : {std::pair(18, -6), std::pair(18, 0), std::pair(18, 0x7fffffff), std::pair(22, 0),
                                    std::pair(22, std::numeric_limits<int>::min()), std::pair(30, 1),
                                    std::pair(28, 0x10010), std::pair(10, 0), std::pair(14, 12)}) {
        QByteArray damaged = file;
        qToLittleEndian(qint32(value), damaged.data() + at);
        const auto picture = parsePicture(damaged, u"damaged"_s);
        QVERIFY2(!picture, qPrintable(QString::number(at)));
        QVERIFY(picture.error().message.contains("BMP"_L1));
    }
}

void tst_Picture::truncatedPicturesAreErrors()
{
    for (const QByteArray& content :
         {encodedPng(PNG_FORMAT_RGB, 8, 8, solid(64, 1, 2, 3)), encodedJpeg(32, 32, solid(1024, 9, 8, 7))}) {
        QVERIFY(parsePicture(content, u"whole"_s).has_value());
        for (qsizetype length = 0; length < content.size() - 12; ++length) {
            const auto picture = parsePicture(content.first(length), u"cut"_s);
            QVERIFY2(!picture.has_value(), qPrintable(QString::number(length)));
            QVERIFY(picture.error().message.contains(u"cut"_s));
        }
    }
}

void tst_Picture::otherFilesGiveSentences()
{
    QVERIFY(parsePicture({}, u"e"_s).error().message.contains(u"empty"_s));
    QCOMPARE(parsePicture("GIF89a", u"g.gif"_s).error().kind, ErrorKind::Unsupported);
    QCOMPARE(readPicture(u"/nonexistent.png"_s).error().kind, ErrorKind::NotFound);
}

void tst_Picture::pictureFileIsToldByNameOrContent()
{
    const QTemporaryDir folder;
    QVERIFY(isPictureFile(u"a.PNG"_s));
    const QString unnamed = folder.filePath(u"data"_s);
    QVERIFY(writeFileAtomically(unnamed, encodedPng(PNG_FORMAT_RGB, 1, 1, "abc")));
    QVERIFY(isPictureFile(unnamed));
    QVERIFY(writeFileAtomically(unnamed, "text"));
    QVERIFY(!isPictureFile(unnamed));
    QVERIFY(!isPictureFile(folder.path()));
}

void tst_Picture::resizes()
{
    const Tensor source(DataType::UInt8, Shape{1, 2, 1}, QByteArray("\x00\x64", 2));
    QCOMPARE(resizedPicture(source, 1, 2).bytes(), source.bytes());
    // Pixel centres of the target lie at -0.25, 0.25, 0.75, 1.25 of the source.
    QCOMPARE(resizedPicture(source, 1, 4).toIntegers(), (std::vector<qint64>{0, 25, 75, 100}));
    QCOMPARE(resizedPicture(source, 3, 1).toIntegers(), (std::vector<qint64>{50, 50, 50}));
    const Tensor grey = solidPicture(7, 5, 90, 90, 90);
    QCOMPARE(resizedPicture(grey, 13, 3).bytes(), solid(39, 90, 90, 90));
}

void tst_Picture::convertsToInputTypes()
{
    const Tensor red = solidPicture(2, 2, 255, 0, 0);
    const auto first = [&](InputType type, bool video) {
        const auto tensor = pictureAs(red, type, TensorLayout::NHWC, video);
        auto values = tensor->toIntegers();
        values.resize(static_cast<std::size_t>(channelCount(type)));
        return values;
    };
    QCOMPARE(first(InputType::Rgb, false), (std::vector<qint64>{255, 0, 0}));
    QCOMPARE(first(InputType::Bgr, false), (std::vector<qint64>{0, 0, 255}));
    QCOMPARE(first(InputType::Gray, false), (std::vector<qint64>{76}));
    QCOMPARE(first(InputType::Yuv444, false), (std::vector<qint64>{76, 85, 255}));
    QCOMPARE(first(InputType::Yuv444, true), (std::vector<qint64>{81, 90, 240}));
    const auto planar = pictureAs(red, InputType::Bgr, TensorLayout::NCHW);
    QCOMPARE(planar->shape(), (Shape{1, 3, 2, 2}));
    QCOMPARE(planar->layout(), TensorLayout::NCHW);
    QCOMPARE(planar->toIntegers(), (std::vector<qint64>{0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255}));
}

void tst_Picture::nv12HasLumaThenInterleavedChroma()
{
    const auto tensor = pictureAs(solidPicture(2, 4, 255, 0, 0), InputType::Nv12, TensorLayout::NHWC);
    QCOMPARE(tensor->shape(), (Shape{1, 3, 4, 1}));
    QCOMPARE(tensor->toIntegers(), (std::vector<qint64>{76, 76, 76, 76, 76, 76, 76, 76, 85, 255, 85, 255}));
}

void tst_Picture::refusesWhatCannotBeFed()
{
    const Tensor odd = solidPicture(3, 3, 1, 2, 3);
    QVERIFY(!pictureAs(odd, InputType::Nv12, TensorLayout::NHWC).has_value());
    QVERIFY(!pictureAs(odd, InputType::Featuremap, TensorLayout::NCHW).has_value());
    QVERIFY(!pictureAs(Tensor::scalar(1.0F), InputType::Rgb, TensorLayout::NHWC).has_value());
}

QTEST_GUILESS_MAIN(tst_Picture)
#include "tst_picture.moc"
