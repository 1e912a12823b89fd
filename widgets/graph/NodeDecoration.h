// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <optional>

namespace driftscope {

/// What happened to a node between two stages.
enum class NodeChange
{
    None,
    Inserted, ///< + has no origin in the stage before
    Removed, ///< − has no successor in the stage after
    Changed, ///< ≠ became another operator or another arithmetic
    Fused ///< ⇄ several became one, or one became several
};

/// `+`, `−`, `≠`, `⇄`; empty for None.
[[nodiscard]] QString nodeChangeGlyph(NodeChange change);
/// In the interface's language.
[[nodiscard]] QString nodeChangeName(NodeChange change);

/// What a view shows about a node besides the node itself: plain data, set from outside.
struct NodeDecoration
{
    NodeId node;
    NodeChange change = NodeChange::None;
    std::optional<double> cosine; ///< against the reference; absent: no data
    QString noDataReason; ///< a sentence: not dumped, shape differs, …; for the tooltip
    QString note; ///< a sentence for the tooltip: why it is here, what became of it
};

/// What the boxes' colours say. The change (badge and border) is always shown.
enum class Overlay
{
    OpFamily,
    Error, ///< 1 − cosine, on a logarithmic scale
    Device,
    DataType
};

[[nodiscard]] QString overlayName(Overlay overlay);

/// 1 − cosine on the scale of the error overlay: 0 for 1e-4 and less, 1 for 1 and more.
[[nodiscard]] double errorPosition(double cosine);
/// As on pills and in tooltips: two decimals below 0.9, four above; never rounded up.
[[nodiscard]] QString cosineText(double cosine);

} // namespace driftscope
