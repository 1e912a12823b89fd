// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a Session: rules run at every change of the config, on what is known of the calibration folders; what
// a look at those brings later is merged in.
#include "core/session/Session.h"

#include "core/lint/Linter.h"

#include <QFileInfo>

namespace driftscope {

LintSubject Session::lintSubject() const
{
    LintSubject subject;
    subject.document = *m_document;
    subject.config = readConversionConfig(*m_document);
    subject.schema = &m_schema;
    const LoadedStage* model = m_chain.find(Stage::Float);
    if (model != nullptr && QFileInfo(model->file) == QFileInfo(subject.config.onnxModel))
        subject.model = model->graph;
    subject.log = m_chain.log;
    subject.ownRules = m_ownRules.rules();
    if (const LoadedStage* board = m_chain.find(Stage::Board))
        subject.board = board->board;
    return subject;
}

void Session::relint()
{
    if (!m_document || !m_configError.isEmpty()) {
        showFindings({});
        m_calibration.watch({});
        return;
    }
    LintSubject subject = lintSubject();
    m_calibration.watch(calibrationRequests(subject));
    subject.calibration = m_calibration.survey();
    showFindings(lint(subject));
}

void Session::mergeCalibration()
{
    if (!m_document || !m_configError.isEmpty())
        return;
    LintSubject subject = lintSubject();
    subject.calibration = m_calibration.survey();
    showFindings(lint(subject));
    Q_EMIT findingsChanged();
}

void Session::setPersonalRulesFolder(const QString& folder)
{
    m_personalRules = folder;
    followOwnRules();
}

void Session::followOwnRules()
{
    QStringList folders;
    if (m_project && !m_project->configFile.isEmpty())
        folders = {QFileInfo(m_project->configFile).absolutePath(), m_project->folder};
    m_ownRules.watch(folders, m_personalRules);
}

/// What cannot be read is said; the rules that were read hold.
void Session::takeOwnRules()
{
    for (const Error& problem : m_ownRules.problems())
        report(problem);
    Q_EMIT ownRulesChanged();
    mergeCalibration();
}

} // namespace driftscope
