// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/OutlinedStyle.h"

#include "widgets/common/Theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace driftscope {

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(u"fusion"_s)
{
    setObjectName(u"driftscope"_s);
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    if ((!isRound && element != PE_IndicatorCheckBox && element != PE_FrameLineEdit)
        || !Theme::isDark(option->palette)) {
        return;
    }
    const bool isFocused = option->state.testFlag(State_HasFocus);
    const Theme theme = Theme::fromPalette(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.color(isFocused ? ThemeColor::Accent : ThemeColor::MutedText));
    painter->setOpacity(option->state.testFlag(State_Enabled) ? 0.7 : 0.3);
    painter->setBrush(Qt::NoBrush);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isRound) {
        painter->drawEllipse(rect);
    } else {
        painter->drawRoundedRect(rect, 2, 2);
    }
    painter->restore();
}

} // namespace driftscope
