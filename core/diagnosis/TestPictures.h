// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/diagnosis/Verdict.h"

namespace driftscope {

/// Writes the pictures that tell the verdict's causes apart as PNG: `path` for one, `<path>-<number>-<input>.png` for
/// several. Gives the files; fails where the verdict has none, or where they cannot be written.
[[nodiscard]] Result<QStringList> writeTestPictures(const Verdict& verdict, const QString& path);

} // namespace driftscope
