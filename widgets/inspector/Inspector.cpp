// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/Inspector.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/inspector/NodePage.h"

#include <QAction>
#include <QEvent>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

Inspector::Inspector(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_page(new QTextBrowser(this))
    , m_lock(new QAction(this))
{
    m_lock->setCheckable(true);
    m_header->addHeaderAction(m_lock);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->document()->setDocumentMargin(spacing::wide);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connect(&selection, &SelectionContext::changed, this, &Inspector::follow);
    connect(&session, &Session::stagesChanged, this, &Inspector::refresh);
    connect(&session, &Session::matchesChanged, this, &Inspector::refresh);
    connect(&session, &Session::explanationsChanged, this, &Inspector::refresh);
    connect(&session, &Session::comparisonChanged, this, &Inspector::refresh);
    connect(m_page, &QTextBrowser::anchorClicked, this, &Inspector::openLink);
    connect(m_lock, &QAction::toggled, this, [this](bool isLocked) {
        if (!isLocked)
            follow(m_context.current());
    });
    refresh();
}

void Inspector::follow(const Selection& selection)
{
    using Kind = Selection::Kind;
    // Keys and log lines have panes of their own: what the inspector explains stays beside them.
    if (m_lock->isChecked() || selection.kind == Kind::ConfigKey || selection.kind == Kind::LogLine)
        return;
    m_shown = selection;
    refresh();
}

void Inspector::refresh()
{
    m_lock->setText(tr("Lock"));
    m_lock->setToolTip(tr("Keep showing this while something else is selected"));
    m_page->setAccessibleName(tr("Inspector"));
    m_empty->setTitle(tr("Nothing is selected"));
    m_empty->setText(tr("Select a node in a graph or a layer in the table to see what it is, and if the toolchain "
                        "inserted it, why."));
    const InspectorPage page = inspectorPage(m_session, m_shown, Theme::fromPalette(palette()));
    m_stack->setCurrentWidget(page.isEmpty ? static_cast<QWidget*>(m_empty) : m_page);
    m_header->setTitle(page.isEmpty ? tr("Inspector") : page.title);
    m_header->setSubtitle(page.subtitle);
    m_page->setHtml(page.html);
}

void Inspector::openLink(const QUrl& url)
{
    const QString target = url.toString();
    const QString value = target.section(u':', 1);
    if (target.startsWith(u"key:"_s)) {
        m_context.select(Selection::configKey(value));
    } else if (target.startsWith(u"log:"_s)) {
        m_context.select(Selection::logLine(value.toInt()));
    } else if (target.startsWith(u"node:"_s)) {
        if (const auto stage = stageFromKey(value.section(u':', 0, 0)))
            m_context.select(Selection::node(*stage, value.section(u':', 1)));
    }
}

void Inspector::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
