// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules about which files lie in a calibration folder.
#include "core/lint/CalibrationRuleParts.h"
#include "core/lint/CalibrationSurvey.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationFileRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationFileRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;

void checkReadable(const LintContext& context)
{
    const QString why = CalibrationFileRules::tr("The toolchain reads every file in the folder and stops at one that "
                                                 "it cannot read.");
    if (const CalibrationSurvey* survey = context.subject().calibration.get()) {
        for (const auto& statistics : survey->inputs) {
            if (statistics && !statistics->problem().isEmpty())
                context.report(Severity::Error, calDataDir, statistics->problem(), why, lintSource::x3Manual);
        }
    }
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        if (found.unreadable().isEmpty())
            return;
        context.report(Severity::Error, calDataDir,
                       CalibrationFileRules::tr("%1 calibration files cannot be read: %2. %3")
                           .arg(found.unreadable().size())
                           .arg(namesOf(found.unreadable()), found.unreadable().first().look->problem),
                       why, lintSource::x3Manual);
    });
}

/// What the header is taken for, when it is known how long the numbers of a sample are.
QString headerAsNumbers(const CalibrationSample& sample, const SampleReading& reading)
{
    const qint64 header = sample.look->headerBytes;
    const qsizetype bytes = elementSize(reading.type);
    if (header <= 0)
        return {};
    const QString text = QString::fromLatin1(sample.look->numpyHeader);
    if (bytes <= 0)
        return CalibrationFileRules::tr("Its first %1 bytes are the header %2.").arg(header).arg(text);
    return CalibrationFileRules::tr("Its first %1 bytes are the header %2: read as %3 numbers of %4, they stand before "
                                    "the pixels and move each of them by %3 places.")
        .arg(header)
        .arg(text)
        .arg(header / bytes)
        .arg(dataTypeName(reading.type));
}

void checkNpy(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        if (found.numpyFiles().isEmpty())
            return;
        const QString header = headerAsNumbers(found.numpyFiles().first(), found.reading());
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("The calibration folder holds %1 .npy files: %2.")
                .arg(found.numpyFiles().size())
                .arg(namesOf(found.numpyFiles())),
            (header.isEmpty() ? QString() : QString(header + u' '))
                + CalibrationFileRules::tr("The toolchain reads raw numbers: the header of a .npy file is taken for "
                                           "pixels, without a message. Write the arrays with tofile() instead."),
            lintSource::x5Manual);
    });
}

void checkPictures(const LintContext& context)
{
    if (context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        if (found.pictures().isEmpty())
            return;
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("The calibration folder holds %1 pictures (%2), which will be read as raw "
                                     "numbers.")
                .arg(found.pictures().size())
                .arg(namesOf(found.pictures())),
            CalibrationFileRules::tr("Without preprocess_on the toolchain does not decode pictures. Write each "
                                     "as raw numbers in the training format and shape."),
            lintSource::x3Manual);
    });
}

/// The other way round: raw numbers where pictures are to be decoded.
void checkRawWithPreprocess(const LintContext& context)
{
    if (!context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        if (found.samples().isEmpty())
            return;
        std::optional<Fix> fix;
        if (found.pictures().isEmpty())
            fix = context.set(u"calibration_parameters.preprocess_on"_s, u"False"_s);
        context.report(
            Severity::Error, calDataDir,
            CalibrationFileRules::tr("preprocess_on expects pictures, but %1 calibration files are none: "
                                     "%2.")
                .arg(found.samples().size())
                .arg(namesOf(found.samples())),
            CalibrationFileRules::tr("With preprocess_on every file is decoded as a JPEG, BMP or PNG picture, "
                                     "and the toolchain stops at one that is none."),
            lintSource::x3Manual, fix);
    });
}

void checkOddPictures(const LintContext& context)
{
    if (!context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const InputConfig& input = context.config().inputs[i];
        if (input.typeTrain != InputType::Yuv444 && input.typeRt != InputType::Nv12
            && input.typeRt != InputType::Yuv444)
            return;
        QList<CalibrationSample> odd;
        for (const CalibrationSample& sample : found.pictures()) {
            const std::optional<PictureDimensions>& size = sample.look->picture;
            if (size && (size->width % 2 != 0 || size->height % 2 != 0))
                odd.append(sample);
        }
        if (odd.isEmpty())
            return;
        const PictureDimensions& size = *odd.first().look->picture;
        context.report(
            Severity::Warning, calDataDir,
            CalibrationFileRules::tr("%1 of %2 calibration pictures have an odd width or height, such as %3 "
                                     "with %4×%5.")
                .arg(odd.size())
                .arg(found.pictures().size())
                .arg(odd.first().file.name)
                .arg(size.width)
                .arg(size.height),
            CalibrationFileRules::tr("%1 stores colour for blocks of two by two pixels: the last row or "
                                     "column has none of its own, so colours at the border may shift. Cut the "
                                     "pictures to even sizes.")
                .arg(inputTypeName(input.typeRt)),
            lintSource::x3Manual);
    });
}

void checkStray(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        if (found.strays().isEmpty())
            return;
        context.report(Severity::Warning, calDataDir,
                       CalibrationFileRules::tr("The calibration folder holds files that are no samples: %1.")
                           .arg(namesOf(found.strays())),
                       CalibrationFileRules::tr("The toolchain reads every file in the folder, whatever its name. Move "
                                                "them elsewhere."),
                       lintSource::x5Manual);
    });
}

void checkCount(const LintContext& context)
{
    constexpr qsizetype few = 20;
    constexpr qsizetype many = 100;
    forEachFolder(context, [&](qsizetype, const CalibrationStatistics& found) {
        const qsizetype samples = found.samples().size() + found.pictures().size();
        if (samples >= few && samples <= many)
            return;
        if (samples < few && samples + found.numpyFiles().size() >= few)
            return; // its own finding
        QString message = CalibrationFileRules::tr("The calibration folder holds %1 samples.").arg(samples);
        if (samples == 0 && found.folders() > 0) {
            message = CalibrationFileRules::tr("The calibration folder holds no samples but %1 folders, which are not "
                                               "looked into.")
                          .arg(found.folders());
        }
        context.report(
            samples == 0 ? Severity::Error : (samples < few ? Severity::Warning : Severity::Info), calDataDir, message,
            CalibrationFileRules::tr("About 100 are recommended: with fewer than 20 the measured ranges depend "
                                     "on chance, with many hundreds calibration only takes longer."),
            lintSource::x3Manual);
    });
}

} // namespace

QList<NamedCheck> calibrationFileRules()
{
    return {{"calibration-unreadable"_L1, checkReadable},
            {"calibration-npy-files"_L1, checkNpy},
            {"calibration-pictures"_L1, checkPictures},
            {"calibration-raw-with-preprocess"_L1, checkRawWithPreprocess},
            {"calibration-picture-odd-size"_L1, checkOddPictures},
            {"calibration-stray-files"_L1, checkStray},
            {"calibration-sample-count"_L1, checkCount}};
}

} // namespace driftscope
