// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// A node as a list outside the model names it: a row of a log's table, an entry of quant_info.json.
struct ListedNode
{
    QString name;
    bool isCutOnTheLeft = false; ///< `name` is only the end of the node's name
    bool hasLostSlashes = false; ///< the list leaves out every `/`
    QString type; ///< breaks ties between names that end alike; may be empty
    QStringList outputs; ///< names of values as the float model has them; may be empty
};

enum class LinkHow
{
    None, ///< no node of the model fits
    Name, ///< the same name
    NameWithoutSlashes,
    UniqueEnd, ///< the only free node whose name ends so
    EndInOrder, ///< several names end so; told apart by their order in the list and in the model
    Output ///< another node computes its output now: it was fused, or a node behind it was removed
};

[[nodiscard]] QString linkHowName(LinkHow how); ///< `name`, `unique_end`, …: used in JSON

struct NodeLink
{
    NodeId node; ///< invalid for None
    LinkHow how = LinkHow::None;
};

/// One link for each entry, in their order. No two entries that are linked by name share a node.
[[nodiscard]] QList<NodeLink> linkNodes(const Graph& graph, const QList<ListedNode>& listed);

} // namespace driftscope
