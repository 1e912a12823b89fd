// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/foresight/Forecast.h"

namespace driftscope {

/// What the board program must do with its data, in order; one sentence each.
[[nodiscard]] QStringList boardDuties(const InputForecast& forecast);
/// What one should know besides: settings without effect, known faults, uncertain statements.
[[nodiscard]] QStringList forecastNotes(const InputForecast& forecast, March march);

} // namespace driftscope
