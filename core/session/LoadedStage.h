// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/boardmodel/BoardModel.h"
#include "core/stages/InputContract.h"
#include "core/stages/InsertedNode.h"
#include "core/stages/MatchCorrections.h"
#include "core/stages/StageAnnotations.h"
#include "core/stages/StageDifference.h"
#include "core/tensor/Capture.h"
#include "core/toolchain/Compilation.h"

namespace driftscope {

/// One model file of a conversion with everything the program knows of it. Parts are shared and immutable.
struct LoadedStage
{
    Stage stage = Stage::Float;
    QString file;
    std::shared_ptr<const Graph> graph;
    std::shared_ptr<const GraphDraft> draft; ///< ONNX stages; null for a .bin
    std::shared_ptr<const BoardModel> board; ///< .bin only

    [[nodiscard]] StageGraph stageGraph() const { return {stage, file, graph}; }
};

/// Opens an ONNX file or a .bin, told apart by content. `stage` overrides what the file name says.
[[nodiscard]] Result<LoadedStage> loadStage(const QString& file, std::optional<Stage> stage = {},
                                            const CancelToken& cancel = {});
/// Its graph alone, as a comparison of runs asks for it.
[[nodiscard]] Result<std::shared_ptr<const Graph>> loadStageGraph(const QString& file, Stage stage);

/// All stages of one conversion, matched and explained.
struct LoadedChain
{
    QList<LoadedStage> stages; ///< in the order of the chain
    QList<StageMatch> matches; ///< matches[i] between stages[i] and stages[i + 1]
    QList<InsertedNode> inserted;
    QList<StageDifference> differences; ///< of neighbours, explained
    MatchCorrections corrections; ///< that `matches` follow
    /// What the toolchain's reports say of the nodes: thresholds, cosine, device, latency. Never null.
    std::shared_ptr<const StageAnnotations> annotations = std::make_shared<const StageAnnotations>();
    /// The log that was given, else the one that lies beside the stages; null where there is none.
    std::shared_ptr<const MakertbinLog> log;
    QString logFile; ///< empty for a log that was given
    QStringList logLines; ///< of logFile

    [[nodiscard]] const LoadedStage* find(Stage stage) const;
    [[nodiscard]] QList<StageGraph> graphs() const; ///< of `stages`, for layout and matching
    /// Of any two stages: of neighbours, or composed over those between them. `left` before `right`.
    [[nodiscard]] StageMatch matchBetween(qsizetype left, qsizetype right) const;
    [[nodiscard]] QStringList files() const; ///< of `stages`
    /// Words `inserted` and `differences` from what is known: anew after a change of language. Null where not known.
    void explain(const ConfigDocument* document, const MakertbinLog* followed);
};

/// Loads, orders, matches, explains and annotates. `document` and `log` may be null: a log that lies beside the stages
/// is then read, as are the other reports there.
[[nodiscard]] Result<LoadedChain> loadChain(const QList<Artifact>& files, const ConfigDocument* document,
                                            const MakertbinLog* log, const CancelToken& cancel, Progress& progress,
                                            const MatchCorrections& corrections = {});

/// The same matches, with their reasons in the language that is set now.
void rewordMatches(LoadedChain& chain);

/// Matches and explains stages that are loaded: what follows from other corrections. `document` and `log` may be null.
[[nodiscard]] Result<LoadedChain> matchChain(LoadedChain chain, const ConfigDocument* document, const MakertbinLog* log,
                                             const MatchCorrections& corrections, const CancelToken& cancel,
                                             Progress& progress);

/// What the input contract of a chain is read from. Points into `chain`. `boardRun` says what the board was fed; may be
/// null.
[[nodiscard]] ContractSubject contractSubject(const LoadedChain& chain, const ConfigDocument* document,
                                              const Capture* boardRun = nullptr);

} // namespace driftscope
