// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LayersRun.h"

#include "core/diagnosis/IsolatedErrors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

class LayersRunner
{
    Q_DECLARE_TR_FUNCTIONS(LayersRunner)

public:
    LayersRunner(const Experiment& experiment, const LayersRequest& request, const QList<QStringList>& samples,
                 const QString& folder, const LayersListeners& listeners)
        : m_experiment(experiment)
        , m_samples(samples)
        , m_folder(folder)
        , m_listeners(listeners)
    {
        m_run.request = request;
        for (const QStringList& files : samples)
            m_run.pictures.append(files.value(0));
    }

    Result<LayersRun> run(const Tolerances& tolerances, const CancelToken& cancel, Progress& progress)
    {
        SampleComparisonRequest comparison;
        comparison.samples = static_cast<int>(m_samples.size());
        comparison.tolerances = tolerances;
        comparison.onLayers = m_listeners.onLayers;
        comparison.source = [this](int index, const CancelToken& token, Progress& steps) {
            return captureSample(index, token, steps);
        };
        auto compared = compareSamples(comparison, cancel, progress);
        if (!compared)
            return forward(compared);
        m_run.comparison = std::move(*compared);
        if (m_run.request.isolated && !cancel.isCancelled())
            addIsolated(cancel, progress);
        return m_run;
    }

private:
    Result<ComparedSample> captureSample(int index, const CancelToken& cancel, Progress& progress)
    {
        auto reference = captureOne(m_run.request.reference, index, cancel, progress);
        if (!reference)
            return forward(reference);
        auto candidate = captureOne(m_run.request.candidate, index, cancel, progress);
        if (!candidate)
            return forward(candidate);
        m_run.samples.append({QFileInfo(m_run.pictures[index]).fileName(),
                              std::make_shared<const Capture>(std::move(*reference)),
                              std::make_shared<const Capture>(std::move(*candidate))});
        if (m_listeners.onSample)
            m_listeners.onSample(m_run.samples.last());
        return m_run.samples.last();
    }

    Result<Capture> captureOne(Stage stage, int index, const CancelToken& cancel, Progress& progress) const
    {
        const LoadedStage* loaded = m_experiment.chain.find(stage);
        Q_ASSERT(loaded != nullptr);
        InputRequest request;
        request.files = m_samples[index];
        request.layers = true;
        if (stage != Stage::Board)
            return captureStage(m_experiment, *loaded, request, cancel, progress);
        request.onWarning = m_listeners.onWarning;
        const QString folder = QDir(m_folder).filePath(QString::number(index));
        auto capture = captureBoard(m_experiment, *loaded, request, folder, cancel, progress);
        if (!capture || m_samples.size() == 1)
            return capture;
        // Of many pictures not even two may stay in memory.
        const QString kept = QDir(folder).filePath(u"capture"_s);
        if (auto written = writeCapture(*capture, kept); !written)
            return forward(written);
        return readCapture(kept);
    }

    /// Of the first picture. That a layer cannot be computed alone is no reason to fail.
    void addIsolated(const CancelToken& cancel, Progress& progress)
    {
        const bool isReference = m_run.request.candidate == Stage::Board;
        const LoadedStage* stage
            = m_experiment.chain.find(isReference ? m_run.request.reference : m_run.request.candidate);
        if (stage == nullptr || !stage->draft || !m_experiment.runtime || m_run.samples.isEmpty())
            return;
        const ComparedSample& first = m_run.samples.first();
        IsolatedSubject subject{m_experiment.runtime, *stage->draft, *first.reference, *first.candidate, isReference};
        subject.limits = m_experiment.captures.limits;
        (void)computeIsolatedErrors(m_run.comparison, subject, cancel, progress);
        if (m_listeners.onLayers)
            m_listeners.onLayers(0, m_run.comparison.layers);
    }

    const Experiment& m_experiment;
    const QList<QStringList>& m_samples;
    const QString& m_folder;
    const LayersListeners& m_listeners;
    LayersRun m_run;
};

} // namespace

Result<LayersRun> runLayers(const Experiment& experiment, const LayersRequest& request,
                            const QList<QStringList>& samples, const Tolerances& tolerances, const QString& folder,
                            const LayersListeners& listeners, const CancelToken& cancel, Progress& progress)
{
    const Experiment keeping = keepingItsCaptures(experiment);
    return LayersRunner(keeping, request, samples, folder, listeners).run(tolerances, cancel, progress);
}

Experiment keepingItsCaptures(Experiment experiment)
{
    // Files carry the time of the last tick of the kernel.
    experiment.captures.inUseSince = QDateTime::currentDateTime().addSecs(-1);
    return experiment;
}

QList<QStringList> spreadPictures(const LabelledData& data, int count)
{
    const qsizetype all = data.samples.size();
    const qsizetype wanted = std::clamp<qsizetype>(count, 0, all);
    QList<QStringList> samples;
    for (qsizetype i = 0; i < wanted; ++i)
        samples.append({data.samples[i * all / wanted].file});
    return samples;
}

} // namespace driftscope
