// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SweepPlot.h"

#include "core/history/RunComparison.h"
#include "core/models/SweepModel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolTip>

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr double groupWidth = 0.8; ///< of the place that a value of the first key has
constexpr int mostTexts = 16; ///< marks that carry their number

/// Told apart by shape and pattern too, not by colour alone.
constexpr std::array shapes{QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare, QCPScatterStyle::ssDiamond,
                            QCPScatterStyle::ssTriangle, QCPScatterStyle::ssTriangleInverted};
constexpr std::array patterns{Qt::SolidPattern, Qt::Dense4Pattern, Qt::BDiagPattern, Qt::Dense6Pattern,
                              Qt::DiagCrossPattern};
constexpr std::array colors{ThemeColor::Candidate, ThemeColor::Reference, ThemeColor::Changed, ThemeColor::Inserted,
                            ThemeColor::MutedText};

/// Says a figure at a place of the axis as the table does, with as many digits as the axis needs.
class FigureTicker : public QCPAxisTicker
{
public:
    explicit FigureTicker(QString figure)
        : m_figure(std::move(figure))
    { }

protected:
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override
    {
        if (m_figure.startsWith(u"top1."_s))
            return u"%1 %"_s.arg(QString::number(tick * 100, 'g', 4));
        return m_figure.startsWith(u"cosine."_s) ? QString::number(tick, 'g', 6) : metricText(m_figure, tick);
    }

private:
    QString m_figure;
};

bool areNumbers(const QStringList& values)
{
    return std::ranges::all_of(values, [](const QString& value) {
        bool isNumber = false;
        (void)value.toDouble(&isNumber);
        return isNumber;
    });
}

/// Bars over values that lie close together all look the same.
bool arePoints(const QList<double>& values)
{
    const auto [least, most] = std::ranges::minmax(values);
    return values.size() > 1 && least > 0.0 && most - least < 0.3 * most;
}

} // namespace

SweepPlot::SweepPlot(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
    , m_plot(new QCustomPlot(this))
{
    m_plot->setMinimumSize(200, 140);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plot);
    putLegendAbove(*m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus); // the table is the way for the keyboard
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        if (const int row = rowAt(event->position()); row >= 0)
            Q_EMIT rowClicked(row, event->modifiers());
    });
    connect(m_plot, &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent* event) { tell(event->globalPosition().toPoint(), rowAt(event->position())); });
    retranslate();
}

void SweepPlot::setSweep(const Sweep& sweep, const QString& figure, const std::optional<SweepBest>& best)
{
    m_sweep = sweep;
    m_figure = figure;
    m_best = best;
    draw();
}

void SweepPlot::setChosen(const QList<int>& rows)
{
    if (rows == m_chosen)
        return;
    m_chosen = rows;
    draw();
}

int SweepPlot::seriesCount() const
{
    return m_sweep.keys.size() == 2 ? static_cast<int>(m_sweep.keys[1].values.size()) : 1;
}

double SweepPlot::slotWidth() const
{
    return groupWidth / seriesCount();
}

double SweepPlot::placeOf(int row) const
{
    const int series = seriesCount();
    const int group = row / series; // the value of the first key
    return group + (row % series - (series - 1) / 2.0) * slotWidth();
}

std::optional<double> SweepPlot::valueOf(int row) const
{
    return sweepFigure(m_sweep.rows[row], m_figure);
}

bool SweepPlot::hasBars() const
{
    return m_plot->plottableCount() > 0 && qobject_cast<QCPBars*>(m_plot->plottable(0)) != nullptr;
}

void SweepPlot::draw()
{
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_stack->setCurrentWidget(m_sweep.rows.isEmpty() ? static_cast<QWidget*>(m_empty) : m_plot);
    if (m_sweep.rows.isEmpty())
        return;
    const Theme theme = Theme::fromPalette(palette());
    applyTheme(*m_plot, theme);
    for (int series = 0; series < seriesCount(); ++series)
        addSeries(series, theme);
    setKeyAxis(theme);
    setValueAxis();
    addMarks(theme);
    markChosen(theme);
    showLegend(*m_plot, seriesCount() > 1);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SweepPlot::addSeries(int series, const Theme& theme)
{
    QVector<double> places;
    QVector<double> values;
    QList<double> all;
    for (int row = 0; row < m_sweep.rows.size(); ++row) {
        const auto value = valueOf(row);
        if (value)
            all.append(*value);
        if (value && row % seriesCount() == series) {
            places.append(placeOf(row));
            values.append(*value);
        }
    }
    const auto look = static_cast<std::size_t>(series) % colors.size();
    const QColor color = theme.color(colors[look]);
    const QString name = m_sweep.keys.size() == 2
        ? m_sweep.keys[1].key.section(u'.', -1) + u' ' + sweepValueText(m_sweep.keys[1].values[series])
        : QString();
    if (all.isEmpty() || arePoints(all)) {
        QCPGraph* graph = m_plot->addGraph();
        graph->setName(name);
        graph->setPen(QPen(color, 1.2));
        if (!areNumbers(m_sweep.keys.first().values)) // between two words there is no way
            graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(shapes[look], QPen(color, 1.6), QBrush(color), 9));
        graph->setData(places, values, true);
        return;
    }
    auto* bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    bars->setName(name);
    bars->setPen(QPen(color, 1.2));
    bars->setBrush(QBrush(color, patterns[look]));
    bars->setWidth(slotWidth() * 0.86);
    bars->setData(places, values, true);
}

void SweepPlot::setKeyAxis(const Theme& theme)
{
    const SweepKey& first = m_sweep.keys.first();
    const QFontMetrics metrics(theme.smallFont());
    const double room = std::max(1.0, m_plot->width() - 90.0) / static_cast<double>(first.values.size());
    qsizetype longest = 0;
    for (const QString& value : first.values)
        longest = std::max(longest, sweepValueText(value).size());
    const bool isTight = metrics.averageCharWidth() * static_cast<double>(longest + 2) > room;
    // Turned, a label needs the room of its height.
    const auto every = static_cast<qsizetype>(std::max(1.0, std::ceil(metrics.height() * 1.6 / room)));
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < first.values.size(); i += every)
        ticker->addTick(static_cast<double>(i), sweepValueText(first.values[i]));
    m_plot->xAxis->setTickLabelRotation(isTight ? -30 : 0);
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setSubTicks(false);
    m_plot->xAxis->setTickLength(0);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setRange(-0.6, static_cast<double>(first.values.size()) - 0.4);
    m_plot->xAxis->setLabel(first.key.section(u'.', -1));
}

void SweepPlot::setValueAxis()
{
    QList<double> values;
    for (int row = 0; row < m_sweep.rows.size(); ++row) {
        if (const auto value = valueOf(row))
            values.append(*value);
    }
    double low = 0.0;
    double high = 1.0;
    if (!values.isEmpty()) {
        const auto [least, most] = std::ranges::minmax(values);
        const double spread = hasBars() ? most : std::max(most - least, std::abs(most) * 1e-6);
        low = hasBars() ? std::min(0.0, least) : least - spread * 0.25;
        high = most + spread * 0.3; // room for the numbers
    }
    m_plot->yAxis->setRange(low, high > low ? high : low + 1.0);
    const QString title = metricTitle(m_figure);
    m_plot->yAxis->setLabel(hasBars() || values.isEmpty() ? title : tr("%1 (not from 0)").arg(title));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new FigureTicker(m_figure)));
}

void SweepPlot::addText(const QPointF& at, const QString& text, const QColor& color, bool isBold)
{
    auto* item = new QCPItemText(m_plot);
    QFont font = Theme::fromPalette(palette()).smallFont();
    font.setBold(isBold);
    item->setFont(font);
    item->setColor(color);
    item->setText(text);
    item->setTextAlignment(Qt::AlignHCenter);
    item->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    item->setPadding({2, 2, 2, hasBars() ? 3 : 8});
    item->position->setCoords(at);
}

void SweepPlot::addMarks(const Theme& theme)
{
    const double foot = m_plot->yAxis->range().lower;
    for (int row = 0; row < m_sweep.rows.size(); ++row) {
        const auto value = valueOf(row);
        const bool isBest = m_best && m_best->row == row && value;
        const SweepRowState state = m_sweep.rows[row].state;
        if (!value) {
            const bool hasFailed = state == SweepRowState::Failed || state == SweepRowState::Refused;
            const QString mark = hasFailed ? u"✕"_s : state == SweepRowState::Running ? u"…"_s : u"–"_s;
            addText({placeOf(row), foot}, mark, theme.color(hasFailed ? ThemeColor::Fail : ThemeColor::MutedText),
                    hasFailed);
            continue;
        }
        QString text = m_sweep.rows.size() <= mostTexts ? metricText(m_figure, *value) : QString();
        if (isBest)
            text = text.isEmpty() ? u"★"_s : u"★\n"_s + text;
        if (!text.isEmpty())
            addText({placeOf(row), *value}, text, theme.color(isBest ? ThemeColor::Text : ThemeColor::MutedText),
                    isBest);
    }
}

void SweepPlot::markChosen(const Theme& theme)
{
    for (const int row : std::as_const(m_chosen)) {
        if (row >= m_sweep.rows.size())
            continue;
        auto* band = new QCPItemRect(m_plot);
        band->setClipToAxisRect(true);
        band->setPen(QPen(theme.color(ThemeColor::Accent), 1.4));
        band->setBrush(Qt::NoBrush);
        const QCPRange range = m_plot->yAxis->range();
        band->topLeft->setCoords(placeOf(row) - slotWidth() / 2, range.upper);
        band->bottomRight->setCoords(placeOf(row) + slotWidth() / 2, range.lower);
    }
}

QPointF SweepPlot::pointOfRow(int row) const
{
    return {m_plot->xAxis->coordToPixel(placeOf(row)),
            m_plot->yAxis->coordToPixel(valueOf(row).value_or(m_plot->yAxis->range().lower))};
}

int SweepPlot::rowAt(const QPointF& point) const
{
    if (m_sweep.rows.isEmpty() || !m_plot->axisRect()->rect().contains(point.toPoint()))
        return -1;
    const double place = m_plot->xAxis->pixelToCoord(point.x());
    for (int row = 0; row < m_sweep.rows.size(); ++row) {
        if (std::abs(place - placeOf(row)) <= slotWidth() / 2)
            return row;
    }
    return -1;
}

void SweepPlot::tell(const QPoint& global, int row)
{
    if (row < 0) {
        QToolTip::hideText();
        return;
    }
    const SweepRow& variant = m_sweep.rows[row];
    QStringList lines{sweepRowTitle(m_sweep.keys, variant.values), SweepModel::stateText(variant.state)};
    if (const auto value = valueOf(row))
        lines.append(metricTitle(m_figure) + u": "_s + metricText(m_figure, *value));
    if (!variant.message.isEmpty())
        lines.append(variant.message);
    QToolTip::showText(global, lines.join(u'\n'), m_plot);
}

void SweepPlot::retranslate()
{
    m_plot->setAccessibleName(tr("Figure over the variants; the table holds the same numbers"));
    m_empty->setTitle(tr("No sweep yet"));
    m_empty->setText(tr("Choose a key and its values and start; each combination becomes a run."));
}

void SweepPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        draw();
}

void SweepPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw(); // labels turn where they are tight
}

} // namespace driftscope
