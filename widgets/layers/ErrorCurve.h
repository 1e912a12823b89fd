// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QCustomPlot;
class QStackedLayout;

namespace driftscope {

class EmptyState;
class PaneHeader;

/// 1 − cosine of each compared layer on a logarithmic scale, in data-flow order. A click selects the layer; the first
/// drifting one is marked.
class ErrorCurve : public QWidget
{
    Q_OBJECT

public:
    ErrorCurve(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }
    /// The layer whose point is nearest to a place of the plot; -1 when nothing is drawn.
    [[nodiscard]] int layerAt(const QPointF& point) const;
    [[nodiscard]] QPointF pointOfLayer(int layer) const; ///< in pixels of the plot

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void follow(const Selection& selection);
    void markFirstDrift();

    const Session& m_session;
    SelectionContext& m_context;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QCustomPlot* m_plot = nullptr;
    QList<int> m_layers; ///< of the drawn points
};

} // namespace driftscope
