// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/shell/SweepScreenshots.h"

namespace driftscope::test {

/// The layers of the sample compared on four pictures, each of the tensor's views in the window and enlarged, and the
/// dialogs. `take` makes pictures of the window, `takeDialog` of a dialog that it has made.
void takeLayers(WindowFixture& fixture, const std::function<void(const QString& name)>& take,
                const DialogCamera& takeDialog);

} // namespace driftscope::test
