// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// Turns a GraphDraft into an immutable Graph: interns names, fills the flat arrays, finds producers, consumers and an
/// execution order. Tolerates unsorted nodes, missing names, duplicate names and values nobody produces.
class GraphBuilder
{
public:
    GraphBuilder(const GraphDraft& draft, const GraphAnnotations& annotations);
    [[nodiscard]] std::shared_ptr<const Graph> build();

private:
    void reserve();
    ValueId internValue(const QString& name);
    void declare(const ValueDraft& draft);
    void addInitializers();
    void addNodes();
    void addInputsAndOutputs();
    void linkNodes();
    void countConsumers();
    void sortTopologically();

    const GraphDraft& m_draft;
    const GraphAnnotations& m_annotations;
    std::shared_ptr<Graph> m_graph;
    std::vector<std::size_t> m_linkStart; ///< where each node's links begin
};

} // namespace driftscope
