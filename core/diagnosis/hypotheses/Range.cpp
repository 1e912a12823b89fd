// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Causes that change the values of pixels: the offset of 128, divisions, normalization done twice.
#include "core/diagnosis/hypotheses/Families.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RangeHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(RangeHypotheses)
};

using PixelFunction = std::function<double(double pixel, qint64 channel, const InputConfig& config)>;

/// How a number outside 0…255 or between whole numbers becomes a byte.
enum class ToByte
{
    Rounded, ///< to the nearest, clipped at the ends
    Truncated, ///< towards 0, clipped at the ends
    Wrapped ///< the low eight bits of the whole number
};

double asByte(double value, ToByte way)
{
    switch (way) {
    case ToByte::Rounded:
        return value;
    case ToByte::Truncated:
        return std::trunc(value);
    case ToByte::Wrapped:
        return static_cast<double>(static_cast<quint8>(static_cast<qint64>(std::trunc(value)) & 0xFF));
    }
    Q_UNREACHABLE();
}

struct ValueFault
{
    QString id;
    QString title;
    QString sentence;
    QString advice;
    QString key;
};

void add(Hypotheses& all, const ValueFault& fault, ToByte way, const PixelFunction& function)
{
    Hypothesis hypothesis;
    hypothesis.id = fault.id;
    hypothesis.title = fault.title;
    hypothesis.causeKey = fault.key;
    hypothesis.sentence = fault.sentence;
    hypothesis.advice = fault.advice;
    hypothesis.disprove = RangeHypotheses::tr(
        "Feed the pixels as the contract says (0…255, bytes): if the board is still wrong, this is not the cause.");
    hypothesis.change = [way, function](const Tensor& pixels, const InputPort& port) -> std::optional<Tensor> {
        return mapped(pixels, [&](quint8 pixel, qint64 channel) {
            return asByte(function(static_cast<double>(pixel), channel, port.config), way);
        });
    };
    all.push_back(std::move(hypothesis));
}

double channelValue(const std::vector<double>& values, qint64 channel, double fallback)
{
    if (values.empty())
        return fallback;
    const auto index = static_cast<std::size_t>(channel);
    return values.size() == 1 ? values.front() : values[index < values.size() ? index : 0];
}

double meanOf(const InputConfig& config, qint64 channel)
{
    const bool hasMean = config.norm == NormType::DataMean || config.norm == NormType::DataMeanAndScale;
    return hasMean ? channelValue(config.mean, channel, 0.0) : 0.0;
}

double scaleOf(const InputConfig& config, qint64 channel)
{
    const bool hasScale = config.norm == NormType::DataScale || config.norm == NormType::DataMeanAndScale;
    return hasScale ? channelValue(config.scale, channel, 1.0) : 1.0;
}

QString plainBytes()
{
    return RangeHypotheses::tr("Feed the pixels as bytes from 0 to 255; the runtime subtracts 128 itself.");
}

void addOffsets(Hypotheses& all)
{
    const ValueFault wrapped{
        u"offset-wrong"_s,
        RangeHypotheses::tr("128 is subtracted twice or never, and the bytes wrap around (int8 read as uint8)"),
        RangeHypotheses::tr("The offset of 128 is wrong: signed bytes are read as unsigned ones, because 128 is "
                            "subtracted both by the board program and by the runtime, or by neither."),
        plainBytes(),
        {}};
    add(all, wrapped, ToByte::Wrapped, [](double pixel, qint64, const InputConfig&) { return pixel + 128.0; });
    const ValueFault doubled{
        u"offset-doubled"_s,
        RangeHypotheses::tr("128 is subtracted twice, and dark pixels are clipped to 0"),
        RangeHypotheses::tr("128 is subtracted twice, and everything darker than the middle is lost."),
        plainBytes(),
        {}};
    add(all, doubled, ToByte::Rounded, [](double pixel, qint64, const InputConfig&) { return pixel - 128.0; });
    const ValueFault missing{
        u"offset-missing"_s,
        RangeHypotheses::tr("128 is never subtracted, and bright pixels are clipped"),
        RangeHypotheses::tr("128 is never subtracted: the model takes pixels from -128 to 127 and gets them from 0 to "
                            "255."),
        RangeHypotheses::tr("Hand the picture over through the runtime's image type, which subtracts 128."),
        {}};
    add(all, missing, ToByte::Rounded, [](double pixel, qint64, const InputConfig&) { return pixel + 128.0; });
}

void addDivision(Hypotheses& all)
{
    const ValueFault divided{
        u"divided-by-255"_s,
        RangeHypotheses::tr("The board program divides by 255, though the model takes 0…255"),
        RangeHypotheses::tr("The picture is divided by 255 before it is fed, though the model takes pixels from 0 to "
                            "255."),
        plainBytes(),
        {}};
    for (const ToByte way : {ToByte::Rounded, ToByte::Truncated})
        add(all, divided, way, [](double pixel, qint64, const InputConfig&) { return pixel / 255.0; });
}

void addNormalization(Hypotheses& all, const ValueFault& fault, const PixelFunction& function)
{
    for (const ToByte way : {ToByte::Wrapped, ToByte::Rounded, ToByte::Truncated})
        add(all, fault, way, function);
}

void addNormalizations(Hypotheses& all, const InputConfig& config)
{
    const QString key = u"input_parameters.norm_type"_s;
    const QString advice
        = RangeHypotheses::tr("Take the normalization out of the board program and feed plain pixels.");
    const bool hasMean = config.norm == NormType::DataMean || config.norm == NormType::DataMeanAndScale;
    const bool hasScale = config.norm == NormType::DataScale || config.norm == NormType::DataMeanAndScale;
    if (hasMean && hasScale) {
        addNormalization(
            all,
            {u"normalization-doubled"_s,
             RangeHypotheses::tr("The picture is normalized twice, by the board program and inside the model"),
             RangeHypotheses::tr("The picture is normalized twice: the board program does what norm_type, mean_value "
                                 "and scale_value already put into the model."),
             advice, key},
            [](double pixel, qint64 channel, const InputConfig& input) {
                return (pixel - meanOf(input, channel)) * scaleOf(input, channel);
            });
    }
    if (hasMean) {
        addNormalization(
            all,
            {u"mean-doubled"_s,
             RangeHypotheses::tr("The mean is subtracted twice, by the board program and inside the model"),
             RangeHypotheses::tr("The mean is subtracted twice: the board program does what mean_value already put "
                                 "into the model."),
             advice, key},
            [](double pixel, qint64 channel, const InputConfig& input) { return pixel - meanOf(input, channel); });
    }
    if (hasScale) {
        addNormalization(
            all,
            {u"scale-doubled"_s,
             RangeHypotheses::tr("The pixels are scaled twice, by the board program and inside the model"),
             RangeHypotheses::tr(
                 "The pixels are scaled twice: the board program does what scale_value already put into "
                 "the model."),
             advice, key},
            [](double pixel, qint64 channel, const InputConfig& input) { return pixel * scaleOf(input, channel); });
    }
}

} // namespace

void addRangeHypotheses(Hypotheses& all, const InputPort& port)
{
    addOffsets(all);
    addDivision(all);
    addNormalizations(all, port.config);
}

} // namespace driftscope
