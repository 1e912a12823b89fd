// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/ErrorCurve.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Equal tensors have no place on a logarithmic scale; they are drawn at its foot.
constexpr double smallestError = 1e-5;

double errorOf(const LayerComparison& layer)
{
    return std::clamp(1.0 - layer.metrics.cosine, smallestError, 2.0);
}

} // namespace

ErrorCurve::ErrorCurve(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_plot(new QCustomPlot(this))
{
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->yAxis->setNumberFormat(u"eb"_s);
    m_plot->yAxis->setNumberPrecision(0);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setMinimumSize(120, 80);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connect(&session, &Session::comparisonChanged, this, &ErrorCurve::refresh);
    connect(&selection, &SelectionContext::changed, this, &ErrorCurve::follow);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const int layer = layerAt(event->position());
        if (layer >= 0)
            m_context.select(Selection::layer(Stage::Quantized, m_session.comparison()->layers[layer].name));
    });
    retranslate();
    refresh();
}

int ErrorCurve::layerAt(const QPointF& point) const
{
    if (m_layers.isEmpty() || !m_session.comparison())
        return -1;
    const double place = m_plot->xAxis->pixelToCoord(point.x());
    return *std::ranges::min_element(m_layers, {}, [place](int layer) { return std::abs(layer - place); });
}

QPointF ErrorCurve::pointOfLayer(int layer) const
{
    const double error = errorOf(m_session.comparison()->layers[layer]);
    return {m_plot->xAxis->coordToPixel(layer), m_plot->yAxis->coordToPixel(error)};
}

void ErrorCurve::refresh()
{
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_layers.clear();
    const Theme theme = Theme::fromPalette(palette());
    applyTheme(*m_plot, theme);
    m_stack->setCurrentWidget(m_session.comparison() ? static_cast<QWidget*>(m_plot) : m_empty);
    if (!m_session.comparison())
        return;
    const auto& layers = m_session.comparison()->layers;
    QCPGraph* curve = m_plot->addGraph();
    curve->setPen(QPen(theme.color(ThemeColor::Candidate), 1.6));
    curve->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.color(ThemeColor::Candidate), 4));
    double least = 1e-4;
    for (int i = 0; i < layers.size(); ++i) {
        if (layers[i].status != ComparisonStatus::Compared)
            continue;
        m_layers.append(i);
        curve->addData(i, errorOf(layers[i]));
        least = std::min(least, errorOf(layers[i]));
    }
    m_plot->xAxis->setRange(-0.5, std::max<double>(1, static_cast<double>(layers.size()) - 0.5));
    m_plot->yAxis->setRange(least * 0.7, 2.0);
    QCPItemStraightLine* limit = new QCPItemStraightLine(m_plot);
    limit->point1->setCoords(0, 1 - ComparisonTolerance().cosine);
    limit->point2->setCoords(1, 1 - ComparisonTolerance().cosine);
    limit->setPen(QPen(theme.color(ThemeColor::MutedText), 0, Qt::DashLine));
    markFirstDrift();
    follow(m_context.current());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ErrorCurve::markFirstDrift()
{
    const int first = m_session.comparison()->firstDivergence;
    if (first < 0 || !m_layers.contains(first))
        return;
    const Theme theme = Theme::fromPalette(palette());
    const LayerComparison& layer = m_session.comparison()->layers[first];
    QCPGraph* mark = m_plot->addGraph();
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.color(ThemeColor::Fail), 9));
    mark->addData(first, errorOf(layer));
    auto* text = new QCPItemText(m_plot);
    text->setColor(theme.color(ThemeColor::Fail));
    QFont font = theme.smallFont();
    font.setBold(true);
    text->setFont(font);
    const QFontMetrics metrics(font);
    text->setText(
        metrics.elidedText(tr("first drift: %1").arg(layer.name), Qt::ElideMiddle, std::max(120, m_plot->width() / 2)));
    // Below the point, on the side where there is room.
    const bool isLeft = first * 2 < m_session.comparison()->layers.size();
    text->setPositionAlignment((isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    text->position->setCoords(first, errorOf(layer));
    text->setPadding({6, 8, 6, 0});
}

void ErrorCurve::follow(const Selection& selection)
{
    if (!m_session.comparison())
        return;
    const auto& layers = m_session.comparison()->layers;
    const auto found = std::ranges::find(layers, selection.name, &LayerComparison::name);
    if (m_plot->itemCount() > 0) {
        for (int i = m_plot->itemCount() - 1; i >= 0; --i) {
            if (m_plot->item(i)->objectName() == "selectedLayer"_L1)
                m_plot->removeItem(i);
        }
    }
    if (found != layers.end() && selection.kind != Selection::Kind::None) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->setObjectName(u"selectedLayer"_s);
        const double x = static_cast<double>(found - layers.begin());
        line->point1->setCoords(x, 1e-3);
        line->point2->setCoords(x, 1);
        line->setPen(QPen(Theme::fromPalette(palette()).color(ThemeColor::Accent), 1.4));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ErrorCurve::retranslate()
{
    m_header->setTitle(tr("Error along the network"));
    m_header->setSubtitle(tr("1 − cosine, logarithmic"));
    m_plot->setAccessibleName(tr("Error along the network; the layers table holds the same numbers"));
    m_empty->setTitle(tr("No error curve yet"));
    m_empty->setText(tr("It appears when layers have been compared with the board's."));
}

void ErrorCurve::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
