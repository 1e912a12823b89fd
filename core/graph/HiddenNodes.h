// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// Nodes that only simulate or note quantization: QuantizeLinear whose readers are all DequantizeLinear together with
/// those readers, DequantizeLinear of constants, and the calibration nodes of the toolchain. A QuantizeLinear that
/// feeds integer arithmetic is none of them. Ascending.
[[nodiscard]] std::vector<NodeId> quantizePairs(const Graph& graph);

/// Nodes that depend on no input of the graph: constants and what is computed from them. Ascending.
[[nodiscard]] std::vector<NodeId> constantNodes(const Graph& graph);

} // namespace driftscope
