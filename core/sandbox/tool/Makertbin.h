// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

struct MakertbinOptions
{
    QString configFile;
    QString logFolder; ///< where hb_mapper_makertbin.log goes; the real tool uses the current folder
    bool knownFaults = true;
    QString originsFile; ///< where to write what became of every node (see OriginsFile); empty: nowhere
};

/// Converts a float model by a YAML file: writes every stage, the `.bin`, the quantization summary and the log, and
/// says on the console what the real `hb_mapper makertbin` would. True on success; every failure has been reported in
/// one sentence.
[[nodiscard]] bool runMakertbin(const MakertbinOptions& options, const ToolLog::Console& console);

} // namespace driftscope
