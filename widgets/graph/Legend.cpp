// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/Legend.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double mark = 12;
constexpr double scaleWidth = 72;
constexpr double gap = 16;

void addOverlay(QList<LegendItem>& items, const GraphAppearance& appearance)
{
    const Theme& theme = appearance.theme;
    const auto swatch = [&items](const QString& text, const QColor& color) {
        items.append({LegendItem::Kind::Swatch, text, color, {}});
    };
    switch (appearance.overlay) {
    case Overlay::Error:
        items.append({LegendItem::Kind::Scale, Legend::tr("1 − cosine"), {}, {}});
        items.append({LegendItem::Kind::Hatched, Legend::tr("no data"), theme.color(ThemeColor::NoData), {}});
        break;
    case Overlay::Device:
        swatch(u"BPU"_s, theme.color(ThemeColor::DeviceBpu));
        swatch(u"CPU"_s, theme.color(ThemeColor::DeviceCpu));
        items.append(
            {LegendItem::Kind::Hatched, Legend::tr("not said in the file"), theme.color(ThemeColor::NoData), {}});
        break;
    case Overlay::DataType:
        swatch(Legend::tr("floating point"), dataTypeColor(theme, DataType::Float32));
        swatch(Legend::tr("8 bits and less"), dataTypeColor(theme, DataType::Int8));
        swatch(Legend::tr("16 bits"), dataTypeColor(theme, DataType::Int16));
        swatch(Legend::tr("wider integers"), dataTypeColor(theme, DataType::Int32));
        swatch(Legend::tr("other types"), dataTypeColor(theme, DataType::Bool));
        items.append({LegendItem::Kind::Hatched, Legend::tr("unknown"), theme.color(ThemeColor::NoData), {}});
        break;
    case Overlay::OpFamily:
        for (const OpFamily family : allOpFamilies) {
            swatch(opFamilyName(family), theme.family(family));
        }
        break;
    }
}

void paintMark(QPainter& painter, const LegendItem& item, QPointF at, double height, const Theme& theme)
{
    const QRectF square(at.x(), at.y() + (height - mark) / 2, mark, mark);
    painter.setPen(Qt::NoPen);
    switch (item.kind) {
    case LegendItem::Kind::Glyph: {
        const QFont before = painter.font();
        painter.setFont(theme.fontOfPixels(15, true));
        painter.setPen(item.color);
        painter.drawText(square.adjusted(-4, -4, 4, 4), Qt::AlignCenter, item.glyph);
        painter.setFont(before);
        break;
    }
    case LegendItem::Kind::Swatch:
        painter.setBrush(item.color);
        painter.drawRoundedRect(square.adjusted(0, 1, 0, -1), 2, 2);
        break;
    case LegendItem::Kind::Hatched:
        painter.setPen(QPen(item.color, 1));
        painter.setBrush(noDataBrush(theme));
        painter.drawRect(square.adjusted(0.5, 1.5, -0.5, -1.5));
        break;
    case LegendItem::Kind::Scale:
        break;
    }
}

double scaleItemWidth(const QFontMetricsF& metrics, const LegendItem& item)
{
    return metrics.horizontalAdvance(item.text + u"1e-41"_s) + scaleWidth + 18;
}

void paintScale(QPainter& painter, const LegendItem& item, QPointF at, double height, const Theme& theme)
{
    const QFontMetricsF metrics(painter.font());
    double x = at.x();
    const auto write = [&](const QString& text, ThemeColor role) {
        const double width = metrics.horizontalAdvance(text) + 1;
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(x, at.y(), width, height), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + 5;
    };
    write(item.text, ThemeColor::MutedText);
    write(u"1e-4"_s, ThemeColor::MutedText);
    painter.drawImage(QRectF(x, at.y() + (height - 10) / 2, scaleWidth, 10),
                      theme.error().strip(static_cast<int>(scaleWidth)));
    x += scaleWidth + 5;
    write(u"1"_s, ThemeColor::MutedText);
}

} // namespace

QList<LegendItem> legendItems(const GraphAppearance& appearance)
{
    QList<LegendItem> items;
    for (const NodeChange change :
         {NodeChange::Inserted, NodeChange::Removed, NodeChange::Changed, NodeChange::Fused}) {
        items.append({LegendItem::Kind::Glyph, nodeChangeName(change), changeColor(appearance.theme, change),
                      nodeChangeGlyph(change)});
    }
    addOverlay(items, appearance);
    return items;
}

int paintLegend(QPainter* painter, QPointF topLeft, int width, const QList<LegendItem>& items, const Theme& theme)
{
    const QFont font = theme.smallFont();
    const QFontMetricsF metrics(font);
    const double row = std::max(metrics.height(), mark) + 4;
    double x = 0;
    double y = 0;
    if (painter != nullptr) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(font);
    }
    for (const LegendItem& item : items) {
        const bool isScale = item.kind == LegendItem::Kind::Scale;
        const double textWidth = metrics.horizontalAdvance(item.text) + 1;
        const double itemWidth = isScale ? scaleItemWidth(metrics, item) : mark + 6 + textWidth;
        if (x > 0 && x + itemWidth > width) {
            x = 0;
            y += row;
        }
        if (painter != nullptr) {
            const QPointF at = topLeft + QPointF(x, y);
            if (isScale) {
                paintScale(*painter, item, at, row, theme);
            } else {
                paintMark(*painter, item, at, row, theme);
                painter->setPen(theme.color(ThemeColor::MutedText));
                painter->drawText(QRectF(at.x() + mark + 6, at.y(), textWidth, row), Qt::AlignVCenter | Qt::AlignLeft,
                                  item.text);
            }
        }
        x += itemWidth + gap;
    }
    return static_cast<int>(std::ceil(y + row));
}

Legend::Legend(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void Legend::setAppearance(const GraphAppearance& appearance)
{
    m_appearance = appearance;
    m_items = legendItems(appearance);
    QStringList texts;
    for (const LegendItem& item : std::as_const(m_items)) {
        texts += item.text;
    }
    setAccessibleDescription(texts.join(u", "_s));
    updateGeometry();
    update();
}

int Legend::heightForWidth(int width) const
{
    const int room = std::max(1, width - 2 * spacing::wide);
    return paintLegend(nullptr, {}, room, m_items, m_appearance.theme) + 2 * spacing::tight;
}

QSize Legend::sizeHint() const
{
    return {480, heightForWidth(480)};
}

QSize Legend::minimumSizeHint() const
{
    return {120, 0};
}

void Legend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Theme& theme = m_appearance.theme;
    painter.fillRect(rect(), theme.color(ThemeColor::Canvas));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(ThemeColor::Border));
    paintLegend(&painter, QPointF(spacing::wide, spacing::tight), width() - 2 * spacing::wide, m_items, theme);
}

} // namespace driftscope
