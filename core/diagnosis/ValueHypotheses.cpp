// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Causes that change the values of pixels: colour order, the offset of 128, normalization.
#include "core/diagnosis/HypothesisFamilies.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ValueHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(ValueHypotheses)
};

double channelValue(const std::vector<double>& values, qint64 channel, double fallback)
{
    if (values.empty())
        return fallback;
    const auto index = static_cast<std::size_t>(channel);
    return values.size() == 1 ? values.front() : values[index < values.size() ? index : 0];
}

double normalized(double pixel, qint64 channel, const InputConfig& config)
{
    const bool hasMean = config.norm == NormType::DataMean || config.norm == NormType::DataMeanAndScale;
    const bool hasScale = config.norm == NormType::DataScale || config.norm == NormType::DataMeanAndScale;
    const double mean = hasMean ? channelValue(config.mean, channel, 0.0) : 0.0;
    const double scale = hasScale ? channelValue(config.scale, channel, 1.0) : 1.0;
    return (pixel - mean) * scale;
}

struct ValueFault
{
    QString id;
    QString title;
    QString sentence;
    QString advice;
    std::function<double(quint8, qint64, const InputConfig&)> pixel;
};

void add(std::vector<Hypothesis>& all, const ValueFault& fault, const QString& key)
{
    all.push_back({fault.id, fault.title, FaultSide::Feed, key, fault.sentence, fault.advice,
                   ValueHypotheses::tr("Feed the pixels as the contract says (0…255, bytes): if the board is still "
                                       "wrong, this is not the cause."),
                   [pixel = fault.pixel](const HypothesisSample& sample) -> std::optional<Tensor> {
                       return mapped(sample.meant, [&](quint8 value, qint64 channel) {
                           return pixel(value, channel, sample.config);
                       });
                   }});
}

double wrapped(int value)
{
    return static_cast<double>(static_cast<quint8>(value & 0xFF));
}

/// U and V are easily exchanged: NV21 differs from NV12 in nothing else.
void addChromaHypothesis(std::vector<Hypothesis>& all, bool isNv12)
{
    const QString given = isNv12 ? u"nv21"_s : u"yvu444"_s;
    const QString wanted = isNv12 ? u"nv12"_s : u"yuv444"_s;
    all.push_back(
        {u"chroma-order-swapped"_s,
         ValueHypotheses::tr("The chroma components are exchanged (%1 for %2)").arg(given, wanted),
         FaultSide::Feed,
         {},
         ValueHypotheses::tr("The board was fed exchanged chroma: the .bin wants %1, and it was given %2.")
             .arg(wanted, given),
         ValueHypotheses::tr("Write U before V: many cameras and video decoders deliver V first."),
         ValueHypotheses::tr(
             "Feed the same picture with U and V exchanged: if the board is still wrong, this is not the cause."),
         [](const HypothesisSample& sample) -> std::optional<Tensor> { return chromaSwapped(sample.meant); }});
}

} // namespace

void addColourHypotheses(std::vector<Hypothesis>& all, const InputConfig& config)
{
    if (config.typeRt == InputType::Nv12 || config.typeRt == InputType::Yuv444)
        return addChromaHypothesis(all, config.typeRt == InputType::Nv12);
    if (channelCount(config.typeRt) != 3)
        return;
    const QString given = config.typeRt == InputType::Bgr ? u"rgb"_s : u"bgr"_s;
    const QString wanted = inputTypeName(config.typeRt);
    all.push_back(
        {u"colour-order-swapped"_s,
         ValueHypotheses::tr("The first and the last channel are exchanged (RGB and BGR)"),
         FaultSide::Feed,
         {},
         ValueHypotheses::tr("The board was fed the wrong colour order: the .bin wants %1, and it was given %2.")
             .arg(wanted, given),
         ValueHypotheses::tr("Exchange the channels before handing the picture over (OpenCV reads BGR), or set "
                             "input_type_rt to what the program feeds."),
         ValueHypotheses::tr(
             "Feed the same picture with the channels exchanged: if the board is still wrong, this is not the cause."),
         [](const HypothesisSample& sample) -> std::optional<Tensor> { return channelsReversed(sample.meant); }});
}

void addRangeHypotheses(std::vector<Hypothesis>& all, const InputConfig& config)
{
    const QString bytes
        = ValueHypotheses::tr("Feed the pixels as bytes from 0 to 255; the runtime subtracts 128 itself.");
    add(all,
        {u"offset-doubled"_s, ValueHypotheses::tr("128 is subtracted twice, by the board program and by the runtime"),
         ValueHypotheses::tr("128 is subtracted twice: the board program hands over pixels that are already shifted."),
         bytes, [](quint8 pixel, qint64, const InputConfig&) { return wrapped(pixel - 128); }},
        {});
    add(all,
        {u"offset-doubled-clipped"_s, ValueHypotheses::tr("128 is subtracted twice, and dark pixels are clipped to 0"),
         ValueHypotheses::tr("128 is subtracted twice, and everything darker than the middle is lost."), bytes,
         [](quint8 pixel, qint64, const InputConfig&) { return static_cast<double>(pixel) - 128.0; }},
        {});
    add(all,
        {u"offset-missing"_s, ValueHypotheses::tr("128 is never subtracted, and bright pixels are clipped"),
         ValueHypotheses::tr(
             "128 is never subtracted: the model takes pixels from -128 to 127 and gets them from 0 to 255."),
         ValueHypotheses::tr("Hand the picture over through the runtime's image type, which subtracts 128."),
         [](quint8 pixel, qint64, const InputConfig&) { return static_cast<double>(pixel) + 128.0; }},
        {});
    add(all,
        {u"divided-by-255"_s, ValueHypotheses::tr("The board program divides by 255, though the model takes 0…255"),
         ValueHypotheses::tr(
             "The picture is divided by 255 before it is fed, though the model takes pixels from 0 to 255."),
         bytes, [](quint8 pixel, qint64, const InputConfig&) { return static_cast<double>(pixel) / 255.0; }},
        {});
    if (config.norm == NormType::NoPreprocess)
        return;
    add(all,
        {u"normalization-doubled"_s,
         ValueHypotheses::tr("The picture is normalized twice, by the board program and inside the model"),
         ValueHypotheses::tr("The picture is normalized twice: the board program does what norm_type, mean_value and "
                             "scale_value already put into the model."),
         ValueHypotheses::tr("Take the normalization out of the board program and feed plain pixels."),
         [](quint8 pixel, qint64 channel, const InputConfig& input) {
             return wrapped(static_cast<int>(normalized(pixel, channel, input)));
         }},
        u"input_parameters.norm_type"_s);
    Hypothesis missing;
    missing.id = u"normalization-missing"_s;
    missing.title = ValueHypotheses::tr("The normalization inside the model is missing: the network gets plain pixels");
    missing.side = FaultSide::Preprocessing;
    missing.causeKey = u"input_parameters.norm_type"_s;
    missing.sentence = ValueHypotheses::tr("The normalization is missing: the network behind the input gets plain "
                                           "pixels where it was trained on normalized ones.");
    missing.advice = ValueHypotheses::tr("Set norm_type, mean_value and scale_value to what the training program did.");
    missing.disprove = ValueHypotheses::tr(
        "Compile with the normalization of the training program: if the board is still wrong, this is not the cause.");
    missing.onFloatModelWithPlainPixels = true;
    all.push_back(std::move(missing));
}

std::vector<Hypothesis> pictureHypotheses(const InputConfig& config, TensorLayout declared, March march)
{
    std::vector<Hypothesis> all;
    addLayoutHypotheses(all, config, declared, march);
    addColourHypotheses(all, config);
    addRangeHypotheses(all, config);
    return all;
}

} // namespace driftscope
