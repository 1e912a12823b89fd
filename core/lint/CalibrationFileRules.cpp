// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationFiles.h"
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationFileRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationFileRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;
const QString calDataType = u"calibration_parameters.cal_data_type"_s;

QString nameOf(const CalibrationFile& file)
{
    return QFileInfo(file.path).fileName();
}

/// Calls `check(input, folder)` for each input whose folder exists and is used.
template <typename Check> void forEachFolder(const LintContext& context, Check check)
{
    const CalibrationType type = context.config().calibration;
    if (type == CalibrationType::Skip || type == CalibrationType::Load)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const QString folder = context.existingCalibrationFolder(i);
        if (!folder.isEmpty())
            check(i, scanCalibrationFolder(folder));
    }
}

/// The type that makes the size right, if it is another one that is in use.
QString fittingType(qint64 size, qint64 elements, const QString& declared)
{
    for (const QString& type : {u"float32"_s, u"uint8"_s}) {
        const qint64 bytes = type == "float32"_L1 ? 4 : 1;
        if (type != declared && size == elements * bytes)
            return type;
    }
    return {};
}

void checkSizes(const LintContext& context)
{
    if (context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype i, const CalibrationFolder& folder) {
        const QString declared = context.config().inputs[i].calibrationDataType;
        const std::optional<DataType> type = dataTypeFromName(declared);
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!type || !shape || !shape->isKnown() || shape->elementCount() <= 0)
            return;
        const qint64 wanted = shape->elementCount() * elementSize(*type);
        QList<CalibrationFile> misfits;
        for (const CalibrationFile& file : folder.samples) {
            if (file.size != wanted)
                misfits.append(file);
        }
        if (misfits.isEmpty())
            return;
        const QString other = fittingType(misfits.constFirst().size, shape->elementCount(), declared);
        std::optional<Fix> fix;
        if (!other.isEmpty() && misfits.size() == folder.samples.size() && context.config().inputs.size() == 1)
            fix = context.set(calDataType, other);
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("%1 of %2 calibration files do not fit %3: %4 has %5 bytes, and %6 values "
                                     "of %7 need %8.")
                .arg(misfits.size())
                .arg(folder.samples.size())
                .arg(context.inputLabel(i), nameOf(misfits.constFirst()))
                .arg(misfits.constFirst().size)
                .arg(shape->toString(), declared)
                .arg(wanted),
            CalibrationFileRules::tr("Every file holds one sample of the whole input shape in the declared "
                                     "type; the toolchain stops at the first that does not."),
            lintSource::x3Manual, fix);
    });
}

void checkNpy(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype, const CalibrationFolder& folder) {
        if (folder.npy.isEmpty())
            return;
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("The calibration folder holds %1 .npy files, such as %2.")
                .arg(folder.npy.size())
                .arg(nameOf(folder.npy.constFirst())),
            CalibrationFileRules::tr("The toolchain reads raw numbers: the header of a .npy file is taken for "
                                     "pixels, without a message. Write the arrays with tofile() instead."),
            lintSource::x5Manual);
    });
}

void checkPictures(const LintContext& context)
{
    if (context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype, const CalibrationFolder& folder) {
        if (folder.pictures.isEmpty())
            return;
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("The calibration folder holds %1 pictures, such as %2, which will be read "
                                     "as raw numbers.")
                .arg(folder.pictures.size())
                .arg(nameOf(folder.pictures.constFirst())),
            CalibrationFileRules::tr("Without preprocess_on the toolchain does not decode pictures. Write each "
                                     "as raw numbers in the training format and shape."),
            lintSource::x3Manual);
    });
}

void checkStray(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype, const CalibrationFolder& folder) {
        if (folder.stray.isEmpty())
            return;
        context.report(Severity::Warning, calDataDir,
                       CalibrationFileRules::tr("The calibration folder holds files that are no samples, such as %1.")
                           .arg(nameOf(folder.stray.constFirst())),
                       CalibrationFileRules::tr("The toolchain reads every file in the folder, whatever its name."),
                       lintSource::x5Manual);
    });
}

void checkCount(const LintContext& context)
{
    constexpr qsizetype few = 20;
    constexpr qsizetype many = 300;
    forEachFolder(context, [&](qsizetype, const CalibrationFolder& folder) {
        const qsizetype samples = folder.samples.size() + folder.pictures.size();
        if (samples >= few && samples <= many)
            return;
        if (samples == 0 && !folder.npy.isEmpty())
            return; // its own finding
        context.report(
            samples == 0 ? Severity::Error : (samples < few ? Severity::Warning : Severity::Info), calDataDir,
            CalibrationFileRules::tr("The calibration folder holds %1 samples.").arg(samples),
            CalibrationFileRules::tr("About 100 are recommended: with fewer than 20 the measured ranges depend "
                                     "on chance, with many hundreds calibration only takes longer."),
            lintSource::x3Manual);
    });
}

/// The mistake of a published config: samples already normalised, and normalised again by the toolchain.
void checkNormalisedTwice(const LintContext& context)
{
    constexpr float largestNormalised = 10;
    forEachFolder(context, [&](qsizetype i, const CalibrationFolder& folder) {
        const InputConfig& input = context.config().inputs[i];
        if (input.norm == NormType::NoPreprocess || !isImageType(input.typeTrain)
            || input.calibrationDataType != "float32"_L1)
            return;
        const std::optional<float> largest = largestFloatMagnitude(folder.samples);
        if (!largest || *largest >= largestNormalised || *largest <= 0)
            return;
        context.report(
            Severity::Warning, calDataDir,
            CalibrationFileRules::tr("The calibration data of %1 seem to be normalised already (largest value "
                                     "%2), and norm_type normalises them again.")
                .arg(context.inputLabel(i))
                .arg(static_cast<double>(*largest)),
            CalibrationFileRules::tr("The ranges are then measured on values near zero, and the board model "
                                     "saturates on real pictures although the build succeeds. Samples must be "
                                     "pixels of 0 to 255."),
            lintSource::x5Manual);
    });
}

} // namespace

QList<NamedCheck> calibrationFileRules()
{
    return {{"calibration-file-size"_L1, checkSizes},    {"calibration-npy-files"_L1, checkNpy},
            {"calibration-pictures"_L1, checkPictures},  {"calibration-stray-files"_L1, checkStray},
            {"calibration-sample-count"_L1, checkCount}, {"calibration-normalised-twice"_L1, checkNormalisedTwice}};
}

} // namespace driftscope
