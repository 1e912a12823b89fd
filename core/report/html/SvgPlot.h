// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/html/HtmlWriter.h"

#include <optional>
#include <vector>

namespace driftscope {

/// A small plot over the layers of a network, in their order. Colours come from the style sheet's classes.
struct SvgPlot
{
    struct Series
    {
        QString title; ///< for the legend; empty: not in it
        QLatin1StringView cssClass; ///< `line-a`, `line-b`, `bars`
        std::vector<std::optional<double>> values; ///< by layer; gaps are gaps
        bool isBars = false;
    };
    struct Level
    {
        double value = 0.0;
        QString title;
    };

    QString title; ///< for those who cannot see it
    QString xTitle;
    QString yTitle;
    double minimum = 0.0; ///< of the y axis; values beyond stand at its ends
    double maximum = 1.0;
    std::vector<Level> ticks; ///< of the y axis
    std::vector<Series> series;
    std::vector<Level> levels; ///< dashed: tolerances
    std::vector<int> marked; ///< layers that stand out, by index; on the first series
    QStringList names; ///< of the layers, for tips
    int first = -1; ///< layer with a line across, -1: none
    QString firstTitle;
};

void writePlot(HtmlWriter& html, const SvgPlot& plot);

/// Round values from `minimum` to `maximum`, both included as far as they are round: 1, 2 or 5 times a power of ten
/// apart.
[[nodiscard]] std::vector<SvgPlot::Level> roundTicks(double minimum, double maximum, int wanted = 5);

} // namespace driftscope
