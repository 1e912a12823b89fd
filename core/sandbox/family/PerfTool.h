// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/family/FamilyLog.h"

namespace driftscope {

/// `hb_perf x.bin`: writes hb_perf_result/<model> with a drawing, figures for every BPU part and a page, and logs the
/// figures. They are guessed from multiplications, not measured, and marked so. Of the vendor's code, which cannot be
/// opened, there is only the drawing.
[[nodiscard]] bool runPerf(const QString& model, const FamilyPlace& place);

} // namespace driftscope
