// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Judgement.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Judgement
{
    Q_DECLARE_TR_FUNCTIONS(Judgement)
};

/// Squared relative difference up to which board and model count as one.
constexpr double agreement = 2e-3;
/// A stage that loses this much is itself the cause, whatever makes it lose.
constexpr double stageLossBelow = 0.9;
/// Where the thresholds show why it loses, less is enough.
constexpr double calibrationLossBelow = 0.98;
/// Causes beyond so many that explain the data alike are no answer.
constexpr std::size_t mostAlternatives = 6;

bool agrees(const Findings& findings)
{
    return findings.trial && findings.trial->distanceFed <= agreement;
}

const Hypothesis& firstPart(const Findings& findings, const Candidate& candidate)
{
    return findings.hypotheses[candidate.parts.front()];
}

QString joined(const Findings& findings, const Candidate& candidate, QString Hypothesis::*text)
{
    QStringList texts;
    for (const std::size_t part : candidate.parts) {
        const QString& said = findings.hypotheses[part].*text;
        if (!said.isEmpty() && !texts.contains(said))
            texts.append(said);
    }
    return texts.join(u' ');
}

Evidence evidenceFor(const Findings& findings, const Candidate& candidate, double scoreWithout)
{
    QStringList titles;
    for (const std::size_t part : candidate.parts)
        titles.append(findings.hypotheses[part].title);
    return {causeOf(findings, candidate),
            titles.join(Judgement::tr("; and ")),
            candidate.cosine,
            scoreWithout,
            false,
            {},
            inputOf(findings, candidate),
            candidate.distance};
}

void appendOnce(QList<Evidence>& evidence, const Evidence& item)
{
    const auto isSame
        = [&](const Evidence& other) { return other.hypothesis == item.hypothesis && other.input == item.input; };
    if (std::ranges::none_of(evidence, isSame))
        evidence.append(item);
}

/// The named causes first, then the rest, best first; each cause once.
QList<Evidence> evidenceOf(const Findings& findings, const Ranking& ranking)
{
    QList<Evidence> evidence;
    const double without = findings.trial ? findings.trial->cosineMeant : 0.0;
    const std::vector<Candidate> tried = findings.trial ? findings.trial->candidates : std::vector<Candidate>{};
    for (const Candidate& named : ranking.equals) {
        Candidate shown = named;
        const auto run = std::ranges::find(tried, named.parts, &Candidate::parts);
        if (ranking.isByBytes && run != tried.end())
            shown.cosine = run->cosine;
        Evidence item = evidenceFor(findings, shown, without);
        item.explains = true;
        appendOnce(evidence, item);
    }
    const bool isFeedRight = findings.feed.judgement == FeedJudgement::AsDeclared;
    constexpr qsizetype mostShown = 60;
    for (const Candidate& candidate : tried) {
        if (evidence.size() >= mostShown)
            break;
        Evidence item = evidenceFor(findings, candidate, without);
        const bool shows = std::ranges::any_of(
            candidate.parts, [&](std::size_t part) { return findings.hypotheses[part].showsInBytes(); });
        if (isFeedRight && shows)
            item.note = Judgement::tr("The bytes that were fed rule this out.");
        appendOnce(evidence, item);
    }
    return evidence;
}

double confidenceIn(const Findings& findings, const Ranking& ranking)
{
    constexpr double least = 1e-8;
    const Candidate& best = ranking.equals.front();
    const double distance = std::max(best.distance, least);
    const double without = ranking.isByBytes ? findings.feed.without
                                             : std::max(findings.trial->distanceMeant, findings.trial->distanceFed);
    const double gain = std::clamp(std::log10(std::max(without, least) / distance) / 3.0, 0.0, 1.0);
    const double lead = std::clamp(std::log10(std::max(ranking.runnerUp, least) / distance) / 1.5, 0.0, 1.0);
    const double breadth = std::min(1.0, static_cast<double>(findings.samples.size()) / 4.0);
    double confidence = 0.5 + 0.22 * gain + 0.2 * lead + 0.07 * breadth;
    if (ranking.isByBytes)
        confidence = std::max(confidence, 0.9);
    if (best.parts.size() > 1)
        confidence -= 0.1;
    return std::clamp(confidence / static_cast<double>(ranking.equals.size()), 0.05, 0.99);
}

std::optional<Fix> fixFor(const Hypothesis& cause, const Findings& findings, const ConfigDocument* document)
{
    const bool isLayout = cause.causeKey == "input_parameters.input_layout_rt"_L1;
    const bool isNchw = std::ranges::any_of(
        cause.ports, [&](int port) { return findings.ports[port].declared == TensorLayout::NCHW; });
    if (document == nullptr || !isLayout || !isNchw)
        return std::nullopt;
    return Fix{cause.causeKey, u"NHWC"_s, false,
               Judgement::tr("Set input_layout_rt to NHWC, compile again, and feed the pixels as HWC.")};
}

void addAlternatives(Verdict& verdict, const Findings& findings, const Ranking& ranking, const WayApart& apart)
{
    QStringList titles;
    for (std::size_t i = 1; i < ranking.equals.size(); ++i) {
        verdict.alternatives.append(causeOf(findings, ranking.equals[i]));
        titles.append(u"“"_s % firstPart(findings, ranking.equals[i]).title % u"”"_s);
    }
    if (titles.isEmpty())
        return;
    verdict.sentence
        += u' ' % Judgement::tr("These data do not tell it apart from %1.").arg(titles.join(Judgement::tr(", ")));
    verdict.toldApartBy = apart.sentence;
    verdict.testPictures = apart.pictures;
}

Verdict namedFault(const Findings& findings, const Ranking& ranking, const WayApart& apart,
                   const ConfigDocument* document)
{
    const Candidate& best = ranking.equals.front();
    Verdict verdict;
    verdict.kind = VerdictKind::Fault;
    verdict.cause = causeOf(findings, best);
    verdict.input = inputOf(findings, best);
    verdict.sentence = best.parts.size() > 1
        ? Judgement::tr("Two causes at once: %1").arg(joined(findings, best, &Hypothesis::sentence))
        : joined(findings, best, &Hypothesis::sentence);
    verdict.causeKey = firstPart(findings, best).causeKey;
    verdict.boardAdvice = joined(findings, best, &Hypothesis::advice);
    verdict.wouldDisprove = joined(findings, best, &Hypothesis::disprove);
    verdict.confidence = confidenceIn(findings, ranking);
    for (const std::size_t part : best.parts) {
        if (!verdict.fix)
            verdict.fix = fixFor(findings.hypotheses[part], findings, document);
    }
    addAlternatives(verdict, findings, ranking, apart);
    return verdict;
}

Verdict simpleFault(const QString& cause, const QString& sentence, const QString& advice, const QString& disprove,
                    double confidence)
{
    Verdict verdict;
    verdict.kind = VerdictKind::Fault;
    verdict.cause = cause;
    verdict.sentence = sentence;
    verdict.boardAdvice = advice;
    verdict.wouldDisprove = disprove;
    verdict.confidence = confidence;
    return verdict;
}

std::optional<Verdict> runFault(const Findings& findings)
{
    const QString disprove = Judgement::tr("Run hrt_model_exec infer on two different inputs: if its dumps are right, "
                                           "the board program is at fault, else the .bin.");
    switch (findings.runFault) {
    case RunFault::None:
        return std::nullopt;
    case RunFault::ConstantOutput:
        return simpleFault(
            u"output-constant"_s,
            Judgement::tr("The outputs are the same whatever is fed: what is read is no result of this model."),
            Judgement::tr("Check that the inference succeeds, that its end is waited for and that the cache is flushed "
                          "(hbSysFlushMem) before the outputs are read."),
            disprove, 0.95);
    case RunFault::StaleOutput:
        return simpleFault(
            u"output-stale"_s,
            Judgement::tr("The outputs are those of the run before: each is right for the input one "
                          "earlier."),
            Judgement::tr("Wait for the inference to end and invalidate the cache (hbSysFlushMem) before "
                          "the outputs are read."),
            disprove, 0.95);
    case RunFault::NotFinite:
        return simpleFault(
            u"output-not-finite"_s, Judgement::tr("The outputs hold NaN or infinite numbers."),
            Judgement::tr("Check the element type that the outputs are read with: integers read as floats "
                          "look like that."),
            disprove, 0.7);
    }
    Q_UNREACHABLE();
}

std::optional<Verdict> otherModelFault(const Findings& findings)
{
    const QString advice = Judgement::tr("Copy the .bin that belongs to this quantized model to the board again.");
    const QString disprove
        = Judgement::tr("Compare the checksum of the file on the board with that of this run's .bin.");
    if (!findings.otherModel.isEmpty()) {
        return simpleFault(u"model-older-compile"_s,
                           Judgement::tr("The board runs another compile of the model: these are the results of “%1”.")
                               .arg(findings.otherModel),
                           advice, disprove, 0.9);
    }
    if (!findings.identity.isOther())
        return std::nullopt;
    QString sentence = Judgement::tr("The .bin was not made from this quantized model: %1 of %2 constants that they "
                                     "share differ, “%3” first.")
                           .arg(findings.identity.differingConstants)
                           .arg(findings.identity.comparedConstants)
                           .arg(findings.identity.firstDiffering);
    if (!findings.identity.settings.isEmpty())
        sentence += u' ' % findings.identity.settings.join(u' ');
    return simpleFault(u"model-older-compile"_s, sentence, advice, disprove, 0.9);
}

std::optional<Verdict> calibrationFault(const Findings& findings)
{
    const CalibrationRanges& ranges = findings.ranges;
    if (!ranges.areTooSmall() && !ranges.areTooLarge())
        return std::nullopt;
    Verdict verdict = simpleFault(
        ranges.areTooSmall() ? u"calibration-thresholds-small"_s : u"calibration-thresholds-large"_s,
        ranges.areTooSmall()
            ? Judgement::tr("The calibration thresholds are too small: at “%1” the values reach %2 times the "
                            "threshold, and %3 of %4 layers are cut off.")
                  .arg(ranges.worst)
                  .arg(ranges.worstRatio, 0, 'g', 3)
                  .arg(ranges.tooSmall)
                  .arg(ranges.looked)
            : Judgement::tr("The calibration thresholds are too large: at “%1” the values reach only %2 of the "
                            "threshold, and %3 of %4 layers use few of their levels.")
                  .arg(ranges.worst)
                  .arg(ranges.worstRatio, 0, 'g', 3)
                  .arg(ranges.tooLarge)
                  .arg(ranges.looked),
        Judgement::tr("Prepare the calibration data as the config says: plain pixels, not normalized ones, in the "
                      "layout and colours of training."),
        Judgement::tr("Calibrate with pictures that were prepared like those in training: if the thresholds stay, this "
                      "is not the cause."),
        0.85);
    verdict.causeKey = u"calibration_parameters.cal_data_dir"_s;
    return verdict;
}

std::optional<Verdict> trainingFault(const Findings& findings)
{
    const TrainingFault& fault = findings.training;
    if (fault.id.isEmpty())
        return std::nullopt;
    Verdict verdict = simpleFault(fault.id, fault.sentence, {},
                                  Judgement::tr("Prepare a picture as said and give it to the float model: if it does "
                                                "not say what the training program says, this is not the cause."),
                                  fault.distance < 1e-3 * fault.distanceWithout ? 0.95 : 0.7);
    verdict.causeKey = fault.key;
    verdict.fix = fault.fix;
    verdict.evidence = fault.evidence;
    return verdict;
}

std::optional<Verdict> layerFault(const Findings& findings)
{
    if (findings.drift.layer.isEmpty() || !findings.drift.inputsAgree || findings.drift.isOutput)
        return std::nullopt;
    return simpleFault(
        u"layer-fault"_s,
        Judgement::tr("The fault lies inside the layer “%1”: what it reads agrees with the model, what "
                      "it gives does not.")
            .arg(findings.drift.layer),
        Judgement::tr("Let this layer run on the CPU (node_info, run_on_cpu) or change its settings, and "
                      "report it to the vendor with its inputs."),
        Judgement::tr("Give the layer's dumped inputs to the model's layer alone: if it gives what the "
                      "board gives, this is not the cause."),
        0.85);
}

/// The board does what the quantized model does; what is wrong lies before it, or nothing is.
Verdict boardIsFine(const Findings& findings)
{
    if (auto training = trainingFault(findings))
        return *training;
    if (auto other = otherModelFault(findings))
        return *other;
    constexpr double clearlyWrongDb = 20.0;
    if (findings.drift.sqnrDb < clearlyWrongDb) {
        if (auto layer = layerFault(findings))
            return *layer;
    }
    const auto loses = [&](double bound) {
        return std::ranges::find_if(findings.ladder, [bound](const LadderStep& step) { return step.cosine < bound; });
    };
    const auto slightly = loses(calibrationLossBelow);
    if (slightly != findings.ladder.end() && slightly->step.endsWith(u"calibrated"_s)) {
        if (auto calibration = calibrationFault(findings))
            return *calibration;
    }
    const auto lossy = loses(stageLossBelow);
    if (lossy != findings.ladder.end()) {
        Verdict verdict = simpleFault(u"stage-loss"_s,
                                      Judgement::tr("The board computes what the quantized model does; the result is "
                                                    "lost before it, between %1 (cosine %2).")
                                          .arg(lossy->step)
                                          .arg(lossy->cosine, 0, 'f', 3),
                                      {}, {}, 0.8);
        verdict.causeKey = u"calibration_parameters.calibration_type"_s;
        return verdict;
    }
    Verdict verdict;
    verdict.kind = VerdictKind::NoFault;
    verdict.sentence = Judgement::tr("No fault found: The board agrees with the quantized model to a cosine of %1 over "
                                     "%n picture(s), and it was fed what it asks for.",
                                     nullptr, static_cast<int>(findings.samples.size()))
                           .arg(findings.trial->cosineMeant, 0, 'f', 4);
    verdict.confidence = std::min(0.99, 0.8 + 0.05 * static_cast<double>(findings.samples.size()));
    verdict.wouldDisprove = Judgement::tr("A picture on which the board and the quantized model disagree.");
    return verdict;
}

Verdict unexplained(const Findings& findings, const Ranking& ranking)
{
    Verdict verdict;
    verdict.kind = VerdictKind::Unexplained;
    if (ranking.equals.size() > mostAlternatives) {
        verdict.sentence = Judgement::tr("These data are explained by %n causes alike; run the board on pictures with "
                                         "more in them, or dump the layers.",
                                         nullptr, static_cast<int>(ranking.equals.size()));
        return verdict;
    }
    if (findings.feed.judgement == FeedJudgement::Different && (!findings.trial || agrees(findings))) {
        verdict.sentence = Judgement::tr("The board computes the model on what it was fed, but it was fed something "
                                         "else than the picture that was meant.");
        verdict.boardAdvice
            = Judgement::tr("Compare the bytes that the board program hands over with the input contract.");
        return verdict;
    }
    if (!findings.trial) {
        verdict.sentence = Judgement::tr("The board was fed what it asks for; its outputs are not known, so that "
                                         "nothing can be said about them.");
        return verdict;
    }
    if (findings.drift.isOutput) {
        verdict.sentence = Judgement::tr("Every dumped layer agrees; only the output “%1” differs, and none of the "
                                         "tested causes explains how. Look at how it is read after the last layer.")
                               .arg(findings.drift.layer);
        return verdict;
    }
    verdict.sentence = findings.drift.layer.isEmpty()
        ? Judgement::tr(
              "None of the tested causes explains the difference (cosine %1); dump the layers to find where it starts.")
              .arg(findings.trial->cosineMeant, 0, 'f', 3)
        : Judgement::tr(
              "None of the tested causes explains the difference (cosine %1); the first drifting layer is “%2”.")
              .arg(findings.trial->cosineMeant, 0, 'f', 3)
              .arg(findings.drift.layer);
    return verdict;
}

Verdict decide(const Findings& findings, const Ranking& ranking, const WayApart& apart, const ConfigDocument* document)
{
    if (auto fault = runFault(findings))
        return *fault;
    const bool isNamed = !ranking.equals.empty() && ranking.equals.size() <= mostAlternatives;
    if (isNamed)
        return namedFault(findings, ranking, apart, document);
    if (agrees(findings) && findings.feed.judgement != FeedJudgement::Different)
        return boardIsFine(findings);
    if (!agrees(findings) && findings.trial) {
        if (auto fault = otherModelFault(findings))
            return *fault;
        if (auto fault = layerFault(findings))
            return *fault;
    }
    return unexplained(findings, ranking);
}

void addNotes(QList<Evidence>& evidence, const Findings& findings)
{
    if (evidence.isEmpty())
        return;
    QStringList notes;
    if (!evidence.first().note.isEmpty())
        notes.append(evidence.first().note);
    if (findings.feed.judgement == FeedJudgement::AsDeclared)
        notes.append(Judgement::tr("The bytes that were fed are what the .bin asks for."));
    for (const QString& note : {findings.feed.note, findings.drift.note, findings.contradiction}) {
        if (!note.isEmpty())
            notes.append(note);
    }
    evidence.first().note = notes.join(u' ');
}

} // namespace

Verdict judge(const Findings& findings, const Ranking& ranking, const WayApart& apart, const ConfigDocument* document)
{
    Verdict verdict = decide(findings, ranking, apart, document);
    if (verdict.evidence.isEmpty())
        verdict.evidence = evidenceOf(findings, ranking);
    if (verdict.kind != VerdictKind::NoFault)
        addNotes(verdict.evidence, findings);
    verdict.firstDrift = findings.drift.layer;
    verdict.ladder = findings.ladder;
    return verdict;
}

} // namespace driftscope
