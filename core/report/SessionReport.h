// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportAssembly.h"
#include "core/session/Session.h"

namespace driftscope {

/// What a window has learned so far; nothing is run for it. The config is the one in the window, saved or not.
[[nodiscard]] ReportSources sourcesOf(const Session& session);

} // namespace driftscope
