// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QAction;
class QCustomPlot;
class QStackedLayout;

namespace driftscope {

class CopyMenu;
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
    [[nodiscard]] QAction* rangesAction() const { return m_ranges; } ///< shows the layers' ranges over the curve
    [[nodiscard]] CopyMenu* copyMenu() const { return m_copy; }
    /// The numbers that are drawn, with a head.
    [[nodiscard]] QString text(QChar separator) const;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void retranslate();
    void follow(const Selection& selection);
    void drawCurve();
    void drawTolerance();
    void drawRanges();
    void markFirstDrift();
    void step(int layers);

    const Session& m_session;
    SelectionContext& m_context;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QCustomPlot* m_plot = nullptr;
    QAction* m_ranges = nullptr;
    CopyMenu* m_copy = nullptr;
    QList<int> m_layers; ///< of the drawn points
    QHash<QString, int> m_places; ///< of the layers, by name
    QTimer m_soon; ///< rows that come in are drawn a few times a second
};

} // namespace driftscope
