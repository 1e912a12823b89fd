// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsTimeline.h"

#include "core/history/RunComparison.h"
#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr double foot = 0.02; ///< where crosses stand
constexpr double mostMarks = 250; ///< runs in view that are still marked one by one
constexpr int dragDistance = 4; ///< pixels that tell a drag from a click

/// Says when the run at a place was started.
class RunTicker : public QCPAxisTicker
{
public:
    explicit RunTicker(const QList<RunSummary>& runs)
        : m_runs(runs)
    {
        setTickCount(6);
        setTickStepStrategy(tssReadability);
    }

protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    int getSubTickCount(double /*tickStep*/) override { return 0; }
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override
    {
        const auto at = static_cast<qsizetype>(std::lround(tick));
        if (at < 0 || at >= m_runs.size())
            return {};
        const RunSummary& run = m_runs[at];
        if (!run.startedAt.isValid())
            return run.id.left(16);
        const bool isOneDay = m_runs.first().startedAt.date() == m_runs.last().startedAt.date();
        return run.startedAt.toString(isOneDay ? u"HH:mm:ss"_s : u"MM-dd HH:mm"_s);
    }

private:
    const QList<RunSummary>& m_runs;
};

bool hasFailed(const RunSummary& run)
{
    return run.status == CompileStatus::Failed || run.status == CompileStatus::Interrupted;
}

} // namespace

RunsTimeline::RunsTimeline(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    setUp();
    m_plot->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_plot);
    m_plot->installEventFilter(this);
    connect(m_plot, &QCustomPlot::mousePress, this,
            [this](const QMouseEvent* event) { m_pressed = event->position(); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent* event) {
        const int run = runAt(event->position());
        if (run >= 0 && (event->position() - m_pressed).manhattanLength() < dragDistance)
            Q_EMIT runClicked(m_runs[run].id, event->modifiers());
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &RunsTimeline::showAll);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        const int run = event->buttons() == Qt::NoButton ? runAt(event->position()) : -1;
        if (run >= 0)
            QToolTip::showText(event->globalPosition().toPoint(), toolTipOf(run), m_plot);
        else
            QToolTip::hideText();
    });
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, &RunsTimeline::keepInside);
    retranslate();
    draw();
}

void RunsTimeline::setUp()
{
    m_plot->setMinimumSize(200, 150);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new RunTicker(m_runs)));
    m_plot->xAxis->grid()->setVisible(false);
    const auto percent = QSharedPointer<QCPAxisTickerText>::create();
    for (const int share : {0, 25, 50, 75, 100})
        percent->addTick(share / 100.0, u"%1 %"_s.arg(share));
    m_plot->yAxis->setTicker(percent);
    m_plot->yAxis->setRange(-0.03, 1.06);
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis2->setSubTicks(false);
    m_plot->yAxis2->setNumberFormat(u"gb"_s);
    m_marks = m_plot->addGraph();
    m_marks->setLineStyle(QCPGraph::lsImpulse);
    m_marks->removeFromLegend();
    addCurve(u"top1.quantized"_s, false);
    addCurve(u"top1.board"_s, false);
    addCurve(u"cosine.worst"_s, true);
    m_failed = m_plot->addGraph();
    m_failed->setLineStyle(QCPGraph::lsNone);
    putLegendAbove(*m_plot);
}

void RunsTimeline::addCurve(const QString& metric, bool isSimilarity)
{
    QCPGraph* graph = isSimilarity ? m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2) : m_plot->addGraph();
    graph->setAdaptiveSampling(true);
    m_curves.append({metric, graph});
}

void RunsTimeline::setRuns(QList<RunSummary> runs)
{
    std::ranges::sort(runs, {}, &RunSummary::id);
    const bool isOther = runs.size() != m_runs.size();
    m_runs = std::move(runs);
    draw();
    if (isOther)
        showAll();
}

void RunsTimeline::draw()
{
    dress(Theme::fromPalette(palette()));
    double least = 1.0;
    for (const Curve& curve : std::as_const(m_curves)) {
        QVector<double> places;
        QVector<double> values;
        for (qsizetype i = 0; i < m_runs.size(); ++i) {
            const auto found = m_runs[i].metrics.constFind(curve.metric);
            const bool isThere = found != m_runs[i].metrics.constEnd();
            places.append(static_cast<double>(i));
            values.append(isThere ? *found : std::numeric_limits<double>::quiet_NaN()); // a gap in the line
            if (isThere && curve.graph->valueAxis() == m_plot->yAxis2)
                least = std::min(least, *found);
        }
        curve.graph->setData(places, values, true);
    }
    const double room = std::max(1.0 - least, 1e-6);
    m_plot->yAxis2->setRange(least - room * 0.1, 1.0 + room * 0.1);
    QVector<double> places;
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        if (hasFailed(m_runs[i]))
            places.append(static_cast<double>(i));
    }
    m_failed->setData(places, QVector<double>(places.size(), foot), true);
    markChosen();
}

void RunsTimeline::dress(const Theme& theme)
{
    applyTheme(*m_plot, theme);
    m_isCrowded = m_plot->xAxis->range().size() > mostMarks;
    const std::array looks{std::pair(ThemeColor::Reference, QCPScatterStyle::ssSquare),
                           std::pair(ThemeColor::Candidate, QCPScatterStyle::ssDisc),
                           std::pair(ThemeColor::MutedText, QCPScatterStyle::ssDiamond)};
    const std::array lines{Qt::SolidLine, Qt::SolidLine, Qt::DashLine};
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const QColor color = theme.color(looks[i].first);
        QCPGraph* graph = m_curves[static_cast<qsizetype>(i)].graph;
        graph->setPen(QPen(color, m_isCrowded ? 1.0 : 1.6, lines[i]));
        graph->setScatterStyle(m_isCrowded ? QCPScatterStyle(QCPScatterStyle::ssDot)
                                           : QCPScatterStyle(looks[i].second, QPen(color), QBrush(color), 6));
    }
    m_failed->setPen(QPen(theme.color(ThemeColor::Fail), 1.6));
    m_failed->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, m_isCrowded ? 5 : 8));
    m_marks->setPen(QPen(theme.color(ThemeColor::Accent), 1.6));
    showLegend(*m_plot, true);
}

void RunsTimeline::showAll()
{
    m_plot->xAxis->setRange(-0.5, std::max(1.0, static_cast<double>(m_runs.size()) - 0.5));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// One cannot get lost beside the runs.
void RunsTimeline::keepInside()
{
    const QCPRange all(-0.5, std::max(1.0, static_cast<double>(m_runs.size()) - 0.5));
    const QCPRange bounded = m_plot->xAxis->range().bounded(all.lower, all.upper);
    if (bounded != m_plot->xAxis->range())
        m_plot->xAxis->setRange(bounded);
    if (m_isCrowded != (bounded.size() > mostMarks))
        dress(Theme::fromPalette(palette()));
}

void RunsTimeline::setChosen(const QStringList& ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids;
    markChosen();
}

void RunsTimeline::markChosen()
{
    QVector<double> places;
    for (const QString& id : std::as_const(m_chosen)) {
        if (const int at = indexOf(id); at >= 0)
            places.append(at);
    }
    m_marks->setData(places, QVector<double>(places.size(), m_plot->yAxis->range().upper));
    const QString current = m_chosen.isEmpty() ? QString() : m_chosen.last();
    const int at = indexOf(current);
    m_plot->setAccessibleDescription(at < 0 ? QString() : toolTipOf(at));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int RunsTimeline::indexOf(const QString& id) const
{
    const auto found = std::ranges::lower_bound(m_runs, id, {}, &RunSummary::id);
    return found != m_runs.end() && found->id == id ? static_cast<int>(found - m_runs.begin()) : -1;
}

int RunsTimeline::runAt(const QPointF& point) const
{
    if (m_runs.isEmpty() || !m_plot->axisRect()->rect().contains(point.toPoint()))
        return -1;
    const auto at = std::lround(m_plot->xAxis->pixelToCoord(point.x()));
    return static_cast<int>(std::clamp<long>(at, 0, static_cast<long>(m_runs.size()) - 1));
}

QPointF RunsTimeline::pointOfRun(const QString& id) const
{
    return {m_plot->xAxis->coordToPixel(indexOf(id)), m_plot->yAxis->coordToPixel(0.5)};
}

QString RunsTimeline::toolTipOf(int run) const
{
    const RunSummary& summary = m_runs[run];
    QStringList lines{summary.id};
    if (!summary.sweep.settings.isEmpty())
        lines.append(sweepSettingsText(summary.sweep.settings));
    for (const Curve& curve : m_curves) {
        if (summary.metrics.contains(curve.metric))
            lines.append(metricTitle(curve.metric) + u": "_s
                         + metricText(curve.metric, summary.metrics.value(curve.metric)));
    }
    if (!summary.worstLayer.isEmpty())
        lines.append(tr("Worst layer: %1").arg(summary.worstLayer));
    if (!summary.message.isEmpty())
        lines.append(summary.message);
    return lines.join(u'\n');
}

void RunsTimeline::step(int to)
{
    if (m_runs.isEmpty())
        return;
    const int at = std::clamp<int>(to, 0, static_cast<int>(m_runs.size()) - 1);
    QCPRange range = m_plot->xAxis->range();
    if (!range.contains(at))
        m_plot->xAxis->setRange(at, range.size(), Qt::AlignCenter);
    Q_EMIT runClicked(m_runs[at].id, Qt::NoModifier);
}

bool RunsTimeline::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int current = m_chosen.isEmpty() ? -1 : indexOf(m_chosen.last());
    if (key == Qt::Key_Left)
        step(current < 0 ? static_cast<int>(m_runs.size()) - 1 : current - 1);
    else if (key == Qt::Key_Right)
        step(current + 1);
    else if (key == Qt::Key_Home)
        step(0);
    else if (key == Qt::Key_End)
        step(static_cast<int>(m_runs.size()) - 1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void RunsTimeline::retranslate()
{
    m_plot->setAccessibleName(tr("Runs over time; the table holds the same numbers"));
    for (const Curve& curve : std::as_const(m_curves))
        curve.graph->setName(metricTitle(curve.metric));
    m_failed->setName(tr("Failed"));
    m_plot->yAxis->setLabel(tr("Top-1"));
    m_plot->yAxis2->setLabel(tr("Cosine"));
}

void RunsTimeline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace driftscope
