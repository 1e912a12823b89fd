// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TrainingFaults.h"

#include "core/diagnosis/Ladder.h"
#include "core/diagnosis/TrainingVariants.h"

#include <QCoreApplication>

#include <algorithm>

namespace driftscope {

namespace {

struct TrainingFaults
{
    Q_DECLARE_TR_FUNCTIONS(TrainingFaults)
};

Observation observationOf(const QList<NamedTensor>& tensors, const QList<NamedTensor>& names)
{
    Observation observation;
    for (const NamedTensor& name : names) {
        const auto found = std::ranges::find(tensors, name.name, &NamedTensor::name);
        if (found != tensors.end())
            observation.push_back({found->name, found->tensor.shape(), found->tensor.toRealValues(), {}});
    }
    return observation;
}

/// How far the float model is from the training program, inputs prepared as `ports` say.
struct Score
{
    double distance = 0.0;
    double cosine = 0.0;
};

class TrainingTester
{
public:
    TrainingTester(const DiagnosisSubject& subject, const InferenceSession& session,
                   const std::vector<PreparedSample>& samples, const CancelToken& cancel)
        : m_subject(subject)
        , m_session(session)
        , m_samples(samples)
        , m_cancel(cancel)
    { }

    /// Nothing where a sample cannot be prepared like that.
    Result<std::optional<Score>> score(const QList<InputPort>& ports)
    {
        Score score;
        double count = 0;
        for (const PreparedSample& sample : m_samples) {
            const QList<NamedTensor>& expected = m_subject.samples[sample.source].expected;
            const auto inputs = stageInputsFor(ports, sample, Stage::Float, m_session.inputs());
            if (expected.isEmpty() || !inputs)
                continue;
            const auto outputs = m_session.run(*inputs, m_cancel);
            if (!outputs)
                return forward(outputs);
            const Observation wanted = observationOf(expected, *outputs);
            const Observation given = observationOf(*outputs, expected);
            const ObservedDistance distance(wanted, wanted);
            score.distance += distance.of(given);
            score.cosine += distance.cosine(given, wanted.size());
            ++count;
        }
        if (count == 0)
            return std::nullopt;
        return Score{score.distance / count, score.cosine / count};
    }

private:
    const DiagnosisSubject& m_subject;
    const InferenceSession& m_session;
    const std::vector<PreparedSample>& m_samples;
    const CancelToken& m_cancel;
};

void keep(TrainingFault& best, const TrainingVariant& variant, const Score& score)
{
    best.evidence.append({variant.id, variant.title, score.cosine, best.cosineWithout, false, {}, {}, score.distance});
    // The slips come before the normalizations that are merely usual; equally good is not better.
    constexpr double clearlyBetter = 0.3;
    constexpr double nothing = 1e-8;
    if (score.distance >= clearlyBetter * best.distance - nothing)
        return;
    best.id = variant.id;
    best.title = variant.title;
    best.sentence = variant.sentence;
    best.key = variant.key;
    best.fix = variant.fix;
    best.distance = score.distance;
    best.cosine = score.cosine;
}

} // namespace

Result<TrainingFault> findTrainingFault(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                        const std::vector<PreparedSample>& samples, const CancelToken& cancel)
{
    TrainingFault best;
    const bool hasExpected = std::ranges::any_of(
        samples, [&](const PreparedSample& sample) { return !subject.samples[sample.source].expected.isEmpty(); });
    if (!hasExpected || !subject.floatModel)
        return best;
    const auto session = InferenceSession::openDraft(subject.runtime, *subject.floatModel);
    if (!session)
        return forward(session);
    TrainingTester tester(subject, **session, samples, cancel);
    const auto plain = tester.score(ports);
    if (!plain)
        return forward(plain);
    if (!*plain)
        return best;
    best.distance = best.distanceWithout = (*plain)->distance;
    best.cosine = best.cosineWithout = (*plain)->cosine;
    for (const TrainingVariant& variant : trainingVariants(ports)) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, TrainingFaults::tr("The diagnosis was cancelled."));
        const auto score = tester.score(variant.ports);
        if (!score)
            return forward(score);
        if (*score)
            keep(best, variant, **score);
    }
    constexpr double same = 1e-4;
    if (best.distance > 0.1 * best.distanceWithout || best.distanceWithout < same)
        best.id.clear();
    std::ranges::stable_sort(best.evidence, {}, &Evidence::distance);
    if (!best.id.isEmpty() && !best.evidence.isEmpty())
        best.evidence.first().explains = true;
    return best;
}

} // namespace driftscope
