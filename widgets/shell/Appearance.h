// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace driftscope {

/// Light, dark, or what the system says.
enum class ThemeChoice
{
    System,
    Light,
    Dark
};

[[nodiscard]] QString themeChoiceKey(ThemeChoice choice); ///< `system`, `light`, `dark`
[[nodiscard]] ThemeChoice themeChoiceFromKey(const QString& key); ///< System for anything else

/// Switches the program's look at run time. An override uses Fusion, since native styles paint parts of their controls
/// in the system's colours whatever the palette says.
class Appearance
{
public:
    Appearance(); ///< remembers the system's style and palette
    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

private:
    QString m_systemStyle;
    QPalette m_systemPalette;
    ThemeChoice m_choice = ThemeChoice::System;
};

} // namespace driftscope
