// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/InferenceSession.h"
#include "core/toolchain/ToolchainProfile.h"

namespace driftscope {

/// Whether a model has operators of the domain `horizon`, which ONNX Runtime refuses and the toolchain's own runtime
/// knows.
[[nodiscard]] bool needsHorizonRuntime(const GraphDraft& model);

/// captureModel() with the runtime of a toolchain's place: a script of ours is sent there with the model and its inputs
/// and run by the place's python3, and what it wrote is brought back. Inputs are what the model takes.
[[nodiscard]] Result<Capture> captureWithToolchain(const ToolchainProfile& toolchain, const GraphDraft& model,
                                                   const QList<NamedTensor>& inputs, const CaptureOptions& options,
                                                   const CancelToken& cancel, Progress& progress);

} // namespace driftscope
