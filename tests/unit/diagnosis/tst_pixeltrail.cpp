// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PixelTrail.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

const Shape nhwc{1, 4, 6, 3};

/// Pixels 0, 3, 6, …
std::vector<quint8> pixels()
{
    std::vector<quint8> all(static_cast<std::size_t>(nhwc.elementCount()));
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<quint8>(3 * i);
    return all;
}

Tensor signedPixels()
{
    std::vector<qint8> all;
    for (const quint8 pixel : pixels())
        all.push_back(static_cast<qint8>(static_cast<int>(pixel) - 128));
    return Tensor::fromValues<qint8>(nhwc, all);
}

CapturedTensor layer(const QString& node, Tensor tensor)
{
    tensor.setLayout(TensorLayout::NHWC);
    return {node + u"_out"_s, node, std::move(tensor)};
}

/// An input as pixels or as the quantized model takes it, a layer in codes with or without a scale, and one in reals.
Capture capture(bool isBoard, float error)
{
    Capture all;
    all.stage = isBoard ? u"board"_s : u"quantized"_s;
    Tensor input = isBoard ? Tensor::fromValues<quint8>(nhwc, pixels()) : signedPixels();
    input.setLayout(TensorLayout::NHWC);
    all.tensors.append({u"image"_s, {}, input, true});
    Tensor codes = signedPixels();
    if (isBoard)
        codes.setQuantization(Quantization{{0.05F}, {}, -1});
    all.tensors.append(layer(u"conv"_s, codes));
    std::vector<float> reals(static_cast<std::size_t>(nhwc.elementCount()));
    std::iota(reals.begin(), reals.end(), 0.0F);
    reals[static_cast<std::size_t>((1 * 6 + 2) * 3 + 1)] += error;
    all.tensors.append(layer(u"relu"_s, Tensor::fromValues<float>(nhwc, reals)));
    return all;
}

} // namespace

class tst_PixelTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndCodesMeanTheSame();
    void errorStandsInItsChannel();
    void beginsAnywhere();
};

/// What the board was fed is not 128 away from what the model was.
void tst_PixelTrail::pixelsAndCodesMeanTheSame()
{
    const Capture reference = capture(false, 0);
    const Capture candidate = capture(true, 0);
    const CaptureComparison comparison = compareCaptures(reference, candidate, {});
    const auto steps = pixelTrail(comparison, reference, candidate, 0, {1, 2, 0}, 8, {});
    QCOMPARE(steps.size(), 3);
    for (const TrailStep& step : steps) {
        QCOMPARE(step.reference, step.candidate);
        QCOMPARE(step.largestError, 0.0);
    }
    QCOMPARE(steps[0].candidate, static_cast<float>(3 * (1 * 6 + 2) * 3 - 128));
    // Ranges are told in the same terms.
    for (const LayerComparison& item : comparison.layers) {
        QCOMPARE(item.candidateRange.minimum, item.referenceRange.minimum);
        QCOMPARE(item.candidateRange.maximum, item.referenceRange.maximum);
        QVERIFY(item.metrics.sameValues);
    }
}

void tst_PixelTrail::errorStandsInItsChannel()
{
    const Capture reference = capture(false, 0);
    const Capture candidate = capture(true, 2.5F);
    const CaptureComparison comparison = compareCaptures(reference, candidate, {});
    const auto steps = pixelTrail(comparison, reference, candidate, 2, {1, 2, 0}, 8, {});
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[2].largestError, 2.5);
    QCOMPARE(steps[2].worstChannel, 1);
    QCOMPARE(steps[2].reference, steps[2].candidate); // the chosen channel is another one
    const auto beside = pixelTrail(comparison, reference, candidate, 2, {0, 0, 0}, 8, {});
    QCOMPARE(beside.last().largestError, 0.0);
}

void tst_PixelTrail::beginsAnywhere()
{
    const Capture reference = capture(false, 0);
    const Capture candidate = capture(true, 0);
    const CaptureComparison comparison = compareCaptures(reference, candidate, {});
    const auto steps = pixelTrail(comparison, reference, candidate, 1, {3, 5, 2}, 1, {});
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[0].layer, u"image"_s);
    QCOMPARE(steps[2].row, 2);
    QVERIFY(pixelTrail(comparison, reference, candidate, 7, {0, 0, 0}, 1, {}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_PixelTrail)
#include "tst_pixeltrail.moc"
