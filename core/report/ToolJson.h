// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/tool/ToolReport.h"

#include <QJsonObject>

namespace driftscope {

/// A run of a tool: its command, its end, the tables that were read and all that the log says.
[[nodiscard]] QJsonObject toolRunJson(const ToolRun& run, const ToolReport& report);
/// Every tool with its options, as a form would need them.
[[nodiscard]] QJsonObject toolsJson(const ToolCatalogue& catalogue);

} // namespace driftscope
