// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Card.h"

#include "widgets/common/Theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace driftscope {

Card::Card(QWidget* content, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 2, 1, 2);
    column->addWidget(content);
}

void Card::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.setBrush(theme.color(ThemeColor::Canvas));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cornerRadius,
                            spacing::cornerRadius);
}

} // namespace driftscope
