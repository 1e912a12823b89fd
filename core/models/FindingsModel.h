// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"

#include <QAbstractTableModel>

namespace driftscope {

/// Findings about a config or a log, the worst first, otherwise in the order in which they were found.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        MessageColumn, ///< StatusRole: int of Severity
        PlaceColumn, ///< key, or line
        FixColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(const Diagnostics& findings);
    [[nodiscard]] const Diagnostic& finding(int row) const { return m_findings[row]; }
    /// The worst finding about a key; -1 when there is none.
    [[nodiscard]] int rowOfKey(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// In the interface's language.
    [[nodiscard]] static QString severityText(Severity severity);
    /// What a button that applies the fix says: the new value, or that the key is removed.
    [[nodiscard]] static QString fixText(const Fix& fix);

private:
    Diagnostics m_findings;
};

} // namespace driftscope
