// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/ConfigChecks.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// A checked config and the model it names.
struct ToolJob
{
    ToolConfig config;
    GraphDraft model; ///< inputs have fixed shapes
};

/// Reads and validates the YAML and the model with the real tool's messages, group by group; creates working_dir.
[[nodiscard]] Result<ToolJob> readJob(const QString& configFile, ToolLog& log);
[[nodiscard]] Result<ToolJob> readJob(const ConfigDocument& document, ToolLog& log);

} // namespace driftscope
