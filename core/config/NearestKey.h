// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

namespace driftscope {

/// The known key that the writer of `name` (without its group) most likely meant: the same name, whatever its group, or
/// one within two letters. Empty when none is near.
[[nodiscard]] QString nearestKey(const ConfigSchema& schema, const QString& name);

} // namespace driftscope
