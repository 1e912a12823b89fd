// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <optional>
#include <vector>

namespace driftscope {

/// One thing that the attributes of an operator say, in real numbers or in a word.
struct DecodedField
{
    QString key; ///< snake_case, for programs
    QString title; ///< for people
    std::vector<double> numbers; ///< one, or one for each channel or entry; empty where `text` says it
    QString text;
};

/// An operator of domain `horizon` in numbers: its shifts and scales as one factor, thresholds as what a code stands
/// for, tables as what they compute.
struct DecodedOperator
{
    QString summary; ///< one sentence: what becomes of a code
    QList<DecodedField> fields;
};

[[nodiscard]] bool isHorizonOperator(const Node& node);

/// Nothing for operators of other domains. An operator that is not known gets no summary and no fields: its attributes
/// are shown as they are.
[[nodiscard]] std::optional<DecodedOperator> decodeHorizonOperator(const Graph& graph, NodeId node);

} // namespace driftscope
