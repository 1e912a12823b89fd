// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"

#include <QByteArray>

namespace driftscope {

/// The boards of a person, without the built-in one. `path` is for messages. Strict: what is not understood is an
/// error, so that nothing a person wrote goes unheard.
[[nodiscard]] Result<QList<BoardProfile>> parseBoards(const QByteArray& content, const QString& path);
[[nodiscard]] QByteArray boardsToJson(const QList<BoardProfile>& boards);

/// Reads the file; none is no boards.
[[nodiscard]] Result<QList<BoardProfile>> loadBoards(const QString& path);
[[nodiscard]] Result<void> saveBoards(const QString& path, const QList<BoardProfile>& boards);

/// Where a person's boards are kept, for the window and the command line alike.
[[nodiscard]] QString personalBoardsFile();

} // namespace driftscope
