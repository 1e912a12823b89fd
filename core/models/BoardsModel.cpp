// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/BoardsModel.h"

#include <QLocale>

namespace driftscope {

void BoardsModel::setBoards(const QList<BoardProfile>& boards)
{
    beginResetModel();
    m_boards = boards;
    endResetModel();
}

void BoardsModel::setFound(const QString& name, const Result<BoardCapabilities>& found)
{
    if (found)
        m_found.insert(name, *found);
    setState(name, found ? State::Works : State::Fails, found ? QString() : found.error().message);
}

/// Of this session's probe, else what was kept from one before.
BoardCapabilities BoardsModel::capabilities(int row) const
{
    return hasJustWorked(row) ? m_found.value(m_boards[row].name) : m_boards[row].capabilities;
}

bool BoardsModel::isKnownToWork(int row) const
{
    return !m_boards[row].capabilities.architecture.isEmpty();
}

int BoardsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_boards.size());
}

int BoardsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BoardsModel::text(int row, int column) const
{
    const BoardProfile& board = m_boards[row];
    switch (column) {
    case NameColumn:
        return board.isSandbox ? tr("Sandbox board") : board.name;
    case PlaceColumn:
        return placeText(boardWhere(board));
    case ProgramColumn:
        return board.program;
    case VersionColumn:
        return versionText(row, capabilities(row).version);
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

QString BoardsModel::title(int column) const
{
    switch (column) {
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
