// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CompareBuilder.h"

#include "core/layout/Sideways.h"
#include "core/session/StageRows.h"
#include "widgets/stages/StageTitle.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace driftscope {

namespace {

struct CompareBuilder
{
    Q_DECLARE_TR_FUNCTIONS(CompareBuilder)
};

/// Where the stages stand in the chain, in the order in which they are to be shown.
QList<qsizetype> positionsOf(const LoadedChain& chain, const QList<Stage>& shown)
{
    QList<qsizetype> positions;
    for (const Stage stage : shown) {
        for (qsizetype i = 0; i < chain.stages.size(); ++i) {
            if (chain.stages[i].stage == stage)
                positions.append(i);
        }
    }
    return positions;
}

StageMatch matchBetween(const LoadedChain& chain, qsizetype left, qsizetype right)
{
    if (right < left) // as a person arranged them
        return reversed(chain.matchBetween(right, left));
    return chain.matchBetween(left, right);
}

/// The node that a layer of the comparison belongs to in a stage; invalid when there is none.
NodeId nodeOfLayer(const LayerComparison& layer, const LoadedStage& stage)
{
    const Graph& graph = *stage.graph;
    if (stage.stage == Stage::Board) {
        const ValueId value = graph.findValue(layer.candidateTensor);
        if (value.isValid())
            return graph.value(value).producer;
    }
    return graph.findNode(layer.name);
}

/// What the toolchain's reports beside the stages say of the nodes.
QHash<NodeId, NodeDecoration> reportedDecorations(const LoadedChain& chain, const LoadedStage& stage)
{
    QHash<NodeId, NodeDecoration> byNode;
    for (int i = 0; i < stage.graph->nodeCount(); ++i) {
        const NodeFacts* facts = chain.annotations->facts(stage.stage, NodeId(i));
        if (facts == nullptr)
            continue;
        NodeDecoration& decoration = byNode[NodeId(i)];
        decoration.cosine = facts->cosine;
        decoration.threshold = facts->threshold;
        decoration.latencyUs = facts->latencyUs;
        decoration.device = facts->device;
        decoration.layout = facts->layout;
    }
    return byNode;
}

} // namespace

Result<CompareScene> buildComparison(const LoadedChain& chain, const QList<Stage>& shown, const CancelToken& cancel,
                                     const PresetStack& presets, const GroupSettings& groups, bool isSideways)
{
    CompareScene scene;
    const QList<qsizetype> positions = positionsOf(chain, shown);
    if (positions.isEmpty())
        return scene;
    // Rows belong to the whole chain, so that the others stay where they are when a stage is switched on or off.
    std::vector<std::shared_ptr<const Graph>> graphs;
    std::vector<bool> isShown;
    for (qsizetype i = 0; i < chain.stages.size(); ++i) {
        graphs.push_back(chain.stages[i].graph);
        isShown.push_back(positions.contains(i));
    }
    Progress progress;
    LayoutOptions options = isSideways ? sidewaysOptions({}) : LayoutOptions();
    for (const auto& graph : graphs)
        options.hidden.push_back(presets.hiddenNodes(*graph));
    std::vector<GroupStates> states = groups.statesOf(graphs, isShown);
    auto layouts
        = layoutAligned(graphs, states, rowLinks(chain.graphs(), chain.matches), options, cancel, progress, isShown);
    if (!layouts)
        return forward(layouts);
    for (const qsizetype position : positions) {
        if (!scene.panes.empty()) {
            const qsizetype before = positions[scene.matches.size()];
            scene.matches.append(matchBetween(chain, before, position));
            const QList<StageGraph> pair{chain.stages[before].stageGraph(), chain.stages[position].stageGraph()};
            scene.panes.back().rowsToNext = rowLinks(pair, {scene.matches.last()}).front();
        }
        const LoadedStage& stage = chain.stages[position];
        ComparePane pane;
        pane.stage = stage.stage;
        pane.title = stageTitle(stage.stage);
        pane.subtitle = CompareBuilder::tr("%1 • %n nodes", nullptr, stage.graph->nodeCount())
                            .arg(QFileInfo(stage.stageGraph().file).fileName());
        pane.graph = stage.graph;
        GraphLayout& layout = (*layouts)[static_cast<std::size_t>(position)];
        pane.layout = isSideways ? turnedSideways(layout) : std::move(layout);
        pane.groups = std::move(states[static_cast<std::size_t>(position)]);
        scene.panes.push_back(std::move(pane));
    }
    return scene;
}

std::vector<NodeDecoration> decorationsFor(const LoadedChain& chain, const LoadedStage& stage,
                                           const std::optional<CaptureComparison>& comparison)
{
    QHash<NodeId, NodeDecoration> byNode = reportedDecorations(chain, stage);
    for (const InsertedNode& inserted : chain.inserted) {
        if (inserted.stage == stage.stage && inserted.node.isValid())
            byNode[inserted.node].note = inserted.why;
    }
    const bool isCompared = stage.stage == Stage::Quantized || stage.stage == Stage::Board;
    if (comparison && isCompared) {
        for (const LayerComparison& layer : comparison->layers) {
            const NodeId node = nodeOfLayer(layer, stage);
            if (!node.isValid())
                continue;
            if (layer.status == ComparisonStatus::Compared) {
                byNode[node].cosine = layer.metrics.cosine;
            } else {
                byNode[node].cosine.reset();
                byNode[node].noDataReason = layer.statusReason;
            }
        }
    }
    std::vector<NodeDecoration> decorations;
    for (auto it = byNode.begin(); it != byNode.end(); ++it) {
        it->node = it.key();
        decorations.push_back(*it);
    }
    return decorations;
}

} // namespace driftscope
