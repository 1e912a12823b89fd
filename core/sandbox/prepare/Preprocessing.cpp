// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/prepare/Preprocessing.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/prepare/ColourConversion.h"

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

double channelValue(const std::vector<double>& values, std::size_t channel, double fallback)
{
    if (values.empty())
        return fallback;
    return values.size() == 1 ? values.front() : values[channel];
}

struct Normalization
{
    std::vector<float> weight; ///< C x C, row by row
    std::vector<float> bias; ///< C
};

/// (x - mean) * scale of each channel; there is no 128 to undo.
Normalization featureNormalization(const ToolInput& input)
{
    const auto channels = static_cast<std::size_t>(input.channels());
    Normalization result;
    for (std::size_t c = 0; c < channels; ++c) {
        const double scale = channelValue(input.scale, c, 1.0);
        for (std::size_t k = 0; k < channels; ++k)
            result.weight.push_back(k == c ? static_cast<float>(scale) : 0.0F);
        result.bias.push_back(static_cast<float>(-channelValue(input.mean, c, 0.0) * scale));
    }
    return result;
}

Normalization normalization(const ToolInput& input)
{
    if (!input.isImage())
        return featureNormalization(input);
    const ColourMap map = runtimeToTrain(input.typeRt, input.typeTrain, input.videoRange);
    const auto channels = static_cast<std::size_t>(map.channels);
    Normalization result;
    for (std::size_t c = 0; c < channels; ++c) {
        const double mean = channelValue(input.mean, c, 0.0);
        const double scale = channelValue(input.scale, c, 1.0);
        double bias = map.offset[c] - mean;
        for (std::size_t k = 0; k < channels; ++k) {
            result.weight.push_back(static_cast<float>(map.matrix[c][k] * scale));
            bias += 128.0 * map.matrix[c][k];
        }
        result.bias.push_back(static_cast<float>(bias * scale));
    }
    return result;
}

/// The value that the network reads in place of its input.
QString networkInput(const ToolInput& input)
{
    const QString name = preprocessName(input.name);
    return input.layoutTrain == TensorLayout::NHWC ? name + u"_nhwc"_s : name;
}

QList<NodeDraft> preprocessNodes(GraphDraft& draft, const ToolInput& input)
{
    const QString name = preprocessName(input.name);
    const Normalization values = normalization(input);
    const auto channels = static_cast<qint64>(values.bias.size());
    const QString weight = addConstant(draft, name + u"_weight"_s,
                                       Tensor::fromValues<float>(Shape{channels, channels, 1, 1}, values.weight));
    const QString bias = addConstant(draft, name + u"_bias"_s, Tensor::fromValues<float>(Shape{channels}, values.bias));
    NodeDraft conv = makeNode(u"Conv"_s, name, {input.name, weight, bias}, {name},
                              {{u"dilations"_s, QList<qint64>{1, 1}},
                               {u"group"_s, qint64(1)},
                               {u"kernel_shape"_s, QList<qint64>{1, 1}},
                               {u"pads"_s, QList<qint64>{0, 0, 0, 0}},
                               {u"strides"_s, QList<qint64>{1, 1}}});
    if (input.layoutTrain != TensorLayout::NHWC)
        return {conv};
    const QString before = name + u"_nchw"_s;
    conv.inputs[0] = before;
    return {makeNode(u"Transpose"_s, name + u"_NHWC2NCHW_LayoutConvert_Input0"_s, {input.name}, {before},
                     {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}),
            conv,
            makeNode(u"Transpose"_s, name + u"_NCHW2NHWC_LayoutConvert_Output0"_s, {name}, {networkInput(input)},
                     {{u"perm"_s, QList<qint64>{0, 2, 3, 1}}})};
}

} // namespace

QString preprocessName(const QString& input)
{
    return u"HZ_PREPROCESS_FOR_"_s + input;
}

void insertPreprocessing(GraphDraft& draft, const ToolConfig& config)
{
    QList<NodeDraft> front;
    for (const ToolInput& input : config.inputs) {
        if (!isImageType(input.typeRt) && input.norm == NormType::NoPreprocess)
            continue;
        redirectUsers(draft, input.name, networkInput(input));
        front.append(preprocessNodes(draft, input));
    }
    draft.nodes = front + draft.nodes;
}

} // namespace driftscope
