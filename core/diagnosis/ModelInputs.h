// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

/// Pixels (see InputPort.h) as the input tensors of a quantized model or one before it, both in the model's order:
/// pictures minus 128, featuremaps as they are, in the declared type and layout.
[[nodiscard]] QList<NamedTensor> modelInputs(const QList<ValueDraft>& declared, const QList<Tensor>& pixels);

} // namespace driftscope
