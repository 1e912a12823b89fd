// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inspector/NodePage.h"

namespace driftscope {

/// What is said while nothing is selected: the models that are open, what the .bin tells of its build, and which
/// reports were found beside them. Empty when nothing is open.
[[nodiscard]] InspectorPage modelPage(const Session& session, const Theme& theme);

} // namespace driftscope
