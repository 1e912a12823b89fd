// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"
#include "core/tensor/InputFormat.h"

#include <optional>

namespace driftscope {

/// What is known of a node beyond the graph it stands in.
struct QueryFacts
{
    QString family; ///< key of the operator's family: `convolution`
    bool isInserted = false;
    bool isRemoved = false;
    bool isChanged = false;
    bool isFused = false;
    bool isBookmarked = false;
    std::optional<double> cosine;
    std::optional<double> threshold;
    std::optional<double> latency; ///< milliseconds
    Device device = Device::Unknown; ///< as reports say; Unknown: as the graph says
    TensorLayout layout = TensorLayout::Unknown; ///< as reports say
};

/// What a search asks about: an operator of a graph, or one of its inputs and outputs. Reads the graph in place, so
/// that asking 50,000 nodes copies nothing.
struct QuerySubject
{
    const Graph* graph = nullptr; ///< outlives the subject
    NodeId node; ///< operators only
    ValueId value; ///< inputs and outputs of the graph only
    QueryFacts facts;

    [[nodiscard]] const Node* op() const { return node.isValid() ? &graph->node(node) : nullptr; }
    [[nodiscard]] const QString& name() const;
    [[nodiscard]] const QString& opType() const; ///< empty for a value
    [[nodiscard]] Device device() const;
};

/// Lists of numbers as `3,3`, strings as they are; empty for tensors and subgraphs.
[[nodiscard]] QString searchableText(const AttributeValue& value);

} // namespace driftscope
