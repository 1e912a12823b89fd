// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <vector>

namespace driftscope {

/// Attributes of a node by name and type; the fallback where the file has none or another type.
[[nodiscard]] std::vector<double> numbersOf(const Node& node,
                                            const QString& attribute); ///< of INT, INTS, FLOAT, FLOATS
[[nodiscard]] qint64 integerOf(const Node& node, const QString& attribute, qint64 fallback);
[[nodiscard]] QString textOf(const Node& node, const QString& attribute);

/// Tensor of a constant input; null where it is none.
[[nodiscard]] const Tensor* constantOf(const Graph& graph, const Node& node, std::size_t input);

/// factor * 2^(sum of exponents) by channel; a list of one counts for all channels, an empty one for 1 or 0. Empty
/// where the lists do not fit each other.
[[nodiscard]] std::vector<double> scaledByPowers(const std::vector<double>& factors,
                                                 const std::vector<std::vector<double>>& exponents);

/// The largest code of a signed integer of so many bits: 127, 32767, …; 0 for what is none.
[[nodiscard]] double largestCode(qint64 bits);
[[nodiscard]] double largestCode(DataType type);

} // namespace driftscope
