// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is found in the config, and what a person lives with.
#include "core/session/Session.h"

#include <algorithm>

namespace driftscope {

QString Session::valueOf(const Diagnostic& finding) const
{
    return m_document && !finding.key.isEmpty() ? m_document->scalar(finding.key) : QString();
}

/// Those that were accepted for the value that stands there stay out of the way.
void Session::showFindings(const Diagnostics& all)
{
    m_findings.clear();
    m_accepted.clear();
    for (const Diagnostic& finding : all) {
        const AcceptedFinding* word = m_project ? m_project->accepted.find(finding, valueOf(finding)) : nullptr;
        if (word != nullptr)
            m_accepted.append({finding, word->note});
        else
            m_findings.append(finding);
    }
}

void Session::acceptFinding(const Diagnostic& finding, const QString& note)
{
    if (!m_project)
        return;
    m_project->accepted.add({finding.ruleId, finding.key, valueOf(finding), note});
    keepAccepted();
}

void Session::withdrawAcceptance(const Diagnostic& finding)
{
    if (!m_project)
        return;
    m_project->accepted.remove(finding.ruleId, finding.key);
    keepAccepted();
}

void Session::keepAccepted()
{
    keepProject();
    Diagnostics all = m_findings;
    for (const SettledFinding& each : std::as_const(m_accepted))
        all.append(each.finding);
    showFindings(all);
    Q_EMIT configChanged();
}

/// Into the project file, which is made beside the YAML where there is none yet.
void Session::keepProject()
{
    if (m_project->file.isEmpty() && !m_project->configFile.isEmpty())
        m_project->file = projectFileBeside(m_project->configFile);
    if (m_project->file.isEmpty())
        return;
    if (auto saved = saveProject(*m_project); !saved)
        report(saved.error());
}

} // namespace driftscope
