// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"

#include <QString>

namespace driftscope {

/// The stage's name in the interface's language: Float, Original, Optimized, Calibrated, Quantized, Board .bin.
[[nodiscard]] QString stageTitle(Stage stage);
/// One sentence on what the stage is.
[[nodiscard]] QString stageExplanation(Stage stage);

} // namespace driftscope
