// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ImportedRuns.h"

#include "core/session/SampleInputs.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ImportedRunsText
{
    Q_DECLARE_TR_FUNCTIONS(ImportedRuns)
};

QString nameOf(const DumpSample& sample, const QStringList& inputs)
{
    return inputs.isEmpty() ? sample.name : QFileInfo(inputs.first()).fileName();
}

/// The sample with the quantized model run on its inputs.
Result<ComparedSample> sampleOf(const Experiment& experiment, const DumpSample& sample, const QStringList& inputs,
                                const CancelToken& cancel, Progress& progress)
{
    InputRequest request;
    request.files = inputs;
    request.layers = true;
    auto reference = captureStage(experiment, *experiment.chain.find(Stage::Quantized), request, cancel, progress);
    if (!reference)
        return forward(reference);
    return ComparedSample{nameOf(sample, inputs), std::make_shared<const Capture>(std::move(*reference)),
                          std::make_shared<const Capture>(sample.capture)};
}

Result<LayersRun> compareWithReference(const ImportedRuns& runs, const Tolerances& tolerances)
{
    if (runs.samples.size() > 1) {
        return failure(ErrorKind::InvalidArgument,
                       ImportedRunsText::tr("The dumps are of %1 samples; name what the board was fed in each.")
                           .arg(runs.samples.size()));
    }
    if (!runs.reference) {
        return failure(
            ErrorKind::NotFound,
            ImportedRunsText::tr("There is nothing to compare the dumps with; name the input that the board was fed."));
    }
    LayersRun run;
    run.pictures = runs.reference->inputFiles;
    const DumpSample& only = runs.samples.first();
    run.comparison = compareCaptures(*runs.reference, only.capture, {}, tolerances);
    run.samples.append({nameOf(only, run.pictures), runs.reference, std::make_shared<const Capture>(only.capture)});
    return run;
}

} // namespace

Result<LayersRun> compareImported(const Experiment& experiment, const ImportedRuns& runs, const Tolerances& tolerances,
                                  const CancelToken& cancel, Progress& progress)
{
    if (runs.samples.isEmpty())
        return failure(ErrorKind::NotFound, ImportedRunsText::tr("There are no dumps to compare; add some first."));
    if (runs.inputs.isEmpty())
        return compareWithReference(runs, tolerances);
    const LoadedStage* quantized = experiment.chain.find(Stage::Quantized);
    if (quantized == nullptr || !quantized->graph) {
        return failure(ErrorKind::NotFound,
                       ImportedRunsText::tr("There is no quantized model to compare with; open its project first."));
    }
    const auto inputCount = static_cast<qsizetype>(quantized->graph->inputs().size());
    const auto inputs = samplesOfInputs(runs.inputs, inputCount);
    if (!inputs)
        return forward(inputs);
    if (inputs->size() != runs.samples.size()) {
        return failure(ErrorKind::InvalidArgument,
                       ImportedRunsText::tr("The dumps are of %1 samples, and files for %2 were named; name what the "
                                            "board was fed in each.")
                           .arg(runs.samples.size())
                           .arg(inputs->size()));
    }
    const Experiment keeping = keepingItsCaptures(experiment);
    LayersRun run;
    SampleComparisonRequest request;
    request.samples = static_cast<int>(runs.samples.size());
    request.tolerances = tolerances;
    request.source = [&](int index, const CancelToken& token, Progress& steps) -> Result<ComparedSample> {
        auto sample = sampleOf(keeping, runs.samples[index], inputs->at(index), token, steps);
        if (sample)
            run.samples.append(*sample);
        return sample;
    };
    auto compared = compareSamples(request, cancel, progress);
    if (!compared)
        return forward(compared);
    run.comparison = std::move(*compared);
    for (const QStringList& files : *inputs)
        run.pictures.append(files.first());
    return run;
}

} // namespace driftscope
