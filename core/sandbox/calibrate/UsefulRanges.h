// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/ActivationObserver.h"
#include "core/sandbox/quantize/OperatorPlan.h"

namespace driftscope {

/// Takes out of the ranges what makes no difference: where all that reads a value are tables that saturate (the zeros
/// of a hard swish below -3, the plateaus of a sigmoid), everything beyond may be cut off, which leaves finer steps for
/// the rest. The tables are evaluated by ONNX Runtime on points of the observed range.
[[nodiscard]] Result<void> limitToUsefulRanges(const std::shared_ptr<const OnnxRuntime>& runtime,
                                               const GraphDraft& model, const ValueShapes& shapes,
                                               const OperatorPlan& operators, Statistics& statistics);

} // namespace driftscope
