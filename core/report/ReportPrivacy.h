// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportAssembly.h"

namespace driftscope {

/// What redaction has to know of a project: where it lies, where it was compiled and run, and the names that stay.
[[nodiscard]] RedactionSubject privacyOf(const ReportSources& sources);

} // namespace driftscope
