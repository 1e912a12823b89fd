// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/EmptyState.h"

#include "widgets/common/Theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace driftscope {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_title->setFont(Theme::fromPalette(palette()).titleFont());
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_button->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing::wide, spacing::wide, 2 * spacing::wide, spacing::wide);
    column->setSpacing(spacing::normal);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

void EmptyState::setAction(QAction* action)
{
    m_button->disconnect();
    if (m_action != nullptr) {
        m_action->disconnect(this);
    }
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action == nullptr) {
        return;
    }
    const auto follow = [this] {
        m_button->setText(m_action->text());
        m_button->setEnabled(m_action->isEnabled());
        m_button->setToolTip(m_action->toolTip());
    };
    follow();
    connect(action, &QAction::changed, this, follow);
    connect(action, &QObject::destroyed, this, [this] {
        m_action = nullptr;
        m_button->hide();
    });
    connect(m_button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace driftscope
