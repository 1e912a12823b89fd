// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/graph/GraphScene.h"

namespace driftscope {

/// A text beside an edge.
struct EdgeLabel
{
    enum class Kind
    {
        Value, ///< type, shape and layout of what the edge carries
        StubStart, ///< where the value is used far away
        StubEnd ///< where it comes from
    };
    Kind kind = Kind::Value;
    int edge = -1; ///< for stubs that share a label: the first of them
    int stubs = 0; ///< how many share it
    QString text;
    QRectF rect; ///< world units, for texts at their size at zoom 1
    bool isLeft = false; ///< ends at the edge instead of beginning there
};

/// Texts of all edges' ends, found when a box comes into view and kept. A value's text stands once, below its producer,
/// and only where it covers no box, no edge and no other text, whatever the zoom: it is never shortened beyond leaving
/// out the type, and never drawn where there is no room. Stubs always have a text; it is shortened where it must be.
class EdgeLabels
{
public:
    EdgeLabels(const GraphScene& scene, const Theme& theme);

    /// At the box's edges: values and stubs that begin there, stubs that end there.
    [[nodiscard]] const std::vector<EdgeLabel>& of(int box);
    [[nodiscard]] const QFont& font() const { return m_font; }
    static constexpr double smallestScale = 0.85; ///< of the view, for texts of values to be read

private:
    [[nodiscard]] std::vector<EdgeLabel> find(int box) const;
    void addValue(int box, int edge, std::vector<EdgeLabel>& labels) const;
    void addStubs(int box, EdgeLabel::Kind kind, std::vector<EdgeLabel>& labels) const;
    [[nodiscard]] std::optional<EdgeLabel> rightOf(int edge, const QString& text) const;
    [[nodiscard]] std::optional<EdgeLabel> leftOf(int box, int edge, const QString& text) const;
    [[nodiscard]] QRectF textRect(QPointF edgePoint, const QString& text, bool isLeft) const;
    [[nodiscard]] bool isFree(const QRectF& rect, int exceptEdge = -1) const;
    [[nodiscard]] bool isPastStartOfOther(const QRectF& rect) const;
    [[nodiscard]] bool coversTextsOfOthers(const QRectF& rect, int box) const;

    const GraphScene& m_scene;
    QFont m_font;
    QHash<int, std::vector<EdgeLabel>> m_labels;
};

/// `float32 1×24×32×32 NCHW`, as far as it is known.
[[nodiscard]] QString valueText(const Value& value);
/// Rich text for a tooltip over an edge: name, type, shape, layout, producer, consumers.
[[nodiscard]] QString edgeToolTip(const GraphScene& scene, int edge);

} // namespace driftscope
