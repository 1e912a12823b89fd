// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace driftscope {

/// Folder of the sample project that ships with the program: $DRIFTSCOPE_SAMPLES, ../share/driftscope/samples next to
/// the program, or the source tree that it was built from.
[[nodiscard]] Result<QString> findSampleFolder();

/// Copies the sample project into `folder` (created; must not hold another one) so that the person's edits stay there.
/// Existing files of an earlier copy are left alone.
[[nodiscard]] Result<QString> copySample(const QString& folder);

} // namespace driftscope
