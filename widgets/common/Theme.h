// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ColorMap.h"
#include "widgets/common/OpFamily.h"

#include <QFont>
#include <QPalette>

namespace driftscope {

/// What a colour means. Widgets name meanings; only Theme knows colours.
enum class ThemeColor
{
    Window, ///< behind the panes
    Canvas, ///< behind graphs and plots
    Surface, ///< boxes and cards
    Border,
    Text,
    MutedText,
    Accent, ///< selection, focus and links, at least 3:1 against Canvas and Surface
    SelectionTint,
    Hover,
    Pass,
    Warn,
    Fail,
    Inserted,
    InsertedTint,
    Removed,
    RemovedTint,
    Changed, ///< ≠ and ⇄
    Edge, ///< a value's way inside a graph
    MatchLink, ///< between matched nodes of two graphs
    MatchLinkActive, ///< of the selected node
    SearchMatch,
    NoData, ///< lines of the hatching
    PillText, ///< on Pass, Warn and Fail as fills
    DeviceBpu,
    DeviceCpu,
    Reference, ///< curves and bars of the reference
    Candidate, ///< curves and bars of what is compared with it
    NotFinite, ///< NaN and Inf in pictures, outside every map
    Saturated, ///< clipped values in pictures, outside every map
    Upstream, ///< edges that lead to the selected node; dashed besides
    Downstream ///< edges that lead on from it
};
inline constexpr int themeColorCount = static_cast<int>(ThemeColor::Downstream) + 1;

/// Colours, fonts and distances of the interface for one background. A value: take a new one on PaletteChange.
/// Blue and orange carry the meanings, never red against green, and every meaning has a glyph or a pattern besides.
class Theme
{
public:
    /// Dark or light as the palette's window colour is.
    [[nodiscard]] static Theme fromPalette(const QPalette& palette);
    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    /// For an override of the system's look, with the Fusion style.
    [[nodiscard]] static QPalette lightPalette();
    [[nodiscard]] static QPalette darkPalette();
    [[nodiscard]] static bool isDark(const QPalette& palette);

    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] QColor color(ThemeColor role) const;
    [[nodiscard]] QColor family(OpFamily family) const;
    [[nodiscard]] const ColorMap& sequential() const { return m_sequential; } ///< values of a tensor
    [[nodiscard]] const ColorMap& diverging() const { return m_diverging; } ///< differences, 0.5 is none
    [[nodiscard]] const ColorMap& error() const { return m_error; } ///< 0 none, 1 worst
    [[nodiscard]] const ColorMap& magnitude() const { return m_magnitude; } ///< 0 least, 1 most; neither is good or bad

    /// Text of the interface at pixel sizes relative to the program's font.
    [[nodiscard]] QFont titleFont() const; ///< bold
    [[nodiscard]] QFont bodyFont() const;
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] QFont monoFont() const;
    /// For painting in world units, where the interface's size does not count. Cheap.
    [[nodiscard]] QFont fontOfPixels(int pixels, bool isBold) const;

    bool operator==(const Theme& other) const { return m_isDark == other.m_isDark; }

private:
    explicit Theme(bool isDark);

    bool m_isDark = false;
    ColorMap m_sequential;
    ColorMap m_diverging;
    ColorMap m_error;
    ColorMap m_magnitude;
};

/// Distances in device-independent pixels.
namespace spacing {
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 12;
inline constexpr int paneHeader = 34; ///< least height of a pane's header
inline constexpr int cornerRadius = 4;
} // namespace spacing

} // namespace driftscope
