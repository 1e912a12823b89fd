// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardProbe.h"

#include "core/board/BoardSite.h"

namespace driftscope {

Result<BoardCapabilities> probeBoard(const BoardProfile& board, const CancelToken& cancel)
{
    if (auto checked = checkBoard(board); !checked)
        return forward(checked);
    return boardSite(board)->open(cancel);
}

} // namespace driftscope
