// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ConfusionModel.h"

#include <QVariant>
#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace driftscope {

/// The confusion matrix of one of the evaluated stages.
class ConfusionView : public QWidget
{
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);

    /// The stage that a person chose stays chosen; until then it is the last one.
    void setEvaluations(const QList<StageEvaluation>& evaluations, const LabelledData& labelled);
    [[nodiscard]] QComboBox* stagePicker() const { return m_stages; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] const ConfusionModel& model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillStages();
    void showChosen();
    void retranslate();

    QList<StageEvaluation> m_evaluations;
    LabelledData m_data;
    ConfusionModel m_model;
    QVariant m_chosen; ///< int of Stage
    QLabel* m_title = nullptr;
    QComboBox* m_stages = nullptr;
    QTableView* m_table = nullptr;
};

} // namespace driftscope
