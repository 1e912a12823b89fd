// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunSummary.h"

#include <optional>

namespace driftscope {

/// One key that a sweep varies.
struct SweepKey
{
    QString key; ///< full, `calibration_parameters.calibration_type`
    QStringList values; ///< as written; an empty one leaves the key out

    bool operator==(const SweepKey&) const = default;
};

enum class SweepRowState
{
    Waiting,
    Running,
    Succeeded,
    Failed, ///< did not compile
    Cancelled, ///< compiling when the sweep was stopped
    NotRun, ///< its turn did not come
    Refused ///< the rules say that the toolchain would refuse this combination
};

[[nodiscard]] QString sweepRowStateName(SweepRowState state); ///< `succeeded`, `not_run`, …: used in JSON

/// One variant of a sweep and what came of it.
struct SweepRow
{
    QStringList values; ///< one for each key of the sweep
    SweepRowState state = SweepRowState::Waiting;
    QString runId; ///< empty where nothing was compiled
    QString message; ///< why it failed, or what could not be measured; empty when there is nothing to say
    bool isReused = false; ///< the run was there before
    std::optional<RunSummary> run; ///< read from the run's folder; nothing where it was removed

    bool operator==(const SweepRow&) const = default;
};

enum class SweepState
{
    Running,
    Finished,
    Cancelled
};

[[nodiscard]] QString sweepStateName(SweepState state);

/// A config compiled once for each combination of the values of one or two keys.
struct Sweep
{
    QString id; ///< `sweep-20260411-093001-250`, unique and sortable by time
    QDateTime startedAt;
    SweepState state = SweepState::Running;
    QString configFile; ///< the person's
    QString toolchain; ///< name
    QString dataFolder; ///< of the labelled data; empty: nothing was evaluated
    QList<SweepKey> keys; ///< one or two
    QList<SweepRow> rows; ///< the first key's values outermost

    bool operator==(const Sweep&) const = default;
};

/// Folder inside that of the runs that holds a record for each sweep.
inline constexpr QLatin1StringView sweepsFolder{"sweeps"};

/// Gives the sweep an id that no other has there and writes its record.
[[nodiscard]] Result<void> createSweepRecord(const QString& runsFolder, Sweep& sweep);
[[nodiscard]] Result<void> writeSweepRecord(const QString& runsFolder, const Sweep& sweep);
/// Without the summaries of its runs. What was running and is no longer is told as cancelled or not run. Fails where
/// the record is not there or damaged.
[[nodiscard]] Result<Sweep> readSweepRecord(const QString& runsFolder, const QString& id);
/// The record and the summaries of its runs.
[[nodiscard]] Result<Sweep> readSweep(const QString& runsFolder, const QString& id);
/// Ids of all sweeps, the newest first.
[[nodiscard]] QStringList listSweeps(const QString& runsFolder);
void removeSweepRecord(const QString& runsFolder, const QString& id);

} // namespace driftscope
