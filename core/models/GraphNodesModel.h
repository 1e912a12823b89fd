// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <QAbstractTableModel>
#include <QHash>

namespace driftscope {

/// What the list says of a node besides what its graph says.
struct GraphNodeFacts
{
    std::optional<double> cosine;
    QString change; ///< what happened to it since the stage before, in the interface's language; empty for nothing
};

/// The operators of one graph in data-flow order: the way into a graph for those who do not see it, and for those who
/// look for words. Reads the graph in place; nothing is copied for 50,000 rows.
class GraphNodesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        TypeColumn,
        DeviceColumn,
        DataTypeColumn,
        ShapeColumn,
        CosineColumn,
        ChangeColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null for none. All nodes are listed until setListed() says otherwise.
    void setGraph(std::shared_ptr<const Graph> graph, QHash<NodeId, GraphNodeFacts> facts);
    /// Lists only these, in data-flow order; nullopt lists all.
    void setListed(std::optional<std::vector<NodeId>> nodes);
    [[nodiscard]] const std::shared_ptr<const Graph>& graph() const { return m_graph; }
    [[nodiscard]] bool isFiltered() const { return m_isFiltered; }
    [[nodiscard]] NodeId node(int row) const; ///< invalid beyond the end
    [[nodiscard]] int rowOf(NodeId node) const; ///< -1 when it is not listed

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// NameRole is the node's name, SortRole a number for the cosine.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(NodeId id, int column) const;
    [[nodiscard]] const Value* firstOutput(const Node& node) const;
    void number();

    std::shared_ptr<const Graph> m_graph;
    QHash<NodeId, GraphNodeFacts> m_facts;
    std::vector<NodeId> m_rows;
    std::vector<int> m_rowOf; ///< by node, -1 for not listed
    bool m_isFiltered = false;
};

} // namespace driftscope
