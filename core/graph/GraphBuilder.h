// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/BodyBuilder.h"

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
    /// The node beside the value that reads it: `reader` itself, or the owner of the bodies around it.
    [[nodiscard]] NodeId readerBeside(ValueId value, NodeId reader) const;
    void countConsumers();
    void sortTopologically();

    const GraphDraft& m_draft;
    const GraphAnnotations& m_annotations;
    std::shared_ptr<Graph> m_graph;
    std::vector<NodeLinks> m_nodeLinks; ///< by node
};

} // namespace driftscope
