// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphEmphasis.h"

namespace driftscope {

namespace {

enum class Way
{
    Up,
    Down
};

struct Reached
{
    std::vector<char> boxes;
    std::vector<char> edges;
};

Reached reachedFrom(const GraphScene& scene, int box, Way way)
{
    Reached reached{std::vector<char>(static_cast<std::size_t>(scene.boxCount()), 0),
                    std::vector<char>(scene.layout().edges.size(), 0)};
    std::vector<int> open{box};
    reached.boxes[static_cast<std::size_t>(box)] = 1;
    while (!open.empty()) {
        const int current = open.back();
        open.pop_back();
        for (const int edge : way == Way::Up ? scene.edgesIn(current) : scene.edgesOut(current)) {
            reached.edges[static_cast<std::size_t>(edge)] = 1;
            const int next = way == Way::Up ? scene.edge(edge).fromBox : scene.edge(edge).toBox;
            if (next >= 0 && reached.boxes[static_cast<std::size_t>(next)] == 0) {
                reached.boxes[static_cast<std::size_t>(next)] = 1;
                open.push_back(next);
            }
        }
    }
    return reached;
}

std::vector<Emphasis> combined(const std::vector<char>& up, const std::vector<char>& down)
{
    std::vector<Emphasis> emphasis(up.size(), Emphasis::Dimmed);
    for (std::size_t i = 0; i < emphasis.size(); ++i) {
        if (up[i] != 0) {
            emphasis[i] = Emphasis::Upstream;
        } else if (down[i] != 0) {
            emphasis[i] = Emphasis::Downstream;
        }
    }
    return emphasis;
}

std::vector<Emphasis> common(const std::vector<char>& first, const std::vector<char>& second)
{
    std::vector<Emphasis> emphasis(first.size(), Emphasis::Dimmed);
    for (std::size_t i = 0; i < emphasis.size(); ++i) {
        if (first[i] != 0 && second[i] != 0) {
            emphasis[i] = Emphasis::Between;
        }
    }
    return emphasis;
}

} // namespace

GraphEmphasis GraphEmphasis::pathsOf(const GraphScene& scene, int box)
{
    const Reached up = reachedFrom(scene, box, Way::Up);
    const Reached down = reachedFrom(scene, box, Way::Down);
    GraphEmphasis emphasis;
    emphasis.m_boxes = combined(up.boxes, down.boxes);
    emphasis.m_edges = combined(up.edges, down.edges);
    emphasis.m_boxes[static_cast<std::size_t>(box)] = Emphasis::Normal;
    emphasis.m_hasPaths = true;
    return emphasis;
}

GraphEmphasis GraphEmphasis::pathsBetween(const GraphScene& scene, int first, int second)
{
    Reached down = reachedFrom(scene, first, Way::Down);
    const bool isForward = down.boxes[static_cast<std::size_t>(second)] != 0;
    if (!isForward) {
        down = reachedFrom(scene, second, Way::Down);
    }
    const Reached up = reachedFrom(scene, isForward ? second : first, Way::Up);
    GraphEmphasis emphasis;
    emphasis.m_boxes = common(up.boxes, down.boxes);
    emphasis.m_edges = common(up.edges, down.edges);
    emphasis.m_boxes[static_cast<std::size_t>(first)] = Emphasis::Normal;
    emphasis.m_boxes[static_cast<std::size_t>(second)] = Emphasis::Normal;
    emphasis.m_hasPaths = true;
    return emphasis;
}

GraphEmphasis GraphEmphasis::dimming(const GraphScene& scene, const std::vector<char>& isDimmed)
{
    GraphEmphasis emphasis;
    emphasis.m_boxes.assign(isDimmed.size(), Emphasis::Normal);
    emphasis.m_edges.assign(scene.layout().edges.size(), Emphasis::Normal);
    for (std::size_t box = 0; box < isDimmed.size(); ++box) {
        if (isDimmed[box] != 0) {
            emphasis.m_boxes[box] = Emphasis::Dimmed;
        }
    }
    for (std::size_t i = 0; i < emphasis.m_edges.size(); ++i) {
        const LayoutEdge& edge = scene.edge(static_cast<int>(i));
        const bool isBetweenDimmed
            = emphasis.ofBox(edge.fromBox) == Emphasis::Dimmed && emphasis.ofBox(edge.toBox) == Emphasis::Dimmed;
        emphasis.m_edges[i] = isBetweenDimmed ? Emphasis::Dimmed : Emphasis::Normal;
    }
    return emphasis;
}

} // namespace driftscope
