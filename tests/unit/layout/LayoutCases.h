// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

namespace driftscope::test {

/// `name op(inputs) -> name`: a node whose one output is named like the node.
void addNode(GraphDraft& draft, const QString& name, const QStringList& inputs,
             const QString& opType = QStringLiteral("Relu"));

/// x → n0 → n1 → … → n<length - 1>, the last one an output.
[[nodiscard]] GraphDraft chain(int length);
/// Residual blocks of three nodes and an Add each, with a skip around the three.
[[nodiscard]] GraphDraft residualNetwork(int blocks);
/// Blocks of a fork into branches of one to four nodes, joined again, with a skip around each.
[[nodiscard]] GraphDraft branchingNetwork(int blocks);
/// A chain in which every `every`th node also takes `x`, the graph's input.
[[nodiscard]] GraphDraft sharedValueNetwork(int length, int every);
/// Random nodes in a valid order of execution; up to three inputs each, mostly near ones.
[[nodiscard]] GraphDraft randomDag(quint32 seed, int nodes);

[[nodiscard]] GraphLayout layoutOf(const Graph& graph, const LayoutOptions& options = {});

/// Empty if no boxes overlap, edges start and end at their boxes, go down and pass no box, and stubs have four points;
/// else what is wrong.
[[nodiscard]] QString whatIsWrong(const GraphLayout& layout);

} // namespace driftscope::test
