// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/LogPane.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/LayerDelegate.h"
#include "widgets/layers/LogText.h"
#include "widgets/layers/PhaseList.h"

#include <QEvent>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A known message is followed by what it means; the tool tip goes on with cause and remedy.
Diagnostics withMeaning(const Diagnostics& findings, const KnownMessages& messages)
{
    Diagnostics shown = worded(findings, messages);
    for (Diagnostic& finding : shown) {
        if (const KnownMessage* known = messageOf(finding, messages))
            finding.message += u'\n' + known->meaning;
    }
    return shown;
}

} // namespace

LogPane::LogPane(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(this))
    , m_text(new LogText(this))
{
    m_splitter->addWidget(makeSummary());
    m_splitter->addWidget(m_text);
    makeNodeTable();
    m_splitter->addWidget(m_nodes);
    m_splitter->setSizes({280, 560, 440});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connect(&session, &Session::logLinesAdded, m_text, &LogText::appendLines);
    connect(&session, &Session::logChanged, this, &LogPane::refresh);
    connect(&session, &Session::languageChanged, this,
            [this] { m_findingsModel.setFindings(withMeaning(m_session.log().diagnostics, m_session.messages())); });
    connect(&session, &Session::projectChanged, this, &LogPane::reload);
    connect(&session, &Session::compilationFinished, this, &LogPane::refresh);
    connect(&session.jobs(), &JobRunner::stateChanged, this, &LogPane::refresh);
    connect(&selection, &SelectionContext::changed, this, &LogPane::follow);
    connect(m_text, &LogText::lineSelected, this, [this](int line) { m_context.select(Selection::logLine(line)); });
    retranslate();
    reload();
}

QWidget* LogPane::makeSummary()
{
    auto* summary = new QWidget(m_splitter);
    m_phases = new PhaseList(summary);
    m_findings = new QListView(summary);
    m_findings->setModel(&m_findingsModel);
    m_findings->setFrameShape(QFrame::NoFrame);
    m_findings->setWordWrap(true);
    m_findings->setResizeMode(QListView::Adjust);
    auto* scroll = new QScrollArea(summary);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_phases);
    auto* column = new QVBoxLayout(summary);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 3);
    m_phasesView = scroll;
    column->addWidget(m_findings, 2);
    connect(m_findings, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_context.select(Selection::logLine(index.data(LineRole).toInt())); });
    return summary;
}

void LogPane::makeNodeTable()
{
    m_nodes = new PaneTable(m_splitter);
    m_nodes->setModel(&m_nodesModel);
    connect(m_nodes->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && m_nodes->hasFocus())
            m_context.select(Selection::node(Stage::Quantized, nodeNameOf(index)));
    });
}

/// The model's name of a row: the log cuts long ones on the left.
QString LogPane::nodeNameOf(const QModelIndex& row) const
{
    const LoadedChain& chain = m_session.chain();
    const LoadedStage* quantized = chain.find(Stage::Quantized);
    const NodeId node = chain.annotations->nodeOfLogLine(Stage::Quantized, row.data(LineRole).toInt());
    return quantized != nullptr && node.isValid() ? quantized->graph->node(node).name : row.data(NameRole).toString();
}

void LogPane::reload()
{
    m_text->setLines(m_session.logLines());
    refresh();
}

void LogPane::refresh()
{
    const MakertbinLog& log = m_session.log();
    // A new compilation has begun: the lines of the one before go.
    if (m_session.logLines().isEmpty() && !m_text->document()->isEmpty())
        m_text->setLines({});
    else if (m_text->document()->isEmpty() && !m_session.logLines().isEmpty())
        m_text->setLines(m_session.logLines());
    const bool isRunning = m_session.jobs().isBusy();
    const bool isEmpty = m_session.logLines().isEmpty() && log.phases.isEmpty() && log.nodes.isEmpty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_splitter);
    m_phases->setPhases(log.phases, isRunning, m_session.expectedPhases());
    m_phasesView->setVisible(m_phases->count() > 0);
    if (m_findingsModel.rowCount() != log.diagnostics.size())
        m_findingsModel.setFindings(withMeaning(log.diagnostics, m_session.messages()));
    m_findings->setVisible(m_findingsModel.rowCount() > 0);
    if (m_nodesModel.rowCount() != log.nodes.size()) {
        m_nodesModel.setNodes(log.nodes);
        m_nodes->fitColumns();
    }
    m_nodes->setVisible(m_nodesModel.rowCount() > 0);
    m_header->setSubtitle(log.tool.isEmpty() ? QString() : tr("%1 %2").arg(log.tool, log.version).trimmed());
}

void LogPane::follow(const Selection& selection)
{
    if (selection.kind == Selection::Kind::LogLine && !m_text->hasFocus())
        m_text->goToLine(selection.line);
}

void LogPane::retranslate()
{
    m_header->setTitle(tr("Compilation"));
    m_findings->setAccessibleName(tr("Warnings and errors of the toolchain"));
    m_nodes->setAccessibleName(tr("Node table of the log"));
    m_empty->setTitle(tr("Nothing has been compiled"));
    m_empty->setText(tr("Compile runs the toolchain on the config; phases and log appear here while it works."));
}

void LogPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
