// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/GraphNodesModel.h"

#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

void GraphNodesModel::setGraph(std::shared_ptr<const Graph> graph, QHash<NodeId, GraphNodeFacts> facts)
{
    beginResetModel();
    m_graph = std::move(graph);
    m_facts = std::move(facts);
    m_rows = m_graph ? m_graph->topologicalOrder() : std::vector<NodeId>();
    m_isFiltered = false;
    number();
    endResetModel();
}

void GraphNodesModel::setListed(std::optional<std::vector<NodeId>> nodes)
{
    if (!m_graph || (!nodes && !m_isFiltered))
        return;
    beginResetModel();
    m_isFiltered = nodes.has_value();
    m_rows = m_graph->topologicalOrder();
    if (nodes) {
        std::vector<char> isListed(static_cast<std::size_t>(m_graph->nodeCount()), 0);
        for (const NodeId id : *nodes)
            isListed[id.position()] = 1;
        std::erase_if(m_rows, [&](NodeId id) { return isListed[id.position()] == 0; });
    }
    number();
    endResetModel();
}

void GraphNodesModel::number()
{
    m_rowOf.assign(m_graph ? static_cast<std::size_t>(m_graph->nodeCount()) : 0, -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row].position()] = static_cast<int>(row);
}

NodeId GraphNodesModel::node(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)] : NodeId();
}

int GraphNodesModel::rowOf(NodeId node) const
{
    return node.isValid() && node.position() < m_rowOf.size() ? m_rowOf[node.position()] : -1;
}

int GraphNodesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GraphNodesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Value* GraphNodesModel::firstOutput(const Node& node) const
{
    const auto found = std::find_if(node.outputs.begin(), node.outputs.end(), [](ValueId id) { return id.isValid(); });
    return found == node.outputs.end() ? nullptr : &m_graph->value(*found);
}

QString GraphNodesModel::text(NodeId id, int column) const
{
    const Node& node = m_graph->node(id);
    const Value* output = firstOutput(node);
    const auto facts = m_facts.constFind(id);
    switch (column) {
    case NameColumn:
        return node.name;
    case TypeColumn:
        return node.opType;
    case DeviceColumn:
        return node.device == Device::Unknown ? u"–"_s : node.device == Device::Bpu ? u"BPU"_s : u"CPU"_s;
    case DataTypeColumn:
        return output == nullptr || output->type == DataType::Undefined ? u"–"_s : dataTypeName(output->type);
    case ShapeColumn:
        return output == nullptr || !output->shape ? u"–"_s : output->shape->toString().replace(u'x', u'×');
    case CosineColumn:
        return facts == m_facts.cend() || !facts->cosine ? u"–"_s : ratioText(*facts->cosine);
    default:
        return facts == m_facts.cend() || facts->change.isEmpty() ? u"–"_s : facts->change;
    }
}

QVariant GraphNodesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NodeId id = node(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(id, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? QVariant(m_graph->node(id).name) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(id, index.column()));
    case NameRole:
        return m_graph->node(id).name;
    case SortRole: {
        const auto facts = m_facts.constFind(id);
        if (index.column() != CosineColumn)
            return text(id, index.column());
        return facts == m_facts.cend() || !facts->cosine ? QVariant() : QVariant(*facts->cosine);
    }
    case IsNumberRole:
        return index.column() == CosineColumn;
    default:
        return {};
    }
}

QVariant GraphNodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("node"),  tr("type"),   tr("device"), tr("data type"),
                             tr("shape"), tr("cosine"), tr("change")};
    return titles[section];
}

} // namespace driftscope
