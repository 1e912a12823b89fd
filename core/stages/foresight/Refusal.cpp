// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/Refusal.h"

#include "core/config/InputPairs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RefusalTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::Refusal)
};

QString parameter(const char* name)
{
    return u"input_parameters."_s + QLatin1StringView(name);
}

Refusal missingKey(const InputConfig& input)
{
    const auto missing = [&](const char* name, const QString& example) {
        return Refusal{RefusalTexts::tr("%1 of the input “%2” is missing or not known; write it, for example %3.")
                           .arg(QLatin1StringView(name), input.name, example),
                       parameter(name)};
    };
    if (input.typeRt == InputType::Unknown)
        return missing("input_type_rt", u"nv12"_s);
    if (input.typeTrain == InputType::Unknown)
        return missing("input_type_train", u"rgb"_s);
    if (input.layoutTrain == TensorLayout::Unknown)
        return missing("input_layout_train", u"NCHW"_s);
    return {};
}

QString runtimeTypesFor(InputType train)
{
    QStringList names;
    for (const InputType type :
         {InputType::Nv12, InputType::Yuv444, InputType::Rgb, InputType::Bgr, InputType::Gray, InputType::Featuremap}) {
        if (isLegalPair(train, type))
            names.append(inputTypeName(type));
    }
    return names.join(u", "_s);
}

Refusal illegalPair(const InputConfig& input)
{
    if (isLegalPair(input.typeTrain, input.typeRt))
        return {};
    const QString allowed = runtimeTypesFor(input.typeTrain);
    if (allowed.isEmpty())
        return {RefusalTexts::tr("No network is trained on %1; set input_type_train to rgb, bgr, yuv444, gray or "
                                 "featuremap.")
                    .arg(inputTypeName(input.typeTrain)),
                parameter("input_type_train")};
    return {RefusalTexts::tr("The input “%1” was trained on %2 and cannot be fed %3; set input_type_rt to one of: %4.")
                .arg(input.name, inputTypeName(input.typeTrain), inputTypeName(input.typeRt), allowed),
            parameter("input_type_rt")};
}

Refusal illegalLayout(const InputConfig& input, March march)
{
    if (march != March::Bernoulli2 || input.typeRt != InputType::Yuv444 || input.layoutRt != TensorLayout::NCHW)
        return {};
    return {RefusalTexts::tr("On bernoulli2 yuv444 is supported in NHWC only; set input_layout_rt of “%1” to NHWC.")
                .arg(input.name),
            parameter("input_layout_rt")};
}

Refusal illegalRange(const InputConfig& input)
{
    if (!input.videoRange || input.typeRt == InputType::Nv12)
        return {};
    return {RefusalTexts::tr("bt601_video is for nv12 only, and “%1” is fed %2; set input_space_and_range to regular.")
                .arg(input.name, inputTypeName(input.typeRt)),
            parameter("input_space_and_range")};
}

Refusal illegalNorm(const InputConfig& input, March march)
{
    const bool hasMean = input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
    const bool hasScale = input.norm == NormType::DataScale || input.norm == NormType::DataMeanAndScale;
    const bool isPictureLike = input.shape && input.shape->rank() == 4;
    const bool isFeaturemap = !isImageType(input.typeRt);
    if (isFeaturemap && (hasMean || hasScale) && (march != March::BayesE || !isPictureLike))
        return {RefusalTexts::tr("A featuremap is not normalized by the model; set norm_type of “%1” to no_preprocess.")
                    .arg(input.name),
                parameter("norm_type")};
    const auto wrong = [&](bool isAsked, const std::vector<double>& values, const char* key) -> Refusal {
        const int axis = input.layoutTrain == TensorLayout::NHWC ? 3 : 1;
        const qint64 count = isFeaturemap && isPictureLike ? (*input.shape)[axis] : channelCount(input.typeTrain);
        const auto channels = static_cast<std::size_t>(std::max<qint64>(count, 0));
        if (!isAsked || values.size() == 1 || values.size() == channels)
            return {};
        if (values.empty())
            return {RefusalTexts::tr("norm_type of “%1” needs %2, which is not written.")
                        .arg(input.name, QLatin1StringView(key)),
                    parameter(key)};
        return {RefusalTexts::tr("%1 of “%2” has %3 values; it needs one, or one for each of the %4 channels.")
                    .arg(QLatin1StringView(key), input.name)
                    .arg(values.size())
                    .arg(channels),
                parameter(key)};
    };
    if (const Refusal mean = wrong(hasMean, input.mean, "mean_value"); !mean.sentence.isEmpty())
        return mean;
    return wrong(hasScale, input.scale, "scale_value");
}

Refusal illegalPicture(const InputConfig& input, const Shape& shape)
{
    if (shape.rank() != 4)
        return {RefusalTexts::tr("A picture input has four axes, but “%1” has the shape %2; feed it as featuremap.")
                    .arg(input.name, shape.toString()),
                parameter("input_type_train")};
    const int channelAxis = input.layoutTrain == TensorLayout::NHWC ? 3 : 1;
    if (shape[channelAxis] != channelCount(input.typeTrain))
        return {
            RefusalTexts::tr("“%1” has the shape %2, which by input_layout_train %3 are %4 channels, but %5 has %6; "
                             "correct input_layout_train or input_type_train.")
                .arg(input.name, shape.toString(), layoutName(input.layoutTrain))
                .arg(shape[channelAxis])
                .arg(inputTypeName(input.typeTrain))
                .arg(channelCount(input.typeTrain)),
            parameter("input_layout_train")};
    const int rowAxis = input.layoutTrain == TensorLayout::NHWC ? 1 : 2;
    const bool isHalved = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Yuv444;
    if (isHalved && (shape[rowAxis] % 2 != 0 || shape[rowAxis + 1] % 2 != 0))
        return {
            RefusalTexts::tr("%1 needs an even height and width, but “%2” has the shape %3; change the model's size "
                             "or input_type_rt.")
                .arg(inputTypeName(input.typeRt), input.name, shape.toString()),
            parameter("input_type_rt")};
    return {};
}

Refusal illegalShape(const InputConfig& input, March march)
{
    if (!input.shape)
        return {};
    const Shape& shape = *input.shape;
    if (!shape.isKnown())
        return {RefusalTexts::tr("The model leaves sizes of “%1” open (%2); write input_shape.")
                    .arg(input.name, shape.toString()),
                parameter("input_shape")};
    if (isImageType(input.typeRt))
        return illegalPicture(input, shape);
    if (march == March::Bernoulli2 && shape.rank() != 4)
        return {RefusalTexts::tr("On bernoulli2 inputs have four axes, but “%1” has the shape %2; reshape the model.")
                    .arg(input.name, shape.toString()),
                parameter("input_shape")};
    return {};
}

Refusal illegalBatch(const InputConfig& input, const ConversionConfig& config)
{
    if (config.inputBatch <= 1)
        return {};
    if (config.march != March::BayesE && config.inputs.size() > 1)
        return {
            RefusalTexts::tr("On %1 input_batch is for models with one input; remove it.").arg(marchName(config.march)),
            parameter("input_batch")};
    if (input.shape && (input.shape->rank() == 0 || (*input.shape)[0] != 1))
        return {
            RefusalTexts::tr("input_batch %1 needs a shape that starts with 1, but “%2” has %3; remove input_batch.")
                .arg(QString::number(config.inputBatch), input.name, input.shape->toString()),
            parameter("input_batch")};
    return {};
}

} // namespace

Refusal refusalOf(const InputConfig& input, const ConversionConfig& config)
{
    if (const Refusal missing = missingKey(input); !missing.sentence.isEmpty())
        return missing;
    for (const Refusal& refusal :
         {illegalPair(input), illegalLayout(input, config.march), illegalRange(input),
          illegalShape(input, config.march), illegalNorm(input, config.march), illegalBatch(input, config)}) {
        if (!refusal.sentence.isEmpty())
            return refusal;
    }
    return {};
}

} // namespace driftscope
