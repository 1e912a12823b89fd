// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluation.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The confusion matrix of one stage: true classes down, predicted ones across, and at the end how many of the row were
/// recognized.
class ConfusionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        ShareRole = Qt::UserRole + 100, ///< double: of the row's samples, from 0 to 1; invalid in an empty row
        IsRightRole ///< bool: on the diagonal
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(const StageEvaluation& evaluation, const LabelledData& data);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] int count(int row, int column) const;
    [[nodiscard]] int samplesOf(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString sentence(int row, int column) const;

    std::vector<std::vector<int>> m_confusion;
    LabelledData m_data;
};

} // namespace driftscope
