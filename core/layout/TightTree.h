// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/Ranking.h"

#include <cstddef>

namespace driftscope {

/// Spanning trees of arcs that are exactly as long as they must be, one for each connected part of a Dag, and for each
/// vertex the sums over its subtree.
class TightTree
{
public:
    /// Shifts parts that are joined by longer arcs only until they touch.
    TightTree(const Dag& dag, std::span<const int> pull, std::vector<int>& position);

    [[nodiscard]] int count() const { return static_cast<int>(m_vertices.size()); }
    [[nodiscard]] int parent(int vertex) const { return at(vertex).parent; } ///< -1 for a root
    [[nodiscard]] int root(int vertex) const { return m_root[static_cast<std::size_t>(vertex)]; }
    /// Whether the arc between a vertex and its parent leaves the vertex, which then is the upper of the two.
    [[nodiscard]] bool isAboveParent(int vertex) const { return at(vertex).isAbove; }
    /// Edges that leave the vertex's subtree downwards less those that enter it from above, by weight: the subtree
    /// wants to move down if that is more than 0.
    [[nodiscard]] int pullOf(int vertex) const { return at(vertex).pull; }
    [[nodiscard]] int sizeOf(int vertex) const { return at(vertex).size; }

    /// Cuts the tree above `vertex`. Fills in the smaller of the two parts; true if it is the vertex's own.
    bool smallerPart(int vertex, std::vector<int>& part) const;
    /// Takes away the arc above `vertex` and joins its part to the other by the arc between `inside`, which is in it,
    /// and `outside`. Fills in the vertices whose sums have changed.
    void exchange(int vertex, int inside, int outside, bool isInsideAbove, std::vector<int>& changed);

private:
    struct Vertex
    {
        int parent = -1;
        int firstChild = -1;
        int nextSibling = -1;
        int previousSibling = -1;
        int pull = 0; ///< of the subtree
        int size = 1;
        int visit = 0; ///< the last climb that came by
        bool isAbove = false;
    };
    Vertex& at(int vertex) { return m_vertices[static_cast<std::size_t>(vertex)]; }
    [[nodiscard]] const Vertex& at(int vertex) const { return m_vertices[static_cast<std::size_t>(vertex)]; }
    void hang(std::span<const Dag::Arc> arcs);
    void addChild(int parent, int child);
    void removeChild(int parent, int child);
    void moveSums(int from, int to, int pull, int size, std::vector<int>& changed);
    [[nodiscard]] int meetingOf(int a, int b);
    void turnAround(int vertex, int inside, std::vector<int>& changed);

    std::vector<Vertex> m_vertices;
    std::vector<int> m_root;
    int m_climbs = 0;
};

} // namespace driftscope
