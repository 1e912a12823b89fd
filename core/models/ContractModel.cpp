// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContractModel.h"

#include "core/models/ModelRoles.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

int columnOf(ContractField field)
{
    switch (field) {
    case ContractField::Type:
        return ContractModel::TypeColumn;
    case ContractField::Shape:
        return ContractModel::ShapeColumn;
    case ContractField::Layout:
        return ContractModel::LayoutColumn;
    case ContractField::Colour:
        return ContractModel::ColourColumn;
    case ContractField::Range:
        return ContractModel::RangeColumn;
    case ContractField::Normalization:
        return ContractModel::NormalizationColumn;
    case ContractField::None:
        break;
    }
    return ContractModel::PlaceColumn;
}

} // namespace

void ContractModel::setContract(const InputContract& contract)
{
    beginResetModel();
    m_contract = contract;
    endResetModel();
}

int ContractModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contract.rows.size());
}

int ContractModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ContractModel::text(const ContractRow& row, int column)
{
    switch (column) {
    case PlaceColumn:
        return row.title;
    case TypeColumn:
        return row.type;
    case ShapeColumn:
        return QString(row.shape).replace(u'x', u'×');
    case LayoutColumn:
        return row.layout;
    case ColourColumn:
        return row.colour;
    case RangeColumn:
        return row.range;
    case NormalizationColumn:
        return row.normalization;
    default:
        return {};
    }
}

ContractModel::CellState ContractModel::state(const ContractRow& row, int column)
{
    const bool isContradicted = !row.contradiction.isEmpty();
    if (isContradicted && (column == PlaceColumn || column == columnOf(row.contradictedField)))
        return CellState::Contradicts;
    return column == PlaceColumn && !row.note.isEmpty() ? CellState::HasNote : CellState::Agrees;
}

QString ContractModel::toolTip(const ContractRow& row) const
{
    QStringList lines;
    if (!row.source.isEmpty())
        lines.append(tr("From %1").arg(row.source));
    for (const QString& line : {row.note, row.contradiction}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

QVariant ContractModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContractRow& row = m_contract.rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: {
        const QString shown = text(row, index.column());
        return shown.isEmpty() ? u"–"_s : shown;
    }
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole: {
        const QString shown = text(row, index.column());
        return state(row, index.column()) == CellState::Contradicts
            ? tr("%1, contradicts: %2").arg(shown, row.contradiction)
            : shown;
    }
    case NameRole:
        return contractPlaceName(row.place);
    case StatusRole:
        return static_cast<int>(state(row, index.column()));
    case IsFirstDriftRole:
        return index.row() == m_contract.firstContradiction;
    case KeyRole:
        return row.contradictedKey;
    default:
        return {};
    }
}

QVariant ContractModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("place"),  tr("type"),  tr("shape"),        tr("layout"),
                             tr("colour"), tr("range"), tr("normalization")};
    return titles[section];
}

} // namespace driftscope
