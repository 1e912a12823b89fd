// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/board/BoardProfile.h"

namespace driftscope {

/// Asks a board for version, architecture and room, in one visit. Nothing is run and nothing stays there.
[[nodiscard]] Result<BoardCapabilities> probeBoard(const BoardProfile& board, const CancelToken& cancel);

} // namespace driftscope
