// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/Compilation.h"

#include <optional>

namespace driftscope {

/// The newest run of a folder that succeeded. The variant of a sweep only where nothing else did: it is not what the
/// project's config says. Where a config file is named, one of a config of that name comes before others: configs
/// beside each other share their folder of runs. Nothing where there is none at all.
[[nodiscard]] std::optional<CompileResult> latestRun(const QString& runsFolder, const QString& configFile = {});

} // namespace driftscope
