// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules about what the samples show: layout, order of colours, samples that teach nothing, and pairs of inputs.
#include "core/lint/CalibrationRuleParts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationContentRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationContentRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;

bool isRawPicture(const LintContext& context, qsizetype input)
{
    return !context.config().preprocessOn && isImageType(context.config().inputs[input].typeTrain);
}

void checkLayout(const LintContext& context)
{
    constexpr double sure = 0.9;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const TensorLayout declared = context.config().inputs[i].layoutTrain;
        const LayoutEvidence& layout = found.layout();
        if (!isRawPicture(context, i) || declared == TensorLayout::Unknown || layout.layout == TensorLayout::Unknown
            || layout.layout == declared)
            return;
        context.report(
            layout.confidence >= sure ? Severity::Error : Severity::Warning, calDataDir,
            CalibrationContentRules::tr("The calibration files of %1 seem to be %2, but input_layout_train says %3 "
                                        "(confidence %4).")
                .arg(context.inputLabel(i), layoutName(layout.layout), layoutName(declared),
                     percent(layout.confidence)),
            CalibrationContentRules::tr("Read as %1, %2 of %3 samples are smoother pictures than read as %4. The "
                                        "toolchain would calibrate on scrambled pixels. Transpose the samples before "
                                        "writing them.")
                .arg(layoutName(layout.layout))
                .arg(layout.votes)
                .arg(layout.voters)
                .arg(layoutName(declared)),
            lintSource::x3Manual);
    });
}

void checkColourOrder(const LintContext& context)
{
    constexpr double likely = 0.85;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const InputConfig& input = context.config().inputs[i];
        const bool isColour = input.typeTrain == InputType::Rgb || input.typeTrain == InputType::Bgr;
        const ValueRange range = found.range().range;
        // Normalized channels have each a mean of its own taken off, and tell no more.
        if (!isRawPicture(context, i) || !isColour || (range != ValueRange::Pixels && range != ValueRange::Unit))
            return;
        const ColourEvidence colour = found.colour(input.layoutTrain);
        if (colour.order == InputType::Unknown || colour.order == input.typeTrain)
            return;
        context.report(colour.confidence >= likely ? Severity::Warning : Severity::Info, calDataDir,
                       CalibrationContentRules::tr(
                           "The calibration files of %1 may be %2, but input_type_train says %3 (confidence "
                           "%4).")
                           .arg(context.inputLabel(i), inputTypeName(colour.order), inputTypeName(input.typeTrain),
                                percent(colour.confidence)),
                       CalibrationContentRules::tr(
                           "In %1 of %2 samples the channel that would be blue is brighter than the one "
                           "that would be red, which is rare in photographs. OpenCV reads pictures as bgr. "
                           "Pictures under blue light are an innocent cause.")
                           .arg(colour.votes)
                           .arg(colour.voters),
                       lintSource::x3Manual);
    });
}

/// How far apart black and white are; nothing where that is unknown.
std::optional<double> spanOf(ValueRange range)
{
    switch (range) {
    case ValueRange::Pixels:
    case ValueRange::Shifted:
        return 255;
    case ValueRange::Unit:
        return 1;
    case ValueRange::Centred:
        return 2;
    default:
        return std::nullopt;
    }
}

/// Whether nothing, or no more than noise, can be seen. A sample that is prepared unlike the others is not judged by
/// their measure: that has its own finding.
bool isNearlyConstant(const SampleStatistics& look, ValueRange common)
{
    constexpr double leastDeviation = 0.005; // of the span: about one grey level
    const std::optional<double> span = valueRangeOf(look) == common ? spanOf(common) : std::nullopt;
    return look.count > 1 && span && look.deviation < leastDeviation * *span;
}

void checkConstant(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        QList<CalibrationSample> constant;
        for (const CalibrationSample& sample : found.samples()) {
            const SampleStatistics& look = *sample.look;
            const bool isConstant = look.count > 1 && look.minimum == look.maximum;
            if (isConstant || (isRawPicture(context, i) && isNearlyConstant(look, found.range().range)))
                constant.append(sample);
        }
        if (constant.isEmpty())
            return;
        context.report(Severity::Warning, calDataDir,
                       CalibrationContentRules::tr("%1 of %2 calibration samples of %3 are constant or nearly so: %4.")
                           .arg(constant.size())
                           .arg(found.samples().size())
                           .arg(context.inputLabel(i), namesOf(constant)),
                       CalibrationContentRules::tr("Pictures of one colour teach nothing about the activations of real "
                                                   "ones, and harm the ranges that are measured as means."),
                       lintSource::x3Manual);
    });
}

/// Where between black (0) and white (1) the mean of a sample lies; nothing where black and white are unknown, or the
/// sample is constant or prepared unlike the others, which have their own findings.
std::optional<double> brightness(const SampleStatistics& look, ValueRange common)
{
    if (valueRangeOf(look) != common || look.minimum == look.maximum)
        return std::nullopt;
    if (common == ValueRange::Pixels)
        return look.mean / 255;
    return common == ValueRange::Unit ? std::optional(look.mean) : std::nullopt;
}

void checkExposure(const LintContext& context)
{
    constexpr double dark = 0.04;
    constexpr double bright = 0.96;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        if (!isRawPicture(context, i))
            return;
        QList<CalibrationSample> black;
        QList<CalibrationSample> white;
        for (const CalibrationSample& sample : found.samples()) {
            const std::optional<double> mean = brightness(*sample.look, found.range().range);
            if (mean && *mean < dark)
                black.append(sample);
            else if (mean && *mean > bright)
                white.append(sample);
        }
        const auto report = [&](const QList<CalibrationSample>& samples, const QString& message) {
            if (samples.isEmpty())
                return;
            context.report(
                Severity::Warning, calDataDir,
                message.arg(samples.size()).arg(found.samples().size()).arg(context.inputLabel(i), namesOf(samples)),
                CalibrationContentRules::tr("Black and over-exposed pictures are unlike what the board will "
                                            "see, and the ranges that are measured on them do not suit it."),
                lintSource::x3Manual);
        };
        report(black, CalibrationContentRules::tr("%1 of %2 calibration samples of %3 are almost black: %4."));
        report(white,
               CalibrationContentRules::tr("%1 of %2 calibration samples of %3 are over-exposed, almost white: "
                                           "%4."));
    });
}

void checkCopies(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        if (found.copies().isEmpty())
            return;
        qsizetype redundant = 0;
        for (const QList<CalibrationSample>& group : found.copies())
            redundant += group.size() - 1;
        const qsizetype all = found.samples().size() + found.pictures().size() + found.numpyFiles().size();
        const bool isMany = redundant * 10 >= all;
        context.report(
            isMany ? Severity::Warning : Severity::Info, calDataDir,
            CalibrationContentRules::tr("%1 of %2 calibration samples of %3 are copies of others: the same "
                                        "bytes are in %4.")
                .arg(redundant)
                .arg(all)
                .arg(context.inputLabel(i), namesOf(found.copies().first())),
            CalibrationContentRules::tr("Copies take time and give their picture more weight; the ranges rest "
                                        "on fewer pictures than it seems."),
            lintSource::x3Manual);
    });
}

void checkNonFinite(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        QList<CalibrationSample> bad;
        for (const CalibrationSample& sample : found.samples()) {
            if (sample.look->nonFinite > 0)
                bad.append(sample);
        }
        if (bad.isEmpty())
            return;
        const SampleStatistics& first = *bad.first().look;
        context.report(
            Severity::Error, calDataDir,
            CalibrationContentRules::tr("%1 of %2 calibration samples of %3 hold values that are no numbers: "
                                        "%4; in the first, %5 of %6 values are infinite or NaN.")
                .arg(bad.size())
                .arg(found.samples().size())
                .arg(context.inputLabel(i), namesOf(bad))
                .arg(first.nonFinite)
                .arg(first.nonFinite + first.count),
            CalibrationContentRules::tr("A single one makes the range of every layer behind it infinite. "
                                        "Look for divisions by zero where the samples are prepared, or for a "
                                        "wrong cal_data_type."),
            lintSource::x3Manual);
    });
}

using Key = QString (*)(const QString& name);

QString stemOf(const QString& name)
{
    return QFileInfo(name).completeBaseName();
}

/// The last number in the name: `mask_007.bin` belongs to `image_007.bin`.
QString numberOf(const QString& name)
{
    static const QRegularExpression last(u"(\\d+)\\D*$"_s);
    return last.match(stemOf(name)).captured(1);
}

/// The first pair of files in the order of names that do not belong together, if names say at all which do.
std::optional<std::pair<QString, QString>> firstMispaired(const QList<CalibrationSample>& one,
                                                          const QList<CalibrationSample>& other)
{
    for (const Key key : {Key(stemOf), Key(numberOf)}) {
        QSet<QString> keys;
        for (const CalibrationSample& sample : one)
            keys.insert(key(sample.file.name));
        const auto known = std::ranges::count_if(
            other, [&](const CalibrationSample& sample) { return keys.contains(key(sample.file.name)); });
        const bool tells = keys.size() == one.size() && !keys.contains(QString()) && 2 * known >= other.size();
        if (!tells)
            continue;
        for (qsizetype i = 0; i < std::min(one.size(), other.size()); ++i) {
            if (key(one[i].file.name) != key(other[i].file.name))
                return std::pair(one[i].file.name, other[i].file.name);
        }
        return std::nullopt;
    }
    return std::nullopt;
}

void checkPairs(const LintContext& context)
{
    const CalibrationStatistics* first = calibrationOf(context, 0);
    if (first == nullptr || context.config().preprocessOn)
        return;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        if (i == 0)
            return;
        const QString why = CalibrationContentRules::tr("The samples of several inputs belong together in the order of "
                                                        "their names: the first of each is one sample of the network.");
        if (found.samples().size() != first->samples().size()) {
            context.report(Severity::Error, calDataDir,
                           CalibrationContentRules::tr("%1 has %2 calibration samples, but %3 has %4.")
                               .arg(context.inputLabel(0))
                               .arg(first->samples().size())
                               .arg(context.inputLabel(i))
                               .arg(found.samples().size()),
                           why, lintSource::x3Manual);
        } else if (const auto pair = firstMispaired(first->samples(), found.samples())) {
            context.report(Severity::Warning, calDataDir,
                           CalibrationContentRules::tr("The calibration samples of %1 and %2 do not seem to belong "
                                                       "together: %3 would be fed with %4.")
                               .arg(context.inputLabel(0), context.inputLabel(i), pair->first, pair->second),
                           why, lintSource::x3Manual);
        }
    });
}

} // namespace

QList<NamedCheck> calibrationContentRules()
{
    return {{"calibration-layout"_L1, checkLayout},        {"calibration-colour-order"_L1, checkColourOrder},
            {"calibration-constant"_L1, checkConstant},    {"calibration-exposure"_L1, checkExposure},
            {"calibration-duplicates"_L1, checkCopies},    {"calibration-non-finite"_L1, checkNonFinite},
            {"calibration-inputs-unpaired"_L1, checkPairs}};
}

} // namespace driftscope
