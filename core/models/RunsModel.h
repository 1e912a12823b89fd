// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunSummary.h"

#include <QAbstractTableModel>

namespace driftscope {

/// Runs that were kept, with what they came to. Notes can be edited in place.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StartedColumn,
        StatusColumn, ///< StatusRole: int of CompileStatus
        MarchColumn,
        BoardColumn, ///< top-1
        QuantizedColumn, ///< top-1
        WorstLayerColumn, ///< cosine
        OutputColumn, ///< cosine
        SecondsColumn,
        SizeColumn,
        NoteColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(QList<RunSummary> runs);
    [[nodiscard]] const RunSummary& run(int row) const { return m_runs[row]; }
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1 when there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void noteEdited(const QString& runFolder, const QString& note);

private:
    [[nodiscard]] static QString statusText(CompileStatus status);
    [[nodiscard]] static QString metricOf(int column); ///< empty for columns that show none
    [[nodiscard]] static QString text(const RunSummary& run, int column);
    [[nodiscard]] static QVariant sortValue(const RunSummary& run, int column);

    QList<RunSummary> m_runs;
};

} // namespace driftscope
