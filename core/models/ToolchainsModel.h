// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ProfilesModel.h"
#include "core/toolchain/ToolchainProfile.h"

namespace driftscope {

/// The toolchains with where they are and what is known of them.
class ToolchainsModel : public ProfilesModel
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

    using ProfilesModel::ProfilesModel;

    void setToolchains(const QList<ToolchainProfile>& toolchains);
    [[nodiscard]] const QList<ToolchainProfile>& toolchains() const { return m_toolchains; }

    [[nodiscard]] QString nameOf(int row) const override { return m_toolchains[row].name; }
    [[nodiscard]] bool isSandbox(int row) const override { return m_toolchains[row].isSandbox; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;

protected:
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isKnownToWork(int row) const override;

private:
    QList<ToolchainProfile> m_toolchains;
};

} // namespace driftscope
