// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/EvidenceModel.h"

#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void EvidenceModel::setEvidence(const QList<Evidence>& evidence)
{
    beginResetModel();
    m_evidence = evidence;
    endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_evidence.size());
}

int EvidenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Evidence& evidence = m_evidence[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == TitleColumn)
            return evidence.title;
        if (index.column() == WithoutColumn)
            return ratioText(evidence.scoreWithout);
        if (index.column() == WithColumn)
            return ratioText(evidence.score);
        return evidence.explains ? tr("explains it") : tr("ruled out");
    case Qt::ToolTipRole:
        return evidence.note.isEmpty() ? evidence.title : evidence.title % u'\n' % evidence.note;
    case SortRole:
        if (index.column() == TitleColumn)
            return evidence.title;
        return index.column() == WithoutColumn ? evidence.scoreWithout : evidence.score;
    case NameRole:
        return evidence.hypothesis;
    case StatusRole:
        return evidence.explains;
    case IsNumberRole:
        return index.column() == WithoutColumn || index.column() == WithColumn;
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("what was tested"), tr("cosine as it is"), tr("cosine if true"), tr("result")};
    return titles[section];
}

} // namespace driftscope
