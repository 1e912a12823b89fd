// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

using UnaryFunction = std::function<float(float)>;
using BinaryFunction = float (*)(float, float);

/// The function of a unary operator with this node's attributes; empty for other operators.
[[nodiscard]] UnaryFunction unaryFunction(const NodeContext& context);
/// The function of a binary (or repeated binary: Min, Max, Sum) operator; null for other operators.
[[nodiscard]] BinaryFunction binaryFunction(const QString& opType);

} // namespace driftscope
