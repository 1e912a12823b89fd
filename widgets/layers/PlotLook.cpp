// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/PlotLook.h"

#include <qcustomplot.h>

namespace driftscope {

void applyTheme(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.color(ThemeColor::Canvas));
    const QPen line(theme.color(ThemeColor::Border), 0);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(theme.color(ThemeColor::MutedText));
        axis->setTickLabelFont(theme.smallFont());
        axis->setLabelColor(theme.color(ThemeColor::MutedText));
        axis->setLabelFont(theme.smallFont());
        axis->grid()->setPen(line);
        axis->grid()->setZeroLinePen(line);
        axis->grid()->setSubGridVisible(false);
    }
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setTextColor(theme.color(ThemeColor::Text));
    plot.legend->setFont(theme.smallFont());
}

} // namespace driftscope
