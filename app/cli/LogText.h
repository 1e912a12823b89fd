// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/ProfilerReport.h"

namespace driftscope::cli {

/// What a log says, for people.
[[nodiscard]] QString describe(const MakertbinLog& log);
[[nodiscard]] QString describe(const ProfilerReport& report);

} // namespace driftscope::cli
