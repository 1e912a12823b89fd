// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/InputPairs.h"
#include "core/sandbox/tool/ConfigChecks.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

Result<void> refuse(const QString& message)
{
    return failure(ErrorKind::InvalidArgument, message);
}

Result<void> checkTypes(const ToolInput& input, const ToolConfig& config)
{
    if (!isLegalPair(input.typeTrain, input.typeRt)) {
        return refuse(u"input_type_rt '%1' does not support input_type_train '%2' (input %3)"_s.arg(
            inputTypeName(input.typeRt), inputTypeName(input.typeTrain), input.name));
    }
    if (config.march == March::Bernoulli2 && input.typeRt == InputType::Yuv444
        && input.layoutRt == TensorLayout::NCHW) {
        return refuse(
            u"input_type_rt yuv444 does not support input_layout_rt NCHW on bernoulli2 (input %1)"_s.arg(input.name));
    }
    if (input.videoRange && input.typeRt != InputType::Nv12) {
        return refuse(
            u"input_space_and_range bt601_video is only supported when input_type_rt is nv12 (input %1)"_s.arg(
                input.name));
    }
    return {};
}

Result<void> checkShape(const ToolInput& input, const ToolConfig& config)
{
    if (!input.isImage() && config.march == March::Bernoulli2 && input.shape.rank() != 4) {
        return refuse(
            u"input shape [%1] has length: %2, inputs must have 4 dimensions on bernoulli2 (input %3)\nlist index out of range"_s
                .arg(input.shape.toString().replace(u"x"_s, u", "_s))
                .arg(input.shape.rank())
                .arg(input.name));
    }
    if (!input.isImage())
        return {};
    if (input.shape.rank() != 4) {
        return refuse(u"input shape [%1] of %2 has length: %3, image inputs must have 4 dimensions"_s
                          .arg(input.shape.toString(), input.name)
                          .arg(input.shape.rank()));
    }
    if (input.channels() != channelCount(input.typeTrain)) {
        return refuse(u"input %1 has %2 channels by input_layout_train %3 and shape %4, input_type_train %5 needs %6"_s
                          .arg(input.name)
                          .arg(input.channels())
                          .arg(layoutName(input.layoutTrain), input.shape.toString(), inputTypeName(input.typeTrain))
                          .arg(channelCount(input.typeTrain)));
    }
    const bool subsampled = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Yuv444;
    if (subsampled && (input.height() % 2 != 0 || input.width() % 2 != 0)) {
        return refuse(u"input_type_rt %1 needs an even height and width, input %2 has shape %3"_s.arg(
            inputTypeName(input.typeRt), input.name, input.shape.toString()));
    }
    return {};
}

bool fitsChannels(const std::vector<double>& values, const ToolInput& input)
{
    return values.size() <= 1 || static_cast<qint64>(values.size()) == input.channels();
}

Result<void> checkNorm(const ToolInput& input, const ToolConfig& config)
{
    const bool wantsMean = input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
    const bool wantsScale = input.norm == NormType::DataScale || input.norm == NormType::DataMeanAndScale;
    const bool isNormalizable = input.isImage() || (config.march == March::BayesE && input.shape.rank() == 4);
    if ((wantsMean || wantsScale) && !isNormalizable)
        return refuse(u"norm_type of featuremap input %1 must be no_preprocess"_s.arg(input.name));
    if (!wantsMean && !wantsScale)
        return {};
    if (wantsMean && input.mean.empty())
        return refuse(u"norm_type of input %1 needs mean_value, which is not given"_s.arg(input.name));
    if (wantsScale && input.scale.empty())
        return refuse(u"norm_type of input %1 needs scale_value, which is not given"_s.arg(input.name));
    if (!fitsChannels(input.mean, input) || !fitsChannels(input.scale, input)) {
        return refuse(
            u"mean_value and scale_value of input %1 must have 1 or %2 values"_s.arg(input.name).arg(input.channels()));
    }
    return {};
}

} // namespace

Result<void> checkInput(const ToolInput& input, const ToolConfig& config)
{
    for (const auto& fine : {checkTypes(input, config), checkShape(input, config), checkNorm(input, config)}) {
        if (!fine)
            return fine;
    }
    return {};
}

} // namespace driftscope
