// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/Compilation.h"

#include <optional>

namespace driftscope {

/// The newest run of a folder that succeeded. The variant of a sweep only where nothing else did: it is not what the
/// project's config says. Nothing where there is none at all.
[[nodiscard]] std::optional<CompileResult> latestRun(const QString& runsFolder);

} // namespace driftscope
