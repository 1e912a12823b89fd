// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphSearchBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace driftscope {

using namespace Qt::StringLiterals;

GraphSearchBar::GraphSearchBar(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_explanation(new ElidedLabel(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(160);
    m_edit->installEventFilter(this);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(u"00000 of 00000"_s));
    m_explanation->setMuted(true);
    m_explanation->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_previous->setArrowType(Qt::UpArrow);
    m_previous->setAutoRaise(true);
    m_next->setArrowType(Qt::DownArrow);
    m_next->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tight);
    row->addWidget(m_edit, 3);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_count);
    row->addWidget(m_explanation, 2);
    connect(m_edit, &QLineEdit::textChanged, this, &GraphSearchBar::textChanged);
    connect(m_previous, &QToolButton::clicked, this, &GraphSearchBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &GraphSearchBar::nextRequested);
    retranslate();
    setResult({}, 0, 0);
}

void GraphSearchBar::retranslate()
{
    m_edit->setPlaceholderText(tr("Search: name, type:Transpose, cos<0.99, on:CPU, inserted:yes"));
    m_edit->setAccessibleName(tr("Search the graphs"));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setToolTip(tr("Next match (F3)"));
    m_next->setAccessibleName(tr("Next match"));
}

void GraphSearchBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

QString GraphSearchBar::text() const
{
    return m_edit->text();
}

void GraphSearchBar::setText(const QString& text)
{
    m_edit->setText(text);
}

void GraphSearchBar::setResult(const QString& explanation, int found, int position)
{
    m_explanation->setText(explanation);
    const bool hasQuery = !m_edit->text().trimmed().isEmpty();
    if (!hasQuery) {
        m_count->clear();
    } else if (found == 0) {
        m_count->setText(tr("None found"));
    } else if (position > 0) {
        m_count->setText(tr("%1 of %2").arg(position).arg(found));
    } else {
        m_count->setText(tr("%n found", nullptr, found));
    }
    m_previous->setEnabled(found > 0);
    m_next->setEnabled(found > 0);
}

QString GraphSearchBar::explanation() const
{
    return m_explanation->text();
}

QString GraphSearchBar::countText() const
{
    return m_count->text();
}

void GraphSearchBar::focusSearch()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool GraphSearchBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier)) {
                Q_EMIT previousRequested();
            } else {
                Q_EMIT nextRequested();
            }
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace driftscope
