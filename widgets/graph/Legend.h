// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/BoxLook.h"

#include <QWidget>

namespace driftscope {

/// One entry of a legend.
struct LegendItem
{
    enum class Kind
    {
        Glyph, ///< `glyph` in `color`
        Swatch,
        Hatched,
        Line,
        DashedLine,
        Scale ///< a colour map with numbers at its ends
    };
    Kind kind = Kind::Swatch;
    QString text;
    QColor color;
    QString glyph;
    ColorMap map; ///< scales only, as the rest
    QString low;
    QString high;
    QList<std::pair<double, QColor>> ticks; ///< places on the map that mean something: where a node begins to drift
};

/// What the glyphs and colours in view mean: the changes always, then the overlay's colours.
[[nodiscard]] QList<LegendItem> legendItems(const GraphAppearance& appearance);
/// Paints the items in rows no wider than `width`, and returns the height they take; with a null painter only measures.
int paintLegend(QPainter* painter, QPointF topLeft, int width, const QList<LegendItem>& items, const Theme& theme);

/// The legend that stays under the graphs.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget* parent = nullptr);

    void setAppearance(const GraphAppearance& appearance);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    GraphAppearance m_appearance;
    QList<LegendItem> m_items;
};

} // namespace driftscope
