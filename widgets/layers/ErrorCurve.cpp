// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/ErrorCurve.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/CopyMenu.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
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
    setFocusPolicy(Qt::StrongFocus);
    m_ranges = new QAction(this);
    m_ranges->setCheckable(true);
    m_header->addHeaderAction(m_ranges);
    m_copy = new CopyMenu(
        {[this](QChar separator) { return text(separator); }, [this] { return m_plot; }, [] { return u"errors"_s; }},
        this);
    m_header->addHeaderWidget(m_copy);
    putLegendAbove(*m_plot);
    m_plot->legend->setWrap(2);
    constexpr int milliseconds = 200;
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds);
    connect(&m_soon, &QTimer::timeout, this, &ErrorCurve::refresh);
    connect(m_ranges, &QAction::toggled, this, &ErrorCurve::refresh);
    connect(&session, &Session::comparisonChanged, this, &ErrorCurve::refresh);
    connect(&session, &Session::layersCompared, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&selection, &SelectionContext::changed, this, &ErrorCurve::follow);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const int layer = layerAt(event->position());
        if (layer >= 0)
            m_context.select(
                Selection::layer(m_session.layersRequest().reference, m_session.comparison()->layers[layer].name));
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
    m_soon.stop();
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_layers.clear();
    m_places.clear();
    applyTheme(*m_plot, Theme::fromPalette(palette()));
    m_stack->setCurrentWidget(m_session.comparison() ? static_cast<QWidget*>(m_plot) : m_empty);
    if (!m_session.comparison())
        return;
    drawRanges();
    drawCurve();
    drawTolerance();
    markFirstDrift();
    showLegend(*m_plot, m_ranges->isChecked());
    follow(m_context.current());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ErrorCurve::drawCurve()
{
    const Theme theme = Theme::fromPalette(palette());
    const auto& layers = m_session.comparison()->layers;
    QCPGraph* curve = m_plot->addGraph();
    curve->setName(tr("1 − cosine"));
    curve->setPen(QPen(theme.color(ThemeColor::Candidate), 1.6));
    curve->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.color(ThemeColor::Candidate), 4));
    double least = 1e-4;
    for (int i = 0; i < layers.size(); ++i) {
        if (!m_places.contains(layers[i].name))
            m_places.insert(layers[i].name, i);
        if (layers[i].status != ComparisonStatus::Compared)
            continue;
        m_layers.append(i);
        curve->addData(i, errorOf(layers[i]));
        least = std::min(least, errorOf(layers[i]));
    }
    m_plot->xAxis->setRange(-0.5, std::max<double>(1, static_cast<double>(layers.size()) - 0.5));
    m_plot->yAxis->setRange(least * 0.7, 2.0);
}

/// The bound of every layer, which is not the same for all.
void ErrorCurve::drawTolerance()
{
    const auto& layers = m_session.comparison()->layers;
    QCPGraph* limit = m_plot->addGraph();
    limit->setLineStyle(QCPGraph::lsStepCenter);
    limit->setPen(QPen(Theme::fromPalette(palette()).color(ThemeColor::MutedText), 0, Qt::DashLine));
    limit->removeFromLegend();
    for (const int i : std::as_const(m_layers)) {
        const double cosine = m_session.tolerances().of(layers[i].name, layers[i].kind).cosine;
        limit->addData(i, std::max(1 - cosine, smallestError));
    }
}

/// On an axis of their own: between the largest value and what nearly all others stay below lies what an integer range
/// wastes. Layers whose candidate sits at the ends of its type are marked.
void ErrorCurve::drawRanges()
{
    m_plot->yAxis2->setVisible(m_ranges->isChecked());
    if (!m_ranges->isChecked())
        return;
    const Theme theme = Theme::fromPalette(palette());
    const auto& layers = m_session.comparison()->layers;
    m_plot->yAxis2->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis2->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->yAxis2->setNumberFormat(u"eb"_s);
    m_plot->yAxis2->setNumberPrecision(0);
    QCPGraph* largest = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    QCPGraph* usual = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    QCPGraph* saturated = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    const QColor color = theme.color(ThemeColor::Reference);
    QColor fill = color;
    fill.setAlpha(60);
    largest->setName(tr("largest value"));
    usual->setName(tr("99.9 % of the values"));
    saturated->setName(tr("saturated"));
    largest->setPen(QPen(color, 1.2));
    usual->setPen(QPen(color, 1, Qt::DotLine));
    largest->setBrush(fill);
    largest->setChannelFillGraph(usual);
    saturated->setLineStyle(QCPGraph::lsNone);
    saturated->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, theme.color(ThemeColor::Saturated), 7));
    constexpr double noteworthy = 0.001;
    double least = 1;
    double most = 1;
    for (int i = 0; i < layers.size(); ++i) {
        const LayerRange& range = layers[i].referenceRange;
        if (layers[i].status != ComparisonStatus::Compared || range.magnitude() <= 0 || range.usual <= 0)
            continue;
        largest->addData(i, range.magnitude());
        usual->addData(i, range.usual);
        if (layers[i].metrics.saturation > noteworthy)
            saturated->addData(i, range.magnitude());
        least = std::min(least, range.usual);
        most = std::max(most, range.magnitude());
    }
    m_plot->yAxis2->setRange(least * 0.5, most * 2);
}

QString ErrorCurve::text(QChar separator) const
{
    QString all
        = QStringList{u"layer"_s, u"one_minus_cosine"_s, u"largest"_s, u"usual"_s, u"saturation"_s}.join(separator)
        % u'\n';
    for (const int i : m_layers) {
        const LayerComparison& layer = m_session.comparison()->layers[i];
        all += QStringList{separator == u',' ? csvCell(layer.name) : layer.name,
                           QString::number(1.0 - layer.metrics.cosine, 'g', 9),
                           QString::number(layer.referenceRange.magnitude(), 'g', 9),
                           QString::number(layer.referenceRange.usual, 'g', 9),
                           QString::number(layer.metrics.saturation, 'g', 9)}
                   .join(separator)
            % u'\n';
    }
    return all;
}

/// To the compared layer so many further on.
void ErrorCurve::step(int layers)
{
    if (m_layers.isEmpty())
        return;
    const int current = m_places.value(m_context.current().name, -1);
    const auto next = std::ranges::lower_bound(m_layers, current);
    auto place = std::ranges::distance(m_layers.begin(), next);
    if (current >= 0)
        place = std::clamp<std::ptrdiff_t>(place + layers, 0, m_layers.size() - 1);
    place = std::clamp<std::ptrdiff_t>(place, 0, m_layers.size() - 1);
    m_context.select(
        Selection::layer(m_session.layersRequest().reference, m_session.comparison()->layers[m_layers[place]].name));
}

void ErrorCurve::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        step(-1);
    else if (event->key() == Qt::Key_Right)
        step(1);
    else
        QWidget::keyPressEvent(event);
}

void ErrorCurve::markFirstDrift()
{
    const int first = m_session.comparison()->firstDivergence;
    if (first < 0 || !m_layers.contains(first))
        return;
    const Theme theme = Theme::fromPalette(palette());
    const LayerComparison& layer = m_session.comparison()->layers[first];
    QCPGraph* mark = m_plot->addGraph();
    mark->removeFromLegend();
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
    for (int i = m_plot->itemCount() - 1; i >= 0; --i) {
        if (m_plot->item(i)->objectName() == "selectedLayer"_L1)
            m_plot->removeItem(i);
    }
    const int place = selection.kind == Selection::Kind::None ? -1 : m_places.value(selection.name, -1);
    if (place >= 0) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->setObjectName(u"selectedLayer"_s);
        line->point1->setCoords(place, 1e-3);
        line->point2->setCoords(place, 1);
        line->setPen(QPen(Theme::fromPalette(palette()).color(ThemeColor::Accent), 1.4));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ErrorCurve::retranslate()
{
    m_ranges->setText(tr("Ranges"));
    m_ranges->setToolTip(tr("Show the range of each layer's values and where they saturate"));
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
