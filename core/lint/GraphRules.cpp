// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct GraphRules
{
    Q_DECLARE_TR_FUNCTIONS(GraphRules)
};

const QString onnxModel = u"model_parameters.onnx_model"_s;
const QString inputShape = u"input_parameters.input_shape"_s;

void checkIrVersion(const LintContext& context)
{
    constexpr qint64 newestDocumented = 7;
    if (!context.subject().model || context.subject().model->irVersion() <= newestDocumented)
        return;
    context.report(Severity::Warning, onnxModel,
                   GraphRules::tr("The model's format has IR version %1; the toolchain documents up to 7.")
                       .arg(context.subject().model->irVersion()),
                   GraphRules::tr("IR 9 with opset 11 has been converted without complaint, but older tools refuse it. "
                                  "Save the model with an older onnx package to be sure."),
                   lintSource::publishedLogs);
}

void checkOpset(const LintContext& context)
{
    if (!context.subject().model)
        return;
    for (const OpsetImport& opset : context.subject().model->opsets()) {
        const bool standard = opset.domain.isEmpty() || opset.domain == "ai.onnx"_L1;
        if (!standard || opset.version == 10 || opset.version == 11)
            continue;
        context.report(
            Severity::Error, onnxModel,
            GraphRules::tr("The toolchain will refuse the model: its opset is %1.").arg(opset.version),
            GraphRules::tr("Only opset 10 and 11 are supported; the tool says so and stops. Export with opset 11."),
            lintSource::x5Manual);
    }
}

void checkDynamicInputs(const LintContext& context)
{
    if (!context.subject().model)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!shape || shape->isKnown() || !context.item(inputShape, i).isEmpty())
            continue;
        context.report(Severity::Error, context.isGiven(inputShape) ? inputShape : onnxModel,
                       GraphRules::tr("The toolchain will stop: %1 has the shape %2 and the config fixes none.")
                           .arg(context.inputLabel(i), shape->displayText()),
                       GraphRules::tr("Sizes that vary are read as 0. Write the shape that the board will be fed into "
                                      "input_shape."),
                       lintSource::x3Manual);
    }
}

void checkOutputCount(const LintContext& context)
{
    constexpr qsizetype most = 32;
    const QString outputNodes = u"model_parameters.output_nodes"_s;
    const bool chosen = context.isGiven(outputNodes);
    qsizetype outputs = context.list(outputNodes).size();
    if (!chosen)
        outputs = context.subject().model ? static_cast<qsizetype>(context.subject().model->outputs().size()) : 0;
    if (outputs <= most)
        return;
    context.report(Severity::Error, chosen ? outputNodes : onnxModel,
                   GraphRules::tr("The toolchain will refuse the model: it has %1 outputs.").arg(outputs),
                   GraphRules::tr("A board model has 32 outputs at the most."), lintSource::x5Manual);
}

void checkNoWork(const LintContext& context)
{
    if (!context.subject().model || context.subject().model->nodeCount() == 0)
        return;
    if (WorkReach(*context.subject().model).hasWork())
        return;
    context.report(Severity::Warning, onnxModel,
                   GraphRules::tr("The toolchain will probably find nothing to run on the BPU."),
                   GraphRules::tr("The model has no convolution, matrix product or pooling; without one the tool stops "
                                  "with “There is no node can execute on BPU in this model”."),
                   lintSource::x5Manual);
}

/// A stage that the toolchain wrote, by its nodes or by its name.
bool isStage(const LintContext& context)
{
    static const QStringList endings{u"_original_float_model"_s, u"_optimized_float_model"_s, u"_calibrated_model"_s,
                                     u"_quantized_model"_s};
    const QString stem = QFileInfo(context.config().onnxModel).completeBaseName();
    const bool named = std::ranges::any_of(endings, [&](const QString& ending) { return stem.endsWith(ending); });
    if (named || !context.subject().model)
        return named;
    return std::ranges::any_of(context.subject().model->nodes(), [](const Node& node) {
        return node.opType.startsWith("HzSQuantized"_L1) || node.opType.startsWith("HzQuantized"_L1)
            || node.opType == "HzPreprocess"_L1 || node.opType == "HzCalibration"_L1;
    });
}

void checkIsStage(const LintContext& context)
{
    if (!isStage(context))
        return;
    context.report(Severity::Error, onnxModel,
                   GraphRules::tr("The model is a stage that the toolchain wrote, not the float model to convert."),
                   GraphRules::tr("Its preprocessing or its integers are already inside; converting it again applies "
                                  "them twice or fails. Name the ONNX file that was exported from training."),
                   lintSource::x3Manual);
}

} // namespace

QList<NamedCheck> graphRules()
{
    return {{"ir-version-undocumented"_L1, checkIrVersion}, {"opset-undocumented"_L1, checkOpset},
            {"dynamic-input-shape"_L1, checkDynamicInputs}, {"too-many-outputs"_L1, checkOutputCount},
            {"nothing-for-the-bpu"_L1, checkNoWork},        {"model-is-a-stage"_L1, checkIsStage}};
}

} // namespace driftscope
