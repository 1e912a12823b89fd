// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Story.h"

#include "core/session/OtherCompiles.h"

#include "core/base/Files.h"
#include "core/lint/Linter.h"
#include "core/session/Sample.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Stories
{
    Q_DECLARE_TR_FUNCTIONS(Stories)
};

Result<Diagnostics> lintFile(const ConfigDocument& document, const CancelToken& cancel)
{
    auto schema = ConfigSchema::load();
    if (!schema)
        return forward(schema);
    LintSubject subject;
    subject.document = document;
    subject.config = readConversionConfig(document);
    subject.schema = &*schema;
    if (auto model = loadStage(subject.config.onnxModel, Stage::Float, cancel))
        subject.model = model->graph;
    return lint(subject, cancel);
}

class Teller
{
public:
    Teller(const StoryOptions& options, const CancelToken& cancel, Progress& progress)
        : m_options(options)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<StoryStep> tell(const QString& name, const QString& configFile, const LabelledData& data)
    {
        auto document = ConfigDocument::load(configFile);
        if (!document)
            return forward(document);
        StoryStep step;
        step.name = name;
        if (auto findings = lintFile(*document, m_cancel))
            step.findings = *findings;
        else
            return forward(findings);
        CompileRequest request;
        request.toolchain = m_options.toolchain;
        request.configFile = configFile;
        request.workFolder = QDir(m_options.folder).filePath(u"runs"_s);
        auto compiled = compile(request, m_cancel, m_progress);
        if (!compiled)
            return forward(compiled);
        step.compilation = *compiled;
        if (compiled->status != CompileStatus::Succeeded)
            return failure(ErrorKind::ProcessFailed, compiled->message);
        auto experiment = open(*document, *compiled);
        if (!experiment)
            return forward(experiment);
        return learn(std::move(step), *experiment, *document, data);
    }

private:
    Result<Experiment> open(const ConfigDocument& document, const CompileResult& compiled)
    {
        auto runtime = OnnxRuntime::load();
        if (!runtime)
            return forward(runtime);
        auto chain = loadChain(compiled.artifacts, &document, &compiled.log, m_cancel, m_progress);
        if (!chain)
            return forward(chain);
        return Experiment{*runtime, m_options.board, readConversionConfig(document), std::move(*chain)};
    }

    Result<StoryStep> learn(StoryStep step, const Experiment& experiment, const ConfigDocument& document,
                            const LabelledData& data)
    {
        const QString scratch = QDir(m_options.folder).filePath(u"scratch/%1"_s.arg(step.name));
        auto evaluations = evaluateChain(experiment, data, scratch, {}, m_cancel, m_progress);
        if (!evaluations)
            return forward(evaluations);
        step.evaluations = *evaluations;
        auto verdict = diagnoseWithPictures(experiment, &document, data, m_options.diagnosisSamples, scratch, m_cancel,
                                            m_progress);
        if (!verdict)
            return forward(verdict);
        step.verdict = *verdict;
        return step;
    }

    const StoryOptions& m_options;
    const CancelToken& m_cancel;
    Progress& m_progress;
};

/// Writes the fixed config beside the published one and says whether it is the one that ships.
Result<FixResult> fixConfig(const QString& published, const Verdict& verdict, const Diagnostics& findings)
{
    auto document = ConfigDocument::load(published);
    if (!document)
        return forward(document);
    if (!verdict.fix)
        return failure(ErrorKind::Internal, Stories::tr("The diagnosis names no setting that could be fixed."));
    Diagnostics chosen;
    std::ranges::copy_if(findings, std::back_inserter(chosen), [&](const Diagnostic& finding) {
        return finding.fix && finding.fix->key == verdict.fix->key && finding.fix->value == verdict.fix->value;
    });
    return applyFixes(*document, chosen);
}

} // namespace

Result<Verdict> diagnoseWithPictures(const Experiment& experiment, const ConfigDocument* document,
                                     const LabelledData& data, int samples, const QString& scratchFolder,
                                     const CancelToken& cancel, Progress& progress)
{
    const LoadedStage* board = experiment.chain.find(Stage::Board);
    if (board == nullptr) {
        return failure(ErrorKind::NotFound,
                       Stories::tr("There is no .bin to diagnose; compile the config first or add the file."));
    }
    auto connection = BoardConnection::open(experiment.board, cancel, progress);
    if (!connection)
        return forward(connection);
    // Spread over the data, so that one class or one folder does not decide alone.
    const qsizetype step = std::max<qsizetype>(1, data.samples.size() / std::max(1, samples));
    QList<BoardInputRequest> withLayers;
    QList<BoardInputRequest> outputsAlone;
    for (qsizetype i = 0; i < data.samples.size() && withLayers.size() + outputsAlone.size() < samples; i += step) {
        QList<BoardInputRequest>& requests = withLayers.isEmpty() ? withLayers : outputsAlone;
        const QString folder
            = QDir(scratchFolder).filePath(u"diagnosis_%1"_s.arg(withLayers.size() + outputsAlone.size()));
        requests.append({{{data.samples[i].file}, withLayers.isEmpty()}, folder});
    }
    QList<BoardSample> captured;
    for (const QList<BoardInputRequest>& requests : {withLayers, outputsAlone}) {
        auto captures = captureOnBoard(**connection, experiment, *board, requests, cancel, progress);
        if (!captures)
            return forward(captures);
        for (const Capture& capture : *captures)
            captured.append(boardSample(capture));
    }
    DiagnosisSubject subject = diagnosisSubject(experiment, document, captured);
    if (const LoadedStage* quantized = experiment.chain.find(Stage::Quantized))
        subject.others = otherCompiles(quantized->file);
    return diagnose(subject, cancel, progress);
}

Result<Story> tellStory(const StoryOptions& options, const CancelToken& cancel, Progress& progress)
{
    auto folder = copySample(options.folder);
    if (!folder)
        return forward(folder);
    auto data = readLabelledData(QDir(*folder).filePath(u"heldout"_s));
    if (!data)
        return forward(data);
    StoryOptions inside = options;
    inside.folder = *folder;
    Teller teller(inside, cancel, progress);
    Story story;
    story.folder = *folder;
    const QString published = QDir(*folder).filePath(u"as_published.yaml"_s);
    auto first = teller.tell(u"as_published"_s, published, *data);
    if (!first)
        return forward(first);
    story.steps.append(*first);
    auto fixed = fixConfig(published, *first->verdict, first->findings);
    if (!fixed)
        return forward(fixed);
    const QString fixedFile = QDir(*folder).filePath(u"as_published.fixed.yaml"_s);
    if (auto written = writeFileAtomically(fixedFile, fixed->document.text()); !written)
        return forward(written);
    auto shipped = readFile(QDir(*folder).filePath(u"fixed.yaml"_s));
    story.fixMatchesFixedYaml = shipped && *shipped == fixed->document.text();
    auto second = teller.tell(u"fixed"_s, fixedFile, *data);
    if (!second)
        return forward(second);
    second->applied = fixed->applied;
    story.steps.append(*second);
    return story;
}

} // namespace driftscope
