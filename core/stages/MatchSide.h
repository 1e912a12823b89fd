// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/NodeNames.h"
#include "core/stages/StageMatch.h"
#include "core/stages/WeightPrint.h"

#include <vector>

namespace driftscope {

/// What a node can turn into when the toolchain rewrites a network. `Firm` nodes survive, if in other arithmetic; the
/// others have one input that is data and may be folded, merged, or put in: matching looks through them first.
enum class NodeKin : quint8
{
    Firm,
    Constant, ///< computes from constants alone
    Scale, ///< quantizes, dequantizes or measures
    Nothing, ///< Identity, Dropout, Cast
    Move, ///< Transpose
    Reform, ///< Reshape, Flatten, Squeeze, Unsqueeze
    Affine, ///< BatchNormalization, arithmetic with a constant, 1x1 depthwise convolution
    Clamp, ///< Relu, Clip
    Pad
};

/// How much of a node counts when two are asked to be alike.
enum class Likeness : quint8
{
    Loose, ///< the same kind of operator
    Medium, ///< and the same weight size
    Strict ///< and the same strides, groups and output size
};

/// One of the two graphs that are matched, prepared: what each node is, what feeds what when soft nodes are looked
/// through, and in which match each node is. Arrays are by node or value position.
class MatchSide
{
public:
    static constexpr int unmatched = -1;
    static constexpr int alone = -2; ///< a person said that there is no counterpart

    explicit MatchSide(const Graph& g);

    const Graph& graph;
    std::vector<int> matchOf; ///< by node: a match, unmatched or alone
    std::vector<NodeNameParts> names;
    std::vector<NodeKin> kin;
    std::vector<int> place; ///< by node: where it stands in execution order
    bool hasIntegerOperators = false; ///< then scale nodes convert, and do not only measure

    [[nodiscard]] bool isFree(NodeId node) const { return matchOf[node.position()] == unmatched; }
    [[nodiscard]] bool isMatched(NodeId node) const { return matchOf[node.position()] >= 0; }
    [[nodiscard]] bool isFirm(NodeId node) const { return kin[node.position()] == NodeKin::Firm; }
    [[nodiscard]] bool isSoft(NodeId node) const { return kin[node.position()] > NodeKin::Constant; }
    /// One of the Cast, Mul and Add behind a ConvInteger or MatMulInteger that make real numbers of its sums.
    [[nodiscard]] bool isIntegerPart(NodeId node) const { return m_isIntegerPart[node.position()]; }
    [[nodiscard]] NodeKin kinOf(NodeId node) const { return kin[node.position()]; }

    /// Inputs that are computed from the graph's inputs; for operators with one such input that one alone.
    [[nodiscard]] const QList<ValueId>& dataInputs(NodeId node) const { return m_data[node.position()]; }
    /// The firm value behind soft nodes.
    [[nodiscard]] ValueId source(ValueId value) const
    {
        return value.isValid() ? m_source[value.position()] : ValueId();
    }
    [[nodiscard]] NodeId firmProducer(ValueId value) const; ///< of the source; invalid for graph inputs
    /// Firm nodes that read a source value, soft ones looked through; each once, in the file's order.
    [[nodiscard]] std::span<const NodeId> firmConsumers(ValueId source) const;
    [[nodiscard]] NodeId producer(ValueId value) const
    {
        return value.isValid() ? graph.value(value).producer : NodeId();
    }
    [[nodiscard]] ValueId firstOutput(NodeId node) const;
    [[nodiscard]] NodeId soleConsumer(ValueId value) const; ///< invalid when there are none or several, or an output
    [[nodiscard]] bool isConstant(ValueId value) const { return value.isValid() && m_isConstant[value.position()]; }

    [[nodiscard]] quint64 label(NodeId node, Likeness likeness) const
    {
        return m_labels[node.position()][static_cast<std::size_t>(likeness)];
    }
    /// The constant that a node computes with, behind the nodes that scale it; null when there is none of two axes.
    [[nodiscard]] const Tensor* weight(NodeId node) const;
    [[nodiscard]] quint64 constantsHash(NodeId node) const; ///< of all its constants, each sampled
    [[nodiscard]] const WeightPrint& print(NodeId node); ///< made when first asked for; empty without a weight
    [[nodiscard]] NodeId freeNode(const QString& name) const; ///< invalid when there is none that is free

private:
    void findConstants();
    void findKins();
    void findDataInputs(NodeId node);
    [[nodiscard]] NodeKin kinOfOperator(NodeId node, const QString& family) const;
    void findIntegerParts();
    void findSources();
    void findConsumers();
    void findLabels();

    std::vector<bool> m_isConstant; ///< by value
    std::vector<bool> m_isIntegerPart; ///< by node
    std::vector<QList<ValueId>> m_data;
    std::vector<ValueId> m_source;
    std::vector<NodeId> m_consumers;
    std::vector<int> m_consumerStart;
    std::vector<std::array<quint64, 3>> m_labels;
    std::vector<WeightPrint> m_prints;
    std::vector<bool> m_hasPrint;
};

} // namespace driftscope
