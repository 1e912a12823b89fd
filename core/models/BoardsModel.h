// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"

#include <QAbstractTableModel>
#include <QMap>

namespace driftscope {

/// The boards with where they are and what is known of them.
class BoardsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        PlaceColumn,
        ProgramColumn,
        VersionColumn,
        ArchitectureColumn,
        RoomColumn,
        ColumnCount
    };
    enum class State ///< of the last probe, under StatusRole
    {
        Unknown,
        Probing,
        Works,
        Fails
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBoards(const QList<BoardProfile>& boards);
    [[nodiscard]] const QList<BoardProfile>& boards() const { return m_boards; }
    [[nodiscard]] int rowOf(const QString& name) const; ///< -1 where there is none
    void setProbing(const QString& name);
    /// What the last probe found, or why it failed.
    void setFound(const QString& name, const Result<BoardCapabilities>& found);
    [[nodiscard]] State state(int row) const;
    [[nodiscard]] QString sentence(int row) const; ///< why the last probe failed

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Known
    {
        State state = State::Unknown;
        QString sentence;
        BoardCapabilities found;
    };

    void tell(const QString& name);
    [[nodiscard]] BoardCapabilities capabilities(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString versionText(int row) const;

    QList<BoardProfile> m_boards;
    QMap<QString, Known> m_known; ///< by name
};

} // namespace driftscope
