// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Verdict.h"
#include "widgets/common/StatusLight.h"

class QGridLayout;
class QLabel;

namespace driftscope {

/// From the training program to the board, rung by rung: a light each, between which stages it is and how far apart
/// they are. The first red light is where to look.
class LadderView : public QWidget
{
    Q_OBJECT

public:
    explicit LadderView(QWidget* parent = nullptr);
    void setSteps(const QList<LadderStep>& steps);
    [[nodiscard]] QList<Status> lights() const;
    [[nodiscard]] QStringList texts() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Rung
    {
        StatusLight* light;
        QLabel* text;
    };
    void show(qsizetype row, const LadderStep& step);
    void addRung();

    QList<LadderStep> m_steps;
    QGridLayout* m_grid = nullptr;
    QLabel* m_title = nullptr;
    QList<Rung> m_rungs; ///< never fewer than steps; those that are not needed are hidden
};

} // namespace driftscope
