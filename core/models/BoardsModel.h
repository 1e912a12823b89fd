// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"
#include "core/models/ProfilesModel.h"

namespace driftscope {

/// The boards with where they are and what is known of them.
class BoardsModel : public ProfilesModel
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

    using ProfilesModel::ProfilesModel;

    void setBoards(const QList<BoardProfile>& boards);
    [[nodiscard]] const QList<BoardProfile>& boards() const { return m_boards; }
    void setProbing(const QString& name) { setState(name, State::Probing); }
    /// What the last probe found, or why it failed.
    void setFound(const QString& name, const Result<BoardCapabilities>& found);

    [[nodiscard]] QString nameOf(int row) const override { return m_boards[row].name; }
    [[nodiscard]] bool isSandbox(int row) const override { return m_boards[row].isSandbox; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isKnownToWork(int row) const override;

private:
    [[nodiscard]] BoardCapabilities capabilities(int row) const;

    QList<BoardProfile> m_boards;
    QMap<QString, BoardCapabilities> m_found; ///< by name, at the last probe of this session that worked
};

} // namespace driftscope
