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

/// Mean cosine from which a prediction counts as the board's own result. Integer arithmetic that differs in the last
/// bit stays above 0.995; wrong pixels stay well below.
constexpr double explainsAbove = 0.99;
/// A cause that leaves less than this share of the difference is the cause, however small the difference is: the board
/// and the quantized model compute the same integers, and one picture may look much alike in both layouts.
constexpr double decisiveRemainder = 0.1;
/// Above it what is left is rounding, which no cause needs to explain.
constexpr double roundingAbove = 0.999;
/// How sure the fed bytes alone make a verdict about the feed.
constexpr double provenByBytes = 0.9;
/// A stage that loses this much is itself the cause.
constexpr double stageLossBelow = 0.9;

FeedJudgement commonFeed(const std::vector<PreparedSample>& samples)
{
    for (const FeedJudgement judgement :
         {FeedJudgement::AsDeclared, FeedJudgement::OtherLayout, FeedJudgement::Different}) {
        const auto count = std::ranges::count(samples, judgement, &PreparedSample::feed);
        if (2 * count > static_cast<qsizetype>(samples.size()))
            return judgement;
    }
    return FeedJudgement::Unknown;
}

/// Whether the bytes themselves rule the hypothesis out.
bool ruledOutByBytes(const Hypothesis& hypothesis, FeedJudgement feed)
{
    if (feed == FeedJudgement::AsDeclared)
        return hypothesis.id.startsWith("fed-"_L1) || hypothesis.id == "colour-order-swapped"_L1
            || hypothesis.id == "chroma-order-swapped"_L1;
    if (feed == FeedJudgement::OtherLayout)
        return hypothesis.id != "fed-other-layout"_L1 && hypothesis.side == FaultSide::Feed;
    return false;
}

QList<Evidence> evidenceOf(const Findings& findings, FeedJudgement feed)
{
    QList<Evidence> evidence;
    for (std::size_t i = 0; i < findings.hypotheses.size(); ++i) {
        if (!std::isfinite(findings.trial.scores[i]))
            continue;
        const Hypothesis& hypothesis = findings.hypotheses[i];
        Evidence item{
            hypothesis.id, hypothesis.title, findings.trial.scores[i], findings.trial.agreementMeant, false, {}};
        const bool ruledOut = ruledOutByBytes(hypothesis, feed);
        item.explains = item.score >= explainsAbove && !ruledOut && item.score > item.scoreWithout;
        if (ruledOut)
            item.note = Judgement::tr("The bytes that were fed rule this out.");
        evidence.append(item);
    }
    std::ranges::stable_sort(evidence, [](const Evidence& a, const Evidence& b) {
        return a.explains != b.explains ? a.explains : a.score > b.score;
    });
    return evidence;
}

const Hypothesis* winner(const Findings& findings, const QList<Evidence>& evidence, FeedJudgement feed)
{
    if (evidence.isEmpty() || !evidence.first().explains)
        return nullptr;
    // Fed bytes that are known to be wrong, and a board that computes the model on them: the feed it is.
    const bool boardIsRight = findings.trial.agreementFed >= explainsAbove;
    const bool feedIsWrong = feed == FeedJudgement::OtherLayout || feed == FeedJudgement::Different;
    for (const Evidence& item : evidence) {
        if (!item.explains)
            break;
        const auto found = std::ranges::find(findings.hypotheses, item.hypothesis, &Hypothesis::id);
        if (boardIsRight && feedIsWrong && found->side == FaultSide::Conversion)
            continue;
        return &*found;
    }
    return nullptr;
}

double confidenceOf(const Findings& findings, const QList<Evidence>& evidence)
{
    const Evidence& best = evidence.first();
    const double gain = std::clamp((best.score - best.scoreWithout) / 0.3, 0.0, 1.0);
    const double runnerUp = evidence.size() > 1 ? evidence[1].score : 0.0;
    const double lead = std::clamp((best.score - runnerUp) / 0.1, 0.0, 1.0);
    const double breadth = std::min(1.0, static_cast<double>(findings.samples.size()) / 4.0);
    return std::clamp(0.45 + 0.25 * gain + 0.2 * lead + 0.1 * breadth, 0.0, 0.99);
}

/// Whether the bytes that were fed are known, from the picture, to be those of the cause.
bool isProvenByBytes(const Hypothesis& cause, const Findings& findings, FeedJudgement feed)
{
    return feed == FeedJudgement::OtherLayout && cause.id == "fed-other-layout"_L1
        && std::ranges::all_of(findings.samples, &PreparedSample::pictureKnown);
}

/// Whether a board that nearly agrees with the model has a fault all the same.
bool isDecisive(const Hypothesis& cause, const Findings& findings, const QList<Evidence>& evidence, FeedJudgement feed)
{
    const auto found = std::ranges::find(evidence, cause.id, &Evidence::hypothesis);
    const double difference = 1.0 - findings.trial.agreementMeant;
    if (1.0 - found->score > decisiveRemainder * difference)
        return false;
    return findings.trial.agreementMeant < roundingAbove || isProvenByBytes(cause, findings, feed);
}

QString agreementNote(const Findings& findings)
{
    return Judgement::tr("The board agrees with the quantized model to a cosine of %1 over %n picture(s)", nullptr,
                         static_cast<int>(findings.samples.size()))
        .arg(findings.trial.agreementMeant, 0, 'f', 4);
}

const LadderStep* lossyStep(const QList<LadderStep>& ladder)
{
    const auto found
        = std::ranges::find_if(ladder, [](const LadderStep& step) { return step.cosine < stageLossBelow; });
    return found == ladder.end() ? nullptr : &*found;
}

Verdict boardIsFine(const Findings& findings)
{
    Verdict verdict;
    if (const LadderStep* step = lossyStep(findings.ladder)) {
        verdict.kind = VerdictKind::Fault;
        verdict.cause = u"stage-loss"_s;
        verdict.causeKey = u"calibration_parameters.calibration_type"_s;
        verdict.sentence = Judgement::tr("The board computes what the quantized model does; the result is lost before "
                                         "it, between %1 (cosine %2).")
                               .arg(step->step)
                               .arg(step->cosine, 0, 'f', 3);
        verdict.confidence = 0.8;
        return verdict;
    }
    verdict.kind = VerdictKind::NoFault;
    verdict.sentence
        = Judgement::tr("No fault found: %1, and it was fed what it asks for.").arg(agreementNote(findings));
    verdict.confidence = std::min(0.99, 0.8 + 0.05 * static_cast<double>(findings.samples.size()));
    verdict.wouldDisprove = Judgement::tr("A picture on which the board and the quantized model disagree.");
    return verdict;
}

Verdict unexplained(const Findings& findings, FeedJudgement feed)
{
    Verdict verdict;
    verdict.kind = VerdictKind::Unexplained;
    if (feed == FeedJudgement::Different && findings.trial.agreementFed >= explainsAbove) {
        verdict.sentence = Judgement::tr("The board computes the model on what it was fed, but it was fed something "
                                         "else than the picture that was meant.");
        verdict.boardAdvice
            = Judgement::tr("Compare the bytes that the board program hands over with the input contract.");
        return verdict;
    }
    verdict.sentence = findings.drift.layer.isEmpty()
        ? Judgement::tr(
              "None of the tested causes explains the difference (cosine %1); dump the layers to find where it starts.")
              .arg(findings.trial.agreementMeant, 0, 'f', 3)
        : Judgement::tr(
              "None of the tested causes explains the difference (cosine %1); the first drifting layer is “%2”.")
              .arg(findings.trial.agreementMeant, 0, 'f', 3)
              .arg(findings.drift.layer);
    return verdict;
}

std::optional<Fix> fixFor(const Hypothesis& cause, const Findings& findings, const ConfigDocument* document)
{
    const bool isLayout = cause.causeKey == "input_parameters.input_layout_rt"_L1;
    if (document == nullptr || !isLayout || findings.declared != TensorLayout::NCHW)
        return std::nullopt;
    return Fix{cause.causeKey, u"NHWC"_s, false,
               Judgement::tr("Set input_layout_rt to NHWC, compile again, and feed the pixels as HWC.")};
}

Verdict faultOf(const Hypothesis& cause, const Findings& findings, const QList<Evidence>& evidence, FeedJudgement feed,
                const ConfigDocument* document)
{
    Verdict verdict;
    verdict.kind = VerdictKind::Fault;
    verdict.cause = cause.id;
    verdict.causeKey = cause.causeKey;
    verdict.sentence = cause.sentence;
    verdict.boardAdvice = cause.advice;
    verdict.wouldDisprove = cause.disprove;
    verdict.confidence = confidenceOf(findings, evidence);
    if (isProvenByBytes(cause, findings, feed))
        verdict.confidence = std::max(verdict.confidence, provenByBytes);
    verdict.fix = fixFor(cause, findings, document);
    return verdict;
}

void addNotes(QList<Evidence>& evidence, const Findings& findings, FeedJudgement feed)
{
    if (evidence.isEmpty())
        return;
    QStringList notes;
    if (!evidence.first().note.isEmpty())
        notes.append(evidence.first().note);
    if (feed == FeedJudgement::AsDeclared)
        notes.append(Judgement::tr("The bytes that were fed are what the .bin asks for."));
    const PreparedSample& sample = findings.samples.front();
    if (feed == FeedJudgement::OtherLayout && !sample.pictureKnown) {
        notes.append(Judgement::tr("Read as %1 the bytes are %2 times rougher than in the other layout.")
                         .arg(layoutName(findings.declared))
                         .arg(sample.roughnessDeclared / std::max(1e-6, sample.roughnessOther), 0, 'f', 1));
    }
    if (!findings.drift.note.isEmpty())
        notes.append(findings.drift.note);
    if (!findings.contradiction.isEmpty())
        notes.append(findings.contradiction);
    evidence.first().note = notes.join(u' ');
}

} // namespace

Verdict judge(const Findings& findings, const ConfigDocument* document)
{
    const FeedJudgement feed = commonFeed(findings.samples);
    QList<Evidence> evidence = evidenceOf(findings, feed);
    const Hypothesis* cause = winner(findings, evidence, feed);
    Verdict verdict;
    const bool agrees = findings.trial.agreementMeant >= explainsAbove;
    if (cause != nullptr && (!agrees || isDecisive(*cause, findings, evidence, feed)))
        verdict = faultOf(*cause, findings, evidence, feed, document);
    else if (agrees)
        verdict = boardIsFine(findings);
    else
        verdict = unexplained(findings, feed);
    if (cause != nullptr && verdict.kind == VerdictKind::Fault) {
        const auto found = std::ranges::find(evidence, cause->id, &Evidence::hypothesis);
        std::rotate(evidence.begin(), found, found + 1);
    }
    if (verdict.kind != VerdictKind::NoFault)
        addNotes(evidence, findings, feed);
    verdict.evidence = evidence;
    verdict.firstDrift = findings.drift.layer;
    verdict.ladder = findings.ladder;
    return verdict;
}

} // namespace driftscope
