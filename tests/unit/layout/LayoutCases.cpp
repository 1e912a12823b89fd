// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace driftscope::test {

void addNode(GraphDraft& draft, const QString& name, const QStringList& inputs, const QString& opType)
{
    NodeDraft node;
    node.name = name;
    node.opType = opType;
    node.inputs = inputs;
    node.outputs = {name};
    draft.nodes.append(node);
}

GraphDraft chain(int length)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (int i = 0; i < length; ++i) {
        addNode(draft, u"n%1"_s.arg(i), {last});
        last = u"n%1"_s.arg(i);
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    return draft;
}

GraphDraft residualNetwork(int blocks)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (int b = 0; b < blocks; ++b) {
        const QString prefix = u"b%1_"_s.arg(b);
        addNode(draft, prefix + u"expand", {last}, u"Conv"_s);
        addNode(draft, prefix + u"depthwise", {prefix + u"expand"}, u"Conv"_s);
        addNode(draft, prefix + u"project", {prefix + u"depthwise"}, u"Conv"_s);
        addNode(draft, prefix + u"add", {prefix + u"project", last}, u"Add"_s);
        last = prefix + u"add";
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    return draft;
}

GraphDraft branchingNetwork(int blocks)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (int b = 0; b < blocks; ++b) {
        QStringList ends{last};
        for (int branch = 0; branch < 2 + b % 3; ++branch) {
            QString end = last;
            for (int i = 0; i <= (b + branch) % 4; ++i) {
                const QString name = u"b%1_%2_%3"_s.arg(b).arg(branch).arg(i);
                addNode(draft, name, {end});
                end = name;
            }
            ends.append(end);
        }
        last = u"b%1_join"_s.arg(b);
        addNode(draft, last, ends, u"Concat"_s);
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    return draft;
}

GraphDraft sharedValueNetwork(int length, int every)
{
    GraphDraft draft = chain(length);
    for (qsizetype i = every; i < draft.nodes.size(); i += every)
        draft.nodes[i].inputs.append(u"x"_s);
    return draft;
}

GraphDraft randomDag(quint32 seed, int nodes)
{
    QRandomGenerator random(seed);
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}, {u"y"_s, DataType::Float32, {}}};
    for (int i = 0; i < nodes; ++i) {
        QStringList inputs;
        const int count = random.bounded(4);
        for (int k = 0; k < count; ++k) {
            const int back = random.bounded(10) == 0 ? i + 2 : 8;
            const int from = i - 1 - random.bounded(back);
            inputs.append(from < 0 ? (from % 2 == 0 ? u"x"_s : u"y"_s) : u"n%1"_s.arg(from));
        }
        addNode(draft, u"n%1"_s.arg(i), inputs);
    }
    for (int i = nodes - 1; i >= 0 && i > nodes - 3; --i)
        draft.outputs.append({u"n%1"_s.arg(i), DataType::Float32, {}});
    return draft;
}

GraphLayout layoutOf(const Graph& graph, const LayoutOptions& options)
{
    Progress progress;
    return layoutGraph(graph, options, CancelToken(), progress).value();
}

namespace {

QString wrongWithBoxes(const GraphLayout& layout)
{
    std::map<int, std::vector<QRectF>> rows;
    for (const LayoutBox& box : layout.boxes)
        rows[box.row].push_back(box.rect);
    double bottom = -1;
    for (auto& [row, rects] : rows) {
        std::ranges::sort(rects, {}, [](const QRectF& rect) { return rect.left(); });
        for (std::size_t i = 0; i < rects.size(); ++i) {
            if (rects[i].top() != rects[0].top() || rects[i].top() <= bottom)
                return u"row %1 is not level or touches the row above"_s.arg(row);
            if (i > 0 && rects[i].left() <= rects[i - 1].right())
                return u"boxes overlap in row %1"_s.arg(row);
            if (!layout.bounds.contains(rects[i]))
                return u"a box of row %1 is out of bounds"_s.arg(row);
        }
        bottom = rects[0].bottom();
    }
    return {};
}

/// Whether the segment passes through the inside of the rectangle (clipping after Liang and Barsky).
bool passesThrough(QPointF a, QPointF b, const QRectF& rect)
{
    double begin = 0;
    double end = 1;
    const double p[] = {a.x() - b.x(), b.x() - a.x(), a.y() - b.y(), b.y() - a.y()};
    const double q[] = {a.x() - rect.left(), rect.right() - a.x(), a.y() - rect.top(), rect.bottom() - a.y()};
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0)
                return false;
        } else if (p[i] < 0) {
            begin = std::max(begin, q[i] / p[i]);
        } else {
            end = std::min(end, q[i] / p[i]);
        }
    }
    return begin < end;
}

QString wrongWithEdge(const GraphLayout& layout, const LayoutEdge& edge, const std::multimap<double, QRectF>& byTop)
{
    const QRectF from = layout.boxes[static_cast<std::size_t>(edge.fromBox)].rect;
    const QRectF to = layout.boxes[static_cast<std::size_t>(edge.toBox)].rect;
    const QPointF start = edge.points.front();
    const QPointF end = edge.points.back();
    if (start.y() != from.bottom() || start.x() <= from.left() || start.x() >= from.right())
        return u"an edge starts at %1, %2, which is not at its box from %3 to %4, %5"_s.arg(start.x())
            .arg(start.y())
            .arg(from.left())
            .arg(from.right())
            .arg(from.bottom());
    if (end.y() != to.top() || end.x() <= to.left() || end.x() >= to.right())
        return u"an edge does not end at its box"_s;
    if (edge.isStub)
        return edge.points.size() == 4 ? QString() : u"a stub has not four points"_s;
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
        const QPointF a = edge.points[i - 1];
        const QPointF b = edge.points[i];
        if (b.y() <= a.y())
            return u"an edge does not go down"_s;
        for (auto it = byTop.lower_bound(a.y() - 1000); it != byTop.end() && it->first < b.y(); ++it) {
            if (passesThrough(a, b, it->second.adjusted(0.5, 0.5, -0.5, -0.5)))
                return u"an edge runs through a box"_s;
        }
    }
    return {};
}

} // namespace

QString whatIsWrong(const GraphLayout& layout)
{
    if (const QString wrong = wrongWithBoxes(layout); !wrong.isEmpty())
        return wrong;
    std::multimap<double, QRectF> byTop;
    for (const LayoutBox& box : layout.boxes)
        byTop.emplace(box.rect.top(), box.rect);
    for (const LayoutEdge& edge : layout.edges) {
        if (const QString wrong = wrongWithEdge(layout, edge, byTop); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace driftscope::test
