// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphScene.h"

#include <Qt>

namespace driftscope {

/// Ways to go from one box to another with the keyboard.
enum class WalkStep
{
    Producer, ///< Up: along the first edge in
    Consumer, ///< Down: along the first edge out
    Left, ///< the nearest box at the left in the same row
    Right,
    Previous, ///< Ctrl+Up: in the order of execution
    Next,
    First, ///< Home
    Last
};

/// The arrow that means in a layout from top to bottom what `key` means in one from left to right.
[[nodiscard]] int turnedKey(int key);
[[nodiscard]] std::optional<WalkStep> walkStep(int key, Qt::KeyboardModifiers modifiers);
/// The box to go to, or -1 when there is none that way. From nowhere (-1) every step leads to the first box.
[[nodiscard]] int walk(const GraphScene& scene, int from, WalkStep step);

} // namespace driftscope
