// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/SampleComparison.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

/// Rows are told of in portions of this many milliseconds of work: often enough to see it move.
constexpr qint64 portionMilliseconds = 100;

bool isWorse(const TensorMetrics& metrics, const TensorMetrics& other)
{
    if ((metrics.nanCount > 0) != (other.nanCount > 0))
        return metrics.nanCount > 0;
    if (metrics.cosine != other.cosine)
        return metrics.cosine < other.cosine;
    return metrics.sqnrDb < other.sqnrDb;
}

double addedMean(double mean, qint64 count, double value)
{
    return mean + (value - mean) / static_cast<double>(count + 1);
}

class SampleComparison
{
    Q_DECLARE_TR_FUNCTIONS(SampleComparison)

public:
    SampleComparison(const SampleComparisonRequest& request, const CancelToken& cancel, Progress& progress)
        : m_request(request)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<CaptureComparison> run()
    {
        for (int sample = 0; sample < m_request.samples; ++sample) {
            auto captured = m_request.source(sample, m_cancel, m_progress);
            if (captured)
                addCaptures(*captured, sample);
            const bool isStopped
                = m_cancel.isCancelled() || (!captured && captured.error().kind == ErrorKind::Cancelled);
            if (isStopped && m_samplesDone == 0)
                return failure(ErrorKind::Cancelled, tr("The comparison was stopped."));
            if (isStopped)
                break;
            if (!captured)
                return forward(captured);
        }
        m_result.findFirstDivergence();
        return m_result;
    }

private:
    void addCaptures(const ComparedSample& sample, int index)
    {
        if (index == 0)
            begin(*sample.reference);
        const LayerComparer comparer(*sample.reference, *sample.candidate, m_request.map, m_request.tolerances);
        QHash<QString, const CapturedTensor*> byName;
        for (const CapturedTensor& tensor : sample.reference->tensors)
            byName.insert(tensor.name, &tensor);
        m_portion.start();
        for (int row = 0; row < m_result.layers.size() && !m_cancel.isCancelled(); ++row) {
            m_progress.report(qint64(index) * m_result.layers.size() + row,
                              qint64(m_request.samples) * m_result.layers.size(),
                              tr("Comparing layers, picture %1 of %2").arg(index + 1).arg(m_request.samples));
            const CapturedTensor* reference = byName.value(m_result.layers[row].referenceTensor);
            if (reference != nullptr)
                take(row, comparer.compare(*reference), index);
            if (m_portion.hasExpired(portionMilliseconds))
                tell(row + 1);
        }
        tell(static_cast<int>(m_result.layers.size()));
        m_told = 0;
        if (!m_cancel.isCancelled())
            ++m_samplesDone;
    }

    /// Every row is there from the beginning, and says that its turn has not come.
    void begin(const Capture& reference)
    {
        for (const CapturedTensor& tensor : reference.tensors) {
            LayerComparison layer;
            layer.name = tensor.node.isEmpty() ? tensor.name : tensor.node;
            layer.referenceTensor = tensor.name;
            layer.status = ComparisonStatus::Waiting;
            layer.statusReason = tr("It has not been compared yet.");
            m_result.layers.append(layer);
        }
        if (m_request.onLayers)
            m_request.onLayers(0, m_result.layers);
    }

    void take(int row, LayerComparison compared, int sample)
    {
        LayerComparison& layer = m_result.layers[row];
        if (layer.status == ComparisonStatus::Waiting) {
            layer = std::move(compared);
            layer.samples.worst = sample;
        } else {
            addSample(layer, compared, sample);
            judgeLayer(layer, m_request.tolerances);
        }
    }

    void tell(int end)
    {
        if (m_request.onLayers && end > m_told)
            m_request.onLayers(m_told, m_result.layers.mid(m_told, end - m_told));
        m_told = end;
        m_portion.restart();
    }

    const SampleComparisonRequest& m_request;
    const CancelToken& m_cancel;
    Progress& m_progress;
    CaptureComparison m_result;
    QElapsedTimer m_portion;
    int m_told = 0; ///< rows of this sample that the listener knows
    int m_samplesDone = 0;
};

} // namespace

void addSample(LayerComparison& layer, const LayerComparison& further, int sample)
{
    if (further.status != ComparisonStatus::Compared)
        return;
    if (layer.status != ComparisonStatus::Compared) {
        layer = further;
        layer.samples.worst = sample;
        return;
    }
    if (isWorse(further.metrics, layer.metrics)) {
        layer.metrics = further.metrics;
        layer.samples.worst = sample;
    }
    LayerSamples& all = layer.samples;
    all.meanCosine = addedMean(all.meanCosine, all.count, further.metrics.cosine);
    if (further.samples.equal > 0) {
        ++all.equal;
    } else {
        const int unequal = all.count - all.equal;
        all.meanSqnrDb
            = unequal == 0 ? further.metrics.sqnrDb : addedMean(all.meanSqnrDb, unequal, further.metrics.sqnrDb);
    }
    ++all.count;
    layer.referenceRange.add(further.referenceRange);
    layer.candidateRange.add(further.candidateRange);
}

Result<CaptureComparison> compareSamples(const SampleComparisonRequest& request, const CancelToken& cancel,
                                         Progress& progress)
{
    return SampleComparison(request, cancel, progress).run();
}

} // namespace driftscope
