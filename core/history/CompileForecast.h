// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/toolchain/LogRecords.h"

#include <QList>
#include <QString>

#include <optional>

namespace driftscope {

/// A compilation that succeeded: what is learned from.
struct PastCompilation
{
    QString model; ///< the float model's file, absolute
    double seconds = 0.0; ///< of the whole run, also what lies between phases
    QList<LogPhase> phases; ///< with their times
};

/// The newest compilations of a folder of runs that this toolchain made, the newest first. Only their records are read.
[[nodiscard]] QList<PastCompilation> pastCompilations(const QString& runsFolder, const QString& toolchain,
                                                      int most = 20);

/// How long a compilation will take, learned from earlier ones: from those of the same model where there are any, else
/// from all, stretched by how long the finished phases took this time.
class CompileForecast
{
public:
    CompileForecast() = default; ///< knows nothing
    CompileForecast(const QList<PastCompilation>& runs, const QString& model);

    /// The phases to come with their usual times, as long as the model is known; empty otherwise.
    [[nodiscard]] QList<LogPhase> expected() const { return m_isOfModel ? m_phases : QList<LogPhase>(); }

    struct Rest
    {
        double share = 0.0; ///< of the work that is done, 0 to 1
        std::optional<double> seconds; ///< still to come; nothing where only the share can be told
    };
    /// `elapsed` are the seconds since the compilation began. Nothing where nothing was learned.
    [[nodiscard]] std::optional<Rest> rest(const QList<LogPhase>& phases, double elapsed) const;

    /// What is done now, how much of all is done in percent, and how long it will still take, for people.
    [[nodiscard]] ProgressState progress(const QList<LogPhase>& phases, double elapsed) const;

private:
    [[nodiscard]] double expectedSeconds(const QString& phase) const;

    QList<LogPhase> m_phases; ///< in their order, with the median of their times
    double m_total = 0.0; ///< seconds; 0 where nothing was learned
    bool m_isOfModel = false;
};

} // namespace driftscope
