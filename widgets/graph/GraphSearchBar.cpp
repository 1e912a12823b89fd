// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphSearchBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/graph/QueryEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

GraphSearchBar::GraphSearchBar(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QueryEdit(this))
    , m_explanation(new ElidedLabel(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    m_edit->setMinimumWidth(160);
    m_explanation->setMuted(true);
    m_explanation->hide();
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
    connect(m_edit, &QLineEdit::textChanged, this, &GraphSearchBar::textChanged);
    connect(m_edit, &QueryEdit::nextRequested, this, &GraphSearchBar::nextRequested);
    connect(m_edit, &QueryEdit::previousRequested, this, &GraphSearchBar::previousRequested);
    connect(m_edit, &QueryEdit::closed, this, &GraphSearchBar::closed);
    connect(m_previous, &QToolButton::clicked, this, &GraphSearchBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &GraphSearchBar::nextRequested);
    retranslate();
    setResult({}, 0, 0);
}

void GraphSearchBar::retranslate()
{
    m_edit->setPlaceholderText(tr("Search: name, type:Transpose, cos<0.99, on:CPU, inserted:yes"));
    m_edit->setToolTip(
        tr("Words, filters such as type:Conv* or shape:1x3x*, and, or, not, (groups), \"quotes\", "
           "/expressions/. Down and Ctrl+Space list what can be asked; Up brings back earlier searches."));
    m_edit->setAccessibleName(tr("Search the graphs"));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setToolTip(tr("Next match (F3)"));
    m_next->setAccessibleName(tr("Next match"));
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(u"0000"_s, u"0000"_s)));
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

void GraphSearchBar::setResult(const GraphQuery& query, int found, int position, bool isComplete)
{
    QStringList sentences;
    for (const QueryProblem& problem : query.problems()) {
        sentences += problem.message; // what is wrong comes first: the line may be cut at its end
    }
    if (!query.isEmpty()) {
        sentences += query.explanation();
    }
    m_explanation->setText(sentences.join(u' '));
    m_explanation->setVisible(!sentences.isEmpty());
    const Theme theme = Theme::fromPalette(palette());
    m_edit->setProblems(query.problems(), theme.color(ThemeColor::Fail), theme.color(ThemeColor::Warn));
    m_edit->setAccessibleDescription(m_explanation->text());
    showCount(found, position, isComplete);
    m_previous->setEnabled(found > 0);
    m_next->setEnabled(found > 0);
}

void GraphSearchBar::showCount(int found, int position, bool isComplete)
{
    if (m_edit->text().trimmed().isEmpty()) {
        m_count->clear();
    } else if (!isComplete) {
        m_count->setText(tr("%n found …", nullptr, found));
    } else if (found == 0) {
        m_count->setText(tr("None found"));
    } else if (position > 0) {
        m_count->setText(tr("%1 of %2").arg(position).arg(found));
    } else {
        m_count->setText(tr("%n found", nullptr, found));
    }
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

} // namespace driftscope
