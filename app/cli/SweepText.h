// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SweepFigures.h"

namespace driftscope::cli {

/// Columns for people, the best row marked, and below it why it is the best and what went wrong with others.
[[nodiscard]] QString sweepTable(const Sweep& sweep);
/// A header and a line for each row, commas between, quotes where they are needed; numbers as they are.
[[nodiscard]] QString sweepCsv(const Sweep& sweep);

} // namespace driftscope::cli
