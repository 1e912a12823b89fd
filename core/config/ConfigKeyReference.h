// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

namespace driftscope {

/// Everything that is known of every key, as Markdown: a table for each group, a section for each key, the words that
/// are mistaken for keys, and the sources. docs/config-keys.md holds it.
[[nodiscard]] QString configKeyReference(const ConfigSchema& schema);

} // namespace driftscope
