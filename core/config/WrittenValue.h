// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"

namespace driftscope {

/// A value as YAML, for keys that hold maps or lists: `{"/Softmax": {"ON": "CPU"}}`. Scalars stand as they mean,
/// without their quotes. Nothing for a map or list that is written over several lines, or that is not there.
[[nodiscard]] std::optional<QString> writtenValue(const ConfigDocument& document, const QString& key);

/// Writes `yaml` as the value of the key, in one line and byte for byte; the rest of the text stays. Fails when it is
/// no YAML, when the old value takes several lines, and rather than let an edit through that changes anything else.
[[nodiscard]] Result<ConfigDocument> withWrittenValue(const ConfigDocument& document, const QString& key,
                                                      const QString& yaml);

} // namespace driftscope
