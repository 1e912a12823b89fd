// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Metrics.h"

#include <QWidget>

class QCustomPlot;

namespace driftscope {

/// The values of both tensors over a common range.
class TensorHistogram : public QWidget
{
    Q_OBJECT

public:
    explicit TensorHistogram(QWidget* parent = nullptr);
    void setHistograms(const Histogram& reference, const Histogram& candidate);
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void redraw();

    QCustomPlot* m_plot = nullptr;
    Histogram m_reference;
    Histogram m_candidate;
};

} // namespace driftscope
