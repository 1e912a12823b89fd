// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportPrivacy.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

void addFolder(QStringList& folders, const QString& folder)
{
    if (folder.isEmpty())
        return;
    folders.append(QDir(folder).absolutePath());
    const QString canonical = QDir(folder).canonicalPath();
    if (!canonical.isEmpty())
        folders.append(canonical);
}

void addNames(QSet<QString>& names, const LoadedChain& chain)
{
    for (const LoadedStage& stage : chain.stages) {
        for (int i = 0; i < stage.graph->totalNodeCount(); ++i)
            names.insert(stage.graph->node(NodeId(i)).name);
        for (int i = 0; i < stage.graph->totalValueCount(); ++i)
            names.insert(stage.graph->value(ValueId(i)).name);
    }
    if (!chain.log)
        return;
    for (const auto& [key, value] : chain.log->versions)
        names.insert(value);
    names.insert(chain.log->version);
}

/// `me@host:2222` or an entry of an ssh config.
void addTarget(RedactionSubject& subject, const QString& target)
{
    const QString host = target.section(u'@', -1).section(u':', 0, 0);
    subject.hosts.append(host);
    if (target.contains(u'@'))
        subject.users.append(target.section(u'@', 0, 0));
}

} // namespace

RedactionSubject privacyOf(const ReportSources& sources)
{
    RedactionSubject subject = privateHere();
    if (sources.project) {
        addFolder(subject.projectFolders, sources.project->folder);
        addFolder(subject.projectFolders, QFileInfo(sources.project->configFile).path());
        addFolder(subject.folders, sources.project->runsFolder);
        addFolder(subject.folders, sources.project->dataFolder);
    }
    if (sources.document) {
        if (!sources.document->path().isEmpty())
            addFolder(subject.projectFolders, QFileInfo(sources.document->path()).path());
        addFolder(subject.folders, readConversionConfig(*sources.document).workingDir);
    }
    for (const LoadedStage& stage : sources.chain.stages)
        addFolder(subject.folders, QFileInfo(stage.file).path());
    if (sources.board) {
        subject.hosts.append(sources.board->host);
        subject.users.append(sources.board->user);
        subject.folders.append(sources.board->folderThere);
    }
    if (sources.toolchain) {
        if (sources.toolchain->place == ToolchainPlace::Host)
            addTarget(subject, sources.toolchain->target);
        subject.folders.append(sources.toolchain->folderThere);
        for (const PathMount& mount : sources.toolchain->mounts)
            subject.folders += {mount.here, mount.there};
    }
    addNames(subject.publicNames, sources.chain);
    if (sources.comparison) {
        for (const LayerComparison& layer : sources.comparison->layers)
            subject.publicNames += {layer.name, layer.referenceTensor, layer.candidateTensor};
    }
    subject.publicNames.remove(QString());
    return subject;
}

} // namespace driftscope
