// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "core/lint/OwnRule.h"

#include <QAbstractTableModel>

namespace driftscope {

/// Every rule, built-in and own: what it looks for, what it reports on each march, and what it found in the config that
/// is open.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StateColumn, ///< StatusRole: int of State
        IdColumn,
        SummaryColumn,
        Bernoulli2Column, ///< StatusRole: int of the worst Severity, -1 where the rule stays silent
        BayesColumn,
        BayesEColumn,
        SourceColumn,
        OriginColumn,
        ColumnCount
    };
    enum class State
    {
        Quiet,
        Accepted, ///< all that it found was accepted
        Found
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Built-in rules come by themselves.
    void setRules(const QList<OwnRule>& own, const Diagnostics& findings, const Diagnostics& accepted);
    [[nodiscard]] QString idOf(int row) const { return m_rows[row].id; }
    [[nodiscard]] int rowOf(const QString& id) const; ///< -1 when there is none
    /// What the row says, whole: for where the table has no room.
    [[nodiscard]] QString description(int row) const;
    /// The first that the rule found, accepted ones last; null when it is quiet.
    [[nodiscard]] const Diagnostic* firstFinding(int row) const;
    [[nodiscard]] int findingCount() const; ///< rules that found something which is not accepted

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString id;
        std::array<QList<Severity>, 3> severities; ///< by march; none where it stays silent
        QString summary;
        QString source;
        bool isOwn = false;
        Diagnostics found;
        Diagnostics accepted;
    };
    [[nodiscard]] static State stateOf(const Row& row);
    [[nodiscard]] static QString text(const Row& row, int column);
    [[nodiscard]] static int status(const Row& row, int column);
    [[nodiscard]] static QVariant sortValue(const Row& row, int column);

    QList<Row> m_rows;
};

} // namespace driftscope
