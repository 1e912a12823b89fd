// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// output_nodes: the results of these nodes become the outputs, in the order given, in place of the model's own; what
/// only the old outputs needed goes. The nodes must exist; `shapes` are those of the draft. Fails where a node takes
/// part in nothing that depends on an input.
[[nodiscard]] Result<void> replaceOutputs(GraphDraft& draft, const QStringList& nodes, const ValueShapes& shapes);

} // namespace driftscope
