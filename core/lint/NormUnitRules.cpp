// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NormUnitRules
{
    Q_DECLARE_TR_FUNCTIONS(NormUnitRules)
};

const QString meanValue = u"input_parameters.mean_value"_s;
const QString scaleValue = u"input_parameters.scale_value"_s;

QString joined(const std::vector<double>& values, const std::function<double(double)>& change)
{
    QStringList parts;
    for (const double value : values)
        parts.append(QString::number(change(value), 'g', 10));
    return parts.join(u' ');
}

/// A factor above this blows 8-bit pixels up to hundreds, where networks expect a few units.
constexpr double largestPlausibleScale = 1.5;
/// Standard deviations in pixel units are tens (ImageNet 57 to 58); one over a deviation in 0 to 1 units is about 4.
constexpr double smallestPixelDeviation = 10;

bool isScaled(const InputConfig& input)
{
    const bool uses = input.norm == NormType::DataScale || input.norm == NormType::DataMeanAndScale;
    return uses && isImageType(input.typeTrain) && !input.scale.empty();
}

void checkScaleIsDeviation(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (!isScaled(input) || std::ranges::max(input.scale) <= largestPlausibleScale)
            continue;
        std::optional<Fix> fix;
        if (std::ranges::min(input.scale) >= smallestPixelDeviation)
            fix = context.setItem(scaleValue, i, joined(input.scale, [](double s) { return 1 / s; }));
        else if (std::ranges::min(input.scale) > largestPlausibleScale)
            fix = context.setItem(scaleValue, i, joined(input.scale, [](double s) { return s / 255; }));
        context.report(Severity::Warning, scaleValue,
                       NormUnitRules::tr("Pixels of %1 are multiplied by %2: that looks like a standard deviation, or "
                                         "lacks the division by 255.")
                           .arg(context.inputLabel(i))
                           .arg(std::ranges::max(input.scale)),
                       NormUnitRules::tr("scale_value is a factor for pixels of 0 to 255, not a divisor: for "
                                         "(x/255 - m)/s in training write 1/(255·s)."),
                       lintSource::x3Manual, fix);
    }
}

void checkMeanUnits(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool uses = input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
        if (!uses || !isImageType(input.typeTrain) || input.mean.empty())
            continue;
        const double largest = std::ranges::max(input.mean);
        if (largest <= 0 || largest > 1 || std::ranges::min(input.mean) < 0)
            continue;
        context.report(Severity::Warning, meanValue,
                       NormUnitRules::tr("The mean of %1 is given in units of 0 to 1, but pixels are 0 to 255.")
                           .arg(context.inputLabel(i)),
                       NormUnitRules::tr("mean_value is subtracted from raw pixels, so almost nothing is subtracted. "
                                         "Write 255 times the mean of the training code."),
                       lintSource::x3Manual,
                       context.setItem(meanValue, i, joined(input.mean, [](double m) { return m * 255; })));
    }
}

void checkTruncated(const LintContext& context)
{
    constexpr double exact = 1.0 / 255;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (!isScaled(input))
            continue;
        const bool truncated = std::ranges::all_of(input.scale, [](double s) {
            const double relative = std::abs(s - exact) / exact;
            return relative > 0.001 && relative < 0.02;
        });
        if (!truncated)
            continue;
        context.report(
            Severity::Info, scaleValue,
            NormUnitRules::tr("The scale of %1 is 1/255 cut short.").arg(context.inputLabel(i)),
            NormUnitRules::tr("All values become a little too small or too large, which adds to the loss from "
                              "quantization."),
            lintSource::publishedLogs, context.setItem(scaleValue, i, u"0.003921568627451"_s));
    }
}

/// Below this, white pixels become less than a quarter: a factor of 1/255 was probably applied a second time.
constexpr double smallestPlausibleScale = 0.001;

double withoutSecondDivision(double scale)
{
    constexpr double exact = 1.0 / 255;
    const double undone = scale * 255;
    return std::abs(undone - exact) < 0.02 * exact ? exact : undone;
}

void checkScaleIsTiny(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (!isScaled(input) || std::ranges::min(input.scale) <= 0
            || std::ranges::max(input.scale) >= smallestPlausibleScale)
            continue;
        context.report(Severity::Warning, scaleValue,
                       NormUnitRules::tr("White pixels of %1 become no more than %2.")
                           .arg(context.inputLabel(i))
                           .arg(255 * std::ranges::max(input.scale)),
                       NormUnitRules::tr("The scale looks divided by 255 twice; networks expect values of about 1. For "
                                         "(x/255 - m)/s in training write 1/(255·s)."),
                       lintSource::x3Manual,
                       context.setItem(scaleValue, i, joined(input.scale, withoutSecondDivision)));
    }
}

void checkScaleOfZero(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (!isScaled(input) || std::ranges::min(input.scale) > 0)
            continue;
        context.report(
            Severity::Error, scaleValue,
            NormUnitRules::tr("A scale of 0 or less wipes out or inverts a channel of %1.").arg(context.inputLabel(i)),
            NormUnitRules::tr("scale_value is what each pixel is multiplied by, 1/(255·s) for a standard "
                              "deviation s in units of 0 to 1."),
            lintSource::x3Manual);
    }
}

void checkMeanBeyondPixels(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool uses = input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
        if (!uses || !isImageType(input.typeTrain) || input.mean.empty() || std::ranges::max(input.mean) <= 255)
            continue;
        context.report(
            Severity::Warning, meanValue,
            NormUnitRules::tr("The mean of %1 is larger than any pixel.").arg(context.inputLabel(i)),
            NormUnitRules::tr("Pixels are 0 to 255 and their mean lies between; perhaps it was multiplied by "
                              "255 although it was in pixels already."),
            lintSource::x3Manual);
    }
}

/// The means and factors of ImageNet, red first, as nearly every training code has them.
constexpr std::array<double, 3> imageNetMean{123.675, 116.28, 103.53};
constexpr std::array<double, 3> imageNetScale{0.01712475, 0.017507, 0.01742919};

bool isAbout(const std::vector<double>& values, std::array<double, 3> wanted, bool reversed)
{
    if (reversed)
        std::ranges::reverse(wanted);
    return std::ranges::equal(values, wanted,
                              [](double a, double b) { return std::abs(a - b) <= 0.003 * std::abs(b); });
}

void checkOrder(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (input.typeTrain != InputType::Bgr && input.typeTrain != InputType::Rgb)
            continue;
        const bool wrongWayRound = input.typeTrain == InputType::Rgb; // then blue first is wrong
        const auto check = [&](const QString& key, std::vector<double> values, const std::array<double, 3>& known) {
            if (!isAbout(values, known, wrongWayRound))
                return;
            std::ranges::reverse(values);
            context.report(
                Severity::Warning, key,
                NormUnitRules::tr("%1 of %2 looks like ImageNet's with red and blue exchanged.")
                    .arg(key.section(u'.', 1), context.inputLabel(i)),
                NormUnitRules::tr("The values follow the order of input_type_train, which is %1. Copied from a config "
                                  "for the other order they shift red and blue.")
                    .arg(inputTypeName(input.typeTrain)),
                lintSource::x3Manual, context.setItem(key, i, joined(values, [](double value) { return value; })));
        };
        if (input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale)
            check(meanValue, input.mean, imageNetMean);
        if (isScaled(input))
            check(scaleValue, input.scale, imageNetScale);
    }
}

} // namespace

QList<NamedCheck> normUnitRules()
{
    return {{"norm-scale-is-deviation"_L1, checkScaleIsDeviation},
            {"norm-mean-in-unit-range"_L1, checkMeanUnits},
            {"norm-scale-truncated"_L1, checkTruncated},
            {"norm-scale-tiny"_L1, checkScaleIsTiny},
            {"norm-scale-not-positive"_L1, checkScaleOfZero},
            {"norm-mean-beyond-pixels"_L1, checkMeanBeyondPixels},
            {"norm-order-of-colours"_L1, checkOrder}};
}

} // namespace driftscope
