// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunSummary.h"

#include <QJsonObject>

namespace driftscope {

[[nodiscard]] QJsonObject runSummaryJson(const RunSummary& summary);
/// The reverse; what is missing stays at its default. `runsFolder` holds the run's folder.
[[nodiscard]] RunSummary runSummaryFromJson(const QJsonObject& object, const QString& runsFolder);

} // namespace driftscope
