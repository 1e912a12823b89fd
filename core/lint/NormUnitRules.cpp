// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

#include <algorithm>
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

} // namespace

QList<NamedCheck> normUnitRules()
{
    return {{"norm-scale-is-deviation"_L1, checkScaleIsDeviation},
            {"norm-mean-in-unit-range"_L1, checkMeanUnits},
            {"norm-scale-truncated"_L1, checkTruncated}};
}

} // namespace driftscope
