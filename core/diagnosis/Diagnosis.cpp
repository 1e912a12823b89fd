// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Diagnosis.h"

#include "core/diagnosis/Judgement.h"
#include "core/diagnosis/Ladder.h"
#include "core/diagnosis/TellApart.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Diagnoses
{
    Q_DECLARE_TR_FUNCTIONS(Diagnoses)
};

March marchOf(const DiagnosisSubject& subject)
{
    if (subject.config && subject.config->march != March::Unknown)
        return subject.config->march;
    return subject.board ? marchFromName(subject.board->metadata.march()) : March::Unknown;
}

Result<void> checkSubject(const DiagnosisSubject& subject)
{
    if (subject.samples.isEmpty())
        return failure(ErrorKind::InvalidArgument,
                       Diagnoses::tr("There is nothing to diagnose: run the .bin on the board first."));
    if (!subject.runtime) {
        return failure(
            ErrorKind::Unavailable,
            Diagnoses::tr(
                "The hypotheses cannot be tested without ONNX Runtime; compare the captures with “diff” instead."));
    }
    if (subject.boardLikeModel() == nullptr) {
        return failure(ErrorKind::NotFound,
                       Diagnoses::tr("The quantized model is needed as the reference; keep *_quantized_model.onnx "
                                     "beside the .bin or name it."));
    }
    return {};
}

/// Layers that are dumped in all samples and that the model has, too: the first, which shows what happened to the
/// input, and one in the middle.
QStringList commonLayers(const DiagnosisSubject& subject)
{
    QStringList common;
    for (const NodeDraft& node : subject.boardLikeModel()->nodes) {
        for (const QString& value : node.outputs) {
            const bool isEverywhere = std::ranges::all_of(subject.samples, [&](const BoardSample& sample) {
                const CapturedTensor* tensor = sample.capture.find(value);
                return tensor != nullptr && !tensor->isInput && !tensor->isOutput;
            });
            if (isEverywhere)
                common.append(value);
        }
    }
    return common.size() < 3 ? common : QStringList{common.first(), common[common.size() / 2]};
}

/// Only layers whose values stand in the same order here and there can be compared number by number.
QStringList comparableLayers(const DiagnosisSubject& subject, const Predictor& predictor, const QStringList& layers,
                             const std::vector<PreparedSample>& samples, const CancelToken& cancel)
{
    if (samples.empty() || layers.isEmpty())
        return {};
    const auto plain = predictor.observe(meantBy(samples.front()), cancel);
    if (!plain)
        return {};
    QStringList comparable;
    for (const QString& layer : layers) {
        const auto predicted = std::ranges::find(*plain, layer, &ObservedTensor::name);
        const CapturedTensor* dumped = subject.samples[samples.front().source].capture.find(layer);
        if (predicted != plain->end() && dumped != nullptr && dumped->tensor.shape() == predicted->shape)
            comparable.append(layer);
    }
    return comparable;
}

struct Prepared
{
    Predictor predictor;
    std::vector<PreparedSample> samples;
};

Result<Prepared> prepare(const DiagnosisSubject& subject, const QList<InputPort>& ports, const CancelToken& cancel)
{
    const GraphDraft& model = *subject.boardLikeModel();
    QStringList layers = commonLayers(subject);
    auto predictor = Predictor::open(subject.runtime, model, layers, subject.cache);
    if (!predictor)
        return forward(predictor);
    std::vector<PreparedSample> samples = prepareSamples(subject, ports, predictor->outputNames(), layers);
    const QStringList comparable = comparableLayers(subject, *predictor, layers, samples, cancel);
    if (comparable != layers) {
        predictor = Predictor::open(subject.runtime, model, comparable, subject.cache);
        if (!predictor)
            return forward(predictor);
        samples = prepareSamples(subject, ports, predictor->outputNames(), comparable);
    }
    if (samples.empty()) {
        return failure(ErrorKind::InvalidArgument,
                       Diagnoses::tr("The captures hold no outputs of this model and no bytes that were fed, or nobody "
                                     "knows what was meant; capture them again with “run”."));
    }
    return Prepared{*std::move(predictor), std::move(samples)};
}

/// Whether these are the results of another compile, and of which.
Result<void> tryOtherModels(Findings& findings, const DiagnosisSubject& subject,
                            const std::vector<PreparedSample>& samples, const CancelToken& cancel)
{
    const Trial& trial = *findings.trial;
    constexpr double worthReading = 1e-4;
    const bool isExplained = !trial.candidates.empty()
        && explains(trial.candidates.front().distance, trial.distanceFed, trial.valueCount, false);
    if (isExplained || trial.distanceFed < worthReading)
        return {};
    for (const OtherModel& other : subject.others) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Diagnoses::tr("The diagnosis was cancelled."));
        const auto model = other.quantized();
        const auto predictor = model ? Predictor::open(subject.runtime, *model) : forward(model);
        if (!predictor)
            continue; // one that cannot be read or run explains nothing
        double sum = 0;
        for (const PreparedSample& sample : samples) {
            const auto seen = seenUnder(sample, findings.ports, {});
            const auto predicted = predictor->observe(seen.value_or(meantBy(sample)), cancel);
            Observation outputs = sample.observed;
            outputs.resize(std::min<std::size_t>(outputs.size(), predictor->outputNames().size()));
            sum += predicted ? ObservedDistance(outputs, *predicted).of(*predicted) : 1.0;
        }
        const double distance = sum / static_cast<double>(samples.size());
        if (explains(distance, findings.trial->distanceFed, findings.trial->valueCount, false)) {
            findings.otherModel = other.title;
            findings.otherModelDistance = distance;
            return {};
        }
    }
    return {};
}

/// Everything that needs the board's outputs.
Result<void> testOutputs(Findings& findings, const DiagnosisSubject& subject, const TrialSubject& trialSubject,
                         const DiagnosisLimits& limits, const CancelToken& cancel, Progress& progress)
{
    auto trial = tryHypotheses(trialSubject, limits, cancel, progress);
    if (!trial)
        return forward(trial);
    findings.trial = std::move(*trial);
    const auto runFault = findRunFault(trialSubject, cancel);
    if (!runFault)
        return forward(runFault);
    findings.runFault = *runFault;
    if (auto tried = tryOtherModels(findings, subject, trialSubject.samples, cancel); !tried)
        return tried;
    auto drift
        = findFirstDrift(subject, trialSubject.predictor, findings.ports, trialSubject.samples, cancel, progress);
    if (!drift)
        return forward(drift);
    findings.drift = std::move(*drift);
    return {};
}

/// What lies before the quantized model.
Result<void> climb(Findings& findings, const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress)
{
    progress.report(0, 0, Diagnoses::tr("Climbing the ladder from float to board"));
    auto ladder = climbLadder(subject, findings.ports, findings.samples, cancel);
    if (!ladder)
        return forward(ladder);
    findings.ladder = std::move(*ladder);
    auto training = findTrainingFault(subject, findings.ports, findings.samples, cancel);
    if (!training)
        return forward(training);
    findings.training = std::move(*training);
    const bool isLossy
        = std::ranges::any_of(findings.ladder, [](const LadderStep& step) { return step.status == "differs"_L1; });
    if (!isLossy)
        return {};
    auto ranges = lookAtRanges(subject, findings.ports, findings.samples, cancel, progress);
    if (!ranges)
        return forward(ranges);
    findings.ranges = std::move(*ranges);
    return {};
}

Result<WayApart> tellApart(const Ranking& ranking, const TrialSubject& subject, const CancelToken& cancel)
{
    if (ranking.equals.size() < 2 || subject.samples.empty())
        return WayApart{};
    return howToTellApart(subject, ranking.equals[0], ranking.equals[1], cancel);
}

} // namespace

const GraphDraft* DiagnosisSubject::boardLikeModel() const
{
    for (const std::optional<GraphDraft>* model : {&quantized, &calibrated, &optimizedFloat, &originalFloat}) {
        if (*model)
            return &**model;
    }
    return nullptr;
}

Result<Verdict> diagnose(const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress,
                         const DiagnosisLimits& limits)
{
    if (auto checked = checkSubject(subject); !checked)
        return forward(checked);
    Findings findings;
    auto ports = inputPorts(subject);
    if (!ports)
        return forward(ports);
    findings.ports = *std::move(ports);
    findings.hypotheses = allHypotheses(findings.ports, marchOf(subject));
    auto prepared = prepare(subject, findings.ports, cancel);
    if (!prepared)
        return forward(prepared);
    findings.samples = prepared->samples;
    std::vector<PreparedSample> observed;
    std::ranges::copy_if(findings.samples, std::back_inserter(observed),
                         [](const PreparedSample& sample) { return !sample.observed.empty(); });
    findings.feed = judgeFeed(findings.ports, findings.hypotheses, findings.samples);
    findings.identity = contradictionsOf(subject);
    const TrialSubject trialSubject{prepared->predictor, findings.ports, findings.hypotheses, observed};
    if (!observed.empty()) {
        if (auto tested = testOutputs(findings, subject, trialSubject, limits, cancel, progress); !tested)
            return forward(tested);
    }
    if (auto climbed = climb(findings, subject, cancel, progress); !climbed)
        return forward(climbed);
    if (subject.board)
        findings.contradiction = packedConversionContradiction(*subject.board);
    const Ranking ranking = rank(findings);
    const auto apart = tellApart(ranking, trialSubject, cancel);
    if (!apart)
        return forward(apart);
    return judge(findings, ranking, *apart, subject.document);
}

} // namespace driftscope
