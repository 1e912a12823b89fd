// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationRuleParts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;
const QString calDataType = u"calibration_parameters.cal_data_type"_s;
const QString calibrationType = u"calibration_parameters.calibration_type"_s;
const QString maxPercentile = u"calibration_parameters.max_percentile"_s;
const QString perChannel = u"calibration_parameters.per_channel"_s;
const QString preprocessOn = u"calibration_parameters.preprocess_on"_s;

bool needsData(const ConversionConfig& config)
{
    return config.calibration != CalibrationType::Skip && config.calibration != CalibrationType::Load;
}

void checkFolder(const LintContext& context)
{
    if (!needsData(context.config()) || !context.subject().calibrationFolder.isEmpty())
        return;
    if (!context.isGiven(calDataDir)) {
        context.report(
            Severity::Error, calDataDir, CalibrationRules::tr("No folder with calibration data is given."),
            CalibrationRules::tr("The ranges of the activations are measured on samples; only calibration_type "
                                 "load and skip do without."),
            lintSource::x3Manual);
        return;
    }
    for (const InputConfig& input : context.config().inputs) {
        if (input.calibrationFolder.isEmpty() || QFileInfo(input.calibrationFolder).isDir())
            continue;
        // A warning: the config may have been written for a container with other paths.
        context.report(
            Severity::Warning, calDataDir,
            CalibrationRules::tr("The calibration folder %1 does not exist here.").arg(input.calibrationFolder),
            CalibrationRules::tr("The toolchain stops when it finds no samples. Paths start at the folder of "
                                 "the config."),
            lintSource::x3Manual);
    }
}

void checkSkip(const LintContext& context)
{
    if (context.config().calibration != CalibrationType::Skip)
        return;
    std::optional<Fix> fix;
    if (context.hasCalibrationFolders())
        fix = context.set(calibrationType, u"default"_s);
    context.report(Severity::Warning, calibrationType,
                   CalibrationRules::tr("The accuracy of the board model will mean nothing: calibration is skipped."),
                   CalibrationRules::tr("skip uses random data. It is for measuring speed only."), lintSource::x3Manual,
                   fix);
}

/// What the files say where there are any; most people who forget the key have float32.
QString likelyType(const LintContext& context, qsizetype input)
{
    const CalibrationStatistics* statistics = calibrationOf(context, input);
    const bool bytes = statistics != nullptr && statistics->reading().elements > 0 && !statistics->samples().isEmpty()
        && statistics->samples().constFirst().file.size == statistics->reading().elements;
    return bytes ? u"uint8"_s : u"float32"_s;
}

void checkAssumedType(const LintContext& context)
{
    if (!needsData(context.config()) || context.config().preprocessOn || context.isGiven(calDataType))
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (input.calibrationFolder.isEmpty() || input.calibrationDataType != "uint8"_L1)
            continue;
        std::optional<Fix> fix;
        if (context.config().inputs.size() == 1)
            fix = context.set(calDataType, likelyType(context, i));
        context.report(
            Severity::Warning, calDataDir,
            CalibrationRules::tr("The calibration files of %1 will be read as uint8.").arg(context.inputLabel(i)),
            CalibrationRules::tr("Without cal_data_type only a folder whose name ends with _f32 is read as "
                                 "float32. Say which it is."),
            lintSource::x3Manual, fix);
    }
}

void checkContradictingFolder(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const QString folder = QDir::cleanPath(context.item(calDataDir, i));
        const QString type = context.item(calDataType, i);
        if (type.isEmpty() || type == "float32"_L1 || !folder.endsWith(u"_f32"_s))
            continue;
        context.report(
            Severity::Warning, calDataType,
            CalibrationRules::tr("The folder %1 is named as float32, but its files are read as %2.").arg(folder, type),
            CalibrationRules::tr("cal_data_type prevails over the folder's name."), lintSource::publishedLogs);
    }
}

void checkMaxPercentile(const LintContext& context)
{
    if (!context.isGiven(maxPercentile))
        return;
    if (context.config().calibration != CalibrationType::Max) {
        context.report(Severity::Info, maxPercentile, CalibrationRules::tr("max_percentile has no effect here."),
                       CalibrationRules::tr("It belongs to calibration_type max."), lintSource::x3Manual,
                       context.remove(maxPercentile));
        return;
    }
    const double least = context.config().march == March::BayesE ? 0.5 : 0.0;
    const double value = context.config().maxPercentile;
    if (value < least || value > 1) {
        context.report(Severity::Error, maxPercentile,
                       CalibrationRules::tr("The toolchain will refuse a max_percentile of %1.").arg(value),
                       CalibrationRules::tr("It may be %1 to 1; 0.9999 is usual.").arg(least), lintSource::x3Manual,
                       context.set(maxPercentile, u"0.9999"_s));
    }
}

void checkPerChannel(const LintContext& context)
{
    const CalibrationType type = context.config().calibration;
    const bool ignored
        = type == CalibrationType::Default || (type == CalibrationType::Mix && context.config().march == March::BayesE);
    if (!context.isGiven(perChannel) || !context.config().perChannel || !ignored)
        return;
    context.report(Severity::Info, perChannel, CalibrationRules::tr("per_channel has no effect here."),
                   CalibrationRules::tr("calibration_type default decides by itself whether to calibrate each channel; "
                                        "so does mix on bayes-e."),
                   lintSource::x3Manual, context.remove(perChannel));
}

void checkPreprocessOn(const LintContext& context)
{
    if (!context.config().preprocessOn)
        return;
    context.report(
        Severity::Warning, preprocessOn,
        CalibrationRules::tr("Calibration will see pictures prepared in another way than in training."),
        CalibrationRules::tr("With preprocess_on the toolchain resizes pictures itself: no letterbox, no crop. "
                             "Prepare the samples yourself and switch it off."),
        lintSource::x3Manual, context.set(preprocessOn, u"False"_s));
}

} // namespace

QList<NamedCheck> calibrationRules()
{
    return {{"calibration-folder"_L1, checkFolder},
            {"calibration-skip"_L1, checkSkip},
            {"calibration-type-assumed"_L1, checkAssumedType},
            {"calibration-type-contradicts-folder"_L1, checkContradictingFolder},
            {"max-percentile"_L1, checkMaxPercentile},
            {"per-channel-ignored"_L1, checkPerChannel},
            {"preprocess-on"_L1, checkPreprocessOn}};
}

} // namespace driftscope
