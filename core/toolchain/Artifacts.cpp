// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Compilation.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace driftscope {

namespace {

/// Prefixes for which the folder holds an ONNX stage: a `.bin` beside them is the board model of one of them, any other
/// `.bin` may be raw data.
QSet<QString> prefixesIn(const QStringList& names)
{
    QSet<QString> prefixes;
    for (const QString& name : names) {
        const Stage stage = stageFromFileName(name);
        if (stage != Stage::Float && stage != Stage::Board)
            prefixes.insert(name.chopped(stageFileSuffix(stage).size()));
    }
    return prefixes;
}

} // namespace

QList<Artifact> findArtifacts(const QString& folder, const QString& prefix)
{
    const QDir directory(QFileInfo(folder).absoluteFilePath());
    const QStringList names = directory.entryList(QDir::Files, QDir::Name);
    const QSet<QString> prefixes = prefixesIn(names);
    QList<Artifact> artifacts;
    for (const Stage stage : allStages) {
        if (stage == Stage::Float)
            continue;
        const QString suffix = stageFileSuffix(stage);
        for (const QString& name : names) {
            if (!name.endsWith(suffix) || stageFromFileName(name) != stage)
                continue;
            const QString found = name.chopped(suffix.size());
            const bool isOther = prefix.isEmpty()
                ? stage == Stage::Board && !prefixes.isEmpty() && !prefixes.contains(found)
                : found != prefix;
            if (!isOther)
                artifacts.append({stage, directory.filePath(name)});
        }
    }
    return artifacts;
}

} // namespace driftscope
