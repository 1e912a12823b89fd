// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"
#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"
#include "widgets/layers/TensorPictures.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QStackedLayout;

namespace driftscope {

class ElidedLabel;
class EmptyState;
class PaneHeader;
class TensorHistogram;
class TensorImage;

/// The two tensors of the selected layer: one channel of each as a picture, the histogram of both, and in words what
/// their numbers mean.
class TensorPane : public QWidget
{
    Q_OBJECT

public:
    TensorPane(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);
    ~TensorPane() override;

    [[nodiscard]] QSpinBox* channelPicker() const { return m_channel; }
    [[nodiscard]] TensorImage* referenceImage() const { return m_reference; }
    [[nodiscard]] TensorImage* candidateImage() const { return m_candidate; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void shown(); ///< the pictures of another layer or channel are there

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePage();
    void follow(const Selection& selection);
    void refresh();
    void show(const TensorPictures& pictures);
    void retranslate();
    [[nodiscard]] const LayerComparison* layer() const;

    const Session& m_session;
    SelectionContext& m_context;
    LatestJob m_job;
    QString m_layer;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_page = nullptr;
    QLabel* m_channelLabel = nullptr;
    QSpinBox* m_channel = nullptr;
    ElidedLabel* m_referenceTitle = nullptr;
    ElidedLabel* m_candidateTitle = nullptr;
    TensorImage* m_reference = nullptr;
    TensorImage* m_candidate = nullptr;
    QLabel* m_range = nullptr;
    TensorHistogram* m_histogram = nullptr;
    QLabel* m_sentence = nullptr;
};

/// What the metrics of a layer mean, in a sentence or two.
[[nodiscard]] QString layerSentence(const LayerComparison& layer);

} // namespace driftscope
