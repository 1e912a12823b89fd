// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SweepRecord.h"

#include <QHash>

#include <optional>

namespace driftscope {

/// Metrics of RunSummary that a sweep is judged by, those that matter most first.
[[nodiscard]] const QStringList& sweepFigures();
/// Whether more of it is better: shares, similarities, frames a second; not times and sizes.
[[nodiscard]] bool isMoreBetter(const QString& figure);
/// Nothing where the row did not compile or the figure was not measured.
[[nodiscard]] std::optional<double> sweepFigure(const SweepRow& row, const QString& figure);
/// Those that at least one row has, in the order of sweepFigures().
[[nodiscard]] QStringList measuredFigures(const Sweep& sweep);

/// The row that a sweep recommends.
struct SweepBest
{
    qsizetype row = 0;
    QString figure; ///< by which it is the best
    QString tieBreak; ///< the figure that chose among rows that are equal in that one; empty where none had to
    int equals = 0; ///< other rows that nothing tells from this one
    bool operator==(const SweepBest&) const = default;
};

/// The best row by a figure; rows that are equal in it are told apart by accuracy, similarity and latency, and by the
/// order in the end. Nothing where no row has the figure.
[[nodiscard]] std::optional<SweepBest> bestRow(const Sweep& sweep, const QString& figure);
/// By the first figure that was measured.
[[nodiscard]] std::optional<SweepBest> bestRow(const Sweep& sweep);
/// One sentence: which row is the best by what; empty where there is none.
[[nodiscard]] QString bestRowSentence(const Sweep& sweep, const std::optional<SweepBest>& best);

/// A value for people: one that is left out is said to be.
[[nodiscard]] QString sweepValueText(const QString& value);
/// `calibration_type max, per_channel True`.
[[nodiscard]] QString sweepRowTitle(const QList<SweepKey>& keys, const QStringList& values);

/// Runs of a folder that succeeded and say what they were compiled from, by fingerprint; the newest where several do.
[[nodiscard]] QHash<QString, QString> runsByFingerprint(const QString& runsFolder);

} // namespace driftscope
