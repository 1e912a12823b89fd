// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of matches: kept in the project, and the stages are matched anew around it.
#include "core/session/Session.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString summaryOf(const MatchCorrection& correction)
{
    const QString from = correction.from.join(u", "_s);
    const QString to = correction.to.join(u", "_s);
    if (correction.saysNoCounterpart())
        return Session::tr("%1 has no counterpart").arg(from.isEmpty() ? to : from);
    return Session::tr("%1 belongs to %2").arg(from, to);
}

} // namespace

void Session::correctMatch(const MatchCorrection& correction)
{
    MatchCorrections corrections = matchCorrections();
    corrections.add(correction);
    if (m_corrections.push(corrections, summaryOf(correction)))
        keepCorrections();
}

void Session::removeMatchCorrection(qsizetype index)
{
    MatchCorrections corrections = matchCorrections();
    if (index < 0 || index >= corrections.list().size())
        return;
    const QString what = tr("Take back: %1").arg(summaryOf(corrections.list()[index]));
    corrections.remove(index);
    if (m_corrections.push(corrections, what))
        keepCorrections();
}

void Session::undoMatchCorrection()
{
    if (!m_corrections.canUndo())
        return;
    m_corrections.undo();
    keepCorrections();
}

void Session::redoMatchCorrection()
{
    if (!m_corrections.canRedo())
        return;
    m_corrections.redo();
    keepCorrections();
}

/// Into the project file, which is made beside the YAML where there is none yet. Stages that were opened without a
/// project are corrected for as long as they are open.
void Session::keepCorrections()
{
    if (m_project) {
        m_project->corrections = matchCorrections();
        keepProject();
    }
    Q_EMIT matchCorrectionsChanged();
    matchAnew();
}

void Session::matchAnew()
{
    if (m_chain.stages.isEmpty())
        return;
    m_jobs.start<LoadedChain>(
        tr("Matching the stages"),
        [chain = m_chain, document = m_document, log = m_log,
         corrections = matchCorrections()](const CancelToken& cancel, Progress& progress) {
            return matchChain(chain, document ? &*document : nullptr, &log, corrections, cancel, progress);
        },
        [this, files = m_chain.files()](Result<LoadedChain> chain) {
            if (!chain) {
                report(chain.error());
                return;
            }
            if (files != m_chain.files())
                return; // other stages were opened meanwhile, and matched with the corrections
            m_chain = std::move(*chain);
            Q_EMIT matchesChanged();
        });
}

} // namespace driftscope
