// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/DraftIndex.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// How a node of the optimized model will be executed.
enum class NodeRole
{
    Cpu, ///< in float on the CPU
    Compute, ///< Conv or MatMul in integers; of a Conv whose result lies inside a table, the sums go there as they are
    PassThrough, ///< moves int8 elements, the scale stays
    Concat, ///< moves int8 elements of inputs brought to one scale
    FloatInside, ///< dequantize, one float operator, quantize: a table or a small integer routine on the BPU
    FusedActivation ///< Relu or Clip on the int8 result of the node in front
};

/// What will run where, decided on structure alone.
struct OperatorPlan
{
    QList<NodeRole> roles; ///< by node
    QHash<QString, QString> fused; ///< result of a node -> result of the activation fused to it
    QSet<QString> inside; ///< values inside tables, or between a Conv and its table, which are never rounded
    QStringList measured; ///< values whose range calibration has to find, in execution order

    [[nodiscard]] bool isBpu(qsizetype node) const { return node >= 0 && roles[node] != NodeRole::Cpu; }
    [[nodiscard]] qsizetype bpuNodes() const { return roles.size() - roles.count(NodeRole::Cpu); }
};

struct NodePlaces;

/// Inputs of a node that are computed (not constants, not omitted).
[[nodiscard]] QStringList activationInputs(const NodeDraft& node, const DraftIndex& index);

/// Plans a model of opset 13. Operators behind the last Conv or MatMul stay in float on the CPU: there is nothing to
/// gain from quantizing a head, and much to lose; `places` may say otherwise. `imageInputs` have a fixed scale and are
/// not measured.
[[nodiscard]] OperatorPlan planOperators(const GraphDraft& draft, const ValueShapes& shapes,
                                         const QSet<QString>& imageInputs, const NodePlaces& places);

} // namespace driftscope
