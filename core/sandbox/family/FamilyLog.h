// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// Where a tool of the family works and what it prints to.
struct FamilyPlace
{
    QString folder; ///< where it stands: its log and what it writes go here
    ToolLog::Console console;
};

/// The log of one tool: opened in the folder, with the lines that every tool begins with. Runs `work`; its error ends
/// the log. True when all went well.
[[nodiscard]] bool runFamilyTool(const QString& tool, const FamilyPlace& place,
                                 const std::function<Result<void>(ToolLog&)>& work);

} // namespace driftscope
