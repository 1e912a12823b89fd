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

/// Where nodes of the main graph lie between those that the BPU exists for; one entry a node.
class WorkReach
{
public:
    explicit WorkReach(const Graph& model);
    /// Whether BPU work stands both before and behind the node: run on the CPU, it cuts the network in two.
    [[nodiscard]] bool isBetween(NodeId node) const { return m_before[node.position()] && m_behind[node.position()]; }
    [[nodiscard]] bool hasWork() const { return m_hasWork; }

private:
    std::vector<bool> m_before;
    std::vector<bool> m_behind;
    bool m_hasWork = false;
};

/// Up to three names for sentences: `a, b, c and 4 more`.
[[nodiscard]] QString someOf(const QStringList& names);

} // namespace driftscope
