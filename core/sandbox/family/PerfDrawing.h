// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"

namespace driftscope {

/// The model's outer nodes as Graphviz text of the form that hb_perf leaves beside its page: nv12 is shown as turned
/// into YUV444 by a node that the model does not have, and names lose their `/`.
[[nodiscard]] QByteArray perfDrawing(const BoardModel& board);

} // namespace driftscope
