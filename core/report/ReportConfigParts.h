// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportAssembly.h"

namespace driftscope {

/// The config with the lines that matter, what the verdict's fix changes, and how it differs from the one that was
/// compiled.
[[nodiscard]] Reported<ReportedConfig> reportedConfig(const ReportSources& sources);

} // namespace driftscope
