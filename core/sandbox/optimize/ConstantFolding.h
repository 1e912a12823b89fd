// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// Replaces every node whose inputs are constants by its result, computed with ONNX Runtime. Shape nodes of values with
/// known shapes and Constant nodes count as constants.
[[nodiscard]] Result<void> foldConstants(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft& draft,
                                         const ValueShapes& shapes);

/// Number of elements in all initializers, as the toolchain's log counts parameters.
[[nodiscard]] qint64 parameterCount(const GraphDraft& draft);

} // namespace driftscope
