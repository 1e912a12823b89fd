// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LoadedStage.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/session/ChainReports.h"
#include "core/stages/MatchComposition.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isBoardFile(const QString& file)
{
    QFile handle(file);
    if (!handle.open(QIODevice::ReadOnly))
        return file.endsWith(u".bin"_s);
    return looksLikeBoardModel(handle.read(1 << 16));
}

Result<LoadedStage> loadBoard(const QString& file)
{
    auto board = readBoardModel(file);
    if (!board)
        return forward(board);
    LoadedStage loaded;
    loaded.stage = Stage::Board;
    loaded.file = file;
    loaded.board = std::make_shared<const BoardModel>(std::move(*board));
    loaded.graph = boardGraph(*loaded.board);
    return loaded;
}

Result<LoadedStage> loadOnnx(const QString& file, Stage stage, const CancelToken& cancel)
{
    auto draft = readOnnx(file, {}, cancel);
    if (!draft)
        return forward(draft);
    LoadedStage loaded;
    loaded.stage = stage;
    loaded.file = file;
    loaded.draft = std::make_shared<const GraphDraft>(std::move(*draft));
    loaded.graph = Graph::fromDraft(*loaded.draft);
    return loaded;
}

} // namespace

Result<LoadedStage> loadStage(const QString& file, std::optional<Stage> stage, const CancelToken& cancel)
{
    const Stage guess = stage.value_or(stageFromFileName(QFileInfo(file).fileName()));
    const bool onnxName = file.endsWith(u".onnx"_s, Qt::CaseInsensitive);
    if (!onnxName && (guess == Stage::Board || isBoardFile(file)))
        return loadBoard(file);
    return loadOnnx(file, guess, cancel);
}

const LoadedStage* LoadedChain::find(Stage stage) const
{
    const auto found = std::ranges::find(stages, stage, &LoadedStage::stage);
    return found == stages.end() ? nullptr : &*found;
}

QList<StageGraph> LoadedChain::graphs() const
{
    QList<StageGraph> graphs;
    for (const LoadedStage& loaded : stages)
        graphs.append(loaded.stageGraph());
    return graphs;
}

StageMatch LoadedChain::matchBetween(qsizetype left, qsizetype right) const
{
    return driftscope::matchBetween(graphs(), matches, left, right, corrections);
}

void LoadedChain::explain(const ConfigDocument* document, const MakertbinLog* followed)
{
    const MakertbinLog* known = followed != nullptr ? followed : log.get();
    inserted = explainInsertedNodes({graphs(), matches, document, known});
    const auto latencyUs = [facts = annotations](Stage stage, NodeId node) {
        const NodeFacts* found = facts->facts(stage, node);
        return found != nullptr ? found->latencyUs : std::nullopt;
    };
    differences = stageDifferences({graphs(), matches, inserted, document, known, latencyUs});
}

QStringList LoadedChain::files() const
{
    QStringList files;
    for (const LoadedStage& loaded : stages)
        files.append(loaded.file);
    return files;
}

ContractSubject contractSubject(const LoadedChain& chain, const ConfigDocument* document, const Capture* boardRun)
{
    const LoadedStage* board = chain.find(Stage::Board);
    ContractSubject subject{
        document, chain.graphs(), chain.inserted, chain.log.get(), board != nullptr ? board->board.get() : nullptr, {}};
    if (boardRun == nullptr)
        return subject;
    for (const CapturedTensor* input : boardRun->inputs())
        subject.fed.insert(input->name, {input->tensor.layout(), InputType::Unknown, input->tensor.dataType()});
    return subject;
}

Result<LoadedChain> loadChain(const QList<Artifact>& files, const ConfigDocument* document, const MakertbinLog* log,
                              const CancelToken& cancel, Progress& progress, const MatchCorrections& corrections)
{
    LoadedChain chain;
    for (const Artifact& artifact : files) {
        progress.report(
            chain.stages.size(), files.size() * 2,
            QCoreApplication::translate("LoadedChain", "Opening %1").arg(QFileInfo(artifact.file).fileName()));
        auto loaded = loadStage(artifact.file, artifact.stage, cancel);
        if (!loaded)
            return forward(loaded);
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled,
                           QCoreApplication::translate("LoadedChain", "Opening the stages was cancelled."));
        chain.stages.append(std::move(*loaded));
    }
    std::ranges::stable_sort(chain.stages, {}, &LoadedStage::stage);
    addReports(chain, log);
    return matchChain(std::move(chain), document, log, corrections, cancel, progress);
}

Result<LoadedChain> matchChain(LoadedChain chain, const ConfigDocument* document, const MakertbinLog* log,
                               const MatchCorrections& corrections, const CancelToken& cancel, Progress& progress)
{
    chain.matches.clear();
    chain.corrections = corrections;
    const QList<StageGraph> stages = chain.graphs();
    for (qsizetype i = 1; i < chain.stages.size(); ++i) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled,
                           QCoreApplication::translate("LoadedChain", "Matching the stages was cancelled."));
        progress.report(chain.stages.size() + i, chain.stages.size() * 2,
                        QCoreApplication::translate("LoadedChain", "Matching the stages"));
        chain.matches.append(matchStages(stages[i - 1], stages[i], corrections));
    }
    chain.explain(document, log);
    return chain;
}

void rewordMatches(LoadedChain& chain)
{
    const QList<StageGraph> stages = chain.graphs();
    for (qsizetype i = 1; i < stages.size(); ++i)
        chain.matches[i - 1] = matchStages(stages[i - 1], stages[i], chain.corrections);
}

Result<std::shared_ptr<const Graph>> loadStageGraph(const QString& file, Stage stage)
{
    const auto loaded = loadStage(file, stage);
    if (!loaded)
        return forward(loaded);
    return loaded->graph;
}

} // namespace driftscope
