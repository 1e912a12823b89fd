// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PixelTransforms.h"

#include <QTest>

#include <cmath>

using namespace driftscope;

class tst_PixelTransforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodingAndDecodingAreInverse();
    void reversingChannelsTwiceChangesNothing();
    void mappingClips();
    void aNaturalPictureIsSmootherThanItsBytesInAnotherLayout();
    void theInversePermutationIsNotAConversion();
};

namespace {

constexpr PictureSize size{16, 24, 3};

/// A soft gradient with a disc: smooth, and different in each channel.
Tensor picture()
{
    std::vector<quint8> pixels;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double disc = std::exp(-((x - 12) * (x - 12) + (y - 8) * (y - 8)) / 30.0);
            pixels.push_back(static_cast<quint8>(40 + 200 * disc));
            pixels.push_back(static_cast<quint8>(10 + 8 * x));
            pixels.push_back(static_cast<quint8>(250 - 12 * y));
        }
    }
    return Tensor::fromValues<quint8>(size.nhwc(), pixels);
}

} // namespace

void tst_PixelTransforms::encodingAndDecodingAreInverse()
{
    for (const TensorLayout layout : {TensorLayout::NCHW, TensorLayout::NHWC})
        QCOMPARE(decoded(encoded(picture(), layout), size, layout).bytes(), picture().bytes());
    QVERIFY(encoded(picture(), TensorLayout::NCHW) != picture().bytes());
}

void tst_PixelTransforms::reversingChannelsTwiceChangesNothing()
{
    QVERIFY(channelsReversed(picture()).bytes() != picture().bytes());
    QCOMPARE(channelsReversed(channelsReversed(picture())).bytes(), picture().bytes());
}

void tst_PixelTransforms::mappingClips()
{
    const Tensor result
        = mapped(picture(), [](quint8 pixel, qint64 channel) { return channel == 0 ? pixel + 300.0 : -5.0; });
    QCOMPARE(result.values<quint8>()[0], quint8{255});
    QCOMPARE(result.values<quint8>()[1], quint8{0});
}

void tst_PixelTransforms::aNaturalPictureIsSmootherThanItsBytesInAnotherLayout()
{
    const QByteArray planar = encoded(picture(), TensorLayout::NCHW);
    const double right = roughness(decoded(planar, size, TensorLayout::NCHW));
    const double wrong = roughness(decoded(planar, size, TensorLayout::NHWC));
    QVERIFY2(right < 0.75 * wrong, qPrintable(QStringLiteral("%1 %2").arg(right).arg(wrong)));
}

void tst_PixelTransforms::theInversePermutationIsNotAConversion()
{
    const QByteArray planar = encoded(picture(), TensorLayout::NCHW);
    QCOMPARE(permutedAndReread(planar, size.nchw(), {0, 2, 3, 1}, size).bytes(), picture().bytes());
    QVERIFY(permutedAndReread(planar, size.nchw(), {0, 3, 1, 2}, size).bytes() != picture().bytes());
}

QTEST_GUILESS_MAIN(tst_PixelTransforms)
#include "tst_pixel_transforms.moc"
