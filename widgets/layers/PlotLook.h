// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

class QCustomPlot;

namespace driftscope {

/// Gives a plot the theme's colours and fonts; QCustomPlot does not follow palettes by itself.
void applyTheme(QCustomPlot& plot, const Theme& theme);

} // namespace driftscope
