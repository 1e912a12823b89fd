// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/GeneratedConfig.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

struct MakertbinOptions
{
    QString configFile; ///< with \c fastPerf the one that is written
    QString logFolder; ///< where hb_mapper_makertbin.log goes; the real tool uses the current folder
    bool knownFaults = true;
    QString originsFile; ///< where to write what became of every node (see OriginsFile); empty: nowhere
    /// `--fast-perf`: a model without a config, to see how fast it could be. Everything that can run on the BPU does,
    /// and what stands at the ends of the .bin on the CPU is taken out; calibrated with noise, so never for accuracy.
    std::optional<BareModel> fastPerf = std::nullopt;
};

/// Converts a float model by a YAML file: writes every stage, the `.bin`, the quantization summary and the log, and
/// says on the console what the real `hb_mapper makertbin` would. True on success; every failure has been reported in
/// one sentence.
[[nodiscard]] bool runMakertbin(const MakertbinOptions& options, const ToolLog::Console& console);

} // namespace driftscope
