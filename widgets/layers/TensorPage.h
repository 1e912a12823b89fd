// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/PixelTrail.h"
#include "core/session/LatestJob.h"
#include "widgets/layers/PlaneFocus.h"
#include "widgets/layers/TensorViews.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QTabWidget;
class QToolButton;

namespace driftscope {

class ElidedLabel;
class RangeBar;
class TensorCanvas;
class TensorNumbers;
class TensorPlots;
class TrailTable;

/// Which layer's tensors are looked at.
struct TensorSubject
{
    std::shared_ptr<const Capture> reference;
    std::shared_ptr<const Capture> candidate;
    CaptureComparison comparison; ///< shared, not copied
    int row = -1;
};

/// The two tensors of a layer: one channel of each as pictures with their difference, as numbers, plots of all, and one
/// place followed through the layers. Pictures, numbers and trail share zoom, range, channel and cursor. What is shown
/// is read on worker threads, channel by channel.
class TensorPage : public QWidget
{
    Q_OBJECT

public:
    enum Tab
    {
        PicturesTab,
        NumbersTab,
        PlotsTab,
        TrailTab
    };

    explicit TensorPage(QWidget* parent = nullptr);
    ~TensorPage() override;

    void setSubject(const TensorSubject& subject);
    void clear();
    void setTitles(const QString& reference, const QString& candidate); ///< of the two sides, such as `quantized`

    [[nodiscard]] QSpinBox* channelPicker() const { return m_channel; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }
    [[nodiscard]] TensorCanvas* referenceCanvas() const { return m_reference; }
    [[nodiscard]] TensorCanvas* candidateCanvas() const { return m_candidate; }
    [[nodiscard]] TensorCanvas* differenceCanvas() const { return m_difference; }
    [[nodiscard]] RangeBar* rangeBar() const { return m_range; }
    [[nodiscard]] QToolButton* holdButton() const { return m_hold; }
    [[nodiscard]] QToolButton* saturationButton() const { return m_saturation; } ///< on at first
    [[nodiscard]] TensorNumbers* numbers() const { return m_numbers; }
    [[nodiscard]] TensorPlots* plots() const { return m_plots; }
    [[nodiscard]] TrailTable* trail() const { return m_trail; }
    [[nodiscard]] PlaneFocus& focusOfPlanes() { return m_focus; }
    [[nodiscard]] QString cursorText() const;
    [[nodiscard]] QString problem() const { return m_views.problem; }
    /// What the tab in front shows, as numbers.
    [[nodiscard]] QString text(QChar separator) const;

Q_SIGNALS:
    void shown(); ///< another layer or channel is there
    void digested(); ///< the plots are
    void trailShown();
    void layerActivated(const QString& layer);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePictures();
    QWidget* makeControls();
    void connectParts();
    void readPlanes();
    void show(const TensorViews& views);
    void readDigest();
    void readTrail();
    void tellCursor();
    void retranslate();
    [[nodiscard]] const LayerComparison* layer() const;
    [[nodiscard]] const CapturedTensor* tensor(bool isReference) const;

    TensorSubject m_subject;
    TensorViews m_views;
    PlaneFocus m_focus;
    QString m_referenceTitle;
    QString m_candidateTitle;
    QLabel* m_channelLabel = nullptr;
    QSpinBox* m_channel = nullptr;
    QToolButton* m_fit = nullptr;
    QToolButton* m_hold = nullptr;
    QToolButton* m_saturation = nullptr;
    RangeBar* m_range = nullptr;
    QTabWidget* m_tabs = nullptr;
    TensorCanvas* m_reference = nullptr;
    TensorCanvas* m_candidate = nullptr;
    TensorCanvas* m_difference = nullptr;
    ElidedLabel* m_titles[3] = {};
    ElidedLabel* m_cursor = nullptr;
    TensorNumbers* m_numbers = nullptr;
    TensorPlots* m_plots = nullptr;
    TrailTable* m_trail = nullptr;
    LatestJob m_planesJob; // last, so that they end before what they deliver to
    LatestJob m_digestJob;
    LatestJob m_trailJob;
};

} // namespace driftscope
