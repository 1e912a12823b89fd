// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Routing.h"

#include <algorithm>

namespace driftscope {

namespace {

constexpr double portDistance = 14;

/// Where one end of a net or an edge touches its box.
struct Port
{
    int box = -1;
    std::size_t owner = 0; ///< net for outgoing ports, edge for incoming ones
    double towards = 0; ///< x of what is at the other side of the gap
    bool isStraight = false;
};

/// Offsets from the middle of the boxes, by owner.
std::vector<double> portOffsets(std::vector<Port> ports, std::size_t owners, double boxWidth)
{
    std::vector<double> offsets(owners, 0.0);
    std::ranges::stable_sort(ports, {}, [](const Port& port) { return std::pair(port.box, port.towards); });
    for (std::size_t begin = 0; begin < ports.size();) {
        std::size_t end = begin;
        while (end < ports.size() && ports[end].box == ports[begin].box)
            ++end;
        const auto group = std::span(ports).subspan(begin, end - begin);
        begin = end;
        // The middle of the box belongs to the straight one; without one, to the middle of the group.
        const auto straight = std::ranges::find(group, true, &Port::isStraight);
        const double zero = straight != group.end() ? static_cast<double>(straight - group.begin())
                                                    : static_cast<double>(group.size() - 1) / 2;
        const double reach = std::max(zero, static_cast<double>(group.size()) - 1 - zero);
        const double step = std::min(portDistance, reach > 0 ? (boxWidth / 2 - portDistance) / reach : portDistance);
        for (std::size_t i = 0; i < group.size(); ++i)
            offsets[group[i].owner] = (static_cast<double>(i) - zero) * step;
    }
    return offsets;
}

class Router
{
public:
    Router(const DrawnGraph& drawn, const LayeredGraph& layered, const HorizontalPlacement& placement,
           const LayoutOptions& options)
        : m_drawn(drawn)
        , m_layered(layered)
        , m_placement(placement)
        , m_options(options)
    { }

    void route(GraphLayout& layout)
    {
        collectEdges();
        const std::vector<double> out = portOffsets(outgoingPorts(), m_drawn.nets.size(), m_options.boxWidth);
        const std::vector<double> in = portOffsets(incomingPorts(), m_edges.size(), m_options.boxWidth);
        std::vector<std::size_t> end;
        end.reserve(m_edges.size());
        m_points.reserve(3 * m_edges.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const LayoutEdge& edge = m_edges[i];
            const QRectF& from = m_drawn.boxes[static_cast<std::size_t>(edge.fromBox)].rect;
            const QRectF& to = m_drawn.boxes[static_cast<std::size_t>(edge.toBox)].rect;
            const double outOffset = m_netOf[i] < m_drawn.nets.size() ? out[m_netOf[i]] : 0.0;
            const QPointF start(centreOf(edge.fromBox) + outOffset, from.bottom());
            const QPointF tip(centreOf(edge.toBox) + in[i], to.top());
            if (edge.isStub)
                addStub(start, tip);
            else
                addPolyline(i, start, tip);
            end.push_back(m_points.size());
        }
        layout.points = std::make_shared<const std::vector<QPointF>>(m_points.begin(), m_points.end());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const std::size_t begin = i == 0 ? 0 : end[i - 1];
            m_edges[i].points = std::span(*layout.points).subspan(begin, end[i] - begin);
        }
        layout.edges = std::move(m_edges);
    }

private:
    void collectEdges()
    {
        m_edges.reserve(m_drawn.targets.size() + m_drawn.backEdges.size());
        m_netOf.reserve(m_edges.capacity());
        for (std::size_t n = 0; n < m_drawn.nets.size(); ++n) {
            const Net& net = m_drawn.nets[n];
            for (const int target : m_drawn.targetsOf(net)) {
                m_edges.push_back({net.value, net.from, target, {}, m_layered.isStub(n, net, target)});
                m_netOf.push_back(n);
            }
        }
        for (const BackEdge& back : m_drawn.backEdges) {
            m_edges.push_back({back.value, back.from, back.to, {}, true});
            m_netOf.push_back(m_drawn.nets.size());
        }
    }

    [[nodiscard]] double centreOf(int item) const { return m_placement.centre[static_cast<std::size_t>(item)]; }
    [[nodiscard]] bool inOneColumn(int a, int b) const
    {
        return m_placement.column[static_cast<std::size_t>(a)] == m_placement.column[static_cast<std::size_t>(b)];
    }

    [[nodiscard]] std::vector<Port> outgoingPorts() const
    {
        std::vector<Port> ports;
        for (std::size_t n = 0; n < m_drawn.nets.size(); ++n) {
            const Net& net = m_drawn.nets[n];
            Port port{net.from, n, centreOf(net.from), false};
            double sum = 0;
            int count = 0;
            const auto see = [&](int item) {
                sum += centreOf(item);
                ++count;
                port.isStraight = port.isStraight || inOneColumn(net.from, item);
            };
            if (m_layered.firstDummy[n] >= 0)
                see(m_layered.firstDummy[n]);
            for (const int target : m_drawn.targetsOf(net)) {
                if (m_layered.rowOf(target) == m_layered.rowOf(net.from) + 1)
                    see(target);
            }
            if (count > 0)
                port.towards = sum / count;
            ports.push_back(port);
        }
        return ports;
    }

    [[nodiscard]] std::vector<Port> incomingPorts() const
    {
        std::vector<Port> ports;
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const LayoutEdge& edge = m_edges[i];
            Port port{edge.toBox, i, centreOf(edge.toBox), false};
            if (edge.isStub) {
                port.towards = centreOf(edge.toBox) - m_options.boxWidth; // stubs come in at the left
            } else {
                const int before = m_layered.lastItemBefore(m_netOf[i], m_drawn.nets[m_netOf[i]], edge.toBox);
                port.towards = centreOf(before);
                port.isStraight = inOneColumn(before, edge.toBox);
            }
            ports.push_back(port);
        }
        return ports;
    }

    void addStub(QPointF start, QPointF end)
    {
        const QPointF length(0, m_options.rowGap * 0.6);
        m_points.insert(m_points.end(), {start, start + length, end - length, end});
    }

    void addPolyline(std::size_t edgeIndex, QPointF start, QPointF end)
    {
        const LayoutEdge& edge = m_edges[edgeIndex];
        const double pitch = m_options.boxHeight + m_options.rowGap;
        const auto rowTop = [&](int row) { return m_layered.rowNumber[static_cast<std::size_t>(row)] * pitch; };
        const std::size_t first = m_points.size();
        m_points.push_back(start);
        // Collinear points are left out as they come: a straight edge over forty rows has two points.
        const auto add = [&](QPointF point) {
            const std::size_t count = m_points.size();
            if (count - first >= 2 && m_points[count - 2].x() == point.x() && m_points.back().x() == point.x())
                m_points.back() = point;
            else
                m_points.push_back(point);
        };
        // Rows that only other graphs fill are passed on the side of the box that the edge comes from.
        const int fromRow = m_layered.rowOf(edge.fromBox);
        const int toRow = m_layered.rowOf(edge.toBox);
        for (int row = fromRow + 1; row < toRow; ++row) {
            const int dummy = m_layered.firstDummy[m_netOf[edgeIndex]] + row - fromRow - 1;
            bendBefore(row, centreOf(dummy), rowTop, m_points.back().x(), add);
            add(QPointF(centreOf(dummy), rowTop(row)));
            add(QPointF(centreOf(dummy), rowTop(row) + m_options.boxHeight));
        }
        bendBefore(toRow, end.x(), rowTop, m_points.back().x(), add);
        add(end);
    }

    /// Goes straight down to the gap right above `row` before bending, so that slopes are alike everywhere.
    template <typename RowTop, typename Add>
    void bendBefore(int row, double x, RowTop rowTop, double currentX, Add add) const
    {
        if (x != currentX
            && m_layered.rowNumber[static_cast<std::size_t>(row)]
                > m_layered.rowNumber[static_cast<std::size_t>(row) - 1] + 1)
            add(QPointF(currentX, rowTop(row) - m_options.rowGap));
    }

    const DrawnGraph& m_drawn;
    const LayeredGraph& m_layered;
    const HorizontalPlacement& m_placement;
    const LayoutOptions& m_options;
    std::vector<LayoutEdge> m_edges;
    std::vector<std::size_t> m_netOf;
    std::vector<QPointF> m_points; ///< of all edges, one after the other
};

} // namespace

void routeEdges(const DrawnGraph& drawn, const LayeredGraph& layered, const HorizontalPlacement& placement,
                const LayoutOptions& options, GraphLayout& layout)
{
    Router(drawn, layered, placement, options).route(layout);
}

} // namespace driftscope
