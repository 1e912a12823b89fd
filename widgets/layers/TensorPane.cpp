// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorPane.h"

#include "core/models/Numbers.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/layers/TensorHistogram.h"
#include "widgets/layers/TensorImage.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

QString layerSentence(const LayerComparison& layer)
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

TensorPane::TensorPane(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
{
    m_page = makePage();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connect(&selection, &SelectionContext::changed, this, &TensorPane::follow);
    connect(&session, &Session::comparisonChanged, this, [this] {
        if (m_session.comparison() && layer() == nullptr && m_session.comparison()->firstDivergence >= 0)
            m_layer = m_session.comparison()->layers[m_session.comparison()->firstDivergence].name;
        refresh();
    });
    connect(m_channel, &QSpinBox::valueChanged, this, &TensorPane::refresh);
    retranslate();
    refresh();
}

TensorPane::~TensorPane() = default;

QWidget* TensorPane::makePage()
{
    auto* page = new QWidget(this);
    m_channelLabel = new QLabel(page);
    m_channel = new QSpinBox(page);
    m_channelLabel->setBuddy(m_channel);
    m_referenceTitle = new ElidedLabel(page);
    m_candidateTitle = new ElidedLabel(page);
    m_reference = new TensorImage(page);
    m_candidate = new TensorImage(page);
    m_range = new QLabel(page);
    m_histogram = new TensorHistogram(page);
    m_sentence = new QLabel(page);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (ElidedLabel* title : {m_referenceTitle, m_candidateTitle}) {
        title->setMuted(true);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    auto* top = new QHBoxLayout;
    top->addWidget(m_channelLabel);
    top->addWidget(m_channel);
    top->addWidget(m_range, 1);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    grid->setSpacing(spacing::normal);
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(m_referenceTitle, 1, 0);
    grid->addWidget(m_candidateTitle, 1, 1);
    grid->addWidget(m_reference, 2, 0);
    grid->addWidget(m_candidate, 2, 1);
    grid->addWidget(m_histogram, 3, 0, 1, 2);
    grid->addWidget(m_sentence, 4, 0, 1, 2);
    grid->setRowStretch(2, 3);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return page;
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

void TensorPane::refresh()
{
    const LayerComparison* current = layer();
    const auto reference = m_session.referenceCapture();
    const auto candidate = m_session.boardCapture();
    const CapturedTensor* expected
        = current != nullptr && reference ? reference->find(current->referenceTensor) : nullptr;
    const CapturedTensor* actual
        = current != nullptr && candidate ? candidate->find(current->candidateTensor) : nullptr;
    m_stack->setCurrentWidget(current != nullptr ? m_page : static_cast<QWidget*>(m_empty));
    m_header->setSubtitle(current != nullptr ? current->name : QString());
    m_sentence->setText(current != nullptr ? layerSentence(*current) : QString());
    m_job.cancel();
    if (expected == nullptr || actual == nullptr) {
        show({});
        return;
    }
    const Theme theme = Theme::fromPalette(palette());
    const Tensor first = expected->tensor;
    const Tensor second = actual->tensor;
    m_job.start<TensorPictures>([first, second, channel = m_channel->value(),
                                 theme](const CancelToken&) { return tensorPictures(first, second, channel, theme); },
                                [this](const TensorPictures& pictures) { show(pictures); });
}

void TensorPane::show(const TensorPictures& pictures)
{
    const QSignalBlocker blocker(m_channel);
    m_channel->setRange(0, static_cast<int>(pictures.channels) - 1);
    m_channel->setEnabled(pictures.channels > 1);
    m_reference->setImage(pictures.reference);
    m_candidate->setImage(pictures.candidate);
    m_referenceTitle->setText(pictures.referenceType.isEmpty() ? QString()
                                                               : tr("quantized, %1").arg(pictures.referenceType));
    m_candidateTitle->setText(pictures.candidateType.isEmpty() ? QString()
                                                               : tr("board, %1").arg(pictures.candidateType));
    m_range->setText(tr("range %1 … %2").arg(shortNumber(pictures.minimum), shortNumber(pictures.maximum)));
    m_histogram->setHistograms(pictures.referenceHistogram, pictures.candidateHistogram);
    Q_EMIT shown();
}

void TensorPane::retranslate()
{
    m_header->setTitle(tr("Tensor"));
    m_channelLabel->setText(tr("Channel"));
    m_reference->setAccessibleName(tr("Reference tensor"));
    m_candidate->setAccessibleName(tr("Board's tensor"));
    m_empty->setTitle(tr("No tensor is selected"));
    m_empty->setText(tr("Select a compared layer to see both tensors side by side."));
    const Theme theme = Theme::fromPalette(palette());
    m_range->setFont(theme.smallFont());
    m_range->setForegroundRole(QPalette::PlaceholderText);
}

void TensorPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
