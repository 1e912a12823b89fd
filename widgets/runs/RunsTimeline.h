// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunSummary.h"

#include <QWidget>

class QCPGraph;
class QCustomPlot;

namespace driftscope {

class Theme;

/// Runs over time, each as far from the next as every other, since they come in bursts: top-1 of the quantized and the
/// board model, similarity of the worst layer, gaps where nothing was measured, a cross for what failed. The wheel and
/// dragging move along; a double click shows all.
class RunsTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit RunsTimeline(QWidget* parent = nullptr);

    void setRuns(QList<RunSummary> runs); ///< in any order
    void setChosen(const QStringList& ids);
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }
    [[nodiscard]] const QList<RunSummary>& runs() const { return m_runs; } ///< the earliest first
    [[nodiscard]] QPointF pointOfRun(const QString& id) const; ///< in pixels of the plot
    [[nodiscard]] QString toolTipOf(int run) const;

Q_SIGNALS:
    void runClicked(const QString& id, Qt::KeyboardModifiers modifiers);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Curve
    {
        QString metric;
        QCPGraph* graph = nullptr;
    };

    void setUp();
    void addCurve(const QString& metric, bool isSimilarity);
    void draw();
    void dress(const Theme& theme);
    void showAll();
    void keepInside();
    void markChosen();
    void retranslate();
    void step(int to); ///< the keyboard chooses a run
    [[nodiscard]] int runAt(const QPointF& point) const; ///< -1 where none is near
    [[nodiscard]] int indexOf(const QString& id) const;

    QList<RunSummary> m_runs;
    QStringList m_chosen;
    QList<Curve> m_curves;
    QCPGraph* m_failed = nullptr;
    QCPGraph* m_marks = nullptr; ///< of the chosen runs
    QCustomPlot* m_plot = nullptr;
    QPointF m_pressed;
    bool m_isCrowded = false; ///< too many in view to be marked one by one
};

} // namespace driftscope
