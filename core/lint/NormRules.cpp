// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NormRules
{
    Q_DECLARE_TR_FUNCTIONS(NormRules)
};

const QString normType = u"input_parameters.norm_type"_s;
const QString meanValue = u"input_parameters.mean_value"_s;
const QString scaleValue = u"input_parameters.scale_value"_s;

bool usesMean(NormType norm)
{
    return norm == NormType::DataMean || norm == NormType::DataMeanAndScale;
}

bool usesScale(NormType norm)
{
    return norm == NormType::DataScale || norm == NormType::DataMeanAndScale;
}

void checkMissingValue(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const auto report = [&](const QString& key, bool nothingWritten) {
            if (!nothingWritten)
                return; // written but unreadable is another finding
            context.report(Severity::Error, key,
                           NormRules::tr("norm_type asks for %1, which is not given for %2.")
                               .arg(key.section(u'.', 1), context.inputLabel(i)),
                           NormRules::tr("The model would be fed values that it was not trained on, or the toolchain "
                                         "refuses the config."),
                           lintSource::x3Manual);
        };
        if (usesMean(input.norm) && input.mean.empty())
            report(meanValue, context.item(meanValue, i).isEmpty() && !context.isGiven(meanValue));
        if (usesScale(input.norm) && input.scale.empty())
            report(scaleValue, context.item(scaleValue, i).isEmpty() && !context.isGiven(scaleValue));
    }
}

/// Values without a norm_type: found in the review of a published config, nothing was applied.
void checkMissingType(const LintContext& context)
{
    if (context.isGiven(normType) || (!context.isGiven(meanValue) && !context.isGiven(scaleValue)))
        return;
    const bool mean = context.isGiven(meanValue);
    const bool scale = context.isGiven(scaleValue);
    const QString wanted = mean && scale ? u"data_mean_and_scale"_s : (mean ? u"data_mean"_s : u"data_scale"_s);
    std::optional<Fix> fix;
    if (context.config().inputs.size() == 1)
        fix = context.set(normType, wanted);
    context.report(
        Severity::Warning, normType,
        NormRules::tr("mean_value and scale_value are not applied, because norm_type is missing."),
        NormRules::tr("norm_type decides what is computed; without it the toolchain does no preprocessing, or "
                      "refuses the config on X3."),
        lintSource::publishedLogs, fix);
}

void checkIgnoredValue(const LintContext& context)
{
    if (!context.isGiven(normType))
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        // Switched off on purpose; where that is a picture, another rule asks whether it was meant.
        if (context.item(normType, i) == "no_preprocess"_L1)
            continue;
        const auto report = [&](const QString& key) {
            context.report(
                Severity::Warning, key,
                NormRules::tr("%1 is not used for %2, whose norm_type is %3.")
                    .arg(key.section(u'.', 1), context.inputLabel(i), context.item(normType, i)),
                NormRules::tr("Only the values that norm_type names are applied. If they belong to the model, "
                              "norm_type is wrong; if not, they mislead the reader."),
                lintSource::x3Manual, context.removeForSingleInput(key));
        };
        if (!usesMean(input.norm) && !input.mean.empty())
            report(meanValue);
        if (!usesScale(input.norm) && !input.scale.empty())
            report(scaleValue);
    }
}

/// Channels that the values of an input have to cover; 0 when nothing says.
qint64 channelsOf(const LintContext& context, qsizetype i)
{
    const InputConfig& input = context.config().inputs[i];
    const std::optional<Shape> shape = context.shapeOf(i);
    if (shape && shape->rank() == 4 && input.layoutTrain != TensorLayout::Unknown) {
        const qint64 channels = (*shape)[input.layoutTrain == TensorLayout::NCHW ? 1 : 3];
        if (channels > 0)
            return channels;
    }
    return channelCount(input.typeTrain);
}

void checkChannelCount(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const qint64 channels = channelsOf(context, i);
        const auto report = [&](const QString& key, const std::vector<double>& values) {
            const auto count = static_cast<qint64>(values.size());
            if (channels == 0 || count <= 1 || count == channels)
                return;
            context.report(Severity::Error, key,
                           NormRules::tr("%1 has %2 numbers for the %3 channels of %4.")
                               .arg(key.section(u'.', 1))
                               .arg(count)
                               .arg(channels)
                               .arg(context.inputLabel(i)),
                           NormRules::tr("Give one number for all channels, or one for each."), lintSource::x3Manual);
        };
        report(meanValue, context.config().inputs[i].mean);
        report(scaleValue, context.config().inputs[i].scale);
    }
}

void checkSpelling(const LintContext& context)
{
    static const QRegularExpression separators(u"[\\s,\\[\\]]+"_s);
    for (const QString& key : {meanValue, scaleValue}) {
        for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
            const QString written = context.item(key, i);
            const std::vector<double>& values
                = key == meanValue ? context.config().inputs[i].mean : context.config().inputs[i].scale;
            const QString why
                = NormRules::tr("Numbers of one input are separated by spaces; semicolons separate inputs.");
            if (!written.isEmpty() && values.empty()) {
                context.report(Severity::Error, key, NormRules::tr("“%1” is not a list of numbers.").arg(written), why,
                               lintSource::x3Manual);
            } else if (written.contains(u',')) {
                context.report(Severity::Warning, key, NormRules::tr("The toolchain may misread “%1”.").arg(written),
                               why, lintSource::x3Manual,
                               context.setItem(key, i, written.split(separators, Qt::SkipEmptyParts).join(u' ')));
            }
        }
    }
}

void checkFeaturemap(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool featuremap = input.typeRt == InputType::Featuremap || input.typeTrain == InputType::Featuremap;
        if (!featuremap || input.norm == NormType::NoPreprocess)
            continue;
        const std::optional<Shape> shape = context.shapeOf(i);
        const bool refused = context.config().march == March::BayesE && shape && shape->rank() != 4;
        context.report(
            refused ? Severity::Error : Severity::Warning, normType,
            NormRules::tr("The values of %1 will be normalised, although it is a feature map.")
                .arg(context.inputLabel(i)),
            NormRules::tr("Feature maps are fed as the model takes them. A norm_type here is usually left over "
                          "from a build for pictures, and the data are then normalised twice. On bayes-e it is "
                          "refused for inputs without four axes."),
            lintSource::x5Manual, context.setItem(normType, i, u"no_preprocess"_s));
    }
}

} // namespace

QList<NamedCheck> normRules()
{
    return {{"norm-value-missing"_L1, checkMissingValue}, {"norm-type-missing"_L1, checkMissingType},
            {"norm-value-ignored"_L1, checkIgnoredValue}, {"norm-channel-count"_L1, checkChannelCount},
            {"norm-values-spelling"_L1, checkSpelling},   {"norm-on-featuremap"_L1, checkFeaturemap}};
}

} // namespace driftscope
