// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Diagnosis.h"

#include "core/diagnosis/Judgement.h"
#include "core/diagnosis/Ladder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Diagnoses
{
    Q_DECLARE_TR_FUNCTIONS(Diagnoses)
};

/// The config of the picture input, completed from the .bin where the YAML is silent or absent.
InputConfig pictureConfig(const DiagnosisSubject& subject)
{
    InputConfig config;
    if (subject.config && !subject.config->inputs.isEmpty())
        config = subject.config->inputs.first();
    if (subject.board && !subject.board->inputs.isEmpty()) {
        const BoardTensorInfo& input = subject.board->inputs.first();
        if (config.typeRt == InputType::Unknown)
            config.typeRt = input.inputType;
        if (config.name.isEmpty())
            config.name = input.name;
    }
    if (config.typeTrain == InputType::Unknown)
        config.typeTrain = config.typeRt;
    return config;
}

TensorLayout declaredLayout(const DiagnosisSubject& subject, const InputConfig& config)
{
    if (config.typeRt == InputType::Nv12)
        return TensorLayout::NHWC; // of the picture that the runtime makes of the planes
    if (subject.board && !subject.board->inputs.isEmpty()) {
        const TensorLayout layout = subject.board->inputs.first().layout;
        if (layout != TensorLayout::Unknown)
            return layout;
    }
    return config.layoutRt == TensorLayout::NCHW ? TensorLayout::NCHW : TensorLayout::NHWC;
}

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
    if (!subject.quantized) {
        return failure(ErrorKind::NotFound,
                       Diagnoses::tr("The quantized model is needed as the reference; keep *_quantized_model.onnx "
                                     "beside the .bin or name it."));
    }
    return {};
}

Result<Findings> investigate(const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress)
{
    Findings findings;
    findings.config = pictureConfig(subject);
    findings.declared = declaredLayout(subject, findings.config);
    const std::optional<PictureSize> size = pictureSizeOf(subject);
    if (!size || !isImageType(findings.config.typeRt)) {
        return failure(ErrorKind::Unsupported,
                       Diagnoses::tr("Only models with a picture as their first input can be diagnosed; compare the "
                                     "captures with “diff” instead."));
    }
    auto predictor = Predictor::open(subject.runtime, *subject.quantized);
    if (!predictor)
        return forward(predictor);
    findings.samples = prepareSamples(subject, *size, findings.declared, findings.config, predictor->outputNames());
    if (findings.samples.empty()) {
        return failure(ErrorKind::InvalidArgument,
                       Diagnoses::tr("The captures hold no outputs of this model, or not the bytes that were fed; "
                                     "capture them again with “run”."));
    }
    findings.hypotheses = pictureHypotheses(findings.config, findings.declared, marchOf(subject));
    auto trial
        = tryHypotheses(subject, *predictor, findings.hypotheses, findings.samples, findings.config, cancel, progress);
    if (!trial)
        return forward(trial);
    findings.trial = std::move(*trial);
    auto drift = findFirstDrift(subject, *predictor, findings.samples, cancel, progress);
    if (!drift)
        return forward(drift);
    findings.drift = std::move(*drift);
    progress.report(0, 0, Diagnoses::tr("Climbing the ladder from float to board"));
    auto ladder = climbLadder(subject, findings.config, findings.samples, findings.trial.agreementMeant, cancel);
    if (!ladder)
        return forward(ladder);
    findings.ladder = std::move(*ladder);
    if (subject.board)
        findings.contradiction = packedConversionContradiction(*subject.board);
    return findings;
}

} // namespace

Result<Verdict> diagnose(const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress)
{
    if (auto checked = checkSubject(subject); !checked)
        return forward(checked);
    auto findings = investigate(subject, cancel, progress);
    if (!findings)
        return forward(findings);
    return judge(*findings, subject.document);
}

} // namespace driftscope
