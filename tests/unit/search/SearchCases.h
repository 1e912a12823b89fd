// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/QuerySubject.h"

namespace driftscope::test {

/// A network of four nodes: a Transpose on the CPU, a Conv with weights on the BPU, a Relu and a Reshape of unknown
/// shape.
[[nodiscard]] std::shared_ptr<const Graph> searchGraph();
/// The Transpose, inserted, int8, NHWC, 1x64x64x3, cosine 0.62, threshold 2.5, 0.125 ms.
[[nodiscard]] QuerySubject transposeOnCpu(const Graph& graph);
/// Every node and the graph's input, without facts.
[[nodiscard]] QList<QuerySubject> allSubjects(const Graph& graph);

} // namespace driftscope::test
