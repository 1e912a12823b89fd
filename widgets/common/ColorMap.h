// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <vector>

namespace driftscope {

/// Colours for numbers between 0 and 1. Lightness never turns around along a map, so that it reads in grey.
class ColorMap
{
public:
    ColorMap() = default;
    /// Stops at equal distances, at least two.
    explicit ColorMap(std::vector<QColor> stops);

    /// Values outside 0…1 (and NaN) take the nearer end (NaN: the lower); show them otherwise where it matters.
    [[nodiscard]] QColor at(double position) const;
    /// A strip `width` by 1 for legends.
    [[nodiscard]] QImage strip(int width) const;
    [[nodiscard]] const std::vector<QColor>& stops() const { return m_stops; }

private:
    std::vector<QColor> m_stops;
};

/// Relative luminance of WCAG 2.1, 0 (black) to 1 (white).
[[nodiscard]] double relativeLuminance(const QColor& color);
/// Contrast ratio of WCAG 2.1, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& first, const QColor& second);
/// `amount` of `top` over `base`, both opaque.
[[nodiscard]] QColor mixed(const QColor& base, const QColor& top, double amount);

} // namespace driftscope
