// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphScene.h"

namespace driftscope {

/// How much a box or an edge stands out.
enum class Emphasis : quint8
{
    Normal,
    Dimmed,
    Upstream, ///< leads to the selected node
    Downstream, ///< comes from it
    Between ///< on a way between two selected nodes
};

/// What stands out in a view and what steps back: paths and presets. Empty lists: all is normal.
class GraphEmphasis
{
public:
    [[nodiscard]] Emphasis ofBox(int box) const { return at(m_boxes, box); }
    [[nodiscard]] Emphasis ofEdge(int edge) const { return at(m_edges, edge); }
    [[nodiscard]] bool isEmpty() const { return m_boxes.empty(); }
    [[nodiscard]] bool hasPaths() const { return m_hasPaths; }

    bool operator==(const GraphEmphasis&) const = default;

    /// Everything that the box depends on and everything that depends on it; the rest is dimmed.
    [[nodiscard]] static GraphEmphasis pathsOf(const GraphScene& scene, int box);
    /// All ways from one box to the other, whichever comes first; all is dimmed but the two where there is none.
    [[nodiscard]] static GraphEmphasis pathsBetween(const GraphScene& scene, int first, int second);
    /// Dims what `isDimmed` says, by box, and the edges between dimmed boxes.
    [[nodiscard]] static GraphEmphasis dimming(const GraphScene& scene, const std::vector<char>& isDimmed);

private:
    [[nodiscard]] static Emphasis at(const std::vector<Emphasis>& list, int index)
    {
        return list.empty() ? Emphasis::Normal : list[static_cast<std::size_t>(index)];
    }

    std::vector<Emphasis> m_boxes;
    std::vector<Emphasis> m_edges;
    bool m_hasPaths = false;
};

} // namespace driftscope
