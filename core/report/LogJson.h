// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/ProfilerReport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace driftscope {

/// All that a log says. Numbers that it does not say are null.
[[nodiscard]] QJsonObject logJson(const MakertbinLog& log);
[[nodiscard]] QJsonObject profilerJson(const ProfilerReport& report);

// Parts of it that runs show as well.
[[nodiscard]] QJsonArray logPhasesJson(const QList<LogPhase>& phases);
[[nodiscard]] QJsonArray logNodesJson(const QList<LogNode>& nodes);
[[nodiscard]] QJsonArray logOutputsJson(const QList<LogOutput>& outputs);

} // namespace driftscope
