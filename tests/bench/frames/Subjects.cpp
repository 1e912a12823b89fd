// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Subjects.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

ComparePane paneOf(Stage stage, std::shared_ptr<const Graph> graph, GraphLayout layout)
{
    return {stage, stageKey(stage), u"%1 nodes"_s.arg(graph->nodeCount()), graph, std::move(layout), {}, {}, {}};
}

} // namespace

ComparePane onePane(const NetworkSpec& spec)
{
    const auto graph = Graph::fromDraft(syntheticNetwork(spec));
    Progress progress;
    return paneOf(Stage::Float, graph, layoutGraph(*graph, {}, CancelToken(), progress).value());
}

TwoPanes twoPanes(const NetworkSpec& spec)
{
    const GraphDraft draft = syntheticNetwork(spec);
    const std::vector<std::shared_ptr<const Graph>> graphs{Graph::fromDraft(draft), Graph::fromDraft(draft)};
    StageMatch match;
    match.fromStage = Stage::Float;
    match.toStage = Stage::OptimizedFloat;
    std::vector<RowLink> links;
    for (int i = 0; i < graphs[0]->nodeCount(); ++i) {
        links.push_back({NodeId(i), NodeId(i)});
        match.matches.append({{NodeId(i)}, {NodeId(i)}, MatchKind::Same, u"Same name."_s, 1.0});
    }
    Progress progress;
    std::vector<GraphLayout> layouts = layoutAligned(graphs, {links}, {}, CancelToken(), progress).value();
    TwoPanes result;
    result.panes.push_back(paneOf(match.fromStage, graphs[0], std::move(layouts[0])));
    result.panes.push_back(paneOf(match.toStage, graphs[1], std::move(layouts[1])));
    result.matches.append(match);
    return result;
}

} // namespace driftscope::test
