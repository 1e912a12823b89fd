// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigComparison.h"

#include <QAbstractTableModel>

namespace driftscope {

/// What two configs say differently, a key each.
class ConfigDifferencesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        KeyColumn,
        BeforeColumn,
        AfterColumn,
        KindColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `names`: of the two files, for the headers.
    void setDifferences(const QList<ConfigDifference>& differences, const QString& before, const QString& after);
    [[nodiscard]] const ConfigDifference& difference(int row) const { return m_differences[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString kindText(ConfigDifference::Kind kind);
    [[nodiscard]] static QString said(const QString& value, bool isWritten);

    QList<ConfigDifference> m_differences;
    QString m_before;
    QString m_after;
};

} // namespace driftscope
