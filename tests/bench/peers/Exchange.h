// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/DrawingQuality.h"

#include "core/base/Result.h"
#include "core/layout/GraphLayout.h"

namespace driftscope::test {

/// What every engine gets: boxes of the same sizes, and one edge for each pair of boxes that any value joins.
struct PeerGraph
{
    std::vector<QSizeF> sizes;
    std::vector<std::pair<int, int>> edges;
    double columnGap = 0;
    double rowGap = 0;
};

/// What one engine made of it.
struct Outcome
{
    double seconds = 0; ///< the first layout in a fresh process; wall clock or processor time, whichever is less
    qint64 peakBytes = 0; ///< of the whole process
    Drawing drawing;
    qint64 stubs = 0; ///< edges of which only the ends are drawn
    QString failure; ///< empty, or why there is no drawing
    bool isCached = false;
};

[[nodiscard]] PeerGraph peerGraph(const GraphLayout& layout, const LayoutOptions& options);
/// One trunk for everything that leaves a box, whoever draws it; a stub is two lines.
[[nodiscard]] Drawing drawingOf(const GraphLayout& layout);

[[nodiscard]] QByteArray toJson(const PeerGraph& graph);
[[nodiscard]] QByteArray toJson(const Outcome& outcome);
/// Lines without ends of their own are those of `graph`, in order.
[[nodiscard]] Result<Outcome> outcomeFromJson(const QByteArray& json, const PeerGraph& graph);
/// The same from the json output of Graphviz.
[[nodiscard]] Result<Outcome> outcomeFromDot(const QByteArray& json, const PeerGraph& graph);
[[nodiscard]] QByteArray toDot(const PeerGraph& graph);

} // namespace driftscope::test
