// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace driftscope {

/// Bytes of memory that this machine has; 0 where it does not say.
[[nodiscard]] qint64 machineMemory();

} // namespace driftscope
