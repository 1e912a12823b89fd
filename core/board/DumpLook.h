// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpView.h"

namespace driftscope {

/// What bytes look like when they are read in one way, from a few thousand places.
struct DumpLook
{
    /// How much neighbours in a row and in a column differ, measured by how much any two places of a channel differ:
    /// near 0 for pictures and feature maps read rightly, near 1 for noise and for what is read wrongly. No value for
    /// constants and for what has no rows.
    std::optional<double> roughness;
    /// Share of neighbours that jump over nearly the whole range of an integer type, as values do whose sign is read
    /// wrongly.
    double wraps = 0.0;
    double notFinite = 0.0; ///< share of NaN and Inf
    double improbable = 0.0; ///< 0…1: how unlike values of that type they are (floats of absurd size, integers that are
                             ///< floats)
    std::optional<double> dirtyPadding; ///< see DumpView
};

[[nodiscard]] DumpLook lookAt(const QByteArray& bytes, const DumpDeclaration& declaration);

} // namespace driftscope
