// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/OperatorPlan.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// Changes the roles of nodes that the config placed: those for the CPU go there; those for the BPU get the role that
/// their operator has there, and stay where they are when it has none, or when they only move what the CPU made.
void placeNodes(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes, const NodePlaces& places,
                QList<NodeRole>& roles);

} // namespace driftscope
