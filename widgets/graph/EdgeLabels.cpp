// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/EdgeLabels.h"

#include "widgets/graph/BoxText.h"
#include "widgets/graph/ClippedLine.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int textPixels = 10;
constexpr double textHeight = 12;
constexpr double sideGap = 5; ///< between edge and text
constexpr double topGap = 2; ///< between box and text
constexpr double widestNeighbour = 260; ///< how far texts of other boxes are looked for

QString nameOfBox(const GraphScene& scene, int box)
{
    const QString name = boxName(scene, box);
    return scene.isOperator(box) && !name.isEmpty() ? name : boxTitle(scene, box);
}

bool crosses(const LayoutEdge& edge, const QRectF& rect)
{
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
        if ((!edge.isStub || i != 2) && clippedLine({edge.points[i - 1], edge.points[i]}, rect)) {
            return true;
        }
    }
    return false;
}

/// Edges of the box that are stubs at the given end.
std::vector<int> stubsOf(const GraphScene& scene, int box, EdgeLabel::Kind kind)
{
    std::vector<int> stubs;
    for (const int edge : kind == EdgeLabel::Kind::StubStart ? scene.edgesOut(box) : scene.edgesIn(box)) {
        if (scene.edge(edge).isStub && scene.edge(edge).points.size() >= 4) {
            stubs.push_back(edge);
        }
    }
    return stubs;
}

QString stubText(const GraphScene& scene, const std::vector<int>& stubs, EdgeLabel::Kind kind)
{
    const bool isStart = kind == EdgeLabel::Kind::StubStart;
    const LayoutEdge& first = scene.edge(stubs.front());
    if (stubs.size() == 1) {
        return (isStart ? u"→ %1"_s : u"← %1"_s).arg(nameOfBox(scene, isStart ? first.toBox : first.fromBox));
    }
    const auto count = static_cast<int>(stubs.size());
    return isStart
        //: A value that far nodes use, too; the number is at least two
        ? u"→ "_s + QCoreApplication::translate("driftscope::EdgePainter", "%n more nodes", nullptr, count)
        //: Values that come from far nodes; the number is at least two
        : u"← "_s + QCoreApplication::translate("driftscope::EdgePainter", "%n far values", nullptr, count);
}

QString tipRow(const QString& label, const QString& text)
{
    return text.isEmpty()
        ? QString()
        : u"<tr><td style='padding-right:8px'>%1</td><td>%2</td></tr>"_s.arg(label, text.toHtmlEscaped());
}

} // namespace

EdgeLabels::EdgeLabels(const GraphScene& scene, const Theme& theme)
    : m_scene(scene)
    , m_font(theme.fontOfPixels(textPixels, false))
{ }

const std::vector<EdgeLabel>& EdgeLabels::of(int box)
{
    auto found = m_labels.find(box);
    if (found == m_labels.end()) {
        found = m_labels.insert(box, find(box));
    }
    return *found;
}

std::vector<EdgeLabel> EdgeLabels::find(int box) const
{
    std::vector<EdgeLabel> labels;
    ValueId before;
    for (const int edge : m_scene.edgesOut(box)) {
        const LayoutEdge& each = m_scene.edge(edge);
        if (!each.isStub && each.value != before && each.points.size() >= 2) {
            addValue(box, edge, labels);
            before = each.value; // its other edges follow at once
        }
    }
    addStubs(box, EdgeLabel::Kind::StubStart, labels);
    addStubs(box, EdgeLabel::Kind::StubEnd, labels);
    return labels;
}

void EdgeLabels::addValue(int box, int edge, std::vector<EdgeLabel>& labels) const
{
    const Value& value = m_scene.graph().value(m_scene.edge(edge).value);
    for (const QString& text : {valueText(value), shapeText(value.shape)}) {
        if (text.isEmpty()) {
            continue;
        }
        std::optional<EdgeLabel> label = rightOf(edge, text);
        if (!label) {
            label = leftOf(box, edge, text);
        }
        if (label) {
            labels.push_back(*label);
            return;
        }
    }
}

std::optional<EdgeLabel> EdgeLabels::rightOf(int edge, const QString& text) const
{
    const QRectF rect = textRect(m_scene.edge(edge).points.front(), text, false);
    return isFree(rect) && !isPastStartOfOther(rect)
        ? std::optional(EdgeLabel{EdgeLabel::Kind::Value, edge, 0, text, rect, false})
        : std::nullopt;
}

/// Of an edge that begins right above the text: beside it is the place of its own text. It need not run through this
/// one, since lines that go far aside hardly fall.
bool EdgeLabels::isPastStartOfOther(const QRectF& rect) const
{
    const QRectF above(rect.left(), rect.top() - topGap, rect.width(), topGap);
    const std::vector<int> edges = m_scene.index().edgesIn(above);
    return std::ranges::any_of(edges, [&](int edge) {
        const std::span<const QPointF> points = m_scene.edge(edge).points;
        return !points.empty() && points.front().y() >= above.top() && points.front().y() <= above.bottom()
            && points.front().x() >= above.left() && points.front().x() <= above.right();
    });
}

/// At the left only where no text at the right of another edge reaches: two texts at the left cannot meet, since an
/// edge would begin above one of them.
std::optional<EdgeLabel> EdgeLabels::leftOf(int box, int edge, const QString& text) const
{
    const QRectF rect = textRect(m_scene.edge(edge).points.front(), text, true);
    return isFree(rect) && !isPastStartOfOther(rect) && !coversTextsOfOthers(rect, box)
        ? std::optional(EdgeLabel{EdgeLabel::Kind::Value, edge, 0, text, rect, true})
        : std::nullopt;
}

bool EdgeLabels::coversTextsOfOthers(const QRectF& rect, int box) const
{
    const QRectF near = rect.adjusted(-widestNeighbour, -textHeight - 2 * topGap, 0, 0);
    for (const int edge : m_scene.index().edgesIn(near)) {
        const LayoutEdge& other = m_scene.edge(edge);
        if (other.fromBox == box || other.points.empty() || other.points.front().x() > rect.right()) {
            continue;
        }
        const Value& value = m_scene.graph().value(other.value);
        for (const QString& text : {valueText(value), shapeText(value.shape)}) {
            const QRectF taken = textRect(other.points.front(), text, false);
            if (!text.isEmpty() && taken.intersects(rect)) {
                return true; // whether it is really there does not matter: better no text than two in one place
            }
        }
    }
    return false;
}

QRectF EdgeLabels::textRect(QPointF edgePoint, const QString& text, bool isLeft) const
{
    const double width = std::ceil(QFontMetricsF(m_font).horizontalAdvance(text)) + 1;
    return {isLeft ? edgePoint.x() - sideGap - width : edgePoint.x() + sideGap, edgePoint.y() + topGap, width,
            textHeight};
}

bool EdgeLabels::isFree(const QRectF& rect, int exceptEdge) const
{
    if (!m_scene.index().boxesIn(rect.adjusted(-1, 0.5, 1, 0)).empty()) {
        return false;
    }
    const QRectF kept = rect.adjusted(-2, 0, 2, 0);
    const std::vector<int> edges = m_scene.index().edgesIn(kept);
    return std::none_of(edges.begin(), edges.end(),
                        [&](int edge) { return edge != exceptEdge && crosses(m_scene.edge(edge), kept); });
}

void EdgeLabels::addStubs(int box, EdgeLabel::Kind kind, std::vector<EdgeLabel>& labels) const
{
    const std::vector<int> stubs = stubsOf(m_scene, box, kind);
    if (stubs.empty()) {
        return;
    }
    const bool isStart = kind == EdgeLabel::Kind::StubStart;
    const auto anchorOf = [&](int edge) { return m_scene.edge(edge).points[isStart ? 1 : 2]; };
    // Stubs come in at the left of the others, and their text stands at the left of them.
    const int edge
        = isStart ? stubs.front() : *std::ranges::min_element(stubs, {}, [&](int each) { return anchorOf(each).x(); });
    const QString whole = stubText(m_scene, stubs, kind);
    const QPointF anchor = anchorOf(edge) - QPointF(0, textHeight / 2 + topGap);
    const QFontMetricsF metrics(m_font);
    for (const double width : {metrics.horizontalAdvance(whole) + 1, 160.0, 110.0, 80.0}) {
        const QString text = metrics.elidedText(whole, Qt::ElideLeft, width);
        for (const bool isLeft : {!isStart, isStart}) {
            const QRectF rect = textRect(anchor, text, isLeft);
            if (isFree(rect, edge) || (width <= 80 && isLeft == !isStart)) {
                labels.push_back({kind, edge, static_cast<int>(stubs.size()), text, rect, isLeft});
                return;
            }
        }
    }
}

QString valueText(const Value& value)
{
    QStringList parts;
    if (value.type != DataType::Undefined) {
        parts += dataTypeName(value.type);
    }
    if (value.shape) {
        parts += shapeText(value.shape);
    }
    if (value.layout != TensorLayout::Unknown) {
        parts += value.layout == TensorLayout::NHWC ? u"NHWC"_s : u"NCHW"_s;
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString edgeToolTip(const GraphScene& scene, int edge)
{
    struct EdgeText
    {
        Q_DECLARE_TR_FUNCTIONS(driftscope::EdgeText)
    };
    const LayoutEdge& each = scene.edge(edge);
    const Graph& graph = scene.graph();
    const Value& value = graph.value(each.value);
    QString rows
        = tipRow(EdgeText::tr("Type"), value.type == DataType::Undefined ? QString() : dataTypeName(value.type))
        + tipRow(EdgeText::tr("Shape"), shapeText(value.shape))
        + tipRow(EdgeText::tr("Layout"),
                 value.layout == TensorLayout::Unknown ? QString()
                                                       : (value.layout == TensorLayout::NHWC ? u"NHWC"_s : u"NCHW"_s))
        + tipRow(EdgeText::tr("From"),
                 value.producer.isValid() ? graph.node(value.producer).name : nameOfBox(scene, each.fromBox));
    constexpr int mostNamed = 8;
    const auto consumers = graph.consumers(each.value);
    for (std::size_t i = 0; i < consumers.size() && i < mostNamed; ++i) {
        rows += tipRow(i == 0 ? EdgeText::tr("To") : QString(), graph.node(consumers[i]).name);
    }
    if (consumers.size() > mostNamed) {
        rows += tipRow(QString(), EdgeText::tr("and %n more", nullptr, static_cast<int>(consumers.size()) - mostNamed));
    }
    return u"<b>%1</b><table>%2</table>"_s.arg(value.name.toHtmlEscaped(), rows);
}

} // namespace driftscope
