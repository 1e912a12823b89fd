// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ScaleNotes.h"
#include "core/sandbox/execution/ExecutionPlan.h"

namespace driftscope {

/// Builds an ExecutionPlan: finds constants, groups and the order of execution, and makes every kernel.
class PlanCompiler
{
public:
    PlanCompiler(GraphDraft graph, const PlanOptions& options);
    [[nodiscard]] Result<std::shared_ptr<const ExecutionPlan>> compile();

private:
    void collectConstants();
    [[nodiscard]] Result<void> findGroups();
    [[nodiscard]] QSet<QString> neededNodes() const;
    [[nodiscard]] Result<void> addSteps();
    [[nodiscard]] Result<PlanStep> makeStep(const NodeDraft& node);
    [[nodiscard]] Result<void> addPart(const NodeDraft& node, PlanStep& step) const;
    void describeQuantization(const NodeDraft& node, PlanStep& step) const;
    [[nodiscard]] Result<void> linkGraphEnds();
    void releaseEarly();
    [[nodiscard]] int slot(const QString& value);
    [[nodiscard]] QStringList inputsOf(const NodeDraft& node) const;

    const PlanOptions& m_options;
    std::shared_ptr<GraphDraft> m_graph;
    ScaleNotes m_notes; ///< of the graph
    std::shared_ptr<ExecutionPlan> m_plan;
    QHash<QString, Tensor> m_constants;
    struct Group
    {
        QStringList inputs;
        Kernel kernel;
    };
    QHash<QString, Group> m_groups; ///< by the output of the closing QuantizeLinear
    QHash<QString, int> m_slots;
};

} // namespace driftscope
