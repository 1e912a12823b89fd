// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules about the range of the numbers in calibration files, measured against norm_type. Pictures only: what a feature
// map holds is nobody's to say.
#include "core/lint/CalibrationRuleParts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationRangeRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationRangeRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;
const QString normType = u"input_parameters.norm_type"_s;

bool subtracts(const InputConfig& input)
{
    return input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
}

bool multiplies(const InputConfig& input)
{
    return input.norm == NormType::DataScale || input.norm == NormType::DataMeanAndScale;
}

/// Calls `check(input, range)` for each picture input whose samples are raw numbers of one range.
template <typename Check> void forEachRange(const LintContext& context, Check check)
{
    if (context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        if (isImageType(context.config().inputs[i].typeTrain) && found.range().isClear())
            check(i, found.range());
    });
}

QString measured(const RangeEvidence& range)
{
    return CalibrationRangeRules::tr("%1 to %2").arg(measuredNumber(range.minimum), measuredNumber(range.maximum));
}

/// What norm_type makes of pixels of 0 to 255.
struct Bounds
{
    double low = 0;
    double high = 0;
};

Bounds normalizedPixels(const InputConfig& input)
{
    Bounds bounds;
    const auto channels = std::max<std::size_t>({1, input.mean.size(), input.scale.size()});
    const auto valueOf = [](const std::vector<double>& values, std::size_t channel, double fallback) {
        return values.empty() ? fallback : values[std::min(channel, values.size() - 1)];
    };
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const double mean = subtracts(input) ? valueOf(input.mean, channel, 0) : 0;
        const double scale = multiplies(input) ? valueOf(input.scale, channel, 1) : 1;
        for (const double pixel : {0.0, 255.0}) {
            bounds.low = std::min(bounds.low, (pixel - mean) * scale);
            bounds.high = std::max(bounds.high, (pixel - mean) * scale);
        }
    }
    return bounds;
}

/// Whether the samples lie where norm_type itself would put pixels: then it was applied to them before.
QString comparedWithNorm(const InputConfig& input, const RangeEvidence& range)
{
    const Bounds bounds = normalizedPixels(input);
    const double slack = 0.02 * (bounds.high - bounds.low);
    if (range.minimum < bounds.low - slack || range.maximum > bounds.high + slack)
        return {};
    return u' '
        + CalibrationRangeRules::tr("The range is the one that norm_type makes of pixels (%1 to %2).")
              .arg(measuredNumber(bounds.low), measuredNumber(bounds.high));
}

void checkNormalisedTwice(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        const InputConfig& input = context.config().inputs[i];
        const bool isNormalized = range.range == ValueRange::Centred || range.range == ValueRange::Small;
        if (input.norm == NormType::NoPreprocess || !isNormalized)
            return;
        context.report(
            Severity::Error, calDataDir,
            CalibrationRangeRules::tr(
                "Calibration will see values that are normalized twice: the samples of %1 already "
                "lie in %2, and norm_type normalizes them again.")
                .arg(context.inputLabel(i), measured(range)),
            CalibrationRangeRules::tr("Of %1 files, %2 are so; samples must be pixels of 0 to 255. The ranges are "
                                      "measured on values near a constant, and the board model saturates on real "
                                      "pictures although the build succeeds.")
                    .arg(range.judged)
                    .arg(range.agreeing)
                + comparedWithNorm(input, range),
            lintSource::x5Manual);
    });
}

/// A scale near one belongs to data of 0 to 1, whatever the board then feeds: another rule's matter.
bool scalesPixels(const InputConfig& input)
{
    constexpr double largestForPixels = 0.2;
    return !multiplies(input) || input.scale.empty() || std::ranges::max(input.scale) <= largestForPixels;
}

void checkDividedTwice(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        const InputConfig& input = context.config().inputs[i];
        if (input.norm == NormType::NoPreprocess || range.range != ValueRange::Unit || !scalesPixels(input))
            return;
        const QString message = multiplies(input)
            ? CalibrationRangeRules::tr("Calibration will see values that are divided twice: the samples of %1 already "
                                        "lie in %2, and scale_value divides them again.")
            : CalibrationRangeRules::tr("Calibration will see nothing but the mean: the samples of %1 lie in %2, and "
                                        "mean_value is subtracted in units of 0 to 255.");
        context.report(Severity::Error, calDataDir, message.arg(context.inputLabel(i), measured(range)),
                       CalibrationRangeRules::tr("Of %1 files, %2 are so; samples must be pixels of 0 to 255, not "
                                                 "divided by 255. Otherwise all activations are measured near zero, "
                                                 "and detections vanish on the board although the build succeeds.")
                           .arg(range.judged)
                           .arg(range.agreeing),
                       lintSource::x5Manual);
    });
}

/// Without norm_type the board's bytes reach the network as they are.
void checkUnlikeBoard(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        const InputConfig& input = context.config().inputs[i];
        const bool isPrepared
            = range.range == ValueRange::Centred || range.range == ValueRange::Unit || range.range == ValueRange::Small;
        if (input.norm != NormType::NoPreprocess || !isPrepared)
            return;
        context.report(
            Severity::Warning, context.isGiven(normType) ? normType : calDataDir,
            CalibrationRangeRules::tr("The samples of %1 lie in %2, but the board will feed pixels of 0 to 255 that "
                                      "nothing normalizes.")
                .arg(context.inputLabel(i), measured(range)),
            CalibrationRangeRules::tr(
                "With no_preprocess the model has no step that scales pixels. Give norm_type with "
                "the mean and scale of the training code, and samples of 0 to 255."),
            lintSource::x5Manual);
    });
}

/// Whether the model itself begins with arithmetic that may be a normalization.
bool normalizesItself(const Graph& model, const QString& inputName, qsizetype input)
{
    static const QSet<QString> arithmetic{
        u"Div"_s, u"Mul"_s, u"Sub"_s, u"Add"_s, u"BatchNormalization"_s, u"InstanceNormalization"_s};
    static const QSet<QString> onTheWay{u"Cast"_s,     u"Transpose"_s, u"Reshape"_s,
                                        u"Identity"_s, u"Split"_s,     u"Gather"_s};
    ValueId value = inputName.isEmpty() ? ValueId() : model.findValue(inputName);
    if (!value.isValid() && static_cast<std::size_t>(input) < model.inputs().size())
        value = model.inputs()[static_cast<std::size_t>(input)];
    constexpr int mostSteps = 8;
    for (int step = 0; step < mostSteps && value.isValid(); ++step) {
        const auto consumers = model.consumers(value);
        if (consumers.empty())
            return false;
        const Node& node = model.node(consumers.front());
        if (arithmetic.contains(node.opType))
            return true;
        if (!onTheWay.contains(node.opType) || node.outputs.empty())
            return false;
        value = node.outputs.front();
    }
    return false;
}

void checkNotNormalised(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        const InputConfig& input = context.config().inputs[i];
        if (input.norm != NormType::NoPreprocess || range.range != ValueRange::Pixels)
            return;
        const Graph* model = context.subject().model.get();
        if (model != nullptr && normalizesItself(*model, input.name, i))
            return;
        context.report(
            model != nullptr ? Severity::Warning : Severity::Info, context.isGiven(normType) ? normType : calDataDir,
            CalibrationRangeRules::tr(
                "The network will see pixels of %2 at %1 as they are; if it was trained on values "
                "of 0 to 1 or normalized ones, its results will be wrong.")
                .arg(context.inputLabel(i), measured(range)),
            (model != nullptr
                 ? CalibrationRangeRules::tr("norm_type is no_preprocess, and the model does not begin with arithmetic "
                                             "that normalizes. ")
                 : CalibrationRangeRules::tr("norm_type is no_preprocess, and the model is not here to look at. "))
                + CalibrationRangeRules::tr(
                    "What it was trained on cannot be read from the files: this is uncertain. "
                    "For (x/255 - m)/s write 255·m as mean_value and 1/(255·s) as scale_value."),
            lintSource::x3Manual);
    });
}

void checkOffset(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        if (range.range != ValueRange::Shifted)
            return;
        const bool is128 = range.minimum >= -128.5 && range.maximum <= 127.5;
        const QString message = is128
            ? CalibrationRangeRules::tr("128 seems to have been subtracted from the samples of %1: they lie in %2.")
            : CalibrationRangeRules::tr("A mean seems to have been subtracted from the samples of %1: they lie in %2.");
        context.report(context.config().inputs[i].norm == NormType::NoPreprocess ? Severity::Warning : Severity::Error,
                       calDataDir, message.arg(context.inputLabel(i), measured(range)),
                       CalibrationRangeRules::tr("Pixels are 0 to 255 in calibration files. The toolchain itself takes "
                                                 "128 off where the model wants int8, and applies norm_type; done "
                                                 "before, it is done twice."),
                       lintSource::x3Manual);
    });
}

void checkBeyond(const LintContext& context)
{
    forEachRange(context, [&](qsizetype i, const RangeEvidence& range) {
        if (range.range != ValueRange::Beyond)
            return;
        context.report(Severity::Warning, calDataDir,
                       CalibrationRangeRules::tr("The samples of %1 lie in %2, which no pixels do.")
                           .arg(context.inputLabel(i), measured(range)),
                       CalibrationRangeRules::tr("Pixels are 0 to 255. Pictures of 16 bits must be brought down to 8, "
                                                 "and numbers that were written in another type look like this too."),
                       lintSource::x3Manual);
    });
}

void checkMixed(const LintContext& context)
{
    if (context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const RangeEvidence& range = found.range();
        if (!isImageType(context.config().inputs[i].typeTrain) || range.agreeing == range.judged)
            return;
        QList<CalibrationSample> others;
        for (const CalibrationSample& sample : found.samples()) {
            const ValueRange own = valueRangeOf(*sample.look);
            if (own != ValueRange::Unknown && own != range.range)
                others.append(sample);
        }
        if (others.isEmpty())
            return;
        const SampleStatistics& first = *others.first().look;
        context.report(
            Severity::Warning, calDataDir,
            CalibrationRangeRules::tr("The samples of %1 are not prepared alike: %2 of %3 lie in %4, but not "
                                      "%5 (%6 to %7 in the first).")
                .arg(context.inputLabel(i))
                .arg(range.agreeing)
                .arg(range.judged)
                .arg(measured(range), namesOf(others), measuredNumber(first.minimum), measuredNumber(first.maximum)),
            CalibrationRangeRules::tr("One range is set for all samples: the few in another unit decide it "
                                      "alone, or are lost in it."),
            lintSource::x3Manual);
    });
}

} // namespace

QList<NamedCheck> calibrationRangeRules()
{
    return {{"calibration-normalised-twice"_L1, checkNormalisedTwice},
            {"calibration-divided-twice"_L1, checkDividedTwice},
            {"calibration-unlike-board"_L1, checkUnlikeBoard},
            {"calibration-not-normalised"_L1, checkNotNormalised},
            {"calibration-offset"_L1, checkOffset},
            {"calibration-range-beyond"_L1, checkBeyond},
            {"calibration-range-mixed"_L1, checkMixed}};
}

} // namespace driftscope
