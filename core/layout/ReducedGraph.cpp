// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/ReducedGraph.h"

#include <algorithm>

namespace driftscope {

namespace {

class Reduction
{
public:
    Reduction(DrawnGraph drawn, std::span<const NodeId> hidden)
        : m_drawn(std::move(drawn))
        , m_isHidden(m_drawn.boxes.size(), 0)
        , m_sources(m_drawn.boxes.size())
        , m_place(m_drawn.boxes.size(), -1)
    {
        for (const NodeId node : hidden) {
            const int box = node.isValid() && node.position() < m_drawn.boxOfNode.size()
                ? m_drawn.boxOfNode[node.position()]
                : -1;
            // The box may be that of a closed group, which has other members.
            if (box >= 0 && m_drawn.boxes[static_cast<std::size_t>(box)].node == node)
                m_isHidden[static_cast<std::size_t>(box)] = 1;
        }
    }

    DrawnGraph reduce()
    {
        findSources();
        keepFrames();
        keepBoxes();
        for (const Net& net : m_drawn.nets)
            keepNet(net);
        for (const BackEdge& back : m_drawn.backEdges) {
            if (!isHidden(back.from) && !isHidden(back.to))
                m_reduced.backEdges.push_back({back.value, placeOf(back.from), placeOf(back.to)});
        }
        std::ranges::stable_sort(m_reduced.nets, {}, &Net::from);
        return std::move(m_reduced);
    }

private:
    [[nodiscard]] bool isHidden(int box) const { return m_isHidden[static_cast<std::size_t>(box)] != 0; }
    [[nodiscard]] int placeOf(int box) const { return m_place[static_cast<std::size_t>(box)]; }
    [[nodiscard]] std::vector<int>& sourcesOf(int box) { return m_sources[static_cast<std::size_t>(box)]; }

    /// The visible boxes that feed each hidden one, be it through others. Nets stand in the order of the boxes that
    /// they start at and lead to later ones, so that the sources of a net's start are known when it is met.
    void findSources()
    {
        for (const Net& net : m_drawn.nets) {
            for (const int target : m_drawn.targetsOf(net)) {
                if (!isHidden(target))
                    continue;
                std::vector<int>& sources = sourcesOf(target);
                if (isHidden(net.from))
                    sources.insert(sources.end(), sourcesOf(net.from).begin(), sourcesOf(net.from).end());
                else
                    sources.push_back(net.from);
                std::ranges::sort(sources);
                const auto repeats = std::ranges::unique(sources);
                sources.erase(repeats.begin(), repeats.end());
            }
        }
    }

    /// Frames around nothing but hidden boxes go, and their headers with them.
    void keepFrames()
    {
        std::vector<char> isNeeded(m_drawn.frames.size(), 0);
        for (std::size_t box = 0; box < m_drawn.boxes.size(); ++box) {
            if (m_isHidden[box] != 0 || m_drawn.isHeader(static_cast<int>(box)))
                continue;
            for (int frame = m_drawn.frameOfBox[box]; frame >= 0;
                 frame = m_drawn.frames[static_cast<std::size_t>(frame)].parent)
                isNeeded[static_cast<std::size_t>(frame)] = 1;
        }
        m_frame.assign(m_drawn.frames.size(), -1);
        for (std::size_t i = 0; i < m_drawn.frames.size(); ++i) {
            DrawnFrame frame = m_drawn.frames[i];
            if (isNeeded[i] == 0) {
                m_isHidden[static_cast<std::size_t>(frame.header)] = 1;
                continue;
            }
            m_frame[i] = static_cast<int>(m_reduced.frames.size());
            frame.parent = frame.parent < 0 ? -1 : m_frame[static_cast<std::size_t>(frame.parent)];
            m_reduced.frames.push_back(frame);
        }
    }

    void keepBoxes()
    {
        m_reduced.boxOfNode.assign(m_drawn.boxOfNode.size(), -1);
        for (std::size_t box = 0; box < m_drawn.boxes.size(); ++box) {
            if (m_isHidden[box] != 0)
                continue;
            m_place[box] = static_cast<int>(m_reduced.boxes.size());
            m_reduced.boxes.push_back(m_drawn.boxes[box]);
            const int frame = m_drawn.frameOfBox[box];
            m_reduced.frameOfBox.push_back(frame < 0 ? -1 : m_frame[static_cast<std::size_t>(frame)]);
        }
        for (DrawnFrame& frame : m_reduced.frames)
            frame.header = placeOf(frame.header);
        for (const auto& [above, below] : m_drawn.orderArcs) {
            if (!isHidden(above) && !isHidden(below))
                m_reduced.orderArcs.emplace_back(placeOf(above), placeOf(below));
        }
        for (std::size_t node = 0; node < m_drawn.boxOfNode.size(); ++node) {
            if (const int box = m_drawn.boxOfNode[node]; box >= 0)
                m_reduced.boxOfNode[node] = placeOf(box);
        }
    }

    void keepNet(const Net& net)
    {
        if (!isHidden(net.from)) {
            addNet(net, net.from);
            return;
        }
        for (const int source : sourcesOf(net.from))
            addNet(net, source);
    }

    void addNet(const Net& net, int from)
    {
        Net kept{net.value, placeOf(from), static_cast<int>(m_reduced.targets.size()), 0};
        for (const int target : m_drawn.targetsOf(net)) {
            if (!isHidden(target))
                m_reduced.targets.push_back(placeOf(target));
        }
        kept.endTarget = static_cast<int>(m_reduced.targets.size());
        if (kept.endTarget > kept.firstTarget)
            m_reduced.nets.push_back(kept);
    }

    DrawnGraph m_drawn;
    DrawnGraph m_reduced;
    std::vector<char> m_isHidden;
    std::vector<std::vector<int>> m_sources;
    std::vector<int> m_place; ///< by box of the whole drawing
    std::vector<int> m_frame; ///< by frame of the whole drawing
};

} // namespace

DrawnGraph withoutNodes(DrawnGraph drawn, std::span<const NodeId> hidden)
{
    return hidden.empty() ? std::move(drawn) : Reduction(std::move(drawn), hidden).reduce();
}

} // namespace driftscope
