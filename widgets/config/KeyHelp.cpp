// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/KeyHelp.h"

#include "widgets/common/Theme.h"
#include "widgets/config/KeyHelpHtml.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

KeyHelp::KeyHelp(const ConfigSchema& schema, const ConfigKeyInfo& info, QWidget* parent)
    : QWidget(parent)
    , m_schema(schema)
    , m_info(info)
{
    m_text = addLabel(tr("Help for %1").arg(info.key));
    m_more = new QToolButton(this);
    m_sources = addLabel(tr("Versions and sources for %1").arg(info.key));
    m_sources->hide();
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFont(Theme::fromPalette(palette()).smallFont());
    m_more->setAccessibleName(tr("Versions and sources for %1").arg(info.key));
    connect(m_more, &QToolButton::toggled, this, [this](bool isOpen) {
        m_more->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_sources->setVisible(isOpen);
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::tight, 0, spacing::tight);
    column->setSpacing(spacing::tight);
    column->addWidget(m_text);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_sources);
    write();
}

QLabel* KeyHelp::addLabel(const QString& accessibleName)
{
    auto* label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setFont(Theme::fromPalette(palette()).smallFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus); // to be read by keyboard as well
    label->setAccessibleName(accessibleName);
    label->installEventFilter(this);
    return label;
}

void KeyHelp::setMarch(March march)
{
    if (march == m_march)
        return;
    m_march = march;
    write();
}

void KeyHelp::write()
{
    const Theme theme = Theme::fromPalette(palette());
    const KeyHelpHtml html(m_schema, m_info, m_march, theme);
    m_text->setText(html.help());
    m_text->setAccessibleDescription(QTextDocumentFragment::fromHtml(html.help()).toPlainText());
    m_sources->setText(html.sources());
    m_sources->setAccessibleDescription(QTextDocumentFragment::fromHtml(html.sources()).toPlainText());
    m_more->setText(tr("Versions and sources (%1)").arg(html.sourceCount()));
}

/// A line at the side says what belongs together, and whether one of the texts has the keyboard.
void KeyHelp::paintEvent(QPaintEvent* /*event*/)
{
    const bool hasKeyboard = m_text->hasFocus() || m_sources->hasFocus();
    QPainter painter(this);
    painter.fillRect(QRect(spacing::tight, 2, 2, height() - 4),
                     Theme::fromPalette(palette()).color(hasKeyboard ? ThemeColor::Accent : ThemeColor::Border));
}

bool KeyHelp::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

} // namespace driftscope
