// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/SampleFlips.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const Prediction& predictionAt(const StageEvaluation& evaluation, int sample)
{
    return evaluation.predictions[static_cast<std::size_t>(sample)];
}

FlipKind kindOf(int before, int after, int label)
{
    if (before == label)
        return FlipKind::BecameWrong;
    return after == label ? FlipKind::BecameRight : FlipKind::StayedWrong;
}

/// The larger loss first, unknown ones last.
bool isWorse(double lost, double other)
{
    if (std::isnan(lost) || std::isnan(other))
        return !std::isnan(lost) && std::isnan(other);
    return lost > other;
}

template <typename T> void sortWorstFirst(QList<T>& list)
{
    std::ranges::stable_sort(list, isWorse, &T::marginLost);
}

} // namespace

QString flipKindName(FlipKind kind)
{
    switch (kind) {
    case FlipKind::BecameWrong:
        return u"became_wrong"_s;
    case FlipKind::BecameRight:
        return u"became_right"_s;
    case FlipKind::StayedWrong:
        return u"stayed_wrong"_s;
    }
    Q_UNREACHABLE();
}

QList<StagePair> stagePairs(const QList<StageEvaluation>& evaluations)
{
    QList<StagePair> pairs;
    for (qsizetype i = 1; i < evaluations.size(); ++i)
        pairs.append({evaluations[i - 1].stage, evaluations[i].stage});
    if (pairs.size() > 1)
        pairs.append({evaluations.first().stage, evaluations.last().stage});
    return pairs;
}

Flips::Flips(const QList<StageEvaluation>& evaluations, const LabelledData& data)
    : m_evaluations(evaluations)
    , m_data(data)
{
    const auto isOfProbabilities
        = [](const StageEvaluation& evaluation) { return evaluation.scores == ScoreScale::Probabilities; };
    m_areProbabilities = std::ranges::any_of(evaluations, isOfProbabilities);
}

double Flips::margin(const StageEvaluation& evaluation, int sample) const
{
    const Prediction& prediction = predictionAt(evaluation, sample);
    return m_areProbabilities && evaluation.scores == ScoreScale::Logits ? prediction.softmaxMargin : prediction.margin;
}

const StageEvaluation* Flips::find(Stage stage) const
{
    const auto found = std::ranges::find(m_evaluations, stage, &StageEvaluation::stage);
    return found == m_evaluations.cend() ? nullptr : &*found;
}

int Flips::sampleCount() const
{
    qsizetype count = m_data.samples.size();
    for (const StageEvaluation& evaluation : m_evaluations)
        count = std::min(count, static_cast<qsizetype>(evaluation.predictions.size()));
    return static_cast<int>(count);
}

double Flips::lost(const StageEvaluation& from, const StageEvaluation& to, int sample) const
{
    if (predictionAt(from, sample).predicted >= 0 && predictionAt(to, sample).predicted < 0)
        return std::numeric_limits<double>::infinity();
    return margin(from, sample) - margin(to, sample);
}

std::optional<Stage> Flips::firstFlip(int sample) const
{
    for (qsizetype i = 1; i < m_evaluations.size(); ++i) {
        if (predictionAt(m_evaluations[i], sample).predicted != predictionAt(m_evaluations[i - 1], sample).predicted)
            return m_evaluations[i].stage;
    }
    return std::nullopt;
}

QList<SampleFlip> Flips::unsorted(StagePair stages) const
{
    const StageEvaluation* from = find(stages.from);
    const StageEvaluation* to = find(stages.to);
    QList<SampleFlip> flips;
    if (from == nullptr || to == nullptr)
        return flips;
    const int count = sampleCount();
    for (int sample = 0; sample < count; ++sample) {
        const int before = predictionAt(*from, sample).predicted;
        const int after = predictionAt(*to, sample).predicted;
        if (before == after)
            continue;
        const int label = m_data.samples[sample].label;
        flips.append({sample, label, stages, kindOf(before, after, label), lost(*from, *to, sample),
                      firstFlip(sample).value_or(stages.to)});
    }
    return flips;
}

QList<SampleFlip> Flips::of(StagePair stages) const
{
    QList<SampleFlip> flips = unsorted(stages);
    sortWorstFirst(flips);
    return flips;
}

QList<SampleFlip> Flips::all() const
{
    QList<SampleFlip> flips;
    for (const StagePair& stages : stagePairs(m_evaluations))
        flips.append(unsorted(stages));
    sortWorstFirst(flips);
    return flips;
}

QList<SampleLoss> Flips::worstSamples() const
{
    QList<SampleLoss> losses;
    if (m_evaluations.size() < 2)
        return losses;
    const int count = sampleCount();
    for (int sample = 0; sample < count; ++sample) {
        if (const double loss = lost(m_evaluations.first(), m_evaluations.last(), sample); loss > 0)
            losses.append({sample, loss});
    }
    sortWorstFirst(losses);
    return losses;
}

} // namespace driftscope
