// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/SampleComparison.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr int layerCount = 6;

/// The candidate's layers from `first` on are wrong by `error`.
ComparedSample sample(float error, int first)
{
    auto reference = std::make_shared<Capture>();
    auto candidate = std::make_shared<Capture>();
    for (int i = 0; i < layerCount; ++i) {
        std::vector<float> values(40);
        for (std::size_t k = 0; k < values.size(); ++k)
            values[k] = std::cos(static_cast<float>(k) + error);
        const QString name = u"v%1"_s.arg(i);
        reference->tensors.append({name, name, Tensor::fromValues<float>({40}, values), false, false});
        if (i >= first) {
            for (std::size_t k = 0; k < values.size(); k += 2)
                values[k] += error;
        }
        candidate->tensors.append({name, name, Tensor::fromValues<float>({40}, values), false, false});
    }
    return {u"picture"_s, reference, candidate};
}

SampleComparisonRequest requestOf(const QList<ComparedSample>& samples)
{
    SampleComparisonRequest request;
    request.samples = static_cast<int>(samples.size());
    request.source
        = [samples](int index, const CancelToken&, Progress&) -> Result<ComparedSample> { return samples[index]; };
    return request;
}

} // namespace

class tst_SampleComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSampleIsLikeAPlainComparison();
    void keepsTheWorstAndTheMean();
    void tellsRowsInOrderAndAllOfThem();
    void keepsWhatWasComparedBeforeACancel();
    void saysWhichFileIsDamaged();
    void readsDeferredTensorsWithoutKeepingThem();
    void judgesByArithmeticAndByLayer();
    void rangesShowATail();
};

void tst_SampleComparison::oneSampleIsLikeAPlainComparison()
{
    const ComparedSample one = sample(0.5F, 3);
    Progress progress;
    const auto result = compareSamples(requestOf({one}), {}, progress);
    QVERIFY(result.has_value());
    const CaptureComparison plain = compareCaptures(*one.reference, *one.candidate);
    QCOMPARE(result->firstDivergence, 3);
    QCOMPARE(plain.firstDivergence, 3);
    for (int row = 0; row < layerCount; ++row)
        QCOMPARE(result->layers[row].metrics.cosine, plain.layers[row].metrics.cosine);
}

void tst_SampleComparison::keepsTheWorstAndTheMean()
{
    const QList<ComparedSample> samples{sample(0.1F, 4), sample(2.0F, 2), sample(0.0F, 0)};
    Progress progress;
    const auto result = compareSamples(requestOf(samples), {}, progress);
    QVERIFY(result.has_value());
    const LayerComparison& last = result->layers.last();
    QCOMPARE(last.samples.count, 3);
    QCOMPARE(last.samples.worst, 1);
    QCOMPARE(last.samples.equal, 1);
    double cosines = 0;
    double decibels = 0;
    for (const ComparedSample& each : samples) {
        const TensorMetrics metrics = compareCaptures(*each.reference, *each.candidate).layers.last().metrics;
        cosines += metrics.cosine / 3;
        decibels += std::isinf(metrics.sqnrDb) ? 0 : metrics.sqnrDb / 2;
    }
    QVERIFY(std::abs(last.samples.meanCosine - cosines) < 1e-12);
    QVERIFY(std::abs(last.samples.meanSqnrDb - decibels) < 1e-9);
    QCOMPARE(last.metrics.cosine,
             compareCaptures(*samples[1].reference, *samples[1].candidate).layers.last().metrics.cosine);
    QCOMPARE(result->firstDivergence, 2);
    QVERIFY(std::isinf(result->layers.first().samples.meanSqnrDb)); // equal in every sample
}

void tst_SampleComparison::tellsRowsInOrderAndAllOfThem()
{
    SampleComparisonRequest request = requestOf({sample(0.1F, 4), sample(2.0F, 2)});
    QList<LayerComparison> rows;
    int told = 0;
    request.onLayers = [&](int first, const QList<LayerComparison>& layers) {
        QVERIFY(first <= rows.size());
        for (qsizetype i = 0; i < layers.size(); ++i) {
            if (first + i < rows.size())
                rows[first + i] = layers[i];
            else
                rows.append(layers[i]);
        }
        if (told++ == 0)
            QCOMPARE(layers.first().status, ComparisonStatus::Waiting);
    };
    Progress progress;
    const auto result = compareSamples(request, {}, progress);
    QVERIFY(result.has_value());
    QCOMPARE(rows.size(), result->layers.size());
    QVERIFY(told >= 3);
    for (int row = 0; row < layerCount; ++row) {
        QCOMPARE(rows[row].status, ComparisonStatus::Compared);
        QCOMPARE(rows[row].metrics.cosine, result->layers[row].metrics.cosine);
        QCOMPARE(rows[row].samples.count, 2);
    }
}

void tst_SampleComparison::keepsWhatWasComparedBeforeACancel()
{
    const CancelToken cancel;
    SampleComparisonRequest request = requestOf({sample(0.1F, 4), sample(2.0F, 2), sample(1.0F, 0)});
    const SampleSource all = request.source;
    request.source = [all, cancel](int index, const CancelToken& token, Progress& progress) {
        if (index == 1)
            cancel.cancel();
        return all(index, token, progress);
    };
    Progress progress;
    const auto part = compareSamples(request, cancel, progress);
    QVERIFY(part.has_value());
    QCOMPARE(part->layers.last().samples.count, 1);

    const CancelToken before;
    before.cancel();
    const auto none = compareSamples(request, before, progress);
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, ErrorKind::Cancelled);
}

void tst_SampleComparison::saysWhichFileIsDamaged()
{
    const QTemporaryDir folder;
    const ComparedSample one = sample(0.5F, 3);
    QVERIFY(writeCapture(*one.reference, folder.path()).has_value());
    const auto read = readCapture(folder.path());
    QVERIFY(read.has_value());
    const QString file = folder.filePath(captureFileNames(*read).at(2));
    QVERIFY(QFile::resize(file, 150));
    const CaptureComparison comparison = compareCaptures(*read, *one.candidate);
    QCOMPARE(comparison.layers[2].status, ComparisonStatus::Unreadable);
    QVERIFY2(comparison.layers[2].statusReason.contains(file), qPrintable(comparison.layers[2].statusReason));
    QCOMPARE(comparison.layers[1].status, ComparisonStatus::Compared);
}

void tst_SampleComparison::readsDeferredTensorsWithoutKeepingThem()
{
    const QTemporaryDir folder;
    const ComparedSample one = sample(0.5F, 3);
    QVERIFY(writeCapture(*one.reference, folder.path()).has_value());
    auto read = readCapture(folder.path());
    QVERIFY(read.has_value());
    QCOMPARE(compareCaptures(*read, *one.candidate).firstDivergence, 3);
    for (const QString& file : captureFileNames(*read))
        QVERIFY(QFile::remove(folder.filePath(file)));
    for (const CapturedTensor& tensor : read->tensors) // had it been kept, it would be readable still
        QVERIFY(!tensor.tensor.readBytes().has_value());
}

void tst_SampleComparison::judgesByArithmeticAndByLayer()
{
    ComparedSample one = sample(0.02F, 0); // 45 dB or so
    CaptureComparison comparison = compareCaptures(*one.reference, *one.candidate);
    QCOMPARE(comparison.firstDivergence, -1); // nothing says that no quantization is in between
    auto reference = std::make_shared<Capture>(*one.reference);
    auto candidate = std::make_shared<Capture>(*one.candidate);
    reference->stage = u"original_float"_s;
    candidate->stage = u"optimized_float"_s;
    comparison = compareCaptures(*reference, *candidate);
    QCOMPARE(comparison.layers[0].kind, ToleranceKind::Float32);
    QCOMPARE(comparison.firstDivergence, 0);
    candidate->stage = u"quantized"_s;
    QCOMPARE(compareCaptures(*reference, *candidate).firstDivergence, -1);

    Tolerances tolerances;
    tolerances.setLayer(u"v2"_s, {0.99, 60, 0});
    comparison.judge(tolerances);
    QCOMPARE(comparison.firstDivergence, 0); // still float arithmetic
    tolerances.set(ToleranceKind::Float32, {0.9, 10, 0});
    comparison.judge(tolerances);
    QCOMPARE(comparison.firstDivergence, 2);
    tolerances.setLayer(u"v2"_s, {0.9, 10, 0.001});
    comparison.judge(tolerances);
    QCOMPARE(comparison.firstDivergence, 2); // by its largest error
    tolerances.removeLayer(u"v2"_s);
    comparison.judge(tolerances);
    QCOMPARE(comparison.firstDivergence, -1);
}

void tst_SampleComparison::rangesShowATail()
{
    std::vector<float> values(100'000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i));
    const LayerRange plain = rangeOf(values);
    QVERIFY(plain.tail() < 1.1);
    values[777] = 500.0F;
    values[778] = std::numeric_limits<float>::infinity();
    const LayerRange outlier = rangeOf(values);
    QCOMPARE(outlier.maximum, 500.0);
    QVERIFY(outlier.tail() > 400);
    QCOMPARE(outlier.count, 99'999);
    LayerRange both = plain;
    both.add(outlier);
    QCOMPARE(both.maximum, 500.0);
    QCOMPARE(both.minimum, plain.minimum);
    QCOMPARE(rangeOf(std::vector<float>{}).count, 0);
    QCOMPARE(rangeOf(std::vector<float>(10, 0.0F)).tail(), 1.0);
}

QTEST_GUILESS_MAIN(tst_SampleComparison)
#include "tst_samplecomparison.moc"
