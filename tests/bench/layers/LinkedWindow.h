// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace driftscope::test {

/// How the main window keeps up while a person walks through the layers of a chain of convolutions, two stages of which
/// were compared on many pictures.
struct LinkedWindowFigures
{
    int comparedRows = 0;
    double comparisonSeconds = 0;
    double worstTickMilliseconds = 0; ///< between two turns of the event loop while layers were compared
    int brokenLinks = 0; ///< steps after which table, curve, graph or tensors showed something else than was chosen
    std::vector<double> tableMilliseconds; ///< a key in the table until everything is painted
    std::vector<double> curveMilliseconds; ///< a key or click in the curve, likewise
    std::vector<double> graphMilliseconds; ///< a box of the graph, likewise

    [[nodiscard]] static double quantile(std::vector<double> times, double share);
};

[[nodiscard]] LinkedWindowFigures walkThroughWindow(int layers, int pictures);

} // namespace driftscope::test
