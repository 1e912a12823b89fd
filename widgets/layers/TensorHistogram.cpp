// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorHistogram.h"

#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>

namespace driftscope {

namespace {

void addCurve(QCustomPlot& plot, const Histogram& histogram, const QColor& color, Qt::PenStyle style, bool isFilled)
{
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsStepCenter);
    graph->setPen(QPen(color, 1.4, style));
    if (isFilled) {
        QColor fill = color;
        fill.setAlpha(60);
        graph->setBrush(fill);
    }
    const auto bins = static_cast<double>(histogram.counts.size());
    const double width = bins > 0 ? (histogram.maximum - histogram.minimum) / bins : 1.0;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        graph->addData(histogram.minimum + (static_cast<double>(i) + 0.5) * width,
                       static_cast<double>(histogram.counts[i]));
    }
}

} // namespace

TensorHistogram::TensorHistogram(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setMinimumSize(100, 56);
    m_plot->yAxis->setTickLabels(false);
    m_plot->yAxis->setTicks(false);
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->setAccessibleName(tr("Histogram of both tensors"));
    redraw();
}

void TensorHistogram::setHistograms(const Histogram& reference, const Histogram& candidate)
{
    m_reference = reference;
    m_candidate = candidate;
    redraw();
}

void TensorHistogram::redraw()
{
    const Theme theme = Theme::fromPalette(palette());
    m_plot->clearPlottables();
    applyTheme(*m_plot, theme);
    addCurve(*m_plot, m_reference, theme.color(ThemeColor::Reference), Qt::SolidLine, true);
    addCurve(*m_plot, m_candidate, theme.color(ThemeColor::Candidate), Qt::DashLine, false);
    m_plot->rescaleAxes();
    m_plot->yAxis->setRangeLower(0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TensorHistogram::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
    if (event->type() == QEvent::LanguageChange)
        m_plot->setAccessibleName(tr("Histogram of both tensors"));
}

} // namespace driftscope
