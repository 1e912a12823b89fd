// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ConversionPreview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ConversionPreview
{
    Q_DECLARE_TR_FUNCTIONS(ConversionPreview)
};

/// The toolchain reads NHWC where input_layout_rt is not written.
TensorLayout layoutInForce(const InputConfig& input)
{
    return input.layoutRt == TensorLayout::Unknown ? TensorLayout::NHWC : input.layoutRt;
}

bool hasColourPlanes(InputType type)
{
    return type == InputType::Rgb || type == InputType::Bgr || type == InputType::Yuv444;
}

std::optional<Shape> shapeOf(const InputConfig& input, const Graph* model, qsizetype position)
{
    if (input.shape)
        return input.shape;
    if (model == nullptr || position >= static_cast<qsizetype>(model->inputs().size()))
        return std::nullopt;
    return model->value(model->inputs()[static_cast<std::size_t>(position)]).shape;
}

QString nameOf(const InputConfig& input, const Graph* model, qsizetype position)
{
    if (!input.name.isEmpty())
        return input.name;
    if (model != nullptr && position < static_cast<qsizetype>(model->inputs().size()))
        return model->value(model->inputs()[static_cast<std::size_t>(position)]).name;
    return u"input"_s;
}

/// The shape as the board program sees it: that of the model, which is in training layout, brought to `to`.
QString shapeText(const std::optional<Shape>& shape, TensorLayout from, TensorLayout to)
{
    if (!shape)
        return ConversionPreview::tr("shape as in the model");
    Shape turned = *shape;
    if (shape->rank() == 4 && from == TensorLayout::NCHW && to == TensorLayout::NHWC)
        turned = Shape{(*shape)[0], (*shape)[2], (*shape)[3], (*shape)[1]};
    else if (shape->rank() == 4 && from == TensorLayout::NHWC && to == TensorLayout::NCHW)
        turned = Shape{(*shape)[0], (*shape)[3], (*shape)[1], (*shape)[2]};
    return turned.toString().replace(u'x', u'×');
}

QString preprocessReason(const InputConfig& input)
{
    const QString rt = inputTypeName(input.typeRt);
    const QString train = inputTypeName(input.typeTrain);
    const bool converts = input.typeRt != input.typeTrain && input.typeTrain != InputType::Unknown;
    const bool normalizes = input.norm != NormType::NoPreprocess;
    if (converts && normalizes) {
        return ConversionPreview::tr("The board feeds %1 pixels and the model was trained on %2: the colours are "
                                     "converted and the normalization of norm_type is done inside the model.")
            .arg(rt, train);
    }
    if (converts)
        return ConversionPreview::tr("The board feeds %1 pixels and the model was trained on %2.").arg(rt, train);
    if (normalizes) {
        return ConversionPreview::tr("norm_type puts the normalization into the model; the board program must not "
                                     "normalize again.");
    }
    return ConversionPreview::tr("Pixels reach the quantized model as numbers from −128 to 127; this node shifts them "
                                 "back.");
}

QString layoutReason(March march)
{
    const QString reason = ConversionPreview::tr("input_layout_rt is NCHW and the BPU computes in NHWC, so that the "
                                                 "toolchain packs a transpose into the .bin.");
    if (march != March::Bernoulli2)
        return reason;
    return ConversionPreview::tr("%1 On bernoulli2 this conversion has been seen to go wrong: prefer NHWC.")
        .arg(reason);
}

void previewPicture(InputPreview& preview, const InputConfig& input, March march, const std::optional<Shape>& shape)
{
    const TensorLayout train = input.layoutTrain == TensorLayout::Unknown ? TensorLayout::NCHW : input.layoutTrain;
    const TensorLayout rt = layoutInForce(input);
    const QString node = u"HZ_PREPROCESS_FOR_"_s % preview.input;
    if (hasColourPlanes(input.typeRt) && rt == TensorLayout::NCHW) {
        preview.inserted.append(
            {node % u"_NCHW2NHWC_LayoutConvert_Input0"_s, layoutReason(march), u"input_parameters.input_layout_rt"_s});
    }
    const bool isNormalized = input.norm != NormType::NoPreprocess;
    preview.inserted.append({node, preprocessReason(input),
                             isNormalized ? u"input_parameters.norm_type"_s : u"input_parameters.input_type_rt"_s});
    if (input.typeRt == InputType::Nv12) {
        preview.boardFeeds = ConversionPreview::tr("NV12 as the camera delivers it, uint8, for a picture of %1, 0…255")
                                 .arg(shapeText(shape, train, train));
    } else {
        preview.boardFeeds
            = ConversionPreview::tr("uint8 %1, %2 (%3), 0…255")
                  .arg(inputTypeName(input.typeRt).toUpper(), shapeText(shape, train, rt), layoutName(rt));
    }
    preview.reason = isNormalized
        ? ConversionPreview::tr("Raw pixels: mean and scale are applied inside the model.")
        : ConversionPreview::tr("Raw pixels: no mean or scale is configured, and none may be applied outside.");
}

void previewFeaturemap(InputPreview& preview, const InputConfig& input, const std::optional<Shape>& shape)
{
    const TensorLayout train = input.layoutTrain == TensorLayout::Unknown ? TensorLayout::NCHW : input.layoutTrain;
    const TensorLayout rt = input.layoutRt == TensorLayout::Unknown ? train : input.layoutRt;
    if (rt != train) {
        preview.inserted.append({preview.input
                                     % (rt == TensorLayout::NHWC ? u"_NHWC2NCHW_LayoutConvert_Input0"_s
                                                                 : u"_NCHW2NHWC_LayoutConvert_Input0"_s),
                                 ConversionPreview::tr("The layout at run time differs from the one in training."),
                                 u"input_parameters.input_layout_rt"_s});
    }
    preview.boardFeeds = ConversionPreview::tr("float32, %1 (%2), prepared as in training")
                             .arg(shapeText(shape, train, rt), layoutName(rt));
    preview.reason
        = ConversionPreview::tr("A featuremap is fed as the model was trained on it; nothing is done to it.");
}

} // namespace

QList<InputPreview> previewConversion(const ConversionConfig& config, const Graph* model)
{
    QList<InputPreview> previews;
    const QList<InputConfig> inputs = config.inputs.isEmpty() ? QList<InputConfig>{InputConfig()} : config.inputs;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const InputConfig& input = inputs[i];
        InputPreview preview;
        preview.input = nameOf(input, model, i);
        const auto shape = shapeOf(input, model, i);
        if (input.typeRt == InputType::Unknown)
            preview.boardFeeds = ConversionPreview::tr("Not known yet: input_type_rt is missing.");
        else if (isImageType(input.typeRt))
            previewPicture(preview, input, config.march, shape);
        else
            previewFeaturemap(preview, input, shape);
        previews.append(preview);
    }
    return previews;
}

} // namespace driftscope
