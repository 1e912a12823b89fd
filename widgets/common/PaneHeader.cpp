// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PaneHeader.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace driftscope {

PaneHeader::PaneHeader(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
{
    m_layout->setContentsMargins(spacing::wide, 0, spacing::tight, 1);
    m_layout->setSpacing(spacing::tight);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_subtitle->setMuted(true);
    m_subtitle->setElideMode(Qt::ElideMiddle);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_subtitle, 1);
    setMinimumHeight(spacing::paneHeader);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    updateFonts();
}

void PaneHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    showWhatFits();
}

void PaneHeader::setSubtitle(const QString& subtitle)
{
    m_subtitleText = subtitle;
    showWhatFits();
}

QString PaneHeader::title() const
{
    return m_title->text();
}

QString PaneHeader::subtitle() const
{
    return m_subtitleText;
}

void PaneHeader::addHeaderAction(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setDefaultAction(action);
    if (action->icon().isNull() && action->iconText().size() == 1) { // a glyph needs less than a word
        button->setFixedWidth(fontMetrics().height() + spacing::normal);
        m_glyphs.append(button);
    }
    m_layout->addWidget(button);
    addAction(action);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PaneHeader::addHeaderWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

void PaneHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void PaneHeader::showWhatFits()
{
    constexpr int leastSubtitle = 60; // less says nothing
    const int title = m_title->sizeHint().width() + 2 * spacing::wide;
    int glyphs = 0;
    for (const QToolButton* button : std::as_const(m_glyphs)) {
        glyphs += button->minimumWidth() + spacing::tight;
    }
    const bool haveGlyphs = title + glyphs <= width();
    for (QToolButton* button : std::as_const(m_glyphs)) {
        button->setVisible(haveGlyphs);
    }
    int left = width() - m_title->sizeHint().width() - 2 * spacing::wide;
    for (int i = 0; i < m_layout->count(); ++i) {
        const QWidget* widget = m_layout->itemAt(i)->widget();
        if (widget != m_title && widget != m_subtitle && !widget->isHidden()) {
            left -= std::clamp(widget->sizeHint().width(), widget->minimumWidth(), widget->maximumWidth())
                + spacing::tight;
        }
    }
    m_subtitle->setText(left >= leastSubtitle ? m_subtitleText : QString());
}

void PaneHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Theme theme = Theme::fromPalette(palette());
    painter.fillRect(rect(), theme.color(ThemeColor::Canvas));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(ThemeColor::Border));
}

void PaneHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateFonts();
    }
}

void PaneHeader::updateFonts()
{
    const Theme theme = Theme::fromPalette(palette());
    m_title->setFont(theme.titleFont());
    m_subtitle->setFont(theme.smallFont());
}

} // namespace driftscope
