// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/shell/SweepScreenshots.h"

namespace driftscope::test {

/// Samples that flip, the verdict and its evidence, boards, files that came from one, and the report. `take` makes
/// pictures of the window, `takeDialog` of a dialog that it has made.
void takeDiagnosis(WindowFixture& fixture, const std::function<void(const QString& name)>& take,
                   const DialogCamera& takeDialog);

} // namespace driftscope::test
