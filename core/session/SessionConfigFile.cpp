// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The config's file: opening, saving, and what other programs do to it meanwhile.
#include "core/session/Session.h"

#include "core/base/Files.h"
#include "core/config/TextMerge.h"

#include <QFileInfo>

#include <utility>

namespace driftscope {

void Session::openConfigFile()
{
    m_theirConfig.reset();
    auto text = readConfigText(m_project->configFile);
    if (!text) {
        m_configWatch.watch({}, {});
        m_document.reset();
        m_configError = text.error().message;
        report(text.error());
        Q_EMIT configChanged();
        return;
    }
    m_configWatch.watch(m_project->configFile, *text);
    m_history.reset(*text);
    m_document.reset(); // the one that could be read last belongs to another file
    followOwnRules();
    setDocument(*text);
    if (!m_configError.isEmpty())
        report({ErrorKind::Malformed, m_configError});
}

bool Session::saveConfig()
{
    if (!m_project)
        return true;
    if (m_theirConfig) {
        askWhoseConfigHolds();
        return false;
    }
    m_configWatch.look(); // the system may not have told yet
    if (m_theirConfig)
        return false;
    if (!m_history.isModified())
        return true;
    if (auto written = writeFileAtomically(m_project->configFile, m_history.text()); !written) {
        report(written.error());
        return false;
    }
    m_history.markSaved(m_history.text());
    m_configWatch.setKnown(m_history.text());
    Q_EMIT configChanged();
    return true;
}

/// Another program changed the file. Nothing of either side is lost: what is apart is merged and can be undone, what is
/// not is asked about.
void Session::takeConfigFromFile(const QByteArray& theirs)
{
    if (!m_project)
        return; // closed meanwhile
    const QString name = QFileInfo(m_project->configFile).fileName();
    const std::optional<QByteArray> merged = mergeTexts(m_history.savedText(), m_history.text(), theirs);
    if (!merged) {
        m_theirConfig = theirs;
        askWhoseConfigHolds();
        return;
    }
    const bool hadOwn = m_history.isModified();
    m_theirConfig.reset();
    m_history.markSaved(theirs);
    if (m_history.push(*merged, tr("Changes by another program")))
        setDocument(*merged);
    else
        Q_EMIT configChanged();
    Q_EMIT configTakenOver(
        hadOwn ? tr("“%1” was changed by another program; both changes are merged, not yet saved.").arg(name)
               : tr("“%1” was changed by another program and read again. Undo brings back what was "
                    "here.")
                     .arg(name));
}

void Session::askWhoseConfigHolds()
{
    Q_EMIT configConflict(tr("“%1” was changed by another program at lines that were changed here too.")
                              .arg(QFileInfo(m_project->configFile).fileName()));
}

void Session::resolveConfigConflict(bool keepOurs)
{
    if (!m_theirConfig)
        return;
    const QByteArray theirs = *std::exchange(m_theirConfig, std::nullopt);
    m_history.markSaved(theirs); // ours is a change of theirs now, and saving writes it
    if (!keepOurs && m_history.push(theirs, tr("Changes by another program")))
        setDocument(theirs);
    else
        Q_EMIT configChanged();
}

} // namespace driftscope
