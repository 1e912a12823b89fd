// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of two stages layer by layer.
#include "core/session/Session.h"

#include <QDir>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace driftscope {

void Session::setCaptureSettings(const CaptureSettings& settings)
{
    m_captures = settings;
}

const Tolerances& Session::tolerances() const
{
    return m_project ? m_project->tolerances : m_tolerances;
}

void Session::setTolerances(const Tolerances& tolerances)
{
    if (tolerances == this->tolerances())
        return;
    if (m_project) {
        m_project->tolerances = tolerances;
        keepProject();
    } else {
        m_tolerances = tolerances;
    }
    if (m_comparison)
        m_comparison->judge(tolerances);
    Q_EMIT comparisonChanged();
}

QStringList Session::comparedPictures() const
{
    QStringList names;
    for (const ComparedSample& sample : m_samples)
        names.append(sample.name);
    return names;
}

void Session::showPicture(int index)
{
    if (index < 0 || index >= m_samples.size() || index == m_shownPicture)
        return;
    m_shownPicture = index;
    Q_EMIT shownPictureChanged();
}

std::shared_ptr<const Capture> Session::referenceCapture() const
{
    return m_shownPicture < m_samples.size() ? m_samples[m_shownPicture].reference : nullptr;
}

std::shared_ptr<const Capture> Session::candidateCapture() const
{
    return m_shownPicture < m_samples.size() ? m_samples[m_shownPicture].candidate : nullptr;
}

std::shared_ptr<const Capture> Session::boardCapture() const
{
    return m_layersRequest.candidate == Stage::Board ? candidateCapture() : nullptr;
}

void Session::forgetLayers()
{
    m_comparison.reset();
    m_samples.clear();
    m_shownPicture = 0;
}

void Session::runOnBoard()
{
    compareLayers({});
}

/// From the worker's thread; what belongs to an older run is dropped.
LayersListeners Session::layersListeners(int run)
{
    LayersListeners listeners;
    listeners.onSample = [this, run](const ComparedSample& sample) {
        QMetaObject::invokeMethod(
            this,
            [this, run, sample] {
                if (run == m_layersRun)
                    m_samples.append(sample);
            },
            Qt::QueuedConnection);
    };
    listeners.onLayers = [this, run](int first, const QList<LayerComparison>& layers) {
        QMetaObject::invokeMethod(
            this,
            [this, run, first, layers] {
                if (run == m_layersRun)
                    takeLayers(first, layers);
            },
            Qt::QueuedConnection);
    };
    listeners.onWarning = [this](const QString& sentence) {
        QMetaObject::invokeMethod(
            this, [this, sentence] { Q_EMIT boardWarned(sentence); }, Qt::QueuedConnection);
    };
    return listeners;
}

void Session::takeLayers(int first, const QList<LayerComparison>& layers)
{
    const bool isNew = !m_comparison;
    if (isNew)
        m_comparison.emplace();
    for (qsizetype i = 0; i < layers.size(); ++i) {
        if (first + i < m_comparison->layers.size())
            m_comparison->layers[first + i] = layers[i];
        else
            m_comparison->layers.append(layers[i]);
    }
    m_comparison->findFirstDivergence();
    if (isNew)
        Q_EMIT comparisonChanged();
    else
        Q_EMIT layersCompared(first, layers);
}

void Session::compareLayers(const LayersRequest& request)
{
    const auto current = experiment(request.reference, request.candidate);
    QStringList pictures = request.files;
    if (pictures.isEmpty() && m_project && !m_project->dataFolder.isEmpty()) {
        if (const auto data = readLabelledData(m_project->dataFolder))
            pictures = spreadPictures(*data, std::max(request.pictures, 1));
    }
    if (!current || pictures.isEmpty()) {
        m_steps.clear();
        if (current)
            report({ErrorKind::NotFound,
                    tr("There is no picture to run; name a folder of labelled data in the project.")});
        return;
    }
    const auto earlier = std::tuple(m_comparison, m_samples, m_layersRequest, m_shownPicture);
    forgetLayers();
    m_layersRequest = request;
    Q_EMIT comparisonChanged();
    m_jobs.start<LayersRun>(
        request.candidate == Stage::Board ? tr("Running on the board") : tr("Comparing layers"),
        [experiment = *current, request, pictures, tolerances = tolerances(),
         listeners = layersListeners(++m_layersRun),
         folder = QDir(scratchFolder()).filePath(u"layers"_s)](const CancelToken& cancel, Progress& progress) {
            return runLayers(experiment, request, pictures, tolerances, folder, listeners, cancel, progress);
        },
        [this, earlier](Result<LayersRun> result) {
            const bool hasFailed = !result && m_samples.isEmpty();
            endLayers(std::move(result));
            if (!hasFailed)
                return;
            // What was known before is still true.
            std::tie(m_comparison, m_samples, m_layersRequest, m_shownPicture) = earlier;
            Q_EMIT comparisonChanged();
        });
}

void Session::compareBoardCapture(const Capture& capture, const QStringList& inputs)
{
    const auto current = experiment();
    if (!current)
        return;
    const auto reference = referenceCapture();
    if (inputs.isEmpty() && !reference) {
        report({ErrorKind::NotFound,
                tr("There is nothing to compare the dumps with; name the input that the board was fed.")});
        return;
    }
    ++m_layersRun; // rows that are still on their way belong to another comparison
    m_jobs.start<LayersRun>(
        tr("Comparing dumps"),
        [experiment = *current, capture, inputs, reference, tolerances = tolerances()](const CancelToken& cancel,
                                                                                       Progress& progress) {
            return compareImported(experiment, capture, inputs, reference, tolerances, cancel, progress);
        },
        [this](Result<LayersRun> result) {
            if (result) {
                m_layersRequest = {};
                m_shownPicture = 0;
            }
            endLayers(std::move(result));
        });
}

void Session::endLayers(Result<LayersRun> result)
{
    ++m_layersRun; // rows that are still on their way are older than these
    if (!result) {
        m_steps.clear();
        if (m_comparison && m_samples.isEmpty())
            forgetLayers();
        report(result.error());
        Q_EMIT comparisonChanged();
        return;
    }
    m_samples = result->samples;
    m_comparison = result->comparison;
    m_comparison->judge(tolerances()); // they may have been changed meanwhile
    Q_EMIT comparisonChanged();
    nextStep();
}

} // namespace driftscope
