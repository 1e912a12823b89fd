// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"

namespace driftscope {

/// What `hrt_model_exec model_info` prints about a model, from `[model name]` to the closing rule.
[[nodiscard]] QString modelInfoText(const BoardModel& model);

/// The lines that every command prints first. They name the sandbox in place of the vendor's runtime.
[[nodiscard]] QString runtimeBanner();
/// `[A][DNN]… [HorizonRT] The model builder version = …`
[[nodiscard]] QString builderLine(const BoardModel& model);

} // namespace driftscope
