// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigComparison.h"
#include "core/graph/Graph.h"
#include "core/history/RunSummary.h"

#include <functional>

namespace driftscope {

/// One metric in two runs.
struct MetricChange
{
    QString name; ///< as in RunSummary
    std::optional<double> before; ///< nothing where the run has none
    std::optional<double> after;

    bool operator==(const MetricChange&) const = default;
};

/// Nodes of one stage that only one of two runs has, by name.
struct GraphChange
{
    struct ChangedNode
    {
        QString name;
        QString type;
        bool operator==(const ChangedNode&) const = default;
    };

    Stage stage = Stage::Float;
    QList<ChangedNode> vanished; ///< in the order of the earlier graph
    QList<ChangedNode> appeared;
};

/// What was changed between two runs and what came of it.
struct RunComparison
{
    QList<ConfigDifference> config; ///< without what only names the run's own folder
    QList<MetricChange> metrics; ///< that differ, or that one run has
    QList<GraphChange> graphs; ///< stages that differ, in the order of the chain
};

/// Reads a stage file; an error leaves the stage out of the comparison.
using GraphLoader = std::function<Result<std::shared_ptr<const Graph>>(const QString& file, Stage stage)>;

[[nodiscard]] QList<MetricChange> compareMetrics(const RunSummary& before, const RunSummary& after);
[[nodiscard]] GraphChange compareNodes(Stage stage, const Graph& before, const Graph& after);
/// Fails where a config is gone or cannot be read.
[[nodiscard]] Result<RunComparison> compareRuns(const RunSummary& before, const RunSummary& after,
                                                const ConfigSchema& schema, const GraphLoader& load);

/// A metric for people: `seconds` as 12.3 s, shares as 97.5 %, the rest as numbers.
[[nodiscard]] QString metricText(const QString& name, double value);
/// A metric's name for people: “top-1, board”.
[[nodiscard]] QString metricTitle(const QString& name);
/// Whole sentences: the lines that changed, the nodes that came and went, the metrics before and after.
[[nodiscard]] QStringList comparisonSentences(const RunComparison& comparison);

} // namespace driftscope
