// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// What became of one entry of remove_node_type or remove_node_name.
struct NodeRemoval
{
    QString entry; ///< the type or the name
    QStringList removed; ///< names, in the order in which they went
    QString refusal; ///< a sentence where a named node could not go; empty else
};

/// Takes nodes out of a built model: only those that read an input of the model or make an output of it, entry by entry
/// in the order of the config, types before names; each entry sees what the ones before it left. The input or output
/// keeps its name and takes the form of what lies behind the node. What the nodes computed is left to the board
/// program; the metadata say it, in the keys that published files have.
[[nodiscard]] QList<NodeRemoval> removeBoardNodes(BoardModel& board, const NodeSettings& settings);

/// Names of the nodes that could be taken out as the model stands, in the file's order: what converts numbers or their
/// order at an input or output.
[[nodiscard]] QStringList removableBoardNodes(const BoardModel& board);

} // namespace driftscope
