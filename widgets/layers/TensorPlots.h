// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/TensorDigest.h"

#include <QWidget>

class QComboBox;
class QCustomPlot;
class QLabel;

namespace driftscope {

/// Plots of a pair of tensors, one at a time: histograms over each other, candidate against reference, error against
/// magnitude, and the channels as boxes.
class TensorPlots : public QWidget
{
    Q_OBJECT

public:
    enum Kind
    {
        Histograms,
        Scatter,
        ErrorOverMagnitude,
        Channels
    };

    explicit TensorPlots(QWidget* parent = nullptr);
    void setDigest(const TensorDigest& digest);
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QComboBox* kindPicker() const { return m_kind; }
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }
    [[nodiscard]] QString note() const; ///< what the plot leaves out
    /// The numbers that are drawn, with a head.
    [[nodiscard]] QString text(QChar separator) const;
    /// The channels that are drawn: all, or those of the largest errors, in their order.
    [[nodiscard]] QList<int> shownChannels() const;

Q_SIGNALS:
    void channelClicked(int channel);

protected:
    void changeEvent(QEvent* event) override;

private:
    void redraw();
    void drawHistograms();
    void drawPairs();
    void drawChannels();
    void retranslate();

    QComboBox* m_kind = nullptr;
    QCustomPlot* m_plot = nullptr;
    QLabel* m_note = nullptr;
    TensorDigest m_digest;
};

} // namespace driftscope
