// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules about the size of calibration files: whether each holds one sample of the shape in the type that is declared.
#include "core/lint/CalibrationRuleParts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationSizeRules
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationSizeRules)
};

const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;
const QString calDataType = u"calibration_parameters.cal_data_type"_s;

/// What a folder's files have and what they ought to have.
struct Sizes
{
    qint64 elements = 0;
    qint64 wanted = 0; ///< bytes
    QString declared; ///< the type
    QString shape;
    QList<CalibrationSample> misfits;
    bool isOneSize = false; ///< all samples are misfits of the same size
};

/// Nothing where the shape or the type is unknown, or all files fit.
std::optional<Sizes> misfittingSizes(const LintContext& context, qsizetype input, const CalibrationStatistics& found)
{
    const std::optional<Shape> shape = context.shapeOf(input);
    const SampleReading& reading = found.reading();
    if (context.config().preprocessOn || !shape || reading.elements <= 0 || elementSize(reading.type) == 0)
        return std::nullopt;
    Sizes sizes{reading.elements,
                reading.elements * elementSize(reading.type),
                dataTypeName(reading.type),
                shape->toString(),
                {},
                false};
    for (const CalibrationSample& sample : found.samples()) {
        if (sample.file.size != sizes.wanted)
            sizes.misfits.append(sample);
    }
    if (sizes.misfits.isEmpty())
        return std::nullopt;
    sizes.isOneSize = sizes.misfits.size() == found.samples().size() && found.sizes().size() == 1;
    return sizes;
}

qint64 batchOf(const CalibrationStatistics& found)
{
    return found.reading().geometry ? found.reading().geometry->batch : 1;
}

bool holdsOneOfBatch(const Sizes& sizes, const CalibrationStatistics& found)
{
    const qint64 batch = batchOf(found);
    return batch > 1 && sizes.isOneSize && sizes.misfits.first().file.size * batch == sizes.wanted;
}

/// The type that makes the size right, if it is another one that is in use.
std::optional<DataType> fittingType(qint64 size, const CalibrationStatistics& found)
{
    for (const DataType type : {DataType::Float32, DataType::UInt8, DataType::Int16, DataType::Float64}) {
        const bool isLikely = type == DataType::Float32 || type == DataType::UInt8 || found.guess().type == type;
        if (isLikely && type != found.reading().type && size == found.reading().elements * elementSize(type))
            return type;
    }
    return std::nullopt;
}

/// Why the first misfit has the size it has.
QString explanation(const Sizes& sizes, std::optional<DataType> type, const QString& folder)
{
    const qint64 size = sizes.misfits.first().file.size;
    if (type && size * 4 == sizes.wanted) {
        return CalibrationSizeRules::tr("%1 bytes are exactly a quarter: the files hold %2, one byte a value.")
            .arg(size)
            .arg(dataTypeName(*type));
    }
    if (type && folder.endsWith("_f32"_L1) && *type == DataType::Float32)
        return CalibrationSizeRules::tr("The size is that of float32, and the folder is named so.");
    if (type)
        return CalibrationSizeRules::tr("The size is that of %1.").arg(dataTypeName(*type));
    if (size == 0)
        return CalibrationSizeRules::tr("The file is empty.");
    constexpr qint64 numpyHeader = 128;
    if (size == sizes.wanted + numpyHeader)
        return CalibrationSizeRules::tr("There are 128 bytes too many, as long as the header of a .npy file.");
    if (size < sizes.wanted)
        return CalibrationSizeRules::tr("The file is %1 bytes too short.").arg(sizes.wanted - size);
    return CalibrationSizeRules::tr("The file is %1 bytes too long.").arg(size - sizes.wanted);
}

/// Nothing where other inputs would need a type made up for them.
std::optional<Fix> setType(const LintContext& context, qsizetype input, DataType type)
{
    const bool isChoice = type == DataType::Float32 || type == DataType::UInt8;
    if (!isChoice || (context.config().inputs.size() > 1 && !context.isGiven(calDataType)))
        return std::nullopt;
    return context.setItem(calDataType, input, dataTypeName(type));
}

void checkSizes(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const std::optional<Sizes> sizes = misfittingSizes(context, i, found);
        if (!sizes || holdsOneOfBatch(*sizes, found))
            return;
        const std::optional<DataType> type = fittingType(sizes->misfits.first().file.size, found);
        std::optional<Fix> fix;
        if (type && sizes->isOneSize)
            fix = setType(context, i, *type);
        context.report(Severity::Error, calDataDir,
                       CalibrationSizeRules::tr("%1 of %2 calibration files do not fit %3: %4; %5 values of %6 need %7 "
                                                "bytes.")
                           .arg(sizes->misfits.size())
                           .arg(found.samples().size())
                           .arg(context.inputLabel(i), namesAndSizesOf(sizes->misfits), sizes->shape, sizes->declared)
                           .arg(sizes->wanted),
                       explanation(*sizes, type, found.folder()) + u' '
                           + CalibrationSizeRules::tr("Every file holds one sample of the whole input shape in the "
                                                      "declared type; the toolchain stops at the first that does not."),
                       lintSource::x3Manual, fix);
    });
}

void checkBatch(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const std::optional<Sizes> sizes = misfittingSizes(context, i, found);
        if (!sizes || !holdsOneOfBatch(*sizes, found))
            return;
        context.report(
            Severity::Error, calDataDir,
            CalibrationSizeRules::tr("Each calibration file of %1 holds one picture, but the shape %2 is a "
                                     "batch of %3.")
                .arg(context.inputLabel(i), sizes->shape)
                .arg(batchOf(found)),
            CalibrationSizeRules::tr("Each file must hold the full shape: join %1 pictures in one file of %2 "
                                     "bytes, or write 1 as the first size and set input_batch.")
                .arg(batchOf(found))
                .arg(sizes->wanted),
            lintSource::x3Manual);
    });
}

/// Where no shape is known, samples of several sizes are still wrong.
void checkUneven(const LintContext& context)
{
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        if (context.config().preprocessOn || found.reading().elements > 0 || found.sizes().size() < 2)
            return;
        const QList<qint64> sizes = found.sizes().keys();
        // The commonest, of equally common ones the larger: files are rather cut short than drawn out.
        const qint64 usual = *std::ranges::max_element(
            sizes, {}, [&](qint64 size) { return std::pair(found.sizes().value(size), size); });
        QList<CalibrationSample> others;
        for (const CalibrationSample& sample : found.samples()) {
            if (sample.file.size != usual)
                others.append(sample);
        }
        context.report(Severity::Error, calDataDir,
                       CalibrationSizeRules::tr("The calibration files of %1 are not all of one size: %2 of them have "
                                                "%3 bytes, but not %4.")
                           .arg(context.inputLabel(i))
                           .arg(found.sizes().value(usual))
                           .arg(usual)
                           .arg(namesAndSizesOf(others)),
                       CalibrationSizeRules::tr("Every file holds one sample of the whole input shape, so all are "
                                                "equally long."),
                       lintSource::x3Manual);
    });
}

/// The size cannot tell float32 from int32, nor anything where the shape is unknown; the bytes can.
void checkType(const LintContext& context)
{
    constexpr double sure = 0.9;
    forEachFolder(context, [&](qsizetype i, const CalibrationStatistics& found) {
        const TypeGuess& guess = found.guess();
        const DataType declared = found.reading().type;
        const bool isSigned = declared == DataType::Int8 && guess.type == DataType::UInt8; // not to be told apart
        if (context.config().preprocessOn || declared == DataType::Undefined || guess.confidence < sure
            || guess.type == declared || isSigned || misfittingSizes(context, i, found))
            return;
        std::optional<Fix> fix;
        if (found.reading().elements <= 0 || elementSize(guess.type) == elementSize(declared)) // the size stays right
            fix = setType(context, i, guess.type);
        context.report(Severity::Warning, context.isGiven(calDataType) ? calDataType : calDataDir,
                       CalibrationSizeRules::tr("The calibration files of %1 are read as %2, but their bytes look like "
                                                "%3 (confidence %4).")
                           .arg(context.inputLabel(i), dataTypeName(declared), dataTypeName(guess.type),
                                percent(guess.confidence)),
                       CalibrationSizeRules::tr("Read as another type, the numbers mean nothing, and calibration does "
                                                "not notice."),
                       lintSource::x3Manual, fix);
    });
}

} // namespace

QList<NamedCheck> calibrationSizeRules()
{
    return {{"calibration-file-size"_L1, checkSizes},
            {"calibration-batch"_L1, checkBatch},
            {"calibration-uneven-sizes"_L1, checkUneven},
            {"calibration-data-type"_L1, checkType}};
}

} // namespace driftscope
