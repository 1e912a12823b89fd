// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace driftscope::test {

/// Writes a valid model of about 3,000 nodes into `folder` whose weights, 6 GB of float32, lie in a file of their own.
/// That file is sparse: it takes no room on the disk. Returns the model's path; does nothing twice.
[[nodiscard]] Result<QString> writeBigModel(const QString& folder);

} // namespace driftscope::test
