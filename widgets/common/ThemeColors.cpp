// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ThemeColors.h"

namespace driftscope {

namespace {

// In the order of ThemeColor and OpFamily. tst_theme checks the contrasts that the roles promise.
constexpr ThemeColors lightColors{
    {
        0xfff5f6f8, // Window
        0xffffffff, // Canvas
        0xffffffff, // Surface
        0xffd5dae1, // Border
        0xff1d2127, // Text
        0xff626b78, // MutedText
        0xff2a66d9, // Accent
        0xffe6eefc, // SelectionTint
        0xff8fb0ec, // Hover
        0xff2a7a5b, // Pass
        0xffb05c12, // Warn
        0xffb23c26, // Fail
        0xffbf5b14, // Inserted
        0xfffdf1e5, // InsertedTint
        0xff2563b5, // Removed
        0xffe9f1fb, // RemovedTint
        0xff5b5f77, // Changed
        0xff99a2b0, // Edge
        0xffb4cbf2, // MatchLink
        0xff2a66d9, // MatchLinkActive
        0xff8a3fc2, // SearchMatch
        0xffaab2be, // NoData
        0xffffffff, // PillText
        0xff2f78bd, // DeviceBpu
        0xffc4641a, // DeviceCpu
        0xff2a66d9, // Reference
        0xffc4641a, // Candidate
        0xffd014a0, // NotFinite
        0xff00a7b5, // Saturated
        0xff2563b5, // Upstream
        0xffbf5b14, // Downstream
    },
    {0xff3b7fc4, 0xffc0621c, 0xff7a5cb8, 0xff857a22, 0xff2a8a86, 0xffb8457f, 0xff4f7f3a, 0xff7a828e}};

constexpr ThemeColors darkColors{
    {
        0xff1b1e23, // Window
        0xff22262c, // Canvas
        0xff2b3038, // Surface
        0xff454c58, // Border
        0xffe8eaed, // Text
        0xffa3abb8, // MutedText
        0xff79a8f7, // Accent
        0xff2b3a55, // SelectionTint
        0xff56719f, // Hover
        0xff67c79c, // Pass
        0xfff0b35a, // Warn
        0xfff38b6c, // Fail
        0xfff0a35c, // Inserted
        0xff3a2c1e, // InsertedTint
        0xff7fb2f0, // Removed
        0xff223246, // RemovedTint
        0xffb9bed2, // Changed
        0xff6f7887, // Edge
        0xff3f5b8f, // MatchLink
        0xff79a8f7, // MatchLinkActive
        0xffcf9cf5, // SearchMatch
        0xff66707e, // NoData
        0xff1b1e23, // PillText
        0xff6fb0ea, // DeviceBpu
        0xfff0a35c, // DeviceCpu
        0xff79a8f7, // Reference
        0xfff0a35c, // Candidate
        0xffff5fd2, // NotFinite
        0xff3fd6e0, // Saturated
        0xff7fb2f0, // Upstream
        0xfff0a35c, // Downstream
    },
    {0xff6aaeea, 0xffee9d58, 0xffb096ea, 0xffd2c25e, 0xff62c4be, 0xfff08fbd, 0xff93c77c, 0xff9aa3af}};

} // namespace

const ThemeColors& themeColors(bool isDark)
{
    return isDark ? darkColors : lightColors;
}

} // namespace driftscope
