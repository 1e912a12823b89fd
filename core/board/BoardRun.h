// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/board/ImportDumps.h"
#include "core/board/ModelInfo.h"
#include "core/boardmodel/BoardModel.h"
#include "core/process/Process.h"
#include "core/tensor/Capture.h"

namespace driftscope {

/// A command that answers to hrt_model_exec.
struct BoardProfile
{
    QString name; ///< `sandbox`, or what the person called it
    QString program; ///< `driftscope-board`, `hrt_model_exec`
    QStringList arguments;
    bool isSandbox = false;
};

[[nodiscard]] BoardProfile sandboxBoard();

/// Asks the board what a model takes and gives.
[[nodiscard]] Result<BoardModelInfo> queryModelInfo(const BoardProfile& board, const QString& modelFile,
                                                    const CancelToken& cancel);

struct BoardRunRequest
{
    BoardProfile board;
    QString modelFile;
    QStringList inputFiles; ///< in input order: pictures, raw bytes as the board takes them, or npy
    bool layers = false; ///< dump every layer
    QString dumpFolder; ///< where the board's raw dumps go; created
    int timeoutMilliseconds = 120000;
};

/// Runs `infer` with dumps and reads them back: outputs always, every layer on request. Pictures are handed over as
/// they are (the board's program resizes them).
[[nodiscard]] Result<Capture> runOnBoard(const BoardRunRequest& request, const CancelToken& cancel, Progress& progress);

} // namespace driftscope
