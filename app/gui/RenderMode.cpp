// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/RenderMode.h"

#include "widgets/graph/CompareRenderer.h"
#include "widgets/shell/CompareBuilder.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <cmath>

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

/// What a window of 1600 by 1000 pixels shows when the graphs were opened.
std::vector<SeenPane> firstSight(const std::vector<ComparePane>& panes)
{
    constexpr double width = 1600;
    constexpr double height = 1000;
    std::vector<SeenPane> seen;
    for (const ComparePane& pane : panes) {
        SeenPane each;
        each.viewport = QSizeF(std::floor(width / static_cast<double>(panes.size())) - 8, height);
        const GraphScene scene(pane.graph, pane.layout, {});
        if (scene.boxCount() > 0)
            each.view = {startOf(scene, each.viewport, pane.layout.bounds.top()), 1.0};
        seen.push_back(each);
    }
    return seen;
}

const QHash<QString, ViewPreset>& presetKeys()
{
    static const QHash<QString, ViewPreset> keys{{u"quantize-pairs"_s, ViewPreset::HideQuantizePairs},
                                                 {u"constants"_s, ViewPreset::HideConstants},
                                                 {u"unchanged"_s, ViewPreset::DimMatched},
                                                 {u"all-but-inserted"_s, ViewPreset::OnlyInserted}};
    return keys;
}

QStringList words(const QCommandLineParser& parser, const QString& option)
{
    return parser.value(option).split(u',', Qt::SkipEmptyParts);
}

tl::unexpected<Error> unknownWord(const QString& option, const QString& word, const QStringList& allowed)
{
    return failure(ErrorKind::InvalidArgument,
                   RenderMode::tr("“%1” is not a value of --%2; use %3.").arg(word, option, allowed.join(u", "_s)));
}

Result<void> readStages(const QCommandLineParser& parser, RenderRequest& request)
{
    for (const QString& word : words(parser, u"stages"_s)) {
        const auto stage = stageFromKey(word);
        if (!stage) {
            QStringList allowed;
            for (const Stage each : allStages)
                allowed += stageKey(each);
            return unknownWord(u"stages"_s, word, allowed);
        }
        request.stages.append(*stage);
    }
    return {};
}

Result<void> readLook(const QCommandLineParser& parser, RenderRequest& request)
{
    if (parser.isSet(u"overlay"_s)) {
        const auto overlay = overlayFromKey(parser.value(u"overlay"_s));
        if (!overlay) {
            QStringList allowed;
            for (const Overlay each : allOverlays)
                allowed += overlayKey(each);
            return unknownWord(u"overlay"_s, parser.value(u"overlay"_s), allowed);
        }
        request.overlay = *overlay;
    }
    for (const QString& option : {u"hide"_s, u"dim"_s}) {
        for (const QString& word : words(parser, option)) {
            if (!presetKeys().contains(word))
                return unknownWord(option, word, presetKeys().keys());
            request.presets.set(presetKeys().value(word), true);
        }
    }
    return {};
}

Result<void> readSize(const QCommandLineParser& parser, RenderRequest& request)
{
    if (parser.isSet(u"scale"_s)) {
        bool isNumber = false;
        request.scale = parser.value(u"scale"_s).toDouble(&isNumber);
        if (!isNumber || !(request.scale >= 0.01 && request.scale <= 8))
            return unknownWord(u"scale"_s, parser.value(u"scale"_s), {RenderMode::tr("a number from 0.01 to 8")});
    }
    if (parser.isSet(u"groups"_s)) {
        const QString word = parser.value(u"groups"_s);
        bool isNumber = false;
        request.groups.level = word == u"all"_s ? GroupSettings::allLevels : word.toInt(&isNumber);
        if (word != u"all"_s && word != u"off"_s && (!isNumber || request.groups.level < 0))
            return unknownWord(u"groups"_s, word, {u"off"_s, u"all"_s, RenderMode::tr("a number of levels")});
        request.groups.mode = word == u"off"_s ? GroupMode::Off : GroupMode::On;
    }
    const QHash<QString, QPageSize::PageSizeId> pages{
        {u"a4"_s, QPageSize::A4}, {u"a3"_s, QPageSize::A3}, {u"letter"_s, QPageSize::Letter}};
    if (parser.isSet(u"page"_s)) {
        if (!pages.contains(parser.value(u"page"_s).toLower()))
            return unknownWord(u"page"_s, parser.value(u"page"_s), pages.keys());
        request.page = pages.value(parser.value(u"page"_s).toLower());
    }
    const QString what = parser.value(u"what"_s);
    if (parser.isSet(u"what"_s) && what != u"seen"_s && what != u"all"_s)
        return unknownWord(u"what"_s, what, {u"seen"_s, u"all"_s});
    request.onlySeen = what == u"seen"_s;
    return {};
}

} // namespace

QList<QCommandLineOption> renderOptions()
{
    return {
        {u"render"_s, RenderMode::tr("Draw the files into OUT (.svg, .png, .pdf) and exit."), u"OUT"_s},
        {u"what"_s, RenderMode::tr("seen: what a window shows first; all (default): the whole graphs."), u"WHAT"_s},
        {u"stages"_s, RenderMode::tr("Stages to draw, separated by commas, as in JSON."), u"STAGES"_s},
        {u"overlay"_s, RenderMode::tr("op, error, threshold, device, dtype, layout or latency."), u"OVERLAY"_s},
        {u"scale"_s, RenderMode::tr("Size of the picture; below 1 pictures of pixels show less detail."), u"SCALE"_s},
        {u"hide"_s, RenderMode::tr("Leave out quantize-pairs, constants, separated by commas."), u"WHAT"_s},
        {u"dim"_s, RenderMode::tr("Dim unchanged or all-but-inserted nodes."), u"WHAT"_s},
        {u"groups"_s, RenderMode::tr("off, all, or how many levels of groups are open."), u"GROUPS"_s},
        {u"page"_s, RenderMode::tr("Print a PDF on pages of a4, a3 or letter."), u"SIZE"_s},
    };
}

Result<RenderRequest> renderRequest(const QCommandLineParser& parser, const Theme& theme)
{
    RenderRequest request;
    request.output = parser.value(u"render"_s);
    request.files = parser.positionalArguments();
    request.theme = theme;
    for (const auto read : {readStages, readLook, readSize}) {
        if (auto done = read(parser, request); !done)
            return forward(done);
    }
    return request;
}

Result<QStringList> renderComparison(const RenderRequest& request)
{
    auto sources = sourcesOf(request.files);
    if (!sources)
        return forward(sources);
    Progress progress;
    const CancelToken cancel;
    auto chain = loadChain(sources->artifacts, nullptr, sources->log ? &*sources->log : nullptr, cancel, progress);
    if (!chain)
        return forward(chain);
    QList<Stage> shown;
    for (const LoadedStage& stage : chain->stages) {
        if (request.stages.isEmpty() || request.stages.contains(stage.stage))
            shown.append(stage.stage);
    }
    if (shown.isEmpty())
        return failure(ErrorKind::NotFound, RenderMode::tr("None of the stages named is among the files."));
    auto scene = buildComparison(*chain, shown, cancel, request.presets, request.groups);
    if (!scene)
        return forward(scene);
    for (ComparePane& pane : scene->panes) {
        if (const LoadedStage* stage = chain->find(pane.stage))
            pane.decorations = decorationsFor(*chain, *stage, std::nullopt);
    }
    CompareRenderOptions options;
    options.appearance.theme = request.theme;
    options.appearance.overlay = request.overlay;
    options.scale = request.scale;
    options.page = request.page;
    options.presets = request.presets;
    if (request.onlySeen)
        options.seen = firstSight(scene->panes);
    return CompareRenderer(std::move(scene->panes), scene->matches, options).write(request.output);
}

} // namespace driftscope
