// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/ToolchainProfile.h"

#include <QAbstractTableModel>
#include <QMap>

namespace driftscope {

/// The toolchains with where they are and what is known of them.
class ToolchainsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        PlaceColumn,
        ProgramColumn,
        VersionColumn,
        ToolsColumn,
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

    void setToolchains(const QList<ToolchainProfile>& toolchains);
    [[nodiscard]] const QList<ToolchainProfile>& toolchains() const { return m_toolchains; }
    [[nodiscard]] int rowOf(const QString& name) const; ///< -1 where there is none
    /// What is known of the toolchain since it was asked; `sentence` says why it fails.
    void setState(const QString& name, State state, const QString& sentence = {});
    [[nodiscard]] State state(int row) const;
    [[nodiscard]] QString sentence(int row) const; ///< of the last probe

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Known
    {
        State state = State::Unknown;
        QString sentence;
    };

    [[nodiscard]] QString text(int row, int column) const;

    QList<ToolchainProfile> m_toolchains;
    QMap<QString, Known> m_known; ///< by name
};

} // namespace driftscope
