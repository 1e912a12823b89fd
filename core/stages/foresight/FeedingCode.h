// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/foresight/Forecast.h"

namespace driftscope {

enum class FeedingLanguage
{
    Cpp, ///< C++17 that needs nothing but the standard library
    Python ///< Python 3 with numpy
};

/// `feed_<input>` with whatever no identifier can hold replaced by underscores.
[[nodiscard]] QString feedingFunction(const InputForecast& forecast);

/// A function that turns one 8-bit RGB picture of H x W x 3 (for a featuremap: the float32 values in the layout of the
/// model) into the bytes of one frame that the board takes for this input. Stands alone: what it includes or imports is
/// in front. Empty where the input is refused.
[[nodiscard]] QString feedingCode(const InputForecast& forecast, FeedingLanguage language);

/// The functions of all inputs in one text; names that several inputs would share get numbers.
[[nodiscard]] QString feedingCode(const ConversionForecast& forecast, FeedingLanguage language);

} // namespace driftscope
