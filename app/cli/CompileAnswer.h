// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Commands.h"

#include "core/toolchain/Compilation.h"

namespace driftscope::cli {

/// What a compilation came to, whether it began now or was taken up again.
[[nodiscard]] Result<Answer> compileAnswer(const Result<CompileResult>& result);

} // namespace driftscope::cli
