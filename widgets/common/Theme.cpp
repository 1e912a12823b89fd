// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Theme.h"

#include "widgets/common/ThemeColors.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

namespace driftscope {

namespace {

// After cividis, which was made for colour-blind readers and rises evenly in lightness.
const std::vector<QColor> sequentialStops{{0, 34, 78},     {18, 53, 112},   {59, 73, 108},   {87, 93, 109},
                                          {112, 113, 115}, {138, 134, 120}, {165, 156, 116}, {195, 179, 105},
                                          {225, 204, 85},  {254, 232, 56}};
// Blue is less, orange is more; lightness keeps rising through the middle, so that the sign survives in grey.
const std::vector<QColor> divergingStops{{10, 38, 92},   {28, 74, 148},   {76, 114, 176}, {142, 146, 156},
                                         {222, 152, 86}, {246, 184, 112}, {255, 224, 178}};
// From barely there to strong against the background.
const std::vector<QColor> errorOnLight{{248, 232, 212}, {240, 196, 140}, {226, 144, 78}, {196, 88, 38}, {140, 36, 20}};
const std::vector<QColor> errorOnDark{{66, 52, 44}, {120, 74, 44}, {184, 106, 58}, {240, 150, 96}, {255, 206, 178}};

const std::vector<QColor> magnitudeOnLight{
    {214, 230, 246}, {160, 198, 232}, {98, 156, 210}, {44, 104, 172}, {16, 52, 112}};
const std::vector<QColor> magnitudeOnDark{
    {46, 58, 74}, {54, 92, 140}, {84, 142, 204}, {136, 190, 240}, {206, 230, 255}};

QFont scaledFont(double factor, bool bold)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * factor)));
    font.setBold(bold);
    return font;
}

QPalette makePalette(bool isDark)
{
    const ThemeColors& colors = themeColors(isDark);
    const auto color
        = [&colors](ThemeColor role) { return QColor::fromRgba(colors.roles[static_cast<std::size_t>(role)]); };
    QPalette palette(color(ThemeColor::Window));
    palette.setColor(QPalette::Window, color(ThemeColor::Window));
    palette.setColor(QPalette::WindowText, color(ThemeColor::Text));
    palette.setColor(QPalette::Base, color(ThemeColor::Canvas));
    palette.setColor(QPalette::AlternateBase, mixed(color(ThemeColor::Canvas), color(ThemeColor::Border), 0.25));
    palette.setColor(QPalette::Text, color(ThemeColor::Text));
    palette.setColor(QPalette::PlaceholderText, color(ThemeColor::MutedText));
    palette.setColor(QPalette::Button, isDark ? color(ThemeColor::Surface) : color(ThemeColor::Window));
    palette.setColor(QPalette::ButtonText, color(ThemeColor::Text));
    palette.setColor(QPalette::BrightText, color(ThemeColor::Fail));
    palette.setColor(QPalette::ToolTipBase, color(ThemeColor::Surface));
    palette.setColor(QPalette::ToolTipText, color(ThemeColor::Text));
    palette.setColor(QPalette::Highlight, color(ThemeColor::Accent));
    palette.setColor(QPalette::HighlightedText, isDark ? color(ThemeColor::Window) : color(ThemeColor::Canvas));
    palette.setColor(QPalette::Link, color(ThemeColor::Accent));
    palette.setColor(QPalette::LinkVisited, color(ThemeColor::SearchMatch));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, mixed(color(ThemeColor::Window), color(ThemeColor::MutedText), 0.7));
    }
    return palette;
}

} // namespace

Theme::Theme(bool isDark)
    : m_isDark(isDark)
    , m_sequential(sequentialStops)
    , m_diverging(divergingStops)
    , m_error(isDark ? errorOnDark : errorOnLight)
    , m_magnitude(isDark ? magnitudeOnDark : magnitudeOnLight)
{ }

Theme Theme::fromPalette(const QPalette& palette)
{
    return Theme(isDark(palette));
}

Theme Theme::light()
{
    return Theme(false);
}

Theme Theme::dark()
{
    return Theme(true);
}

QPalette Theme::lightPalette()
{
    return makePalette(false);
}

QPalette Theme::darkPalette()
{
    return makePalette(true);
}

bool Theme::isDark(const QPalette& palette)
{
    // Halfway in perceived lightness is a relative luminance of 0.18, not of 0.5.
    return relativeLuminance(palette.color(QPalette::Active, QPalette::Window)) < 0.18;
}

QColor Theme::color(ThemeColor role) const
{
    return QColor::fromRgba(themeColors(m_isDark).roles[static_cast<std::size_t>(role)]);
}

QColor Theme::family(OpFamily family) const
{
    return QColor::fromRgba(themeColors(m_isDark).families[static_cast<std::size_t>(family)]);
}

QFont Theme::titleFont() const
{
    return scaledFont(1.0, true);
}

QFont Theme::bodyFont() const
{
    return scaledFont(1.0, false);
}

QFont Theme::smallFont() const
{
    return scaledFont(0.88, false);
}

QFont Theme::monoFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaledFont(0.94, false).pixelSize());
    return font;
}

QFont Theme::fontOfPixels(int pixels, bool isBold) const
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setBold(isBold);
    return font;
}

} // namespace driftscope
