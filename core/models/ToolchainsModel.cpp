// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ToolchainsModel.h"

#include "core/models/ModelRoles.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void ToolchainsModel::setToolchains(const QList<ToolchainProfile>& toolchains)
{
    beginResetModel();
    m_toolchains = toolchains;
    endResetModel();
}

int ToolchainsModel::rowOf(const QString& name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_toolchains[row].name == name)
            return row;
    }
    return -1;
}

void ToolchainsModel::setState(const QString& name, State state, const QString& sentence)
{
    m_known.insert(name, {state, sentence});
    if (const int row = rowOf(name); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

ToolchainsModel::State ToolchainsModel::state(int row) const
{
    const ToolchainProfile& toolchain = m_toolchains[row];
    const State known = m_known.value(toolchain.name).state;
    return known == State::Unknown && !toolchain.capabilities.version.isEmpty() ? State::Works : known;
}

QString ToolchainsModel::sentence(int row) const
{
    return row >= 0 && row < rowCount() ? m_known.value(m_toolchains[row].name).sentence : QString();
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
    case PlaceColumn: {
        const QString where = toolchainWhere(toolchain);
        return where.isEmpty() ? tr("this machine") : where;
    }
    case ProgramColumn:
        return toolchain.program;
    case VersionColumn:
        switch (state(row)) {
        case State::Probing:
            return tr("asking…");
        case State::Fails:
            return tr("does not answer");
        case State::Works:
            return toolchain.capabilities.version;
        case State::Unknown:
            return tr("not asked yet");
        }
        break;
    case ToolsColumn:
        return toolchain.capabilities.tools.join(u", "_s);
    default:
        break;
    }
    return {};
}

QVariant ToolchainsModel::data(const QModelIndex& index, int role) const
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
        return m_toolchains[index.row()].name;
    case StatusRole:
        return static_cast<int>(state(index.row()));
    default:
        return {};
    }
}

QVariant ToolchainsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
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
