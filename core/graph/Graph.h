// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StrongId.h"
#include "core/graph/GraphDraft.h"

#include <QHash>

#include <memory>
#include <span>

namespace driftscope {

using NodeId = StrongId<struct NodeTag>;
using ValueId = StrongId<struct ValueTag>;

/// Where a node runs, as far as the file says.
enum class Device
{
    Unknown,
    Bpu,
    Cpu
};

/// One operator of a Graph.
struct Node
{
    QString name; ///< never empty: unnamed nodes get `<op type>_<index>`
    QString opType;
    QString domain;
    std::span<const ValueId> inputs; ///< an omitted optional input is an invalid id
    std::span<const ValueId> outputs;
    QList<Attribute> attributes;
    QString doc;
    Device device = Device::Unknown;
    QString overload; ///< which of several functions of one name is called
    TextPairs metadata;
};

/// One tensor that flows (or lies, for an initializer) in a Graph.
struct Value
{
    QString name;
    DataType type = DataType::Undefined;
    std::optional<Shape> shape;
    std::shared_ptr<const ValueType> composite; ///< set for what is more than a dense tensor
    NodeId producer; ///< invalid for inputs and initializers
    TensorLayout layout = TensorLayout::Unknown;
    bool isInput = false;
    bool isOutput = false;
    bool isInitializer = false;
};

/// An immutable network in flat arrays: nodes and values are addressed by NodeId and ValueId, in the file's order.
/// Shared between threads as std::shared_ptr<const Graph>.
class Graph
{
public:
    [[nodiscard]] static std::shared_ptr<const Graph> fromDraft(const GraphDraft& draft);
    ~Graph();
    Q_DISABLE_COPY_MOVE(Graph)

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] int nodeCount() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] int valueCount() const { return static_cast<int>(m_values.size()); }
    [[nodiscard]] const Node& node(NodeId id) const { return m_nodes[id.position()]; }
    [[nodiscard]] const Value& value(ValueId id) const { return m_values[id.position()]; }
    [[nodiscard]] std::span<const Node> nodes() const { return m_nodes; }
    [[nodiscard]] std::span<const Value> values() const { return m_values; }
    [[nodiscard]] std::span<const NodeId> consumers(ValueId id) const;

    [[nodiscard]] NodeId findNode(const QString& name) const; ///< invalid when there is none
    [[nodiscard]] ValueId findValue(const QString& name) const;
    [[nodiscard]] const std::vector<ValueId>& inputs() const { return m_inputs; }
    [[nodiscard]] const std::vector<ValueId>& outputs() const { return m_outputs; }
    [[nodiscard]] const Tensor* initializer(ValueId id) const; ///< null unless it is one
    /// Nodes in an order in which producers come before consumers (the file's own where it already is one). Nodes on a
    /// cycle come last.
    [[nodiscard]] const std::vector<NodeId>& topologicalOrder() const { return m_order; }

    [[nodiscard]] const QList<OpsetImport>& opsets() const { return m_opsets; }
    [[nodiscard]] qint64 irVersion() const { return m_irVersion; }
    [[nodiscard]] const QString& producer() const { return m_producer; }
    [[nodiscard]] const QString& producerVersion() const { return m_producerVersion; }
    [[nodiscard]] const TextPairs& metadata() const { return m_metadata; }
    [[nodiscard]] const QString& doc() const { return m_doc; }
    [[nodiscard]] const QList<FunctionDraft>& functions() const { return m_functions; }
    /// The model's own definition of a node's operator; null where there is none.
    [[nodiscard]] const FunctionDraft* function(NodeId id) const;

private:
    friend class GraphBuilder;
    Graph();

    QString m_name;
    std::vector<Node> m_nodes;
    std::vector<Value> m_values;
    std::vector<ValueId> m_links; ///< all node inputs and outputs, the nodes' spans point in here
    std::vector<NodeId> m_consumers; ///< all consumer lists, one after the other
    std::vector<qint32> m_consumerStart; ///< valueCount() + 1 offsets into m_consumers
    std::vector<ValueId> m_inputs;
    std::vector<ValueId> m_outputs;
    std::vector<NodeId> m_order;
    std::vector<Tensor> m_initializers; ///< by value; empty tensors for non-initializers are not stored
    QHash<qint32, qint32> m_initializerOf; ///< value index to index in m_initializers
    QHash<QString, NodeId> m_nodeByName;
    QHash<QString, ValueId> m_valueByName;
    QList<OpsetImport> m_opsets;
    qint64 m_irVersion = 0;
    QString m_producer;
    QString m_producerVersion;
    TextPairs m_metadata;
    QString m_doc;
    QList<FunctionDraft> m_functions;
};

/// Device and layout facts that a loader knows and a GraphDraft cannot say.
struct GraphAnnotations
{
    QHash<QString, Device> deviceOfNode;
    QHash<QString, TensorLayout> layoutOfValue;
};

/// fromDraft with annotations.
[[nodiscard]] std::shared_ptr<const Graph> buildGraph(const GraphDraft& draft, const GraphAnnotations& annotations);

} // namespace driftscope
