// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/board/BoardConnection.h"
#include "core/board/ImportDumps.h"
#include "core/board/ModelInfo.h"
#include "core/boardmodel/BoardModel.h"
#include "core/process/Process.h"
#include "core/tensor/Capture.h"

namespace driftscope {

struct BoardRunRequest
{
    BoardProfile board;
    QString modelFile;
    QStringList inputFiles; ///< in input order: pictures, raw bytes as the board takes them, or npy
    bool layers = false; ///< dump every layer
    QString dumpFolder; ///< where the board's raw dumps go; created
    int timeoutMilliseconds = 120000;
    QString modelName{}; ///< of a pack; empty: the only one
    std::function<void(const QString&)> onWarning{}; ///< sentences
};

/// Runs `infer` with dumps and reads them back: outputs always, every layer on request. Pictures are handed over as
/// they are (the board's program resizes them). One sample on a connection of its own; see BoardConnection for many.
[[nodiscard]] Result<Capture> runOnBoard(const BoardRunRequest& request, const CancelToken& cancel, Progress& progress);

} // namespace driftscope
