// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReportGathering.h"

#include "app/cli/ConfigChecks.h"
#include "app/cli/Options.h"

#include "core/session/LayersRun.h"
#include "core/session/Story.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// Takes what came of a step, or the sentence why nothing did. A cancel ends everything.
template <typename T> Result<void> take(Result<T> result, Reported<T>& into)
{
    if (result)
        into.content = *std::move(result);
    else if (result.error().kind == ErrorKind::Cancelled)
        return forward(result);
    else
        into.missing = result.error().message;
    return {};
}

Result<void> addFindings(const QString& config, ReportSources& sources, const CancelToken& cancel)
{
    auto checked = checkConfig({config, {}, {}, {}, {}, {}}, cancel);
    Result<Diagnostics> findings
        = checked ? Result<Diagnostics>(std::move(checked->findings)) : Result<Diagnostics>(forward(checked));
    return take(std::move(findings), sources.findings);
}

Result<void> addLayers(const Experiment& experiment, const LabelledData& data, ReportSources& sources, Context& context)
{
    for (const Stage stage : {sources.layersRequest.reference, sources.layersRequest.candidate}) {
        if (experiment.chain.find(stage) == nullptr) {
            sources.layersProblem
                = u"No layers were compared: there is no stage “%1” in the run."_s.arg(stageKey(stage));
            return {};
        }
    }
    Reported<LayersRun> run;
    const Tolerances tolerances = sources.project ? sources.project->tolerances : Tolerances();
    if (auto done = take(runLayers(experiment, sources.layersRequest, spreadPictures(data, 1), tolerances,
                                   QDir(scratchFolder()).filePath(u"layers"_s), {}, context.cancel, context.progress),
                         run);
        !done)
        return done;
    sources.layersProblem = run.missing;
    if (!run.content)
        return {};
    sources.comparison = run.content->comparison;
    for (const ComparedSample& sample : run.content->samples)
        sources.pictures.append(sample.name);
    return {};
}

/// Everything that needs pictures.
Result<void> runPictures(const ReportRequest& request, const OpenedExperiment& opened, ReportSources& sources,
                         Context& context)
{
    const auto data = readLabelledData(request.data.isEmpty() ? opened.project.dataFolder : request.data);
    if (!data) {
        for (QString* missing : {&sources.verdict.missing, &sources.layersProblem, &sources.evaluations.missing})
            *missing = data.error().message;
        return {};
    }
    sources.classes = data->classes;
    const Experiment& experiment = opened.experiment;
    if (auto done = take(diagnoseWithPictures(experiment, &opened.document, *data, request.samples, scratchFolder(),
                                              context.cancel, context.progress),
                         sources.verdict);
        !done)
        return done;
    if (auto done = addLayers(experiment, *data, sources, context); !done)
        return done;
    if (!request.evaluate) {
        sources.evaluations.missing = u"Labelled data was not run through the stages; --evaluate does that."_s;
        return {};
    }
    return take(evaluateChain(experiment, *data, scratchFolder(), {}, context.cancel, context.progress),
                sources.evaluations);
}

} // namespace

Result<ReportSources> gatherFromProject(const ReportRequest& request, Context& context)
{
    auto opened = openExperiment(request.project, request.board, context.cancel, context.progress);
    if (!opened)
        return forward(opened);
    ReportSources sources;
    sources.project = opened->project;
    sources.document = opened->document;
    sources.chain = opened->experiment.chain;
    sources.board = opened->experiment.board;
    sources.layersRequest.isolated = request.isolated;
    if (auto done = addFindings(opened->project.configFile, sources, context.cancel); !done)
        return forward(done);
    if (auto done = runPictures(request, *opened, sources, context); !done)
        return forward(done);
    return sources;
}

Result<ReportSources> gatherFromFiles(const ReportRequest& request, Context& context)
{
    ReportSources sources;
    auto document = ConfigDocument::load(request.files.config);
    if (!document)
        return forward(document);
    sources.document = *document;
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    FilesToDiagnose files = request.files;
    const auto inputs = inputCountOf(files);
    if (!inputs)
        return forward(inputs);
    auto runs = runsOf(request.together, *inputs);
    if (!runs)
        return forward(runs);
    files.runs = *std::move(runs);
    auto verdict = diagnoseFiles(files, *runtime, context.cancel, context.progress);
    if (!verdict)
        return forward(verdict);
    sources.verdict.content = *std::move(verdict);
    QList<Artifact> artifacts;
    for (const QString& model : files.models)
        artifacts.append({stageFromFileName(QFileInfo(model).fileName()), QFileInfo(model).absoluteFilePath()});
    if (artifacts.isEmpty())
        artifacts = findArtifacts(readConversionConfig(*document).workingDir);
    auto chain = loadChain(artifacts, &*document, nullptr, context.cancel, context.progress);
    if (!chain)
        return forward(chain);
    sources.chain = *std::move(chain);
    sources.layersProblem = u"No layers were compared: the report was made from files of a run somewhere else."_s;
    if (auto done = addFindings(request.files.config, sources, context.cancel); !done)
        return forward(done);
    return sources;
}

} // namespace driftscope::cli
