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

LegendItem item(LegendItem::Kind kind, const QString& text, const QColor& color, const QString& glyph = {})
{
    LegendItem made;
    made.kind = kind;
    made.text = text;
    made.color = color;
    made.glyph = glyph;
    return made;
}

LegendItem errorScale(const GraphAppearance& appearance)
{
    const Theme& theme = appearance.theme;
    LegendItem scale = item(LegendItem::Kind::Scale, Legend::tr("1 − cosine"), {});
    scale.map = theme.error();
    scale.low = u"1e-4"_s;
    scale.high = u"1"_s;
    scale.ticks = {{errorPosition(appearance.warnBelow), theme.color(ThemeColor::Warn)},
                   {errorPosition(appearance.failBelow), theme.color(ThemeColor::Fail)}};
    return scale;
}

LegendItem rangeScale(const QString& text, const OverlayRange& range, QString (*number)(double), const Theme& theme)
{
    LegendItem scale = item(LegendItem::Kind::Scale, text, {});
    scale.map = theme.magnitude();
    scale.low = range.isEmpty() ? u"–"_s : number(range.low);
    scale.high = range.isEmpty() ? u"–"_s : number(range.high);
    return scale;
}

void addOverlay(QList<LegendItem>& items, const GraphAppearance& appearance)
{
    const Theme& theme = appearance.theme;
    const auto swatch = [&items](const QString& text, const QColor& color) {
        items.append(item(LegendItem::Kind::Swatch, text, color));
    };
    const auto noData = [&](const QString& text) {
        items.append(item(LegendItem::Kind::Hatched, text, theme.color(ThemeColor::NoData)));
    };
    switch (appearance.overlay) {
    case Overlay::Error:
        items.append(errorScale(appearance));
        noData(Legend::tr("no data"));
        break;
    case Overlay::Threshold:
        items.append(rangeScale(Legend::tr("threshold (largest value that is kept)"), appearance.thresholds,
                                thresholdText, theme));
        noData(Legend::tr("no data"));
        break;
    case Overlay::Latency:
        items.append(rangeScale(Legend::tr("latency of a frame"), appearance.latencies, latencyText, theme));
        noData(Legend::tr("no data"));
        break;
    case Overlay::Layout:
        swatch(u"NCHW"_s, layoutColor(theme, TensorLayout::NCHW));
        swatch(u"NHWC"_s, layoutColor(theme, TensorLayout::NHWC));
        noData(Legend::tr("not said in the file"));
        break;
    case Overlay::Device:
        swatch(u"BPU"_s, theme.color(ThemeColor::DeviceBpu));
        swatch(u"CPU"_s, theme.color(ThemeColor::DeviceCpu));
        noData(Legend::tr("not said in the file"));
        break;
    case Overlay::DataType:
        swatch(Legend::tr("floating point"), dataTypeColor(theme, DataType::Float32));
        swatch(Legend::tr("8 bits and less"), dataTypeColor(theme, DataType::Int8));
        swatch(Legend::tr("16 bits"), dataTypeColor(theme, DataType::Int16));
        swatch(Legend::tr("wider integers"), dataTypeColor(theme, DataType::Int32));
        swatch(Legend::tr("other types"), dataTypeColor(theme, DataType::Bool));
        noData(Legend::tr("unknown"));
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
    case LegendItem::Kind::Line:
    case LegendItem::Kind::DashedLine:
        painter.setPen(QPen(item.color, 2, item.kind == LegendItem::Kind::Line ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(square.left() - 1, square.center().y()),
                         QPointF(square.right() + 2, square.center().y()));
        break;
    case LegendItem::Kind::Scale:
        break;
    }
}

double scaleItemWidth(const QFontMetricsF& metrics, const LegendItem& item)
{
    return metrics.horizontalAdvance(item.text) + metrics.horizontalAdvance(item.low)
        + metrics.horizontalAdvance(item.high) + scaleWidth + 18;
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
    write(item.low, ThemeColor::MutedText);
    const QRectF strip(x, at.y() + (height - 10) / 2, scaleWidth, 10);
    painter.drawImage(strip, item.map.strip(static_cast<int>(scaleWidth)));
    for (const auto& [position, color] : item.ticks) {
        painter.setPen(QPen(color, 1.5));
        const double tick = x + position * scaleWidth;
        painter.drawLine(QPointF(tick, strip.top() - 2), QPointF(tick, strip.bottom() + 2));
    }
    x += scaleWidth + 5;
    write(item.high, ThemeColor::MutedText);
}

} // namespace

QList<LegendItem> legendItems(const GraphAppearance& appearance)
{
    QList<LegendItem> items;
    for (const NodeChange change :
         {NodeChange::Inserted, NodeChange::Removed, NodeChange::Changed, NodeChange::Fused}) {
        items.append(item(LegendItem::Kind::Glyph, nodeChangeName(change), changeColor(appearance.theme, change),
                          nodeChangeGlyph(change)));
    }
    if (appearance.showsPaths) {
        items.append(item(LegendItem::Kind::DashedLine, Legend::tr("leads to the selection"),
                          appearance.theme.color(ThemeColor::Upstream)));
        items.append(item(LegendItem::Kind::Line, Legend::tr("comes from the selection"),
                          appearance.theme.color(ThemeColor::Downstream)));
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
    for (const LegendItem& each : items) {
        const bool isScale = each.kind == LegendItem::Kind::Scale;
        const double textWidth = metrics.horizontalAdvance(each.text) + 1;
        const double itemWidth = isScale ? scaleItemWidth(metrics, each) : mark + 6 + textWidth;
        if (x > 0 && x + itemWidth > width) {
            x = 0;
            y += row;
        }
        if (painter != nullptr) {
            const QPointF at = topLeft + QPointF(x, y);
            if (isScale) {
                paintScale(*painter, each, at, row, theme);
            } else {
                paintMark(*painter, each, at, row, theme);
                painter->setPen(theme.color(ThemeColor::MutedText));
                painter->drawText(QRectF(at.x() + mark + 6, at.y(), textWidth, row), Qt::AlignVCenter | Qt::AlignLeft,
                                  each.text);
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
