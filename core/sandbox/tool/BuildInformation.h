// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/sandbox/tool/ToolConfig.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// The build configuration for the `.bin`, with the keys that published files carry; per-input values closed by `;`.
[[nodiscard]] BuildMetadata buildMetadata(const ToolConfig& config);

/// Flags for the compiler of the BPU code, as the real toolchain would pass them.
[[nodiscard]] QStringList compilerFlags(const ToolConfig& config);

/// `--O3 --core-num 1 --fast `: the part of the flags that the configuration passes through.
[[nodiscard]] QString passThroughFlags(const ToolConfig& config);

/// `{'input': 'ddr', '_default_value': 'ddr'}`.
[[nodiscard]] QString inputSources(const ToolConfig& config);

/// The dict that the real tool prints before the build, without the calibration arrays.
[[nodiscard]] QString buildParameters(const ToolConfig& config);

/// The trailer: model deps info, model_parameters info, input info, calibration and compiler parameters.
void logTrailer(const ToolConfig& config, ToolLog& log);

/// Versions of the toolchain as the sandbox states them.
[[nodiscard]] QString mapperVersion();
[[nodiscard]] QString partVersion(); ///< of the parts the real tool names beside itself: hbdk, horizon_nn
/// The first lines of every log.
void logVersions(const QString& logPath, ToolLog& log);

} // namespace driftscope
