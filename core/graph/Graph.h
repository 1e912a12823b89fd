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
using BodyId = StrongId<struct BodyTag>;

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

/// A graph inside a node: a branch of If, the body of Loop or Scan, or the body of the function that the node calls.
/// Its nodes and values lie in the same arrays as those of the main graph, behind them, in one piece.
struct GraphBody
{
    NodeId owner;
    BodyId parent; ///< the body that the owner lies in; invalid when that is the main graph
    QString attribute; ///< of the owner: `then_branch`, `body`; empty for the body of a function
    qsizetype firstNode = 0;
    qsizetype nodeCount = 0; ///< without those of bodies inside this one
    qsizetype firstValue = 0;
    qsizetype valueCount = 0;
    std::vector<ValueId> inputs; ///< of a function: the caller's own values, because nothing lies between
    std::vector<ValueId> outputs; ///< may be values from outside that are passed on

    [[nodiscard]] bool isFunction() const { return attribute.isEmpty(); }
};

/// An immutable network in flat arrays: nodes and values are addressed by NodeId and ValueId, in the file's order.
/// Shared between threads as std::shared_ptr<const Graph>.
///
/// nodes(), values() and everything that finds or orders them mean the main graph; bodies() leads to what lies inside
/// its nodes. Ids of both are good for node(), value() and consumers().
class Graph
{
public:
    [[nodiscard]] static std::shared_ptr<const Graph> fromDraft(const GraphDraft& draft);
    ~Graph();
    Q_DISABLE_COPY_MOVE(Graph)

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] int nodeCount() const { return m_mainNodeCount; }
    [[nodiscard]] int valueCount() const { return m_mainValueCount; }
    /// With all bodies.
    [[nodiscard]] int totalNodeCount() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] int totalValueCount() const { return static_cast<int>(m_values.size()); }
    [[nodiscard]] const Node& node(NodeId id) const { return m_nodes[id.position()]; }
    [[nodiscard]] const Value& value(ValueId id) const { return m_values[id.position()]; }
    [[nodiscard]] std::span<const Node> nodes() const { return std::span(m_nodes).first(mainNodes()); }
    [[nodiscard]] std::span<const Value> values() const { return std::span(m_values).first(mainValues()); }
    /// Nodes of the same graph or body that read the value, ascending. A node also reads what its bodies take from
    /// around them.
    [[nodiscard]] std::span<const NodeId> consumers(ValueId id) const;

    [[nodiscard]] std::span<const GraphBody> bodies() const { return m_bodies; } ///< outer before inner ones
    [[nodiscard]] const GraphBody& body(BodyId id) const { return m_bodies[id.position()]; }
    [[nodiscard]] BodyId bodyOf(NodeId id) const; ///< invalid for nodes of the main graph
    [[nodiscard]] BodyId bodyOf(ValueId id) const;
    /// The node's name; inside of bodies with the way there, `If_3/then_branch/Conv_1`.
    [[nodiscard]] QString pathOf(NodeId id) const;
    [[nodiscard]] NodeId findNodeAt(const QString& path) const; ///< what pathOf() said
    /// A sentence when bodies of functions were left out because they are too many or call themselves; else empty.
    [[nodiscard]] const QString& bodiesLeftOut() const { return m_bodiesLeftOut; }

    [[nodiscard]] NodeId findNode(const QString& name) const; ///< invalid when there is none
    [[nodiscard]] ValueId findValue(const QString& name) const;
    [[nodiscard]] const std::vector<ValueId>& inputs() const { return m_inputs; }
    [[nodiscard]] const std::vector<ValueId>& outputs() const { return m_outputs; }
    [[nodiscard]] const Tensor* initializer(ValueId id) const; ///< null unless it is one
    /// A Constant, or another name for one or for an initializer, that only nodes beside it read: for people it is one
    /// of their weights, not a step.
    [[nodiscard]] bool isLooseConstant(NodeId id) const;
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
    friend class BodyBuilder;
    Graph();
    [[nodiscard]] bool isGivenOut(NodeId id) const;
    [[nodiscard]] std::size_t mainNodes() const { return static_cast<std::size_t>(m_mainNodeCount); }
    [[nodiscard]] std::size_t mainValues() const { return static_cast<std::size_t>(m_mainValueCount); }

    QString m_name;
    std::vector<Node> m_nodes;
    std::vector<Value> m_values;
    int m_mainNodeCount = 0;
    int m_mainValueCount = 0;
    std::vector<GraphBody> m_bodies;
    QString m_bodiesLeftOut;
    std::vector<ValueId> m_links; ///< all node inputs and outputs, the nodes' spans point in here
    std::vector<NodeId> m_consumers; ///< all consumer lists, one after the other
    std::vector<qint32> m_consumerStart; ///< totalValueCount() + 1 offsets into m_consumers
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
