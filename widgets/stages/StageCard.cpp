// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stages/StageCard.h"

#include "widgets/common/Theme.h"
#include "widgets/stages/StageTitle.h"

#include <QPainter>

namespace driftscope {

namespace {
constexpr int lightSize = 14;
constexpr int cardWidth = 168;
constexpr int narrowestCard = 104;
} // namespace

StageCard::StageCard(Stage stage, QWidget* parent)
    : QAbstractButton(parent)
    , m_stage(stage)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, &StageCard::describe);
    retranslate();
}

void StageCard::setState(Status status, const QString& top1, bool isLoaded)
{
    m_status = status;
    m_top1 = top1;
    m_isLoaded = isLoaded;
    setEnabled(isLoaded);
    describe();
    update();
}

void StageCard::retranslate()
{
    setText(stageTitle(m_stage));
    describe();
    updateGeometry();
    update();
}

QString StageCard::secondLine() const
{
    if (!m_top1.isEmpty())
        return m_top1;
    return m_isLoaded ? tr("not evaluated") : tr("not compiled");
}

void StageCard::describe()
{
    const QString shown = isChecked() ? tr("Its graph is shown.") : tr("Its graph is hidden.");
    setAccessibleName(tr("%1: %2, %3").arg(text(), secondLine(), statusName(m_status)));
    setAccessibleDescription(shown);
    setToolTip(tr("%1 %2").arg(stageExplanation(m_stage), shown));
}

QSize StageCard::sizeHint() const
{
    const Theme theme = Theme::fromPalette(palette());
    const int height = QFontMetrics(theme.titleFont()).height() + QFontMetrics(theme.smallFont()).height();
    return {cardWidth, height + 2 * spacing::normal};
}

QSize StageCard::minimumSizeHint() const
{
    return {narrowestCard, sizeHint().height()};
}

void StageCard::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StageCard::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void StageCard::paintFrame(QPainter& painter, const Theme& theme) const
{
    QColor border = theme.color(isChecked() ? ThemeColor::Accent : ThemeColor::Border);
    QColor fill = theme.color(isChecked() ? ThemeColor::Canvas : ThemeColor::Window);
    if (underMouse() && isEnabled())
        fill = theme.color(ThemeColor::Hover);
    const double width = hasFocus() ? 2.0 : isChecked() ? 1.4 : 1.0;
    if (hasFocus())
        border = theme.color(ThemeColor::Accent);
    painter.setPen(QPen(border, width, hasFocus() && !isChecked() ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), spacing::cornerRadius, spacing::cornerRadius);
}

void StageCard::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, theme);
    StatusLight::paint(painter, QRectF(spacing::wide, (height() - lightSize) / 2.0, lightSize, lightSize), m_status,
                       theme);
    const int left = spacing::wide + lightSize + spacing::normal;
    const QRect area = rect().adjusted(left, spacing::normal, -spacing::normal, -spacing::normal);
    const QFontMetrics small(theme.smallFont());
    const QString shown = isChecked() ? tr("shown") : QString();
    const int shownWidth = shown.isEmpty() ? 0 : small.horizontalAdvance(shown) + spacing::tight;
    painter.setFont(theme.smallFont());
    painter.setPen(theme.color(ThemeColor::Accent));
    if (area.width() - shownWidth > small.averageCharWidth() * 10)
        painter.drawText(area, Qt::AlignRight | Qt::AlignTop, shown);
    painter.setPen(theme.color(m_status == Status::Fail ? ThemeColor::Fail : ThemeColor::MutedText));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom,
                     small.elidedText(secondLine(), Qt::ElideRight, area.width()));
    painter.setFont(theme.titleFont());
    painter.setPen(theme.color(isEnabled() ? ThemeColor::Text : ThemeColor::MutedText));
    const QFontMetrics title(theme.titleFont());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
                     title.elidedText(text(), Qt::ElideRight, area.width() - shownWidth));
}

} // namespace driftscope
