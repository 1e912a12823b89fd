// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/BoardDuties.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DutyTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::BoardDuties)
};

/// Width and height of the picture, where its shape is known.
QString sizeText(const InputForecast& forecast)
{
    if (!forecast.config.shape || forecast.config.shape->rank() != 4)
        return {};
    const Shape& shape = *forecast.config.shape;
    const int rowAxis = forecast.config.layoutTrain == TensorLayout::NHWC ? 1 : 2;
    return DutyTexts::tr("%1 pixels wide and %2 high").arg(shape[rowAxis + 1]).arg(shape[rowAxis]);
}

QString colourDuty(const InputConfig& input)
{
    switch (input.typeRt) {
    case InputType::Nv12:
        return input.videoRange
            ? DutyTexts::tr("Convert to NV12 (BT.601, luma 16…235): the plane Y, then U and V interleaved at half the "
                            "resolution.")
            : DutyTexts::tr("Convert to NV12 (BT.601, full range 0…255): the plane Y, then U and V interleaved at half "
                            "the resolution.");
    case InputType::Yuv444:
        return DutyTexts::tr("Convert to YUV (BT.601, full range 0…255) with all three values for every pixel.");
    case InputType::Rgb:
        return DutyTexts::tr("Hand over red, green, blue in this order; OpenCV reads pictures as BGR.");
    case InputType::Bgr:
        return DutyTexts::tr("Hand over blue, green, red in this order, as OpenCV reads pictures.");
    case InputType::Gray:
        return DutyTexts::tr("Hand over the luma, one value for every pixel; the plane Y of an NV12 picture is that.");
    case InputType::Featuremap:
    case InputType::Unknown:
        break;
    }
    return {};
}

QString layoutDuty(const InputForecast& forecast)
{
    if (forecast.config.typeRt == InputType::Gray)
        return {};
    if (forecast.boardFeeds.format.layout == TensorLayout::NHWC)
        return DutyTexts::tr("Keep the values of one pixel next to each other (H×W×C), as OpenCV holds pictures.");
    if (forecast.boardFeeds.format.layout == TensorLayout::NCHW)
        return DutyTexts::tr("Write one plane after the other (C×H×W); OpenCV holds pictures as H×W×C.");
    return {};
}

QString normDuty(const InputConfig& input)
{
    if (input.norm != NormType::NoPreprocess)
        return DutyTexts::tr(
            "Leave the pixels as bytes from 0 to 255: mean and scale are applied inside the model, and "
            "128 is taken off by the runtime.");
    return DutyTexts::tr("Leave the pixels as bytes from 0 to 255: the network was trained on plain pixels, and 128 is "
                         "taken off by the runtime.");
}

} // namespace

QStringList boardDuties(const InputForecast& forecast)
{
    QStringList duties;
    const InputConfig& input = forecast.config;
    const QString size = sizeText(forecast);
    if (!isImageType(input.typeRt) && input.norm != NormType::NoPreprocess) {
        duties.append(DutyTexts::tr("Prepare float32 values as in training up to mean and scale, which are applied "
                                    "inside the model."));
    } else if (!isImageType(input.typeRt)) {
        duties.append(DutyTexts::tr("Prepare float32 values exactly as in training; nothing is normalized or converted "
                                    "inside the model."));
    } else {
        if (!size.isEmpty())
            duties.append(DutyTexts::tr("Make the picture %1, by cropping and scaling as in training.").arg(size));
        duties.append(colourDuty(input));
    }
    if (const QString layout = layoutDuty(forecast); !layout.isEmpty() && !isImageType(input.typeRt))
        duties.append(DutyTexts::tr("Hand the values over in %1.").arg(layoutName(forecast.boardFeeds.format.layout)));
    else if (!layout.isEmpty())
        duties.append(layout);
    if (isImageType(input.typeRt))
        duties.append(normDuty(input));
    if (forecast.frames > 1)
        duties.append(DutyTexts::tr("Hand %1 of them over in one piece, one behind the other.").arg(forecast.frames));
    if (forecast.source == "resizer"_L1)
        duties.append(DutyTexts::tr("Give the region of the picture to the resizer, which scales it by itself."));
    return duties;
}

QStringList forecastNotes(const InputForecast& forecast, March march)
{
    QStringList notes;
    const InputConfig& input = forecast.config;
    const bool isRgb = input.typeRt == InputType::Rgb || input.typeRt == InputType::Bgr;
    if (input.typeRt == InputType::Nv12 && input.layoutRt != TensorLayout::Unknown)
        notes.append(DutyTexts::tr("input_layout_rt has no effect for nv12, which has planes instead of channels."));
    else if (input.typeRt == InputType::Gray && input.layoutRt == TensorLayout::NCHW)
        notes.append(DutyTexts::tr("With one channel NCHW and NHWC are the same bytes."));
    else if (isImageType(input.typeRt) && input.typeRt != InputType::Nv12 && input.layoutRt == TensorLayout::Unknown)
        notes.append(
            DutyTexts::tr("input_layout_rt is not written; that this means NHWC is not stated in the manual, so "
                          "better write it."));
    if (march == March::Bernoulli2 && isRgb && input.layoutRt == TensorLayout::NCHW)
        notes.append(
            DutyTexts::tr("On bernoulli2 the conversion from NCHW has been seen to go wrong: the quantized ONNX "
                          "model is right and the board is not. Prefer NHWC."));
    if (forecast.stages.last().format.layout != input.layoutTrain && input.shape && input.shape->rank() == 4)
        notes.append(DutyTexts::tr("The quantized ONNX model takes %1, though the float model takes %2.")
                         .arg(layoutName(forecast.stages.last().format.layout), layoutName(input.layoutTrain)));
    if (input.typeRt == InputType::Nv12)
        notes.append(DutyTexts::tr("The .bin declares NCHW for nv12; what it takes are the two planes all the same."));
    if (!input.shape)
        notes.append(DutyTexts::tr("The sizes are not known: neither input_shape nor the model is at hand."));
    return notes;
}

} // namespace driftscope
