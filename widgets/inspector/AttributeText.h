// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// A node's attribute as one short line; long lists are cut with their count, tensors say type and shape.
[[nodiscard]] QString attributeText(const AttributeValue& value);
/// `int8 1×64×64×3 NHWC`; unknown parts as `?`.
[[nodiscard]] QString valueTypeText(const Value& value);

} // namespace driftscope
