// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/RenderMode.h"

#include "widgets/graph/CompareRenderer.h"
#include "widgets/shell/CompareBuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RenderMode
{
    Q_DECLARE_TR_FUNCTIONS(RenderMode)
};

/// Everything that is to be drawn, and the log of a run where one was named.
struct Sources
{
    QList<Artifact> artifacts;
    std::optional<MakertbinLog> log;
};

Result<Sources> sourcesOf(const QStringList& files)
{
    Sources sources;
    for (const QString& file : files) {
        const QFileInfo info(file);
        if (!info.exists())
            return failure(ErrorKind::NotFound,
                           RenderMode::tr("“%1” does not exist; name model files or a run's folder.").arg(file));
        if (!info.isDir()) {
            sources.artifacts.append({stageFromFileName(info.fileName()), info.absoluteFilePath()});
            continue;
        }
        if (auto run = readRun(file)) {
            sources.artifacts += run->artifacts;
            sources.log = run->log;
        } else {
            sources.artifacts += findArtifacts(file);
        }
    }
    if (sources.artifacts.isEmpty())
        return failure(ErrorKind::NotFound,
                       RenderMode::tr("There is no model to draw; name ONNX or .bin files, or a run's folder."));
    return sources;
}

} // namespace

Result<void> renderComparison(const QString& output, const QStringList& files, const Theme& theme)
{
    auto sources = sourcesOf(files);
    if (!sources)
        return forward(sources);
    Progress progress;
    const CancelToken cancel;
    auto chain = loadChain(sources->artifacts, nullptr, sources->log ? &*sources->log : nullptr, cancel, progress);
    if (!chain)
        return forward(chain);
    QList<Stage> shown;
    for (const LoadedStage& stage : chain->stages)
        shown.append(stage.stage);
    auto scene = buildComparison(*chain, shown, cancel);
    if (!scene)
        return forward(scene);
    for (ComparePane& pane : scene->panes) {
        if (const LoadedStage* stage = chain->find(pane.stage))
            pane.decorations = decorationsFor(*chain, *stage, std::nullopt);
    }
    CompareRenderOptions options;
    options.appearance.theme = theme;
    return CompareRenderer(std::move(scene->panes), scene->matches, options).write(output);
}

} // namespace driftscope
