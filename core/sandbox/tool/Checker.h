// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/GeneratedConfig.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

struct CheckerOptions
{
    BareModel model;
    QString logFolder; ///< where hb_mapper_checker.log and .hb_check go
};

/// `hb_mapper checker`: walks a model through every phase with made-up calibration data and without optimization, and
/// says in a table where each node would run. The stages go to `.hb_check`; there is no .bin. True when the model can
/// be converted; else the log says why not in one sentence.
[[nodiscard]] bool runChecker(const CheckerOptions& options, const ToolLog::Console& console);

} // namespace driftscope
