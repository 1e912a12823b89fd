// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Routing.h"

#include <algorithm>
#include <limits>

namespace driftscope {

namespace {

constexpr double portDistance = 14;

/// Where a line touches its box.
struct Port
{
    int box = -1;
    std::size_t owner = 0;
    double towards = 0; ///< x of what is at the other side of the gap
    bool isStraight = false;
};

/// The ports of one side of a box, from left to right, as near as they can be to where they go, and a step apart.
/// Offsets from the middle of the box; a straight one takes the middle.
std::vector<double> spread(std::span<const Port> ports, double middle, double reach)
{
    const auto count = std::ssize(ports);
    const auto straight = std::ranges::find(ports, true, &Port::isStraight) - ports.begin();
    const bool hasStraight = straight < count;
    const double room = hasStraight ? reach : 2 * reach;
    const auto gaps = hasStraight ? std::max(straight, count - 1 - straight) : count - 1;
    const double step = gaps > 0 ? std::min(portDistance, room / static_cast<double>(gaps)) : portDistance;
    std::vector<double> fromLeft;
    for (const Port& port : ports) {
        const double wish = port.isStraight ? 0 : std::clamp(port.towards - middle, -reach, reach);
        fromLeft.push_back(fromLeft.empty() ? wish : std::max(wish, fromLeft.back() + step));
    }
    std::vector<double> offsets(ports.size());
    double next = std::numeric_limits<double>::infinity();
    for (auto i = count; i-- > 0;) {
        const auto index = static_cast<std::size_t>(i);
        const double wish = ports[index].isStraight ? 0 : std::clamp(ports[index].towards - middle, -reach, reach);
        next = std::min(wish, next - step);
        double offset = (fromLeft[index] + next) / 2;
        // Never beyond the corners, nor beyond the straight one.
        const double left = hasStraight && i >= straight ? 0 : -reach;
        const double right = hasStraight && i <= straight ? 0 : reach;
        const auto before = hasStraight && i >= straight ? i - straight : i;
        const auto after = hasStraight && i <= straight ? straight - i : count - 1 - i;
        offset = std::max(offset, left + static_cast<double>(before) * step);
        offsets[index] = std::min(offset, right - static_cast<double>(after) * step);
    }
    return offsets;
}

/// x by owner.
std::vector<double> portPlaces(std::vector<Port> ports, std::size_t owners, const std::vector<double>& centre,
                               double boxWidth)
{
    std::vector<double> places(owners, 0.0);
    std::ranges::stable_sort(ports, {}, [](const Port& port) { return std::pair(port.box, port.towards); });
    for (std::size_t begin = 0; begin < ports.size();) {
        std::size_t end = begin;
        while (end < ports.size() && ports[end].box == ports[begin].box)
            ++end;
        const auto ofBox = std::span(ports).subspan(begin, end - begin);
        const double middle = centre[static_cast<std::size_t>(ofBox.front().box)];
        const std::vector<double> offsets = spread(ofBox, middle, std::max(boxWidth / 2 - portDistance, boxWidth / 4));
        for (std::size_t i = 0; i < ofBox.size(); ++i)
            places[ofBox[i].owner] = middle + offsets[i];
        begin = end;
    }
    return places;
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
        const std::vector<Port> outgoing = outgoingPorts();
        const std::vector<double> out = portPlaces(outgoing, outgoing.size(), m_placement.centre, m_options.boxWidth);
        const std::vector<double> in
            = portPlaces(incomingPorts(out), m_edges.size(), m_placement.centre, m_options.boxWidth);
        std::vector<std::size_t> end;
        end.reserve(m_edges.size());
        m_points.reserve(3 * m_edges.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const LayoutEdge& edge = m_edges[i];
            const QRectF& from = m_drawn.boxes[static_cast<std::size_t>(edge.fromBox)].rect;
            const QRectF& to = m_drawn.boxes[static_cast<std::size_t>(edge.toBox)].rect;
            const QPointF start(out[m_portOf[i]], from.bottom());
            const QPointF tip(in[i], to.top());
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

    /// One for each line to the row below and one for all stubs of a net. Sets m_portOf.
    [[nodiscard]] std::vector<Port> outgoingPorts()
    {
        std::vector<Port> ports;
        m_portOf.resize(m_edges.size());
        std::size_t portOfChain = 0;
        std::size_t portOfStubs = 0;
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const LayoutEdge& edge = m_edges[i];
            // Edges against the order are of no net, and each may come from another box.
            if (i == 0 || m_netOf[i] != m_netOf[i - 1] || edge.fromBox != m_edges[i - 1].fromBox)
                portOfChain = portOfStubs = std::numeric_limits<std::size_t>::max();
            const auto add = [&](double towards, bool isStraight) {
                ports.push_back({edge.fromBox, ports.size(), towards, isStraight});
                return ports.size() - 1;
            };
            if (edge.isStub) {
                if (portOfStubs >= ports.size())
                    portOfStubs = add(centreOf(edge.fromBox) + m_options.boxWidth, false);
                m_portOf[i] = portOfStubs;
            } else if (m_layered.rowOf(edge.toBox) > m_layered.rowOf(edge.fromBox) + 1) {
                const int dummy = m_layered.firstDummy[m_netOf[i]];
                if (portOfChain >= ports.size())
                    portOfChain = add(centreOf(dummy), inOneColumn(edge.fromBox, dummy));
                m_portOf[i] = portOfChain;
            } else {
                m_portOf[i] = add(centreOf(edge.toBox), inOneColumn(edge.fromBox, edge.toBox));
            }
        }
        return ports;
    }

    [[nodiscard]] std::vector<Port> incomingPorts(const std::vector<double>& out) const
    {
        std::vector<Port> ports;
        ports.reserve(m_edges.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const LayoutEdge& edge = m_edges[i];
            if (edge.isStub) { // stubs come in at the left
                ports.push_back({edge.toBox, i, centreOf(edge.toBox) - m_options.boxWidth, false});
                continue;
            }
            const int before = m_layered.lastItemBefore(m_netOf[i], m_drawn.nets[m_netOf[i]], edge.toBox);
            const bool isFromBox = before == edge.fromBox;
            ports.push_back(
                {edge.toBox, i, isFromBox ? out[m_portOf[i]] : centreOf(before), inOneColumn(before, edge.toBox)});
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
    std::vector<std::size_t> m_netOf; ///< by edge
    std::vector<std::size_t> m_portOf; ///< by edge: outgoing
    std::vector<QPointF> m_points; ///< of all edges, one after the other
};

} // namespace

void routeEdges(const DrawnGraph& drawn, const LayeredGraph& layered, const HorizontalPlacement& placement,
                const LayoutOptions& options, GraphLayout& layout)
{
    Router(drawn, layered, placement, options).route(layout);
}

} // namespace driftscope
