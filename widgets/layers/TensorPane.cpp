// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorPane.h"

#include "core/models/Numbers.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/CopyMenu.h"
#include "widgets/layers/TensorPage.h"
#include "widgets/stages/StageTitle.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString accumulatedSentence(const LayerComparison& layer)
{
    if (layer.status != ComparisonStatus::Compared)
        return layer.statusReason;
    const TensorMetrics& metrics = layer.metrics;
    const QString pearson = ratioText(metrics.pearson);
    if (!layer.drifts)
        return TensorPane::tr("The tensors agree: cosine %1.").arg(ratioText(metrics.cosine));
    if (metrics.sameValues) {
        return TensorPane::tr("Same values in different places: sorted they are equal, and Pearson is %1. That is a "
                              "layout error, not a quantization error.")
            .arg(pearson);
    }
    if (std::abs(metrics.pearson) > 0.99) {
        return TensorPane::tr(
                   "The values are moved or scaled (slope %1, intercept %2), with Pearson %3: think of mean, "
                   "scale or zero point.")
            .arg(shortNumber(metrics.slope), shortNumber(metrics.intercept), pearson);
    }
    return TensorPane::tr("Other values, with Pearson %1: the drift came from a layer before, or begins here.")
        .arg(pearson);
}

/// What the layer adds by itself, where it was computed alone.
QString isolatedSentence(const LayerComparison& layer)
{
    if (!layer.isolated || layer.status != ComparisonStatus::Compared)
        return {};
    const QString own = decibelText(layer.isolated->sqnrDb);
    if (layer.drifts && layer.isolated->sqnrDb > layer.metrics.sqnrDb + 6)
        return TensorPane::tr("Fed with the other side's inputs it reaches %1 dB: the error came in from before.")
            .arg(own);
    if (layer.drifts)
        return TensorPane::tr("Also with the other side's inputs it only reaches %1 dB: the error is made here.")
            .arg(own);
    return TensorPane::tr("With the other side's inputs it reaches %1 dB.").arg(own);
}

QString tailSentence(const LayerComparison& layer)
{
    constexpr double longTail = 8.0;
    if (layer.status != ComparisonStatus::Compared || layer.referenceRange.tail() < longTail)
        return {};
    return TensorPane::tr("Its largest value is %1 times what 99.9 % of its values stay below: an integer range spends "
                          "itself on few.")
        .arg(shortNumber(layer.referenceRange.tail()));
}

} // namespace

QString layerSentence(const LayerComparison& layer)
{
    QStringList sentences{accumulatedSentence(layer), isolatedSentence(layer), tailSentence(layer)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

TensorPane::TensorPane(Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
{
    m_body = makeBody();
    makeHeader();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connectParts();
    retranslate();
    fillPictures();
    refresh();
}

TensorPane::~TensorPane() = default;

QWidget* TensorPane::makeBody()
{
    auto* body = new QWidget(this);
    m_page = new TensorPage(body);
    m_sentence = new QLabel(body);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    column->setSpacing(spacing::normal);
    column->addWidget(m_page, 1);
    column->addWidget(m_sentence);
    return body;
}

void TensorPane::makeHeader()
{
    m_picture = new QComboBox(this);
    m_picture->setMaximumWidth(110);
    m_enlarge = new QToolButton(this);
    m_enlarge->setAutoRaise(true);
    m_enlarge->setFocusPolicy(Qt::StrongFocus);
    m_copy = new CopyMenu({[this](QChar separator) { return m_page->text(separator); },
                           [this] { return m_page->tabs()->currentWidget(); },
                           [this] { return QString(m_layer).replace(u'/', u'_'); }},
                          this);
    m_header->addHeaderWidget(m_picture);
    m_header->addHeaderWidget(m_enlarge);
    m_header->addHeaderWidget(m_copy);
}

void TensorPane::connectParts()
{
    connect(&m_context, &SelectionContext::changed, this, &TensorPane::follow);
    connect(&m_session, &Session::comparisonChanged, this, [this] {
        if (m_session.comparison() && layer() == nullptr && m_session.comparison()->firstDivergence >= 0)
            m_layer = m_session.comparison()->layers[m_session.comparison()->firstDivergence].name;
        fillPictures();
        refresh();
    });
    connect(&m_session, &Session::layersCompared, this, &TensorPane::takeRows);
    connect(&m_session, &Session::shownPictureChanged, this, [this] {
        fillPictures();
        refresh();
    });
    connect(m_picture, &QComboBox::activated, &m_session, &Session::showPicture);
    connect(m_enlarge, &QToolButton::clicked, this, &TensorPane::enlarge);
    connect(m_page, &TensorPage::shown, this, &TensorPane::shown);
    connect(m_page, &TensorPage::layerActivated, this, [this](const QString& name) {
        m_context.select(Selection::layer(m_session.layersRequest().reference, name));
    });
}

const LayerComparison* TensorPane::layer() const
{
    if (!m_session.comparison())
        return nullptr;
    const auto& layers = m_session.comparison()->layers;
    const auto found = std::ranges::find(layers, m_layer, &LayerComparison::name);
    return found == layers.end() ? nullptr : &*found;
}

QString TensorPane::sentence() const
{
    return m_sentence->text();
}

void TensorPane::follow(const Selection& selection)
{
    using Kind = Selection::Kind;
    if (!m_session.comparison()
        || (selection.kind != Kind::Layer && selection.kind != Kind::Node && selection.kind != Kind::Value))
        return;
    const auto& layers = m_session.comparison()->layers;
    if (selection.name == m_layer || std::ranges::find(layers, selection.name, &LayerComparison::name) == layers.end())
        return;
    m_layer = selection.name;
    refresh();
}

/// While rows come in, only the shown layer's own numbers matter here.
void TensorPane::takeRows(int /*first*/, const QList<LayerComparison>& layers)
{
    const auto found = std::ranges::find(layers, m_layer, &LayerComparison::name);
    if (found == layers.end())
        return;
    tell(&*found);
    if (found->samples.count == 1)
        refresh(); // it has just been compared for the first time
}

void TensorPane::refresh()
{
    const LayerComparison* current = layer();
    m_stack->setCurrentWidget(current != nullptr ? m_body : static_cast<QWidget*>(m_empty));
    m_header->setSubtitle(current != nullptr ? current->name : QString());
    tell(current);
    if (m_window)
        m_window->setWindowTitle(current != nullptr ? tr("Tensor of %1").arg(current->name) : tr("Tensor"));
    if (current == nullptr) {
        m_page->clear();
        return;
    }
    m_page->setTitles(stageTitle(m_session.layersRequest().reference), stageTitle(m_session.layersRequest().candidate));
    m_page->setSubject({m_session.referenceCapture(), m_session.candidateCapture(), *m_session.comparison(),
                        static_cast<int>(current - m_session.comparison()->layers.constData())});
}

/// In the main window the tensor needs the room; all that is to be said stands in the enlarged one and in the tool tip.
void TensorPane::tell(const LayerComparison* layer)
{
    const QString all = layer != nullptr ? layerSentence(*layer) : QString();
    m_sentence->setText(layer != nullptr && !isWindow() ? accumulatedSentence(*layer) : all);
    m_sentence->setToolTip(all);
}

void TensorPane::fillPictures()
{
    const QSignalBlocker blocker(m_picture);
    m_picture->clear();
    m_picture->addItems(m_session.comparedPictures());
    m_picture->setCurrentIndex(m_session.shownPicture());
    m_picture->setVisible(m_picture->count() > 1);
}

/// The same page in a window of its own; it comes back when that is closed.
void TensorPane::enlarge()
{
    if (m_window) {
        m_window->raise();
        m_window->activateWindow();
        return;
    }
    auto* pane = new TensorPane(m_session, m_context, this); // goes with the pane, and so with its window
    pane->setWindowFlag(Qt::Window);
    pane->m_layer = m_layer;
    pane->m_enlarge->hide();
    pane->setAttribute(Qt::WA_DeleteOnClose);
    pane->resize(1000, 680);
    pane->setWindowTitle(tr("Tensor of %1").arg(m_layer));
    m_window = pane;
    pane->refresh();
    pane->m_page->channelPicker()->setValue(m_page->channelPicker()->value());
    pane->m_page->tabs()->setCurrentIndex(m_page->tabs()->currentIndex());
    pane->show();
}

void TensorPane::retranslate()
{
    m_header->setTitle(tr("Tensor"));
    m_picture->setAccessibleName(tr("Picture"));
    m_enlarge->setText(tr("Enlarge"));
    m_enlarge->setToolTip(tr("Show the tensor in a window of its own"));
    m_empty->setTitle(tr("No tensor is selected"));
    m_empty->setText(tr("Select a compared layer to see both tensors side by side."));
}

void TensorPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
