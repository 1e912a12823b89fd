// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// One trait in which a node differs from what it was.
struct ChangedTrait
{
    enum class Kind
    {
        Operator,
        Attribute, ///< pads, strides, perm, …
        Type, ///< of an output or the weight
        Shape ///< of an output or the weight
    };
    Kind kind = Kind::Attribute;
    QString name; ///< the attribute, or `output`, `weight`
    QString before; ///< empty where it was not written
    QString after;
};

[[nodiscard]] QString changedTraitName(ChangedTrait::Kind kind); ///< `operator`, `attribute`, …: used in JSON

/// Operator, attributes, output and weight of two nodes. Attributes that are written on one side only and say what
/// holds without them anyway are equal.
[[nodiscard]] QList<ChangedTrait> changedTraits(const Graph& from, NodeId fromNode, const Graph& to, NodeId toNode);

/// What became of a weight, in numbers, one sentence: multiplied by which factors for its channels, rounded with which
/// scales. Empty where it is the same or cannot be compared. Looks at a bounded part of each channel.
[[nodiscard]] QString describeWeightChange(const Graph& from, NodeId fromNode, const Graph& to, NodeId toNode);

} // namespace driftscope
