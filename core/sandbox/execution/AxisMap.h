// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// Where each index of a result's axis comes from in the source; -1: nowhere, the fill value stands there.
using AxisMap = std::vector<qint64>;

[[nodiscard]] AxisMap identityMap(qint64 size);

/// result[i0, i1, …] = source[maps[0][i0], maps[1][i1], …]. Slice, Pad, Gather, Expand, Tile and nearest Resize are all
/// this. `fill` holds one element of the source's type; empty is zero bytes. Maps must lie inside the source.
[[nodiscard]] Tensor mapped(const Tensor& source, std::span<const AxisMap> maps, const QByteArray& fill = {});

/// numpy's transpose: axis i of the result is axis permutation[i] of the source.
[[nodiscard]] Tensor permuted(const Tensor& source, std::span<const qint64> permutation);

} // namespace driftscope
