// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardRun.h"

namespace driftscope {

/// Fails when a dump is shorter than the model's info, or the description beside the dumps, says it must be.
[[nodiscard]] Result<void> checkDumpSizes(const QString& folder, const BoardModelInfo& info, const BoardProfile& board);

/// Moves the files of a run into the folder where they belong, in the place of the dumps of an earlier one. Other files
/// there stay. When it fails, all is as it was.
[[nodiscard]] Result<void> takeDumps(const QString& from, const QString& to);

/// What `model_info` said of one model: of a pack the one of that name.
[[nodiscard]] Result<BoardModelInfo> modelInfoOf(const QString& text, const QString& modelName);

/// What it said of every model, in the order of the text.
[[nodiscard]] Result<QList<BoardModelInfo>> modelInfosOf(const QString& text);

} // namespace driftscope
