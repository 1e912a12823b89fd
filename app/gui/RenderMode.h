// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/common/Theme.h"

#include <QStringList>

namespace driftscope {

/// Draws the stages in the given files (ONNX, .bin, or folders and runs that hold them) side by side into `output`:
/// SVG, PNG or PDF by its suffix.
[[nodiscard]] Result<void> renderComparison(const QString& output, const QStringList& files, const Theme& theme);

} // namespace driftscope
