// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"
#include "core/graph/GraphDraft.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// The strict checks of a conversion YAML, one group of parameters at a time, in the real tool's wording where it is
/// known (its schema messages: `Key 'model_parameters' error:`, `Missing keys: …`, `Wrong key …`).

/// Every group and key is one the toolchain knows, and the required ones are there.
[[nodiscard]] Result<void> checkKeys(const ConfigDocument& document, const ConfigSchema& schema);
/// Values that are one of a few words, and numbers within their range.
[[nodiscard]] Result<void> checkValues(const ConfigDocument& document);
/// Combinations of settings of one input that the toolchain refuses.
[[nodiscard]] Result<void> checkInput(const ToolInput& input, const ToolConfig& config);
/// What the compiler group says of the whole model and of where inputs come from.
[[nodiscard]] Result<void> checkCompiler(const ConfigDocument& document, const ToolConfig& config);

/// Fills an input from the config and the model: names, shape, types, normalization.
[[nodiscard]] Result<QList<ToolInput>> resolveInputs(const ConfigDocument& document, const ConversionConfig& given,
                                                     const GraphDraft& model);

} // namespace driftscope
