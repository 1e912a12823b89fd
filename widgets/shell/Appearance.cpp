// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Appearance.h"

#include "widgets/common/Theme.h"
#include "widgets/shell/OutlinedStyle.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace driftscope {

QString themeChoiceKey(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeChoiceFromKey(const QString& key)
{
    if (key == "light"_L1)
        return ThemeChoice::Light;
    return key == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

Appearance::Appearance()
    : m_systemStyle(QApplication::style()->objectName())
    , m_systemPalette(QApplication::palette())
{ }

void Appearance::apply(ThemeChoice choice)
{
    m_choice = choice;
    const bool isFusion = choice != ThemeChoice::System || m_systemStyle.compare(u"fusion"_s, Qt::CaseInsensitive) == 0;
    const bool isOutlined = qobject_cast<OutlinedStyle*>(QApplication::style()) != nullptr;
    if (isFusion && !isOutlined)
        QApplication::setStyle(new OutlinedStyle);
    else if (!isFusion && isOutlined)
        QApplication::setStyle(m_systemStyle);
    QPalette palette = m_systemPalette;
    if (choice == ThemeChoice::Light)
        palette = Theme::lightPalette();
    else if (choice == ThemeChoice::Dark)
        palette = Theme::darkPalette();
    else if (isFusion)
        palette = Theme::isDark(m_systemPalette) ? Theme::darkPalette() : Theme::lightPalette();
    QApplication::setPalette(palette);
}

} // namespace driftscope
