// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigPane.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigPreview.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/ConfigTextPane.h"
#include "widgets/config/ForesightPage.h"
#include "widgets/config/InputsTable.h"
#include "widgets/config/WhatIf.h"

#include <QActionGroup>
#include <QEvent>
#include <QFileInfo>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

ConfigPane::ConfigPane(Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_form(new ConfigForm(session, this))
    , m_text(new ConfigTextPane(session, this))
    , m_foresight(new ForesightPage(session, this))
    , m_inputs(new InputsTable(session, this))
{
    auto* group = new QActionGroup(this);
    for (const View view : {View::Form, View::Text, View::Preview, View::Inputs}) {
        auto* action = new QAction(this);
        action->setCheckable(true);
        group->addAction(action);
        m_actions.append(action);
        connect(action, &QAction::triggered, this, [this, view] { setView(view); });
    }
    for (const View view : {View::Form, View::Inputs, View::Text, View::Preview})
        m_header->addHeaderAction(viewAction(view));
    for (QWidget* page :
         {static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_inputs),
          static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_foresight)})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    const auto select = [this](const QString& key) { m_context.select(Selection::configKey(key)); };
    connect(m_form, &ConfigForm::keyEntered, this, select);
    connect(m_form, &ConfigForm::textRequested, this, [this](const QString& key) {
        setView(View::Text);
        m_text->showKey(key, true);
    });
    connect(m_text, &ConfigTextPane::keyEntered, this, select);
    connect(m_inputs, &InputsTable::keyEntered, this, select);
    connect(m_foresight->preview(), &ConfigPreview::keyActivated, this, [this, select](const QString& key) {
        setView(View::Form);
        select(key);
    });
    connect(&selection, &SelectionContext::changed, this, &ConfigPane::follow);
    connect(&session, &Session::configChanged, this, &ConfigPane::refresh);
    connect(&session, &Session::projectChanged, this, &ConfigPane::refresh);
    retranslate();
    refresh();
}

void ConfigPane::setView(View view)
{
    m_view = view;
    refresh();
    if (view != View::Preview)
        follow(m_context.current());
}

void ConfigPane::refresh()
{
    m_actions[static_cast<int>(m_view)]->setChecked(true);
    const bool isOpen = m_session.project() && !m_session.project()->configFile.isEmpty();
    if (!isOpen)
        m_stack->setCurrentWidget(m_empty);
    else if (m_view == View::Text || m_session.config() == nullptr)
        m_stack->setCurrentWidget(m_text);
    else
        m_stack->setCurrentWidget(m_view == View::Form         ? static_cast<QWidget*>(m_form)
                                      : m_view == View::Inputs ? static_cast<QWidget*>(m_inputs)
                                                               : m_foresight);
    QString name = isOpen ? QFileInfo(m_session.project()->configFile).fileName() : QString();
    if (m_session.isConfigModified())
        name = tr("%1 • not saved").arg(name);
    m_header->setSubtitle(name);
}

void ConfigPane::addTool(QAction* action)
{
    m_header->addAction(action);
}

void ConfigPane::showFinding(const Diagnostic& finding)
{
    if (m_form->field(finding.key) != nullptr && m_view != View::Text) {
        setView(View::Form);
        m_context.select(Selection::configKey(finding.key));
        m_form->showKey(finding.key, true);
        return;
    }
    setView(View::Text);
    m_text->editor()->goTo(finding.range);
    m_text->editor()->setFocus(Qt::OtherFocusReason);
}

void ConfigPane::follow(const Selection& selection)
{
    if (selection.kind != Selection::Kind::ConfigKey)
        return;
    // Where the person works already has the cursor; only the other view follows.
    m_form->showKey(selection.name, false);
    m_text->showKey(selection.name, false);
    m_inputs->showKey(selection.name);
    m_foresight->whatIf()->chooseKey(selection.name);
    if (m_view == View::Preview)
        setView(View::Form);
}

void ConfigPane::retranslate()
{
    m_header->setTitle(tr("Config"));
    m_actions[0]->setText(tr("Form"));
    m_actions[0]->setToolTip(tr("Edit the parameters one by one"));
    m_actions[1]->setText(tr("Text"));
    m_actions[1]->setToolTip(tr("Edit the YAML itself"));
    m_actions[2]->setText(tr("What This Will Do"));
    m_actions[2]->setToolTip(tr("Nodes that will be inserted, and what the board program must feed"));
    m_actions[3]->setText(tr("Inputs"));
    m_actions[3]->setToolTip(tr("Edit what is said of each input of the network, in a table"));
    m_empty->setTitle(tr("No config is open"));
    m_empty->setText(tr("Open a project or a conversion YAML to edit it as form or text, or begin a "
                        "new one from a float model."));
}

void ConfigPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
