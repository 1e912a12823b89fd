// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/stages/StageCard.h"

#include <QWidget>

#include <array>

namespace driftscope {

/// The chain of stages. Clicking one shows or hides its graph.
class StageStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StageStrip(const Session& session, QWidget* parent = nullptr);

    [[nodiscard]] StageCard* card(Stage stage) const { return m_cards[static_cast<std::size_t>(stage)]; }
    /// Stages that are open and chosen to be shown, from left to right.
    [[nodiscard]] QList<Stage> shownStages() const;
    /// What is chosen, open or not: for the window's state.
    [[nodiscard]] const QList<Stage>& chosenStages() const { return m_chosen; }
    void setChosenStages(const QList<Stage>& stages);
    void setShown(Stage stage, bool isShown); ///< a new one takes its place in the chain's order
    void showOnly(Stage stage);
    void showAll(); ///< every open stage, in the chain's order
    void move(Stage stage, int step); ///< among the shown ones, -1 to the left

Q_SIGNALS:
    void shownStagesChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void showMenu(Stage stage, QPoint globalPosition);
    void showBoardOnce();

    const Session& m_session;
    std::array<StageCard*, allStages.size()> m_cards{};
    QList<Stage> m_chosen{Stage::Float, Stage::OptimizedFloat, Stage::Quantized};
    bool m_boardWasShown = false;
};

} // namespace driftscope
