// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardSite.h"

#include "core/board/LocalBoardSite.h"
#include "core/board/SshBoardSite.h"

namespace driftscope {

std::unique_ptr<BoardSite> boardSite(const BoardProfile& board)
{
    if (board.place == BoardPlace::Ssh)
        return std::make_unique<SshBoardSite>(board);
    return std::make_unique<LocalBoardSite>(board);
}

} // namespace driftscope
