// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/diagnosis/Comparison.h"
#include "core/graph/GraphDraft.h"
#include "core/runtime/CaptureToFolder.h"

namespace driftscope {

/// Two captures, and the model of one of them, whose layers can be computed one by one.
struct IsolatedSubject
{
    std::shared_ptr<const OnnxRuntime> runtime;
    const GraphDraft& model;
    const Capture& reference;
    const Capture& candidate;
    bool modelIsReference
        = false; ///< the model is the reference's: the candidate is a board, whose layers cannot be run
    CaptureLimits limits = {};
};

/// Fills in `isolated` of every compared layer that the model can compute: each is fed what the other side had in front
/// of it, as far up as the two sides share tensors, and its result is compared with the other side's. What is wrong
/// then is wrong in the layer's own arithmetic, whatever came in. Layers that cannot be computed alone are left out.
[[nodiscard]] Result<void> computeIsolatedErrors(CaptureComparison& comparison, const IsolatedSubject& subject,
                                                 const CancelToken& cancel, Progress& progress);

/// Whether the capture is one of this model, as far as its values' names say.
[[nodiscard]] bool isCaptureOf(const Capture& capture, const GraphDraft& model);

} // namespace driftscope
