// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

} // namespace

QLatin1StringView lightClass(Light light)
{
    switch (light) {
    case Light::Green:
        return "good"_L1;
    case Light::Yellow:
        return "fair"_L1;
    case Light::Red:
        return "bad"_L1;
    case Light::Grey:
        break;
    }
    return "unknown"_L1;
}

QString stageWord(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return Words::tr("Float");
    case Stage::OriginalFloat:
        return Words::tr("Original");
    case Stage::OptimizedFloat:
        return Words::tr("Optimized");
    case Stage::Calibrated:
        return Words::tr("Calibrated");
    case Stage::Quantized:
        return Words::tr("Quantized");
    case Stage::Board:
        return Words::tr("Board .bin");
    }
    return {};
}

QString rungWord(const QString& step)
{
    QStringList names;
    for (const QString& part : step.split(u" ↔ "_s)) {
        const auto stage = stageFromKey(part.trimmed());
        const bool isTraining = part.trimmed() == "training"_L1;
        names.append(stage ? stageWord(*stage) : isTraining ? Words::tr("Training program") : part);
    }
    return names.join(u" ↔ "_s);
}

Light rungLight(const QString& status)
{
    if (status == "equal"_L1)
        return Light::Green;
    if (status == "close"_L1)
        return Light::Yellow;
    return status == "differs"_L1 ? Light::Red : Light::Grey;
}

QString rungStatusWord(const QString& status)
{
    if (status == "equal"_L1)
        return Words::tr("equal");
    if (status == "close"_L1)
        return Words::tr("close");
    if (status == "differs"_L1)
        return Words::tr("differs");
    return status == "not_tested"_L1 ? Words::tr("not tested") : status;
}

QString confidenceWord(double confidence)
{
    constexpr double high = 0.9;
    constexpr double medium = 0.6;
    const int percent = qRound(confidence * 100);
    if (confidence >= high)
        return Words::tr("Confidence high (%1 %)").arg(percent);
    return confidence >= medium ? Words::tr("Confidence medium (%1 %)").arg(percent)
                                : Words::tr("Confidence low (%1 %)").arg(percent);
}

QString comparisonStatusWord(ComparisonStatus status)
{
    switch (status) {
    case ComparisonStatus::Compared:
        return Words::tr("compared");
    case ComparisonStatus::NoCounterpart:
        return Words::tr("no counterpart");
    case ComparisonStatus::NotDumped:
        return Words::tr("not dumped");
    case ComparisonStatus::ShapeDiffers:
        return Words::tr("shape differs");
    case ComparisonStatus::NotComparable:
        return Words::tr("not comparable");
    case ComparisonStatus::Unreadable:
        return Words::tr("unreadable");
    case ComparisonStatus::Waiting:
        return Words::tr("not compared yet");
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Words::tr("Note");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Error:
        return Words::tr("Error");
    }
    return {};
}

Light severityLight(Severity severity)
{
    switch (severity) {
    case Severity::Warning:
        return Light::Yellow;
    case Severity::Error:
        return Light::Red;
    case Severity::Info:
        break;
    }
    return Light::Grey;
}

} // namespace driftscope
