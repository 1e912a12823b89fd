// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope {

/// Cosine and its like: three decimals, more where they would otherwise round to one. Never rounds up to 1.
[[nodiscard]] QString ratioText(double value);
/// Decibels with one decimal, the sign of infinity for equal tensors.
[[nodiscard]] QString decibelText(double value);
/// Three significant digits.
[[nodiscard]] QString shortNumber(double value);

} // namespace driftscope
