// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/BoardInput.h"

namespace driftscope {

/// What every input of the .bin is fed: the given files in the inputs' order, or random bytes that are the same in
/// every run. Fails when the number of files is not that of the inputs.
[[nodiscard]] Result<std::vector<Tensor>> verifierInputs(const QList<BoardInputSpec>& specs, const QStringList& files);

/// The same for the quantized ONNX: its input may have the channels elsewhere. Fails where the two take different
/// types, as they do once a node was removed from the .bin's input.
[[nodiscard]] Result<Tensor> asStageInput(const BoardInputSpec& spec, const Tensor& fed, const ValueDraft& input);

} // namespace driftscope
