// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/SampleFlips.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The samples that the stages do not agree on, worst first: a row for each, with what every stage predicts.
class FlipsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        FileColumn, ///< NameRole, in all columns: path from the folder of the data
        LabelColumn,
        FirstStageColumn ///< then a column for each evaluated stage; SortRole: margin of the true class
    };
    /// Behind the columns of the stages.
    enum LastColumn
    {
        FirstFlipColumn,
        LostColumn ///< of the row's worst flip; SortRole: double, invalid where it is not known
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluations(const QList<StageEvaluation>& evaluations, const LabelledData& data);
    /// Only what flips between these two; nothing: between any, each sample at its worst.
    void setStages(std::optional<StagePair> stages);
    /// StatusRole, in all columns: int of its kind.
    [[nodiscard]] const SampleFlip& flip(int row) const { return m_flips[row]; }
    [[nodiscard]] const LabelledSample& sample(int row) const { return m_data.samples[m_flips[row].sample]; }
    [[nodiscard]] int columnOf(LastColumn column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString kindText(FlipKind kind);

private:
    void collect();
    [[nodiscard]] const StageEvaluation* evaluationOf(int column) const; ///< null for columns of no stage
    [[nodiscard]] QString text(const SampleFlip& flip, int column) const;
    [[nodiscard]] QVariant sortValue(const SampleFlip& flip, int column) const;
    [[nodiscard]] QString toolTip(const SampleFlip& flip, int column) const;

    QList<StageEvaluation> m_evaluations;
    LabelledData m_data;
    std::optional<StagePair> m_stages;
    QList<SampleFlip> m_flips;
};

} // namespace driftscope
