// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationRuleParts.h"

#include "core/lint/CalibrationSurvey.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationRuleParts
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationRuleParts)
};

QString listed(const QList<CalibrationSample>& samples, auto describe)
{
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const CalibrationSample& sample : samples.first(qMin(shown, samples.size())))
        names.append(describe(sample));
    const QString list = names.join(u", "_s);
    return samples.size() <= shown ? list
                                   : CalibrationRuleParts::tr("%1 and %2 more").arg(list).arg(samples.size() - shown);
}

} // namespace

const CalibrationStatistics* calibrationOf(const LintContext& context, qsizetype input)
{
    const CalibrationSurvey* survey = context.subject().calibration.get();
    if (survey == nullptr || input >= survey->inputs.size())
        return nullptr;
    const CalibrationStatistics* statistics = survey->inputs[input].get();
    return statistics != nullptr && statistics->isRead() ? statistics : nullptr;
}

QString namesOf(const QList<CalibrationSample>& samples)
{
    return listed(samples, [](const CalibrationSample& sample) { return sample.file.name; });
}

QString namesAndSizesOf(const QList<CalibrationSample>& samples)
{
    return listed(samples, [](const CalibrationSample& sample) {
        return CalibrationRuleParts::tr("%1 (%2 bytes)").arg(sample.file.name).arg(sample.file.size);
    });
}

QString measuredNumber(double value)
{
    return QString::number(value, 'g', 4);
}

QString percent(double share)
{
    return CalibrationRuleParts::tr("%1 %").arg(static_cast<int>(std::floor(share * 100)));
}

} // namespace driftscope
