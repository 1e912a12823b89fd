// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/LogNodesModel.h"

#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void LogNodesModel::setNodes(const QList<LogNode>& nodes)
{
    beginResetModel();
    m_nodes = nodes;
    endResetModel();
}

int LogNodesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_nodes.size());
}

int LogNodesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogNodesModel::text(const LogNode& node, int column) const
{
    switch (column) {
    case NameColumn:
        return node.truncated ? u"…"_s % node.name : node.name;
    case TypeColumn:
        return node.type;
    case DeviceColumn:
        return node.device;
    case SubgraphColumn:
        return node.subgraph.isEmpty() ? u"–"_s : node.subgraph;
    case CosineColumn:
        return node.cosine ? ratioText(*node.cosine) : u"–"_s;
    case ThresholdColumn:
        return node.threshold ? shortNumber(*node.threshold) : u"–"_s;
    case DataTypeColumn:
        return node.dataType.isEmpty() ? u"–"_s : node.dataType;
    default:
        return {};
    }
}

QVariant LogNodesModel::sortValue(const LogNode& node, int column)
{
    switch (column) {
    case NameColumn:
        return node.line;
    case TypeColumn:
        return node.type;
    case DeviceColumn:
        return node.device;
    case SubgraphColumn:
        return node.subgraph;
    case CosineColumn:
        return node.cosine ? QVariant(*node.cosine) : QVariant();
    case ThresholdColumn:
        return node.threshold ? QVariant(*node.threshold) : QVariant();
    default:
        return node.dataType;
    }
}

QVariant LogNodesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogNode& node = m_nodes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return tr("%1, line %2 of the log").arg(node.name).arg(node.line);
    case SortRole:
        return sortValue(node, index.column());
    case NameRole:
        return node.name;
    case LineRole:
        return node.line;
    case IsNumberRole:
        return index.column() == CosineColumn || index.column() == ThresholdColumn;
    default:
        return {};
    }
}

QVariant LogNodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("node"),   tr("type"),      tr("device"),   tr("subgraph"),
                             tr("cosine"), tr("threshold"), tr("data type")};
    return titles[section];
}

} // namespace driftscope
