// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// preprocess_on: decodes a picture, stretches it to the input's size and turns it into the training type and layout,
/// float32 pixels from 0 to 255; repeated for an input with a batch. For inputs that take pictures.
[[nodiscard]] Result<Tensor> calibrationPicture(const QString& path, const ToolInput& input);

} // namespace driftscope
