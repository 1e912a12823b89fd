// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/RecoveredNormalization.h"

namespace driftscope {

/// The permutation of a Transpose; the reversed axes where it is not written. Empty for other operators.
[[nodiscard]] QList<qint64> permutationOf(const Graph& graph, NodeId node);

/// What a node computes, in numbers; empty when nothing is known.
[[nodiscard]] QString describeComputation(const Graph& graph, NodeId node);

/// Where a layout conversion does something else than its name says: one or two sentences, normally empty.
[[nodiscard]] QString describeContradiction(const Graph& graph, NodeId node);

/// Bytes of the first input; 0 when unknown.
[[nodiscard]] qint64 inputBytes(const Graph& graph, NodeId node);

} // namespace driftscope
