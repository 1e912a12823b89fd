// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"

namespace driftscope {

/// Takes out Identity and Dropout.
void removeIdentities(GraphDraft& draft);
/// Takes out Transposes that undo each other and joins neighbouring ones.
void mergeTransposes(GraphDraft& draft, NodeOrigins& origins);
/// Moves constant-zero Pads of the spatial axes into the Convs behind them.
void fusePads(GraphDraft& draft, NodeOrigins& origins);

} // namespace driftscope
