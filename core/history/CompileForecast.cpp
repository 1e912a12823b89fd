// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/CompileForecast.h"

#include "core/base/Files.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Forecasts
{
    Q_DECLARE_TR_FUNCTIONS(CompileForecast)
};

constexpr qint64 largestRecord = qint64{16} << 20;
constexpr double tellingShare = 0.05; ///< of the whole that must be over before its time says how fast this run is
constexpr double mostShare = 0.99; ///< as long as it is not over

double median(QList<double> values)
{
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

/// “Start to Horizon NN Model Convert.” and its end stand around most other phases.
bool isAroundOthers(const QString& phase)
{
    return phase.endsWith("Model Convert"_L1);
}

std::optional<PastCompilation> readCompilation(const QString& file, const QString& toolchain)
{
    const auto content = readFile(file, largestRecord);
    if (!content)
        return std::nullopt;
    const QJsonObject record = QJsonDocument::fromJson(*content).object();
    PastCompilation run;
    run.seconds = record["seconds"_L1].toDouble();
    if (record["status"_L1].toString() != u"succeeded"_s || run.seconds <= 0.0
        || record["toolchain"_L1]["name"_L1].toString() != toolchain)
        return std::nullopt;
    for (const QJsonValue& artifact : record["artifacts"_L1].toArray()) {
        if (artifact["stage"_L1].toString() == stageKey(Stage::Float))
            run.model = artifact["file"_L1].toString();
    }
    for (const QJsonValue& phase : record["phases"_L1].toArray()) {
        if (phase["seconds"_L1].isDouble() && !isAroundOthers(phase["name"_L1].toString()))
            run.phases.append({phase["name"_L1].toString(), phase["seconds"_L1].toDouble(), true});
    }
    return run;
}

QString restText(double seconds)
{
    constexpr double minute = 60.0;
    if (seconds < 1.0)
        return Forecasts::tr("about 1 s left");
    if (seconds < 2.0 * minute)
        return Forecasts::tr("about %1 s left").arg(std::lround(seconds));
    return Forecasts::tr("about %1 min left").arg(std::lround(seconds / minute));
}

} // namespace

QList<PastCompilation> pastCompilations(const QString& runsFolder, const QString& toolchain, int most)
{
    QList<PastCompilation> runs;
    const QDir folder(runsFolder);
    for (const QString& id : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        if (runs.size() >= most)
            break;
        if (auto run = readCompilation(folder.filePath(id + u'/' + runRecordFile), toolchain))
            runs.append(*std::move(run));
    }
    return runs;
}

CompileForecast::CompileForecast(const QList<PastCompilation>& runs, const QString& model)
{
    QList<PastCompilation> chosen;
    std::ranges::copy_if(runs, std::back_inserter(chosen),
                         [&model](const PastCompilation& run) { return !model.isEmpty() && run.model == model; });
    m_isOfModel = !chosen.isEmpty();
    if (chosen.isEmpty())
        chosen = runs;
    if (chosen.isEmpty())
        return;
    // What others take is only a share: each counts the same, however large its model.
    QList<double> totals;
    for (PastCompilation& run : chosen) {
        totals.append(run.seconds);
        if (m_isOfModel)
            continue;
        for (LogPhase& phase : run.phases)
            phase.seconds /= run.seconds;
    }
    m_total = m_isOfModel ? median(totals) : 1.0;
    for (const LogPhase& phase : chosen.first().phases) {
        QList<double> times;
        for (const PastCompilation& run : chosen) {
            const auto same = std::ranges::find(run.phases, phase.name, &LogPhase::name);
            if (same != run.phases.end())
                times.append(same->seconds);
        }
        m_phases.append({phase.name, median(times), false});
    }
    double all = 0.0;
    for (const LogPhase& phase : std::as_const(m_phases))
        all += phase.seconds;
    m_total = std::max(m_total, all);
}

double CompileForecast::expectedSeconds(const QString& phase) const
{
    const auto known = std::ranges::find(m_phases, phase, &LogPhase::name);
    return known == m_phases.end() ? 0.0 : known->seconds;
}

std::optional<CompileForecast::Rest> CompileForecast::rest(const QList<LogPhase>& phases, double elapsed) const
{
    if (m_total <= 0.0)
        return std::nullopt;
    double took = 0.0; // of the phases that are over
    double usual = 0.0; // the same, by the forecast
    double open = 0.0; // of the one that runs, by the forecast
    for (const LogPhase& phase : phases) {
        if (isAroundOthers(phase.name))
            continue;
        if (phase.finished) {
            took += std::max(0.0, phase.seconds);
            usual += expectedSeconds(phase.name);
        } else {
            open = expectedSeconds(phase.name);
        }
    }
    const bool isTelling = usual / m_total >= tellingShare && took > 0.0;
    if (!isTelling && !m_isOfModel)
        return Rest{std::min(usual / m_total, mostShare), std::nullopt};
    const double stretch = isTelling ? took / usual : 1.0;
    const double sofar = std::min(std::max(0.0, elapsed - took) / stretch, open);
    const double done = std::min(usual + sofar, mostShare * m_total);
    return Rest{done / m_total, (m_total - done) * stretch};
}

ProgressState CompileForecast::progress(const QList<LogPhase>& phases, double elapsed) const
{
    constexpr double percent = 100.0;
    const auto open
        = std::find_if(phases.crbegin(), phases.crend(), [](const LogPhase& phase) { return !phase.finished; });
    ProgressState state;
    state.what = open == phases.crend() ? QString() : open->name;
    const auto left = rest(phases, elapsed);
    if (!left) {
        state.done = std::ranges::count_if(phases, &LogPhase::finished);
        return state;
    }
    state.done = static_cast<qint64>(left->share * percent);
    state.total = static_cast<qint64>(percent);
    if (left->seconds && !state.what.isEmpty())
        state.what = Forecasts::tr("%1 (%2)").arg(state.what, restText(*left->seconds));
    else if (left->seconds)
        state.what = restText(*left->seconds);
    return state;
}

} // namespace driftscope
