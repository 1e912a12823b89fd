// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/EvidenceModel.h"
#include "widgets/common/PaneTable.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

class LadderView;

/// Behind the verdict: every tested cause with and without, what would disprove the verdict, the ladder of stages, and
/// what to change in the board's program.
class EvidenceView : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget* parent = nullptr);
    void setVerdict(const Verdict& verdict);
    [[nodiscard]] PaneTable* table() const { return m_table; }
    /// Saves the pictures that tell the verdict's causes apart; hidden where there are none.
    [[nodiscard]] QPushButton* testPictureButton() const { return m_savePicture; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTexts();
    void retranslate();
    void chooseTestPicture();
    void saveTestPicture(const QString& path);

    Verdict m_verdict;
    EvidenceModel m_model;
    PaneTable* m_table = nullptr;
    QLabel* m_apart = nullptr; ///< what would tell causes apart that fit equally well
    QLabel* m_text = nullptr;
    QPushButton* m_savePicture = nullptr;
    QLabel* m_saved = nullptr; ///< where it went, or why it did not
    LadderView* m_ladder = nullptr;
};

} // namespace driftscope
