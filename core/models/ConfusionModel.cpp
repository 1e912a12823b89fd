// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConfusionModel.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

void ConfusionModel::setEvaluation(const StageEvaluation& evaluation, const LabelledData& data)
{
    beginResetModel();
    m_confusion = evaluation.confusion;
    m_data = data;
    endResetModel();
}

void ConfusionModel::clear()
{
    beginResetModel();
    m_confusion.clear();
    endResetModel();
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_confusion.size());
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_confusion.empty() ? 0 : static_cast<int>(m_confusion.size()) + 1;
}

int ConfusionModel::count(int row, int column) const
{
    return m_confusion[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

int ConfusionModel::samplesOf(int row) const
{
    const std::vector<int>& counts = m_confusion[static_cast<std::size_t>(row)];
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

QString ConfusionModel::text(int row, int column) const
{
    if (column < rowCount())
        return count(row, column) > 0 ? QString::number(count(row, column)) : u"·"_s;
    const int all = samplesOf(row);
    return all > 0 ? tr("%1 %").arg(100.0 * count(row, row) / all, 0, 'f', 1) : u"–"_s;
}

QString ConfusionModel::sentence(int row, int column) const
{
    const int all = samplesOf(row);
    const QString label = m_data.className(row);
    if (column >= rowCount())
        return tr("%1 of %n sample(s) of %2 were recognized.", nullptr, all).arg(count(row, row)).arg(label);
    return tr("%1 of %n sample(s) of %2 were taken for %3.", nullptr, all)
        .arg(QString::number(count(row, column)), label, m_data.className(column));
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(row, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignCenter);
    case ShareRole:
        if (const int all = samplesOf(row); all > 0 && column < rowCount())
            return static_cast<double>(count(row, column)) / all;
        return {};
    case IsRightRole:
        return row == column;
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0 || section > rowCount())
        return {};
    if (orientation == Qt::Horizontal && section == rowCount())
        return m_confusion.empty() ? QVariant() : QVariant(tr("recognized"));
    return section < rowCount() ? QVariant(m_data.className(section)) : QVariant();
}

} // namespace driftscope
