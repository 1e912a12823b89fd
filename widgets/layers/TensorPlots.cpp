// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorPlots.h"

#include "core/models/Numbers.h"
#include "widgets/common/PlotLook.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype mostChannels = 64;

void addHistogram(QCustomPlot& plot, const Histogram& histogram, const QColor& color, Qt::PenStyle style, bool isFilled,
                  const QString& name)
{
    QCPGraph* graph = plot.addGraph();
    graph->setName(name);
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

void addBoxes(QCustomPlot& plot, const QColor& color, double offset, const QList<int>& channels,
              const std::vector<ChannelDigest>& digests, BoxFigures ChannelDigest::*side, const QString& name)
{
    auto* boxes = new QCPStatisticalBox(plot.xAxis, plot.yAxis);
    boxes->setName(name);
    boxes->setWidth(0.36);
    QColor fill = color;
    fill.setAlpha(70);
    boxes->setBrush(fill);
    boxes->setPen(QPen(color, 1));
    boxes->setWhiskerPen(QPen(color, 1));
    boxes->setWhiskerBarPen(QPen(color, 1));
    boxes->setMedianPen(QPen(color, 2));
    boxes->setWhiskerWidth(0.2);
    for (qsizetype i = 0; i < channels.size(); ++i) {
        const BoxFigures& box = digests[static_cast<std::size_t>(channels[i])].*side;
        boxes->addData(static_cast<double>(i) + offset, box.minimum, box.lower, box.median, box.upper, box.maximum);
    }
}

QString row(std::initializer_list<double> numbers, QChar separator)
{
    QStringList cells;
    for (const double number : numbers)
        cells.append(QString::number(number, 'g', 9));
    return cells.join(separator) % u'\n';
}

} // namespace

TensorPlots::TensorPlots(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_plot(new QCustomPlot(this))
    , m_note(new QLabel(this))
{
    m_kind->addItems({QString(), QString(), QString(), QString()});
    m_plot->setMinimumSize(100, 72);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    putLegendAbove(*m_plot);
    m_note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::tight, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_kind);
    column->addWidget(m_plot, 1);
    column->addWidget(m_note);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TensorPlots::redraw);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &TensorPlots::redraw);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        const auto place = std::lround(m_plot->xAxis->pixelToCoord(event->position().x()));
        const QList<int> channels = shownChannels();
        if (kind() == Channels && place >= 0 && place < channels.size())
            Q_EMIT channelClicked(channels[place]);
    });
    retranslate();
}

TensorPlots::Kind TensorPlots::kind() const
{
    return static_cast<Kind>(std::max(m_kind->currentIndex(), 0));
}

void TensorPlots::setKind(Kind kind)
{
    m_kind->setCurrentIndex(kind);
}

QString TensorPlots::note() const
{
    return m_note->text();
}

void TensorPlots::setDigest(const TensorDigest& digest)
{
    m_digest = digest;
    redraw();
}

QList<int> TensorPlots::shownChannels() const
{
    QList<int> channels;
    for (std::size_t i = 0; i < m_digest.channels.size(); ++i)
        channels.append(static_cast<int>(i));
    if (channels.size() <= mostChannels)
        return channels;
    std::ranges::stable_sort(
        channels, {}, [this](int channel) { return m_digest.channels[static_cast<std::size_t>(channel)].sqnrDb; });
    channels.resize(mostChannels);
    std::ranges::sort(channels);
    return channels;
}

void TensorPlots::redraw()
{
    const Theme theme = Theme::fromPalette(palette());
    m_plot->clearPlottables();
    m_plot->clearItems();
    applyTheme(*m_plot, theme);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setLabel(QString());
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis->ticker()->setTickCount(4);
        axis->setTickLabels(true);
        axis->setTicks(true);
        axis->setNumberFormat(u"gb"_s);
        axis->setNumberPrecision(3);
    }
    m_note->setText(m_digest.problem);
    if (kind() == Histograms)
        drawHistograms();
    else if (kind() == Channels)
        drawChannels();
    else
        drawPairs();
    constexpr int leastPage = 240; // in a small pane the plot needs the room
    m_note->setVisible(!m_note->text().isEmpty() && height() >= leastPage);
    m_plot->setToolTip(m_note->text());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TensorPlots::drawHistograms()
{
    const Theme theme = Theme::fromPalette(palette());
    addHistogram(*m_plot, m_digest.reference, theme.color(ThemeColor::Reference), Qt::SolidLine, true, tr("Reference"));
    addHistogram(*m_plot, m_digest.candidate, theme.color(ThemeColor::Candidate), Qt::DashLine, false, tr("Candidate"));
    m_plot->yAxis->setTickLabels(false);
    m_plot->yAxis->setTicks(false);
    m_plot->rescaleAxes();
    m_plot->yAxis->setRangeLower(0);
    showLegend(*m_plot, true);
    if (m_digest.saturated > 0)
        m_note->setText(tr("%n value(s) of the candidate are at the ends of its type.", nullptr,
                           static_cast<int>(std::min<qint64>(m_digest.saturated, std::numeric_limits<int>::max()))));
}

void TensorPlots::drawPairs()
{
    const Theme theme = Theme::fromPalette(palette());
    const bool isError = kind() == ErrorOverMagnitude;
    QCPGraph* points = m_plot->addGraph();
    points->setLineStyle(QCPGraph::lsNone);
    QColor color = theme.color(ThemeColor::Candidate);
    color.setAlpha(140);
    points->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, 3));
    for (const auto& [first, second] : m_digest.pairs) {
        const auto reference = static_cast<double>(first);
        const auto candidate = static_cast<double>(second);
        points->addData(isError ? std::abs(reference) : reference,
                        isError ? std::abs(candidate - reference) : candidate);
    }
    m_plot->rescaleAxes();
    m_plot->xAxis->scaleRange(1.05);
    m_plot->yAxis->scaleRange(1.05);
    m_plot->xAxis->setLabel(isError ? tr("magnitude of the reference") : tr("reference"));
    m_plot->yAxis->setLabel(isError ? tr("error") : tr("candidate"));
    if (!isError) { // where both are equal
        auto* line = new QCPItemStraightLine(m_plot);
        line->point1->setCoords(0, 0);
        line->point2->setCoords(1, 1);
        line->setPen(QPen(theme.color(ThemeColor::MutedText), 0, Qt::DashLine));
    }
    showLegend(*m_plot, false);
}

void TensorPlots::drawChannels()
{
    const Theme theme = Theme::fromPalette(palette());
    const QList<int> channels = shownChannels();
    addBoxes(*m_plot, theme.color(ThemeColor::Reference), -0.2, channels, m_digest.channels, &ChannelDigest::reference,
             tr("Reference"));
    addBoxes(*m_plot, theme.color(ThemeColor::Candidate), 0.2, channels, m_digest.channels, &ChannelDigest::candidate,
             tr("Candidate"));
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const qsizetype step = std::max<qsizetype>(1, channels.size() / 8);
    for (qsizetype i = 0; i < channels.size(); i += step)
        ticker->addTick(static_cast<double>(i), QString::number(channels[i]));
    m_plot->xAxis->setTicker(ticker);
    m_plot->rescaleAxes();
    m_plot->xAxis->setRange(-0.7, std::max<double>(static_cast<double>(channels.size()) - 0.3, 0.7));
    m_plot->yAxis->scaleRange(1.08);
    showLegend(*m_plot, true);
    if (channels.size() < static_cast<qsizetype>(m_digest.channels.size())) {
        m_note->setText(
            tr("The %1 channels with the largest errors of %2.").arg(channels.size()).arg(m_digest.channels.size()));
    }
}

QString TensorPlots::text(QChar separator) const
{
    QString all;
    if (kind() == Histograms) {
        all = QStringList{u"value"_s, u"reference"_s, u"candidate"_s}.join(separator) % u'\n';
        const auto bins = static_cast<double>(m_digest.reference.counts.size());
        for (std::size_t i = 0; i < m_digest.reference.counts.size(); ++i) {
            const double middle = m_digest.reference.minimum
                + (static_cast<double>(i) + 0.5) * (m_digest.reference.maximum - m_digest.reference.minimum) / bins;
            all += row({middle, static_cast<double>(m_digest.reference.counts[i]),
                        static_cast<double>(m_digest.candidate.counts[i])},
                       separator);
        }
    } else if (kind() == Channels) {
        all = QStringList{u"channel"_s,       u"sqnr_db"_s,       u"reference_min"_s,    u"reference_median"_s,
                          u"reference_max"_s, u"candidate_min"_s, u"candidate_median"_s, u"candidate_max"_s}
                  .join(separator)
            % u'\n';
        for (std::size_t i = 0; i < m_digest.channels.size(); ++i) {
            const ChannelDigest& channel = m_digest.channels[i];
            all += row({static_cast<double>(i), channel.sqnrDb, channel.reference.minimum, channel.reference.median,
                        channel.reference.maximum, channel.candidate.minimum, channel.candidate.median,
                        channel.candidate.maximum},
                       separator);
        }
    } else {
        all = QStringList{u"reference"_s, u"candidate"_s}.join(separator) % u'\n';
        for (const auto& [first, second] : m_digest.pairs)
            all += row({static_cast<double>(first), static_cast<double>(second)}, separator);
    }
    return all;
}

void TensorPlots::retranslate()
{
    m_kind->setItemText(Histograms, tr("Histogram"));
    m_kind->setItemText(Scatter, tr("Candidate against reference"));
    m_kind->setItemText(ErrorOverMagnitude, tr("Error against magnitude"));
    m_kind->setItemText(Channels, tr("Channels"));
    m_kind->setAccessibleName(tr("Which plot"));
    m_plot->setAccessibleName(tr("Plot of both tensors; its numbers can be copied"));
    redraw();
}

void TensorPlots::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
