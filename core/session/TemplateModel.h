// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/config/ConfigTemplate.h"
#include "core/graph/Graph.h"

namespace driftscope {

/// The inputs of a float model with a guess how each is fed: by its channels, by what reads it, and by whether the
/// model normalizes it. A batch that the model leaves open is 1; other sizes may still be unknown.
[[nodiscard]] QList<TemplateInput> templateInputs(const Graph& model);
/// As above, from an ONNX file.
[[nodiscard]] Result<QList<TemplateInput>> readTemplateInputs(const QString& modelFile, const CancelToken& cancel = {});

/// The case that is guessed for a shape and layout.
[[nodiscard]] QString suggestedTemplateCase(const Shape& shape, TensorLayout layout);

} // namespace driftscope
