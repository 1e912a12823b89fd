// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/Breadcrumb.h"

#include "widgets/common/Theme.h"
#include "widgets/graph/GroupSummary.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace driftscope {

Breadcrumb::Breadcrumb(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::normal, 0, spacing::normal, 0);
    m_layout->setSpacing(0);
    // A long way must not make the pane wide: what is farthest out is left out where there is no room.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Groups around what is looked at"));
    hide();
}

void Breadcrumb::setPath(std::shared_ptr<const ScopeTree> scopes, ScopeId scope, const QString& wholeGraph)
{
    const QStringList shown = parts();
    const bool isSame = scopes == m_scopes && scope == m_scope && !shown.isEmpty() && shown.first() == wholeGraph;
    m_scopes = std::move(scopes);
    m_scope = scope;
    setVisible(m_scopes && m_scopes->count() > 0);
    if (isSame || !m_scopes)
        return;
    clearParts();
    std::vector<ScopeId> way;
    for (ScopeId each = scope; each.isValid(); each = m_scopes->scope(each).parent)
        way.push_back(each);
    std::ranges::reverse(way);
    addPart(wholeGraph, {}, way.empty());
    for (std::size_t i = 0; i < way.size(); ++i)
        addPart(scopeTitle(m_scopes->scope(way[i])), way[i], i + 1 == way.size());
    m_layout->addStretch(1);
    showWhatFits();
}

void Breadcrumb::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void Breadcrumb::showWhatFits()
{
    const QMargins margins = m_layout->contentsMargins();
    int room = width() - margins.left() - margins.right();
    bool isFull = false;
    for (int i = m_layout->count() - 1; i >= 0; --i) {
        QWidget* part = m_layout->itemAt(i)->widget();
        if (part == nullptr)
            continue;
        room -= part->sizeHint().width();
        const bool isInnermost = i == m_layout->count() - 2; // before the stretch
        isFull = isFull || (room < 0 && !isInnermost);
        part->setVisible(!isFull);
    }
}

void Breadcrumb::addPart(const QString& text, ScopeId scope, bool isLast)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(tr("Group %1").arg(text));
    connect(button, &QToolButton::clicked, this, [this, scope] { Q_EMIT scopeClicked(scope); });
    m_layout->addWidget(button);
    if (!isLast)
        m_layout->addWidget(new QLabel(QStringLiteral("›"), this));
}

void Breadcrumb::clearParts()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may be what was clicked
        }
        delete item;
    }
}

QStringList Breadcrumb::parts() const
{
    QStringList texts;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (const auto* button = qobject_cast<QToolButton*>(m_layout->itemAt(i)->widget()))
            texts.append(button->text());
    }
    return texts;
}

} // namespace driftscope
