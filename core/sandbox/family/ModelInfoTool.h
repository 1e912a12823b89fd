// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/family/FamilyLog.h"

namespace driftscope {

/// `hb_model_info x.bin`: prints the configuration that a .bin was built with, out of its metadata, and the nodes that
/// were removed from it, whose data go to deleted_nodes_info.txt. Any .bin will do, the vendor's too.
[[nodiscard]] bool runModelInfo(const QString& model, const FamilyPlace& place);

} // namespace driftscope
