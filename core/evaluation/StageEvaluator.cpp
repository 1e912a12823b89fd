// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Evaluation.h"

#include "core/evaluation/Tally.h"
#include "core/runtime/InferenceSession.h"
#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct StageEvaluator
{
    Q_DECLARE_TR_FUNCTIONS(StageEvaluator)
};

Result<Prediction> predict(const InferenceSession& session, Stage stage, const InputConfig& config,
                           const LabelledSample& sample)
{
    auto picture = readPicture(sample.file);
    if (!picture)
        return forward(picture);
    const ValueDraft& input = session.inputs().first();
    auto tensor = pictureForStage(*picture, stage, config, input.type, input.shape.value_or(Shape{}));
    if (!tensor)
        return forward(tensor);
    auto outputs = session.run({{input.name, std::move(*tensor)}});
    if (!outputs)
        return forward(outputs);
    return predictionOf(outputs->first().tensor.toRealValues(), sample.label);
}

} // namespace

Result<StageEvaluation> evaluateStage(const std::shared_ptr<const OnnxRuntime>& runtime, Stage stage,
                                      const QString& file, const ConversionConfig& config, const LabelledData& data,
                                      const CancelToken& cancel, Progress& progress)
{
    if (!runtime)
        return failure(ErrorKind::Unavailable,
                       StageEvaluator::tr("“%1” cannot be evaluated without ONNX Runtime.").arg(file));
    auto session = InferenceSession::openFile(runtime, file, {true, 2});
    if (!session)
        return forward(session);
    if ((*session)->inputs().size() != 1) {
        return failure(
            ErrorKind::Unsupported,
            StageEvaluator::tr(
                "“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.")
                .arg(file)
                .arg((*session)->inputs().size()));
    }
    const InputConfig input = config.inputs.isEmpty() ? InputConfig{} : config.inputs.first();
    std::vector<Prediction> predictions;
    for (const LabelledSample& sample : data.samples) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, StageEvaluator::tr("The evaluation was cancelled."));
        progress.report(static_cast<qint64>(predictions.size()), data.samples.size(),
                        StageEvaluator::tr("Evaluating %1").arg(QFileInfo(file).fileName()));
        auto prediction = predict(**session, stage, input, sample);
        if (!prediction)
            return forward(prediction);
        predictions.push_back(*prediction);
    }
    return tally(stage, file, data, std::move(predictions));
}

} // namespace driftscope
