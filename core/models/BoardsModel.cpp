// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/BoardsModel.h"

#include "core/models/ModelRoles.h"

#include <QLocale>

namespace driftscope {

void BoardsModel::setBoards(const QList<BoardProfile>& boards)
{
    beginResetModel();
    m_boards = boards;
    endResetModel();
}

int BoardsModel::rowOf(const QString& name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_boards[row].name == name)
            return row;
    }
    return -1;
}

void BoardsModel::setProbing(const QString& name)
{
    m_known.insert(name, {State::Probing, {}, m_known.value(name).found});
    tell(name);
}

void BoardsModel::setFound(const QString& name, const Result<BoardCapabilities>& found)
{
    m_known.insert(name, found ? Known{State::Works, {}, *found} : Known{State::Fails, found.error().message, {}});
    tell(name);
}

void BoardsModel::tell(const QString& name)
{
    if (const int row = rowOf(name); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

BoardsModel::State BoardsModel::state(int row) const
{
    const State known = m_known.value(m_boards[row].name).state;
    return known == State::Unknown && !m_boards[row].capabilities.architecture.isEmpty() ? State::Works : known;
}

QString BoardsModel::sentence(int row) const
{
    return row >= 0 && row < rowCount() ? m_known.value(m_boards[row].name).sentence : QString();
}

/// Of this session's probe, else what was kept from one before.
BoardCapabilities BoardsModel::capabilities(int row) const
{
    const Known known = m_known.value(m_boards[row].name);
    return known.state == State::Works ? known.found : m_boards[row].capabilities;
}

int BoardsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_boards.size());
}

int BoardsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BoardsModel::versionText(int row) const
{
    switch (state(row)) {
    case State::Probing:
        return tr("asking…");
    case State::Fails:
        return tr("does not answer");
    case State::Works:
        return capabilities(row).version;
    case State::Unknown:
        break;
    }
    return tr("not asked yet");
}

QString BoardsModel::text(int row, int column) const
{
    const BoardProfile& board = m_boards[row];
    switch (column) {
    case NameColumn:
        return board.isSandbox ? tr("Sandbox board") : board.name;
    case PlaceColumn: {
        const QString where = boardWhere(board);
        return where.isEmpty() ? tr("this machine") : where;
    }
    case ProgramColumn:
        return board.program;
    case VersionColumn:
        return versionText(row);
    case ArchitectureColumn:
        return capabilities(row).architecture;
    case RoomColumn: {
        const qint64 room = capabilities(row).freeBytes;
        return room < 0 ? QString() : QLocale().formattedDataSize(room);
    }
    default:
        return {};
    }
}

QVariant BoardsModel::data(const QModelIndex& index, int role) const
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
        return m_boards[index.row()].name;
    case StatusRole:
        return static_cast<int>(state(index.row()));
    default:
        return {};
    }
}

QVariant BoardsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case PlaceColumn:
        return tr("Is on");
    case ProgramColumn:
        return tr("Program");
    case VersionColumn:
        return tr("Runtime");
    case ArchitectureColumn:
        return tr("Processor");
    case RoomColumn:
        return tr("Free room");
    default:
        return {};
    }
}

} // namespace driftscope
