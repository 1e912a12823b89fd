// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Ladder.h"

#include "core/stages/StageInput.h"
#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Ladder
{
    Q_DECLARE_TR_FUNCTIONS(Ladder)
};

constexpr double equalAbove = 0.9999;
constexpr double closeAbove = 0.98;

struct Rung
{
    Stage stage;
    const std::optional<GraphDraft>* model;
};

QString statusOf(double cosine)
{
    if (cosine >= equalAbove)
        return u"equal"_s;
    return cosine >= closeAbove ? u"close"_s : u"differs"_s;
}

/// The picture that was meant, back as RGB of its own size, so that each stage can be given it in its own way.
std::optional<Tensor> rgbPicture(const BoardSample& sample, const PreparedSample& prepared, const InputConfig& config)
{
    if (sample.picture)
        return sample.picture;
    const Tensor& meant = prepared.hypothesis.meant;
    const Shape flat{meant.shape()[1], meant.shape()[2], meant.shape()[3]};
    if (config.typeRt == InputType::Rgb)
        return reshaped(meant, flat);
    if (config.typeRt == InputType::Bgr)
        return reshaped(channelsReversed(meant), flat);
    return std::nullopt;
}

Result<std::vector<std::vector<float>>> runStage(const DiagnosisSubject& subject, const Rung& rung,
                                                 const InputConfig& config, const QList<Tensor>& pictures,
                                                 const QStringList& outputNames)
{
    auto session = InferenceSession::openDraft(subject.runtime, **rung.model);
    if (!session)
        return forward(session);
    std::vector<std::vector<float>> rows;
    const ValueDraft& input = (*session)->inputs().first();
    for (const Tensor& picture : pictures) {
        auto tensor = pictureForStage(picture, rung.stage, config, input.type, input.shape.value_or(Shape{}));
        if (!tensor)
            return forward(tensor);
        auto outputs = (*session)->run({{input.name, *tensor}});
        if (!outputs)
            return forward(outputs);
        Capture capture;
        for (const NamedTensor& output : *outputs)
            capture.tensors.append({output.name, {}, output.tensor, false, true});
        rows.push_back(outputsOf(capture, outputNames));
    }
    return rows;
}

double meanAgreement(const std::vector<std::vector<float>>& a, const std::vector<std::vector<float>>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += agreement(a[i], b[i]);
    return a.empty() ? 0.0 : sum / static_cast<double>(a.size());
}

} // namespace

Result<QList<LadderStep>> climbLadder(const DiagnosisSubject& subject, const InputConfig& config,
                                      const std::vector<PreparedSample>& samples, double boardAgreement,
                                      const CancelToken& cancel)
{
    QList<Tensor> pictures;
    for (const PreparedSample& sample : samples) {
        if (auto picture = rgbPicture(subject.samples[sample.source], sample, config))
            pictures.append(*picture);
    }
    QStringList outputNames;
    if (subject.quantized) {
        for (const ValueDraft& output : subject.quantized->outputs)
            outputNames.append(output.name);
    }
    const std::array rungs{Rung{Stage::Float, &subject.floatModel}, Rung{Stage::OriginalFloat, &subject.originalFloat},
                           Rung{Stage::OptimizedFloat, &subject.optimizedFloat},
                           Rung{Stage::Calibrated, &subject.calibrated}, Rung{Stage::Quantized, &subject.quantized}};
    QList<LadderStep> steps;
    std::optional<Stage> lastStage;
    std::vector<std::vector<float>> lastRows;
    for (const Rung& rung : rungs) {
        if (!*rung.model || pictures.isEmpty())
            continue;
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Ladder::tr("The diagnosis was cancelled."));
        auto rows = runStage(subject, rung, config, pictures, outputNames);
        if (!rows)
            return forward(rows);
        if (lastStage) {
            const double cosine = meanAgreement(lastRows, *rows);
            steps.append({stageKey(*lastStage) % u" ↔ "_s % stageKey(rung.stage), statusOf(cosine), {}, cosine});
        }
        lastStage = rung.stage;
        lastRows = std::move(*rows);
    }
    steps.append({u"quantized ↔ board"_s, statusOf(boardAgreement), {}, boardAgreement});
    return steps;
}

} // namespace driftscope
