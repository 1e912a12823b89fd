// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PlotLook.h"

#include <qcustomplot.h>

namespace driftscope {

void applyTheme(QCustomPlot& plot, const Theme& theme)
{
    plot.setBackground(theme.color(ThemeColor::Canvas));
    const QPen line(theme.color(ThemeColor::Border), 0);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) {
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

void putLegendAbove(QCustomPlot& plot)
{
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, plot.legend);
    plot.plotLayout()->setRowSpacing(0);
    plot.plotLayout()->setRowStretchFactor(0, 0.001);
    plot.legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot.legend->setMargins({4, 2, 4, 0});
    showLegend(plot, false);
}

void showLegend(QCustomPlot& plot, bool isShown)
{
    plot.legend->setVisible(isShown);
    plot.legend->setMaximumSize(QWIDGETSIZE_MAX, isShown ? plot.legend->minimumOuterSizeHint().height() : 0);
}

} // namespace driftscope
