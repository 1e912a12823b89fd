// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Comparison.h"
#include "core/tensor/TensorOperations.h"

#include <QTest>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Comparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstLayerThatDrifts();
    void pairsByNodeAndByTheToolchainsSuffixes();
    void followsAMap();
    void bringsNhwcIntoTheReferencesOrder();
    void saysWhyALayerIsNotCompared();
    void comparesPixelsWithPixelsMinus128();
    void nanDrifts();
};

namespace {

Tensor ramp(const Shape& shape, float factor = 1.0F)
{
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = factor * static_cast<float>(i % 17) - 3.0F;
    return Tensor::fromValues<float>(shape, values);
}

CapturedTensor captured(const QString& name, const QString& node, const Tensor& tensor)
{
    return {name, node, tensor, false, false};
}

} // namespace

void tst_Comparison::findsTheFirstLayerThatDrifts()
{
    Capture reference;
    Capture candidate;
    for (int i = 0; i < 4; ++i) {
        const QString name = u"v%1"_s.arg(i);
        reference.tensors.append(captured(name, name, ramp({1, 4, 5, 5})));
        candidate.tensors.append(captured(name, name, i < 2 ? ramp({1, 4, 5, 5}) : ramp({1, 4, 5, 5}, -1.0F)));
    }
    const CaptureComparison comparison = compareCaptures(reference, candidate);
    QCOMPARE(comparison.firstDivergence, 2);
    QVERIFY(!comparison.layers[1].drifts);
    QCOMPARE(comparison.layers[1].metrics.cosine, 1.0);
    QVERIFY(comparison.layers[3].drifts);
}

void tst_Comparison::pairsByNodeAndByTheToolchainsSuffixes()
{
    Capture reference;
    reference.tensors = {captured(u"a"_s, u"conv1"_s, ramp({4})), captured(u"b"_s, u"conv2"_s, ramp({4}))};
    Capture candidate;
    candidate.tensors = {captured(u"x"_s, u"conv1"_s, ramp({4})), captured(u"y"_s, u"conv2_quantized"_s, ramp({4}))};
    const CaptureComparison comparison = compareCaptures(reference, candidate);
    QCOMPARE(comparison.layers[0].candidateTensor, u"x"_s);
    QCOMPARE(comparison.layers[1].candidateTensor, u"y"_s);
}

void tst_Comparison::followsAMap()
{
    Capture reference;
    reference.tensors = {captured(u"a"_s, u"n"_s, ramp({4}))};
    Capture candidate;
    candidate.tensors = {captured(u"a"_s, u"n"_s, ramp({4}, 2.0F)), captured(u"z"_s, u"m"_s, ramp({4}))};
    QCOMPARE(compareCaptures(reference, candidate, {{u"a"_s, u"z"_s}}).layers[0].candidateTensor, u"z"_s);
}

void tst_Comparison::bringsNhwcIntoTheReferencesOrder()
{
    constexpr std::array<int, 4> toNhwc{0, 2, 3, 1};
    const Tensor nchw = ramp({1, 3, 4, 5});
    Capture reference;
    reference.tensors = {captured(u"a"_s, u"n"_s, nchw)};
    Capture candidate;
    candidate.tensors = {captured(u"a"_s, u"n"_s, transposed(nchw, toNhwc))};
    const CaptureComparison comparison = compareCaptures(reference, candidate);
    QVERIFY(comparison.layers[0].layoutAdjusted);
    QCOMPARE(comparison.layers[0].metrics.cosine, 1.0);
}

void tst_Comparison::saysWhyALayerIsNotCompared()
{
    Capture reference;
    reference.tensors = {captured(u"a"_s, u"n"_s, ramp({4})), captured(u"b"_s, u"m"_s, ramp({6}))};
    Capture candidate;
    candidate.tensors = {captured(u"b"_s, u"m"_s, ramp({7}))};
    const CaptureComparison all = compareCaptures(reference, candidate);
    QCOMPARE(all.layers[0].status, ComparisonStatus::NoCounterpart);
    QVERIFY(!all.layers[0].statusReason.isEmpty());
    QCOMPARE(all.layers[1].status, ComparisonStatus::ShapeDiffers);
    QVERIFY(all.layers[1].statusReason.contains(u"7"_s));

    candidate.tensors[0].isOutput = true;
    QCOMPARE(compareCaptures(reference, candidate).layers[0].status, ComparisonStatus::NotDumped);
}

void tst_Comparison::comparesPixelsWithPixelsMinus128()
{
    Capture reference;
    reference.tensors = {
        {u"input"_s, {}, Tensor::fromValues<qint8>({1, 1, 2, 2}, std::vector<qint8>{-128, -1, 0, 127}), true, false}};
    Capture candidate;
    candidate.tensors = {
        {u"input"_s, {}, Tensor::fromValues<quint8>({1, 1, 2, 2}, std::vector<quint8>{0, 127, 128, 255}), true, false}};
    const LayerComparison layer = compareCaptures(reference, candidate).layers[0];
    QCOMPARE(layer.metrics.maximumAbsoluteError, 0.0);
    QVERIFY(layer.metrics.sameValues);
}

void tst_Comparison::nanDrifts()
{
    Capture reference;
    reference.tensors = {captured(u"a"_s, u"n"_s, ramp({4}))};
    Capture candidate = reference;
    std::vector<float> values = ramp({4}).toFloats();
    values[0] = std::numeric_limits<float>::quiet_NaN();
    candidate.tensors[0].tensor = Tensor::fromValues<float>({4}, values);
    const LayerComparison layer = compareCaptures(reference, candidate).layers[0];
    QCOMPARE(layer.metrics.nanCount, 1);
    QVERIFY(layer.drifts);
}

QTEST_GUILESS_MAIN(tst_Comparison)
#include "tst_comparison.moc"
