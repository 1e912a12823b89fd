// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/graph/Graph.h"

#include <vector>

namespace driftscope {

/// An integer attribute of a node, or the fallback.
[[nodiscard]] qint64 integerOf(const Node& node, QLatin1StringView attribute, qint64 fallback);
[[nodiscard]] QList<qint64> integersOf(const Node& node, QLatin1StringView attribute);
[[nodiscard]] const Shape* shapeOf(const Graph& model, ValueId value); ///< null when unknown

/// Convolutions, matrix products and poolings: what the BPU exists for.
[[nodiscard]] bool isBpuWork(const Node& node);
/// Operators that only move data. They follow their neighbours, to the BPU or to the CPU.
[[nodiscard]] bool isPassive(const Node& node);
/// Operators that the list of the manual puts on the CPU of this march, whatever their shapes.
[[nodiscard]] bool isCpuOperator(const QString& opType, March march);

/// The layout that the readers of an input show: ONNX convolutions are NCHW, so an input that one reads is NCHW, and
/// one that is transposed from NHWC in front of it is NHWC.
[[nodiscard]] TensorLayout layoutOfReaders(const Graph& model, ValueId input);
/// Whether the first thing done to an input is arithmetic with constants, as a normalisation inside the model is.
[[nodiscard]] bool isNormalisedInside(const Graph& model, ValueId input);

/// Where nodes of the main graph lie between those that the BPU exists for; one entry a node.
class WorkReach
{
public:
    explicit WorkReach(const Graph& model);
    /// Whether BPU work stands both before and behind the node: run on the CPU, it cuts the network in two.
    [[nodiscard]] bool isBetween(NodeId node) const { return m_before[node.position()] && m_behind[node.position()]; }
    /// Whether the node comes out as a constant once the shapes are fixed, so that nothing is left to run.
    [[nodiscard]] bool isFolded(NodeId node) const { return m_folded[node.position()]; }
    [[nodiscard]] bool hasWork() const { return m_hasWork; }

private:
    std::vector<bool> m_folded;
    std::vector<bool> m_before;
    std::vector<bool> m_behind;
    bool m_hasWork = false;
};

/// Up to three names for sentences: `a, b, c and 4 more`.
[[nodiscard]] QString someOf(const QStringList& names);

} // namespace driftscope
