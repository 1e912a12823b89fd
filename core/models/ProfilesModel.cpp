// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ProfilesModel.h"

#include "core/models/ModelRoles.h"

namespace driftscope {

int ProfilesModel::rowOf(const QString& name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (nameOf(row) == name)
            return row;
    }
    return -1;
}

void ProfilesModel::setState(const QString& name, State state, const QString& sentence)
{
    m_known.insert(name, {state, sentence});
    if (const int row = rowOf(name); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

ProfilesModel::State ProfilesModel::state(int row) const
{
    const State known = m_known.value(nameOf(row)).state;
    return known == State::Unknown && isKnownToWork(row) ? State::Works : known;
}

QString ProfilesModel::sentence(int row) const
{
    return row >= 0 && row < rowCount() ? m_known.value(nameOf(row)).sentence : QString();
}

bool ProfilesModel::hasJustWorked(int row) const
{
    return m_known.value(nameOf(row)).state == State::Works;
}

QString ProfilesModel::versionText(int row, const QString& version) const
{
    switch (state(row)) {
    case State::Probing:
        return tr("asking…");
    case State::Fails:
        return tr("does not answer");
    case State::Works:
        return version;
    case State::Unknown:
        break;
    }
    return tr("not asked yet");
}

QString ProfilesModel::placeText(const QString& where)
{
    return where.isEmpty() ? tr("this machine") : where;
}

QVariant ProfilesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole: {
        const QString said = sentence(index.row());
        return said.isEmpty() ? text(index.row(), index.column()) : said;
    }
    case NameRole:
        return nameOf(index.row());
    case StatusRole:
        return static_cast<int>(state(index.row()));
    default:
        return {};
    }
}

QVariant ProfilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? title(section) : QVariant();
}

} // namespace driftscope
