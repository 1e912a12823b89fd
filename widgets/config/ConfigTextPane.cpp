// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigTextPane.h"

#include "widgets/common/Theme.h"
#include "widgets/config/AcceptFinding.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/FindingsList.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

namespace driftscope {

ConfigTextPane::ConfigTextPane(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new ConfigTextEditor(this))
    , m_broken(new QLabel(this))
    , m_findings(new FindingsList(this))
{
    m_broken->setWordWrap(true);
    m_broken->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    m_findings->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addWidget(m_broken);
    column->addWidget(m_findings);
    connect(m_editor, &ConfigTextEditor::bytesEdited, this,
            [this](const QByteArray& bytes) { m_session.setConfigText(bytes, tr("Edit Text")); });
    connect(m_editor, &ConfigTextEditor::cursorPositionChanged, this, &ConfigTextPane::followCursor);
    connect(m_findings, &FindingsList::fixRequested, &session, &Session::applyFix);
    connect(m_findings, &FindingsList::acceptRequested, this,
            [this](const Diagnostic& finding) { askToAccept(finding, m_session, this); });
    connect(m_findings, &FindingsList::withdrawRequested, &session, &Session::withdrawAcceptance);
    connect(m_findings, &FindingsList::activated, this, [this](const Diagnostic& finding) {
        m_editor->goTo(finding.range);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(&session, &Session::configChanged, this, &ConfigTextPane::refresh);
    connect(&session, &Session::findingsChanged, this, &ConfigTextPane::showFindings);
    refresh();
}

void ConfigTextPane::refresh()
{
    const QScopedValueRollback guard(m_isShowing, true);
    m_editor->setBytes(m_session.configText());
    m_editor->setReadOnly(!m_session.project() || m_session.project()->configFile.isEmpty());
    m_broken->setVisible(!m_session.configError().isEmpty());
    m_broken->setText(m_session.configError());
    showFindings();
}

/// Leaves the text alone: findings also come while someone types.
void ConfigTextPane::showFindings()
{
    m_editor->setFindings(m_session.findings());
    m_findings->setFindings(m_session.findings(), m_session.acceptedFindings());
}

void ConfigTextPane::followCursor()
{
    const ConfigDocument* document = m_session.config();
    if (m_isShowing || document == nullptr || !m_editor->hasFocus())
        return;
    const int line = m_editor->textCursor().blockNumber() + 1;
    for (const QString& key : document->keys()) {
        const auto value = document->value(key);
        if (value && value->isScalar && value->keyRange.line == line && key != m_keyAtCursor) {
            m_keyAtCursor = key;
            Q_EMIT keyEntered(key);
            return;
        }
    }
}

void ConfigTextPane::showKey(const QString& key, bool takeFocus)
{
    const ConfigDocument* document = m_session.config();
    if (document == nullptr || (m_editor->hasFocus() && !takeFocus))
        return;
    const QScopedValueRollback guard(m_isShowing, true);
    m_keyAtCursor = key;
    if (const auto value = document->value(key))
        m_editor->goTo(value->valueRange.length > 0 ? value->valueRange : value->keyRange);
    if (takeFocus)
        m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace driftscope
