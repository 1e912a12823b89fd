// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <array>

namespace driftscope {

/// The numbers behind Theme for one background.
struct ThemeColors
{
    std::array<QRgb, themeColorCount> roles; ///< by ThemeColor
    std::array<QRgb, allOpFamilies.size()> families; ///< by OpFamily
};

[[nodiscard]] const ThemeColors& themeColors(bool isDark);

} // namespace driftscope
