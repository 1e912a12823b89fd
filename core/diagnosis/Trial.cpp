// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Trial.h"

#include "core/stages/StageInput.h"

#include <QCoreApplication>

#include <limits>

namespace driftscope {

namespace {

struct Trials
{
    Q_DECLARE_TR_FUNCTIONS(Trials)
};

constexpr double doesNotApply = -std::numeric_limits<double>::infinity();

using PictureOf = std::function<std::optional<Tensor>(const PreparedSample&)>;

Result<double> meanAgreement(const Predictor& predictor, const std::vector<PreparedSample>& samples,
                             const PictureOf& pictureOf)
{
    double sum = 0;
    for (const PreparedSample& sample : samples) {
        const std::optional<Tensor> picture = pictureOf(sample);
        if (!picture)
            return doesNotApply;
        auto outputs = predictor.outputsFor(*picture);
        if (!outputs)
            return forward(outputs);
        sum += agreement(*outputs, sample.boardOutputs);
    }
    return sum / static_cast<double>(samples.size());
}

/// The float model on pixels without mean and scale, against the board.
Result<double> plainPixelAgreement(const DiagnosisSubject& subject, const std::vector<PreparedSample>& samples,
                                   const InputConfig& config)
{
    if (!subject.floatModel || subject.floatModel->inputs.size() != 1)
        return doesNotApply;
    auto session = InferenceSession::openDraft(subject.runtime, *subject.floatModel);
    if (!session)
        return forward(session);
    InputConfig plain = config;
    plain.norm = NormType::NoPreprocess;
    const ValueDraft& input = (*session)->inputs().first();
    double sum = 0;
    for (const PreparedSample& sample : samples) {
        const std::optional<Tensor>& picture = subject.samples[sample.source].picture;
        if (!picture)
            return doesNotApply;
        auto tensor = pictureForStage(*picture, Stage::Float, plain, input.type, input.shape.value_or(Shape{}));
        if (!tensor)
            return doesNotApply;
        auto outputs = (*session)->run({{input.name, *tensor}});
        if (!outputs)
            return forward(outputs);
        std::vector<float> row;
        for (const NamedTensor& output : *outputs) {
            const std::vector<float> values = output.tensor.toRealValues();
            row.insert(row.end(), values.begin(), values.end());
        }
        sum += agreement(row, sample.boardOutputs);
    }
    return sum / static_cast<double>(samples.size());
}

} // namespace

Result<Trial> tryHypotheses(const DiagnosisSubject& subject, const Predictor& predictor,
                            const std::vector<Hypothesis>& hypotheses, const std::vector<PreparedSample>& samples,
                            const InputConfig& config, const CancelToken& cancel, Progress& progress)
{
    Trial trial;
    const auto keep = [](double& target, const Result<double>& value) -> Result<void> {
        if (!value)
            return forward(value);
        target = *value;
        return {};
    };
    const auto meant = [](const PreparedSample& sample) -> std::optional<Tensor> { return sample.hypothesis.meant; };
    const auto fed = [](const PreparedSample& sample) -> std::optional<Tensor> {
        return decoded(sample.hypothesis.fed, sample.hypothesis.size, sample.hypothesis.declared);
    };
    if (auto done = keep(trial.agreementMeant, meanAgreement(predictor, samples, meant)); !done)
        return forward(done);
    if (auto done = keep(trial.agreementFed, meanAgreement(predictor, samples, fed)); !done)
        return forward(done);
    for (const Hypothesis& hypothesis : hypotheses) {
        progress.report(static_cast<qint64>(trial.scores.size()), static_cast<qint64>(hypotheses.size()),
                        Trials::tr("Testing: %1").arg(hypothesis.title));
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Trials::tr("The diagnosis was cancelled."));
        const Result<double> score = hypothesis.onFloatModelWithPlainPixels
            ? plainPixelAgreement(subject, samples, config)
            : meanAgreement(predictor, samples,
                            [&](const PreparedSample& sample) { return hypothesis.seen(sample.hypothesis); });
        if (!score)
            return forward(score);
        trial.scores.push_back(*score);
    }
    return trial;
}

} // namespace driftscope
