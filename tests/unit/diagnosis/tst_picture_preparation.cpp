// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PicturePreparation.h"
#include "core/tensor/Picture.h"

#include <QTest>

using namespace driftscope;

namespace {

Tensor ramp(qint64 height, qint64 width)
{
    std::vector<quint8> pixels;
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x)
            pixels.insert(pixels.end(), {static_cast<quint8>(x * 10), static_cast<quint8>(y * 10), 7});
    }
    return Tensor::fromValues<quint8>({height, width, 3}, pixels);
}

int at(const Tensor& picture, qint64 y, qint64 x, qint64 c)
{
    return picture.values<quint8>()[static_cast<std::size_t>((y * picture.shape()[1] + x) * 3 + c)];
}

} // namespace

class tst_PicturePreparation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stretchingIsTheUsualResize();
    void letterboxKeepsTheShape();
    void cropKeepsTheMiddle();
    void nearestTakesPixelsAsTheyAre();
    void nearestIsSaidInThreeWays();
    void areaTakesTheMean();
    void alignedCornersKeepTheCorners();
    void cubicKeepsASlope();
    void theSameSizeIsTheSamePicture();
};

void tst_PicturePreparation::stretchingIsTheUsualResize()
{
    const Tensor source = ramp(9, 13);
    QCOMPARE(preparedPicture(source, 6, 8, {}).bytes(), resizedPicture(source, 6, 8).bytes());
}

void tst_PicturePreparation::letterboxKeepsTheShape()
{
    const Tensor boxed = preparedPicture(ramp(4, 8), 8, 8, {PictureFit::Letterbox, Interpolation::Bilinear, 99});
    QCOMPARE(boxed.shape(), (Shape{8, 8, 3}));
    QCOMPARE(at(boxed, 1, 3, 0), 99);
    QCOMPARE(at(boxed, 6, 3, 2), 99);
    QCOMPARE(at(boxed, 2, 3, 0), 30);
    const Tensor corner
        = preparedPicture(ramp(4, 8), 8, 8, {PictureFit::LetterboxTopLeft, Interpolation::Bilinear, 99});
    QCOMPARE(at(corner, 0, 3, 0), 30);
    QCOMPARE(at(corner, 4, 3, 0), 99);
}

void tst_PicturePreparation::cropKeepsTheMiddle()
{
    const Tensor cropped = preparedPicture(ramp(4, 8), 4, 4, {PictureFit::CentreCrop, Interpolation::Bilinear, 0});
    QCOMPARE(at(cropped, 0, 0, 0), 20);
    QCOMPARE(at(cropped, 3, 3, 0), 50);
}

void tst_PicturePreparation::nearestTakesPixelsAsTheyAre()
{
    const Tensor taken = preparedPicture(ramp(4, 8), 2, 4, {PictureFit::Stretch, Interpolation::Nearest, 0});
    QCOMPARE(at(taken, 1, 3, 0), 60);
    QCOMPARE(at(taken, 1, 3, 1), 20);
}

/// Programs do not agree on which pixel is the nearest.
void tst_PicturePreparation::nearestIsSaidInThreeWays()
{
    const auto rowTaken = [](Interpolation interpolation, qint64 from, qint64 to, qint64 row) {
        std::vector<quint8> pixels;
        for (qint64 y = 0; y < from; ++y)
            pixels.insert(pixels.end(), 3, static_cast<quint8>(y));
        const Tensor column = Tensor::fromValues<quint8>({from, 1, 3}, pixels);
        return at(preparedPicture(column, to, 1, {PictureFit::Stretch, interpolation, 0}), row, 0, 0);
    };
    QCOMPARE(rowTaken(Interpolation::Nearest, 230, 112, 56), 114);
    QCOMPARE(rowTaken(Interpolation::NearestWhole, 230, 112, 56), 115);
    QCOMPARE(rowTaken(Interpolation::NearestCentre, 230, 112, 56), 116);
    QCOMPARE(rowTaken(Interpolation::Nearest, 10, 20, 19), 9);
    QCOMPARE(rowTaken(Interpolation::NearestWhole, 10, 20, 19), 9);
    QCOMPARE(rowTaken(Interpolation::NearestCentre, 10, 20, 19), 9);
}

void tst_PicturePreparation::areaTakesTheMean()
{
    const Tensor taken = preparedPicture(ramp(4, 8), 2, 4, {PictureFit::Stretch, Interpolation::Area, 0});
    QCOMPARE(at(taken, 1, 3, 0), 65);
    QCOMPARE(at(taken, 1, 3, 1), 25);
    const Tensor odd = preparedPicture(ramp(3, 3), 2, 2, {PictureFit::Stretch, Interpolation::Area, 0});
    QCOMPARE(at(odd, 0, 0, 0), 3); // (0 + 10 / 2) / 1.5
}

void tst_PicturePreparation::alignedCornersKeepTheCorners()
{
    const Tensor taken = preparedPicture(ramp(5, 9), 3, 4, {PictureFit::Stretch, Interpolation::AlignedCorners, 0});
    QCOMPARE(at(taken, 0, 0, 0), 0);
    QCOMPARE(at(taken, 2, 3, 0), 80);
    QCOMPARE(at(taken, 2, 3, 1), 40);
}

void tst_PicturePreparation::cubicKeepsASlope()
{
    const Tensor taken = preparedPicture(ramp(8, 16), 8, 8, {PictureFit::Stretch, Interpolation::Cubic, 0});
    QCOMPARE(at(taken, 3, 3, 0), 65);
    QCOMPARE(at(taken, 3, 4, 2), 7);
}

void tst_PicturePreparation::theSameSizeIsTheSamePicture()
{
    const Tensor source = ramp(6, 7);
    for (const auto way : {Interpolation::Bilinear, Interpolation::AlignedCorners, Interpolation::Nearest,
                           Interpolation::Area, Interpolation::Cubic}) {
        for (const auto fit : {PictureFit::Stretch, PictureFit::Letterbox, PictureFit::CentreCrop})
            QCOMPARE(preparedPicture(source, 6, 7, {fit, way, 1}).bytes(), source.bytes());
    }
}

QTEST_GUILESS_MAIN(tst_PicturePreparation)
#include "tst_picture_preparation.moc"
