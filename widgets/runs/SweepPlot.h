// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SweepFigures.h"

#include <QPen>
#include <QWidget>

class QCPAbstractPlottable;
class QCustomPlot;
class QStackedLayout;

namespace driftscope {

class EmptyState;
class Theme;

/// One figure over the variants of a sweep: a place for each value of the first key, in it a mark for each value of the
/// second. Bars from zero where that shows the differences, else points over an axis that does not begin there. The
/// best is marked by a star, what failed by a cross. A click chooses the row.
class SweepPlot : public QWidget
{
    Q_OBJECT

public:
    explicit SweepPlot(QWidget* parent = nullptr);

    void setSweep(const Sweep& sweep, const QString& figure, const std::optional<SweepBest>& best);
    void setChosen(const QList<int>& rows);
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }
    [[nodiscard]] bool hasBars() const; ///< points otherwise
    /// In pixels of the plot: the top of a row's bar, or its point; at the foot where it has no figure.
    [[nodiscard]] QPointF pointOfRow(int row) const;
    [[nodiscard]] int rowAt(const QPointF& point) const; ///< -1 where nothing stands

Q_SIGNALS:
    void rowClicked(int row, Qt::KeyboardModifiers modifiers);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();
    void addSeries(int series, const Theme& theme);
    void setKeyAxis(const Theme& theme);
    void setValueAxis();
    void addMarks(const Theme& theme);
    void addText(const QPointF& at, const QString& text, const QColor& color, bool isBold);
    void markChosen(const Theme& theme);
    void retranslate();
    void tell(const QPoint& global, int row);
    [[nodiscard]] int seriesCount() const; ///< values of the second key, or one
    [[nodiscard]] double placeOf(int row) const; ///< on the x axis
    [[nodiscard]] double slotWidth() const; ///< of one mark, in units of the x axis
    [[nodiscard]] std::optional<double> valueOf(int row) const;

    Sweep m_sweep;
    QString m_figure;
    std::optional<SweepBest> m_best;
    QList<int> m_chosen;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QCustomPlot* m_plot = nullptr;
};

} // namespace driftscope
