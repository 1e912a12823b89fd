// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Verdict.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The tested hypotheses of a verdict, the winner first.
class EvidenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TitleColumn,
        WithoutColumn, ///< cosine without the hypothesis
        WithColumn, ///< cosine with it
        ResultColumn, ///< explains it, or ruled out; StatusRole: bool
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvidence(const QList<Evidence>& evidence);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Evidence> m_evidence;
};

} // namespace driftscope
