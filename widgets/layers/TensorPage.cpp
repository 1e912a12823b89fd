// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorPage.h"

#include "core/diagnosis/ComparableTensors.h"
#include "core/diagnosis/TensorDigest.h"
#include "core/models/Numbers.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/RangeBar.h"
#include "widgets/layers/TensorCanvas.h"
#include "widgets/layers/TensorNumbers.h"
#include "widgets/layers/TensorPlots.h"
#include "widgets/layers/TrailTable.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Layers before and after that a place is followed through.
constexpr int trailAround = 8;

} // namespace

TensorPage::TensorPage(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_cursor(new ElidedLabel(this))
    , m_numbers(new TensorNumbers(m_focus, this))
    , m_plots(new TensorPlots(this))
    , m_trail(new TrailTable(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makePictures(), QString());
    m_tabs->addTab(m_numbers, QString());
    m_tabs->addTab(m_plots, QString());
    m_tabs->addTab(m_trail, QString());
    m_cursor->setMuted(true);
    m_cursor->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(makeControls());
    column->addWidget(m_tabs, 1);
    column->addWidget(m_cursor);
    connectParts();
    retranslate();
}

TensorPage::~TensorPage() = default;

QWidget* TensorPage::makeControls()
{
    auto* controls = new QWidget(this);
    m_channelLabel = new QLabel(controls);
    m_channel = new QSpinBox(controls);
    m_channel->setRange(0, 0);
    m_channelLabel->setBuddy(m_channel);
    m_range = new RangeBar(m_focus, controls);
    m_fit = new QToolButton(controls);
    m_hold = new QToolButton(controls);
    m_hold->setCheckable(true);
    m_saturation = new QToolButton(controls);
    m_saturation->setCheckable(true);
    m_saturation->setChecked(true);
    for (QToolButton* button : {m_fit, m_hold, m_saturation}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tight);
    row->addWidget(m_channelLabel);
    row->addWidget(m_channel);
    row->addWidget(m_range, 1);
    row->addWidget(m_fit);
    row->addWidget(m_hold);
    row->addWidget(m_saturation);
    return controls;
}

QWidget* TensorPage::makePictures()
{
    auto* page = new QWidget(this);
    m_reference = new TensorCanvas(m_focus, TensorCanvas::Colours::Values, page);
    m_candidate = new TensorCanvas(m_focus, TensorCanvas::Colours::Values, page);
    m_difference = new TensorCanvas(m_focus, TensorCanvas::Colours::Differences, page);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, spacing::tight, 0, 0);
    grid->setSpacing(spacing::tight);
    int column = 0;
    for (TensorCanvas* canvas : {m_reference, m_candidate, m_difference}) {
        auto* title = new ElidedLabel(page);
        title->setMuted(true);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_titles[column] = title;
        grid->addWidget(title, 0, column);
        grid->addWidget(canvas, 1, column);
        grid->setColumnStretch(column, 1);
        ++column;
    }
    grid->setRowStretch(1, 1);
    return page;
}

void TensorPage::connectParts()
{
    connect(m_channel, &QSpinBox::valueChanged, this, [this] {
        readPlanes();
        readTrail();
    });
    connect(m_fit, &QToolButton::clicked, m_range, &RangeBar::fit);
    connect(m_saturation, &QToolButton::toggled, m_reference, &TensorCanvas::setMarksSaturation);
    connect(m_saturation, &QToolButton::toggled, m_candidate, &TensorCanvas::setMarksSaturation);
    connect(m_plots, &TensorPlots::channelClicked, m_channel, &QSpinBox::setValue);
    connect(m_trail, &TrailTable::layerActivated, this, &TensorPage::layerActivated);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        readDigest();
        readTrail();
    });
    for (const TensorCanvas* canvas : {m_reference, m_candidate, m_difference}) {
        connect(canvas, &TensorCanvas::channelStepped, this,
                [this](int steps) { m_channel->setValue(m_channel->value() + steps); });
    }
    connect(&m_focus, &PlaneFocus::cursorChanged, this, [this] {
        tellCursor();
        readTrail();
    });
}

const LayerComparison* TensorPage::layer() const
{
    return m_subject.row >= 0 && m_subject.row < m_subject.comparison.layers.size()
        ? &m_subject.comparison.layers[m_subject.row]
        : nullptr;
}

const CapturedTensor* TensorPage::tensor(bool isReference) const
{
    const LayerComparison* current = layer();
    const auto& capture = isReference ? m_subject.reference : m_subject.candidate;
    if (current == nullptr || !capture)
        return nullptr;
    return capture->find(isReference ? current->referenceTensor : current->candidateTensor);
}

void TensorPage::setTitles(const QString& reference, const QString& candidate)
{
    m_referenceTitle = reference;
    m_candidateTitle = candidate;
}

void TensorPage::setSubject(const TensorSubject& subject)
{
    m_subject = subject;
    m_plots->setDigest({});
    m_trail->setTrail({}, -1);
    readPlanes();
    readDigest();
    readTrail();
}

void TensorPage::clear()
{
    m_digestJob.cancel();
    m_trailJob.cancel();
    setSubject({});
}

void TensorPage::readPlanes()
{
    m_planesJob.cancel();
    const CapturedTensor* expected = tensor(true);
    const CapturedTensor* actual = tensor(false);
    if (expected == nullptr || actual == nullptr) {
        show({});
        return;
    }
    m_planesJob.start<TensorViews>(
        [both = comparableTensors(*expected, *actual), channel = m_channel->value()](const CancelToken& cancel) {
            return tensorViews(both.reference, both.candidate, channel, cancel);
        },
        [this](const TensorViews& views) { show(views); });
}

void TensorPage::show(const TensorViews& views)
{
    m_views = views;
    const QSignalBlocker blocker(m_channel);
    m_channel->setRange(0, std::max(views.channels - 1, 0));
    m_channel->setEnabled(views.channels > 1);
    m_focus.setPlane(views.reference.size);
    const double lowest = std::min(views.reference.minimum, views.candidate.minimum);
    const double highest = std::max(views.reference.maximum, views.candidate.maximum);
    m_range->setExtent(lowest, highest);
    if (!m_hold->isChecked())
        m_range->fit();
    m_reference->setPlane(views.reference);
    m_candidate->setPlane(views.candidate);
    m_difference->setPlane(views.difference);
    m_numbers->setViews(views);
    const auto titled = [](const QString& title, const QString& type) {
        return type.isEmpty() ? QString() : title.isEmpty() ? type : title % u", " % type;
    };
    m_titles[0]->setText(titled(m_referenceTitle, views.referenceType));
    m_titles[1]->setText(titled(m_candidateTitle, views.candidateType));
    m_titles[2]->setText(views.difference.size.isEmpty()
                             ? QString()
                             : tr("difference, up to %1").arg(shortNumber(views.difference.magnitude)));
    tellCursor();
    Q_EMIT shown();
}

/// One pass over both tensors, only while its plots are looked at.
void TensorPage::readDigest()
{
    const CapturedTensor* expected = tensor(true);
    const CapturedTensor* actual = tensor(false);
    if (m_tabs->currentIndex() != PlotsTab || expected == nullptr || actual == nullptr)
        return;
    LayerRange range = layer()->referenceRange;
    range.add(layer()->candidateRange);
    m_digestJob.start<TensorDigest>(
        [both = comparableTensors(*expected, *actual), range](const CancelToken& cancel) {
            return digestOf(both.reference, both.candidate, range.minimum, range.maximum, cancel);
        },
        [this](const TensorDigest& digest) {
            m_plots->setDigest(digest);
            Q_EMIT digested();
        });
}

void TensorPage::readTrail()
{
    if (m_tabs->currentIndex() != TrailTab || tensor(true) == nullptr || tensor(false) == nullptr)
        return;
    const PlanePoint point{qint64(m_focus.cursor().y()) * m_views.step, qint64(m_focus.cursor().x()) * m_views.step,
                           m_channel->value()};
    m_trailJob.start<QList<TrailStep>>(
        [subject = m_subject, point](const CancelToken& cancel) {
            return pixelTrail(subject.comparison, *subject.reference, *subject.candidate, subject.row, point,
                              trailAround, cancel);
        },
        [this](const QList<TrailStep>& steps) {
            m_trail->setTrail(steps, m_subject.row);
            Q_EMIT trailShown();
        });
}

QString TensorPage::cursorText() const
{
    return m_cursor->text();
}

void TensorPage::tellCursor()
{
    if (!m_views.problem.isEmpty() || m_views.reference.size.isEmpty()) {
        m_cursor->setText(m_views.problem);
        return;
    }
    const QPoint place = m_focus.cursor();
    const auto number = [place](const TensorPlane& plane) { return shortNumber(static_cast<double>(plane.at(place))); };
    QString text = tr("row %1, column %2: reference %3, candidate %4, difference %5")
                       .arg(place.y() * m_views.step)
                       .arg(place.x() * m_views.step)
                       .arg(number(m_views.reference), number(m_views.candidate), number(m_views.difference));
    const qint64 bad = m_views.reference.notFinite + m_views.candidate.notFinite;
    if (bad > 0)
        text += u"; "_s % tr("%1 NaN or Inf").arg(bad);
    m_cursor->setText(text);
}

QString TensorPage::text(QChar separator) const
{
    switch (m_tabs->currentIndex()) {
    case PlotsTab:
        return m_plots->text(separator);
    case TrailTab:
        return m_trail->text(separator);
    case NumbersTab:
        return m_numbers->text(separator);
    default:
        return u"reference\n"_s % planeText(m_views.reference, separator) % u"candidate\n"_s
            % planeText(m_views.candidate, separator) % u"difference\n"_s % planeText(m_views.difference, separator);
    }
}

void TensorPage::retranslate()
{
    m_channelLabel->setText(tr("&Channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Let the colours span the values that are there"));
    m_hold->setText(tr("Hold"));
    m_hold->setToolTip(tr("Keep the range of the colours for other channels and layers"));
    m_saturation->setText(tr("Ends"));
    m_saturation->setToolTip(tr("Mark values that stand at an end of what their type can hold"));
    m_tabs->setTabText(PicturesTab, tr("Pictures"));
    m_tabs->setTabText(NumbersTab, tr("Numbers"));
    m_tabs->setTabText(PlotsTab, tr("Plots"));
    m_tabs->setTabText(TrailTab, tr("Trail"));
    m_tabs->setTabToolTip(TrailTab, tr("The place under the cursor in the layers before and after"));
    m_reference->setAccessibleName(tr("Reference tensor"));
    m_candidate->setAccessibleName(tr("Candidate tensor"));
    m_difference->setAccessibleName(tr("Difference of the tensors"));
    tellCursor();
}

void TensorPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
