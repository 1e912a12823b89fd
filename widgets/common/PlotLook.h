// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

class QCustomPlot;

namespace driftscope {

/// Gives a plot the theme's colours and fonts; QCustomPlot does not follow palettes by itself.
void applyTheme(QCustomPlot& plot, const Theme& theme);
/// Where it covers nothing that is drawn. Hidden until showLegend().
void putLegendAbove(QCustomPlot& plot);
/// A legend above takes room only while it is shown. Call it after the entries or their font changed.
void showLegend(QCustomPlot& plot, bool isShown);

} // namespace driftscope
