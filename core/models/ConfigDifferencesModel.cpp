// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConfigDifferencesModel.h"

#include "core/models/ModelRoles.h"

namespace driftscope {

void ConfigDifferencesModel::setDifferences(const QList<ConfigDifference>& differences, const QString& before,
                                            const QString& after)
{
    beginResetModel();
    m_differences = differences;
    m_before = before;
    m_after = after;
    endResetModel();
}

int ConfigDifferencesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

int ConfigDifferencesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConfigDifferencesModel::kindText(ConfigDifference::Kind kind)
{
    switch (kind) {
    case ConfigDifference::Kind::Changed:
        return tr("changed");
    case ConfigDifference::Kind::Added:
        return tr("added");
    case ConfigDifference::Kind::Removed:
        return tr("removed");
    case ConfigDifference::Kind::SameMeaning:
        return tr("means the same");
    }
    Q_UNREACHABLE();
}

QString ConfigDifferencesModel::said(const QString& value, bool isWritten)
{
    if (isWritten)
        return value;
    return value.isEmpty() ? tr("not written") : tr("%1 (not written)").arg(value);
}

QVariant ConfigDifferencesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConfigDifference& difference = m_differences[index.row()];
    if (role == KeyRole)
        return difference.key;
    if (role == StatusRole)
        return static_cast<int>(difference.kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case KeyColumn:
        return role == Qt::ToolTipRole ? difference.key : difference.key.section(u'.', 1);
    case BeforeColumn:
        return said(difference.before, difference.isBeforeWritten);
    case AfterColumn:
        return said(difference.after, difference.isAfterWritten);
    case KindColumn:
        return kindText(difference.kind);
    default:
        return {};
    }
}

QVariant ConfigDifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("parameter"), m_before, m_after, tr("what")};
    return titles.value(section);
}

} // namespace driftscope
