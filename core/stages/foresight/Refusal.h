// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"

namespace driftscope {

/// Why the toolchain will not convert, and what to set.
struct Refusal
{
    QString sentence; ///< empty: it will
    QString key;
};

/// Of one input whose gaps the model has filled.
[[nodiscard]] Refusal refusalOf(const InputConfig& input, const ConversionConfig& config);

} // namespace driftscope
