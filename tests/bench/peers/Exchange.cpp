// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr double pointsPerInch = 72;

tl::unexpected<Error> broken(const QString& what)
{
    return failure(ErrorKind::Malformed, u"The layout engine's answer is broken: %1."_s.arg(what));
}

std::vector<QPointF> pointsFrom(const QJsonArray& numbers)
{
    std::vector<QPointF> points;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        points.emplace_back(numbers[i].toDouble(), numbers[i + 1].toDouble());
    return points;
}

QJsonArray numbersOf(const std::vector<QPointF>& points)
{
    QJsonArray numbers;
    for (const QPointF point : points) {
        numbers.append(point.x());
        numbers.append(point.y());
    }
    return numbers;
}

Result<QJsonObject> objectFrom(const QByteArray& json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return broken(error.errorString());
    return document.object();
}

/// What Graphviz drew with one of its operations: `p` is the outline of a node, `b` the curve of an edge.
QJsonArray drawnPoints(const QJsonObject& thing, QStringView operation)
{
    const QJsonArray operations = thing.value("_draw_"_L1).toArray();
    for (const QJsonValue& each : operations) {
        if (each["op"_L1].toString().compare(operation, Qt::CaseInsensitive) == 0)
            return each["points"_L1].toArray();
    }
    return {};
}

QPointF flipped(const QJsonValue& point)
{
    return {point[0].toDouble(), -point[1].toDouble()};
}

} // namespace

PeerGraph peerGraph(const GraphLayout& layout, const LayoutOptions& options)
{
    PeerGraph graph;
    graph.columnGap = options.columnGap;
    graph.rowGap = options.rowGap;
    for (const LayoutBox& box : layout.boxes)
        graph.sizes.push_back(box.rect.size());
    for (const LayoutEdge& edge : layout.edges)
        graph.edges.emplace_back(edge.fromBox, edge.toBox);
    std::ranges::sort(graph.edges);
    graph.edges.erase(std::ranges::unique(graph.edges).begin(), graph.edges.end());
    return graph;
}

Drawing drawingOf(const GraphLayout& layout)
{
    Drawing drawing;
    for (const LayoutBox& box : layout.boxes)
        drawing.boxes.push_back(box.rect);
    for (const LayoutEdge& edge : layout.edges) {
        const auto& points = edge.points;
        const auto add = [&](std::vector<QPointF> way) {
            drawing.lines.push_back({edge.fromBox, edge.toBox, edge.fromBox, std::move(way)});
        };
        if (edge.isStub) {
            add({points[0], points[1]});
            add({points[2], points[3]});
        } else {
            add({points.begin(), points.end()});
        }
    }
    return drawing;
}

QByteArray toJson(const PeerGraph& graph)
{
    QJsonArray boxes;
    for (const QSizeF& size : graph.sizes)
        boxes.append(QJsonArray{size.width(), size.height()});
    QJsonArray edges;
    for (const auto& [from, to] : graph.edges)
        edges.append(QJsonArray{from, to});
    const QJsonObject object{
        {u"boxes"_s, boxes}, {u"edges"_s, edges}, {u"columnGap"_s, graph.columnGap}, {u"rowGap"_s, graph.rowGap}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const Outcome& outcome)
{
    QJsonObject object{{u"seconds"_s, outcome.seconds},
                       {u"peakBytes"_s, outcome.peakBytes},
                       {u"stubs"_s, outcome.stubs},
                       {u"failure"_s, outcome.failure}};
    QJsonArray boxes;
    for (const QRectF& rect : outcome.drawing.boxes)
        boxes.append(QJsonArray{rect.left(), rect.top()});
    QJsonArray lines;
    QJsonArray ends;
    for (const DrawnLine& line : outcome.drawing.lines) {
        lines.append(numbersOf(line.points));
        ends.append(QJsonArray{line.from, line.to});
    }
    object.insert(u"boxes"_s, boxes);
    object.insert(u"lines"_s, lines);
    object.insert(u"ends"_s, ends);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Outcome> outcomeFromJson(const QByteArray& json, const PeerGraph& graph)
{
    const auto object = objectFrom(json);
    if (!object)
        return forward(object);
    Outcome outcome;
    outcome.seconds = object->value("seconds"_L1).toDouble();
    outcome.peakBytes = object->value("peakBytes"_L1).toInteger();
    outcome.stubs = object->value("stubs"_L1).toInteger();
    outcome.failure = object->value("failure"_L1).toString();
    if (!outcome.failure.isEmpty())
        return outcome;
    const std::vector<QPointF> corners = [&] {
        std::vector<QPointF> points;
        const QJsonArray boxes = object->value("boxes"_L1).toArray();
        for (const QJsonValue& each : boxes)
            points.emplace_back(each[0].toDouble(), each[1].toDouble());
        return points;
    }();
    const QJsonArray lines = object->value("lines"_L1).toArray();
    const QJsonArray ends = object->value("ends"_L1).toArray();
    const auto expected = ends.isEmpty() ? static_cast<qsizetype>(graph.edges.size()) : ends.size();
    if (corners.size() != graph.sizes.size() || lines.size() != expected)
        return broken(u"there are %1 boxes and %2 lines"_s.arg(corners.size()).arg(lines.size()));
    for (std::size_t i = 0; i < corners.size(); ++i)
        outcome.drawing.boxes.emplace_back(corners[i], graph.sizes[i]);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto [from, to] = ends.isEmpty() ? graph.edges[static_cast<std::size_t>(i)]
                                               : std::pair(ends[i][0].toInt(), ends[i][1].toInt());
        outcome.drawing.lines.push_back({from, to, from, pointsFrom(lines[i].toArray())});
    }
    return outcome;
}

QByteArray toDot(const PeerGraph& graph)
{
    QByteArray text = "digraph {\nsplines=polyline\nnode [shape=box label=\"\" fixedsize=true]\nedge [dir=none]\n";
    text += "nodesep=" + QByteArray::number(graph.columnGap / pointsPerInch) + '\n';
    text += "ranksep=" + QByteArray::number(graph.rowGap / pointsPerInch) + '\n';
    for (std::size_t i = 0; i < graph.sizes.size(); ++i)
        text += QByteArray::number(qulonglong(i))
            + " [width=" + QByteArray::number(graph.sizes[i].width() / pointsPerInch, 'g', 9)
            + " height=" + QByteArray::number(graph.sizes[i].height() / pointsPerInch, 'g', 9) + "]\n";
    for (const auto& [from, to] : graph.edges)
        text += QByteArray::number(from) + "->" + QByteArray::number(to) + '\n';
    return text + "}\n";
}

Result<Outcome> outcomeFromDot(const QByteArray& json, const PeerGraph& graph)
{
    const auto object = objectFrom(json);
    if (!object)
        return forward(object);
    const QJsonArray nodes = object->value("objects"_L1).toArray();
    const QJsonArray edges = object->value("edges"_L1).toArray();
    if (nodes.size() != static_cast<qsizetype>(graph.sizes.size())
        || edges.size() != static_cast<qsizetype>(graph.edges.size()))
        return broken(u"there are %1 boxes and %2 lines"_s.arg(nodes.size()).arg(edges.size()));
    Outcome outcome;
    outcome.drawing.boxes.resize(graph.sizes.size());
    std::vector<int> boxOf(graph.sizes.size());
    for (const QJsonValue& each : nodes) {
        const QJsonObject node = each.toObject();
        const int box = node.value("name"_L1).toString().toInt();
        boxOf[static_cast<std::size_t>(node.value("_gvid"_L1).toInt())] = box;
        QRectF& rect = outcome.drawing.boxes[static_cast<std::size_t>(box)];
        const QJsonArray outline = drawnPoints(node, u"p");
        const QPointF corner = flipped(outline.first());
        rect = QRectF(corner, flipped(outline.at(2))).normalized();
    }
    for (const QJsonValue& each : edges) {
        const QJsonObject edge = each.toObject();
        const int from = boxOf[static_cast<std::size_t>(edge.value("tail"_L1).toInt())];
        DrawnLine line{from, boxOf[static_cast<std::size_t>(edge.value("head"_L1).toInt())], from, {}};
        // With splines=polyline the curve's handles lie on its straight pieces: every third point is a bend.
        const QJsonArray curve = drawnPoints(edge, u"b");
        for (qsizetype i = 0; i < curve.size(); i += 3)
            line.points.push_back(flipped(curve[i]));
        outcome.drawing.lines.push_back(std::move(line));
    }
    return outcome;
}

} // namespace driftscope::test
