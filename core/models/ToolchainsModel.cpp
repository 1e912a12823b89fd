// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ToolchainsModel.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void ToolchainsModel::setToolchains(const QList<ToolchainProfile>& toolchains)
{
    beginResetModel();
    m_toolchains = toolchains;
    endResetModel();
}

bool ToolchainsModel::isKnownToWork(int row) const
{
    return !m_toolchains[row].capabilities.version.isEmpty();
}

int ToolchainsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_toolchains.size());
}

int ToolchainsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ToolchainsModel::text(int row, int column) const
{
    const ToolchainProfile& toolchain = m_toolchains[row];
    switch (column) {
    case NameColumn:
        return toolchain.isSandbox ? tr("Sandbox") : toolchain.name;
    case PlaceColumn:
        return placeText(toolchainWhere(toolchain));
    case ProgramColumn:
        return toolchain.program;
    case VersionColumn:
        return versionText(row, toolchain.capabilities.version);
    case ToolsColumn:
        return toolchain.capabilities.tools.join(u", "_s);
    default:
        return {};
    }
}

QString ToolchainsModel::title(int column) const
{
    switch (column) {
    case NameColumn:
        return tr("Name");
    case PlaceColumn:
        return tr("Runs on");
    case ProgramColumn:
        return tr("Program");
    case VersionColumn:
        return tr("Version");
    case ToolsColumn:
        return tr("Tools there");
    default:
        return {};
    }
}

} // namespace driftscope
