// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/board/BoardProblem.h"
#include "core/process/TarWriter.h"

namespace driftscope {

inline constexpr QLatin1StringView boardScriptFile{"run.sh"};
inline constexpr QLatin1StringView boardResultFolder{"out"}; ///< what the script makes, beside it
inline constexpr QLatin1StringView boardSamplesFile{"samples.json"}; ///< which file each sample was made of

/// What a script runs: one model on samples, each with one file for each input. Paths are relative to its folder.
struct BoardScript
{
    BoardProfile board; ///< program, arguments and environment count
    QString model;
    QString modelName; ///< in a pack; empty: the only one
    QString title; ///< of the model, for people
    bool layers = false;
    bool asksInfo = true;
    qint64 neededBytes = 0; ///< room that the dumps take at least
    QList<QStringList> samples;
};

/// A POSIX sh program that checks tool, version and room, runs `infer` with dumps on each sample and leaves them in
/// `out`/0, `out`/1, …, with what `model_info` said beside them. What it says, BoardReport reads. Whatever stands in
/// names, it is text: everything is quoted, and the names of inputs are ours. An `out` of an earlier run is kept.
[[nodiscard]] QByteArray boardScriptText(const BoardScript& script);

/// What makes a folder ROOT under BASE (the arguments) and says what the board is: architecture, room, version.
[[nodiscard]] QByteArray boardOpeningText(const BoardProfile& board);

/// The inputs of samples under the names that they have for a script: `in/<sample>/<input>.bin`. Pictures and texts
/// keep their kind, .npy gives its raw bytes.
struct BoardInputs
{
    QList<QStringList> names; ///< by sample
    QList<TarEntry> entries;
    qint64 bytes = 0;
};
[[nodiscard]] Result<BoardInputs> boardInputs(const QList<QStringList>& samples);

struct BoardScriptRequest
{
    BoardProfile board; ///< whose program and environment the script uses
    QString modelFile;
    QString modelName;
    QList<QStringList> samples; ///< as boardInputs() takes them
    QStringList titles{}; ///< of the samples, for people; may be shorter
    bool layers = false;
    QString folder; ///< new or empty
};

/// Writes the script with model and inputs beside it, ready to be copied to a board.
[[nodiscard]] Result<void> exportBoardScript(const BoardScriptRequest& request, const CancelToken& cancel,
                                             Progress& progress);

} // namespace driftscope
