// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct GraphInputRules
{
    Q_DECLARE_TR_FUNCTIONS(GraphInputRules)
};

const QString typeTrain = u"input_parameters.input_type_train"_s;
const QString layoutTrain = u"input_parameters.input_layout_train"_s;
const QString normType = u"input_parameters.norm_type"_s;

void checkPictureRank(const LintContext& context)
{
    if (context.config().march == March::Bernoulli2)
        return; // every input needs four axes there, which another rule says
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!isImageType(context.config().inputs[i].typeTrain) || !shape || shape->rank() == 4)
            continue;
        context.report(
            Severity::Error, typeTrain,
            GraphInputRules::tr("%1 cannot be a picture: its shape is %2.")
                .arg(context.inputLabel(i), shape->displayText()),
            GraphInputRules::tr("Pictures have four axes, NCHW or NHWC. What is no picture is a featuremap."),
            lintSource::x3Manual);
    }
}

void checkChannels(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const std::optional<Shape> shape = context.shapeOf(i);
        const int channels = channelCount(input.typeTrain);
        if (channels == 0 || input.layoutTrain == TensorLayout::Unknown || !shape || shape->rank() != 4)
            continue;
        const bool nchw = input.layoutTrain == TensorLayout::NCHW;
        const qint64 declared = (*shape)[nchw ? 1 : 3];
        // The right size in the other place is a matter of the layout, another rule's.
        if (declared < 0 || declared == channels || (*shape)[nchw ? 3 : 1] == channels)
            continue;
        context.report(Severity::Error, typeTrain,
                       GraphInputRules::tr("%1 has %2 channels, but %3 pictures have %4.")
                           .arg(context.inputLabel(i))
                           .arg(declared)
                           .arg(inputTypeName(input.typeTrain))
                           .arg(channels),
                       GraphInputRules::tr("The preprocessing that the toolchain puts in front would not fit the "
                                           "model. One channel is gray; other numbers are a featuremap."),
                       lintSource::x3Manual);
    }
}

void checkFirstConv(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const ValueId value = context.modelInput(i);
        const TensorLayout declared = context.config().inputs[i].layoutTrain;
        const TensorLayout shown
            = value.isValid() ? layoutOfReaders(*context.subject().model, value) : TensorLayout::Unknown;
        if (declared == TensorLayout::Unknown || shown == TensorLayout::Unknown || declared == shown)
            continue;
        context.report(
            Severity::Error, layoutTrain,
            GraphInputRules::tr("The model takes %1 as %2, but the config says %3.")
                .arg(context.inputLabel(i), layoutName(shown), layoutName(declared)),
            GraphInputRules::tr("Convolutions of ONNX are NCHW, and the first one reads this input directly or through "
                                "a transpose. Calibration and preprocessing would take the axes for each other."),
            lintSource::x3Manual, context.setItem(layoutTrain, i, layoutName(shown)));
    }
}

void checkNormInModel(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const ValueId value = context.modelInput(i);
        if (!value.isValid() || !isImageType(input.typeTrain))
            continue;
        const bool inside = isNormalisedInside(*context.subject().model, value);
        if (inside && input.norm != NormType::NoPreprocess) {
            context.report(
                Severity::Warning, normType,
                GraphInputRules::tr("%1 will be normalised twice: by norm_type and by the model itself.")
                    .arg(context.inputLabel(i)),
                GraphInputRules::tr("The first node of the model already calculates with constants. Either it is taken "
                                    "out at export, or norm_type is no_preprocess."),
                lintSource::x5Manual, context.setItem(normType, i, u"no_preprocess"_s));
        }
    }
}

void checkNoNorm(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool written = context.item(normType, i) == "no_preprocess"_L1;
        if (!written || !isImageType(input.typeTrain))
            continue;
        const ValueId value = context.modelInput(i);
        if (value.isValid() && isNormalisedInside(*context.subject().model, value))
            continue;
        const bool valuesLeft = !input.mean.empty() || !input.scale.empty();
        context.report(
            valuesLeft ? Severity::Warning : Severity::Info, normType,
            valuesLeft
                ? GraphInputRules::tr("The mean and scale of %1 are not applied: norm_type is no_preprocess.")
                      .arg(context.inputLabel(i))
                : GraphInputRules::tr("The model will be given pixels of 0 to 255 as they are: %1 is not normalised.")
                      .arg(context.inputLabel(i)),
            GraphInputRules::tr(
                "That is right only for a model that was trained so. The log shows it: the threshold of "
                "the first convolution is then in the hundreds."),
            lintSource::publishedLogs);
    }
}

} // namespace

QList<NamedCheck> graphInputRules()
{
    return {{"picture-without-four-axes"_L1, checkPictureRank},
            {"channels-contradict-type"_L1, checkChannels},
            {"layout-train-contradicts-first-conv"_L1, checkFirstConv},
            {"norm-also-in-model"_L1, checkNormInModel},
            {"picture-not-normalised"_L1, checkNoNorm}};
}

} // namespace driftscope
