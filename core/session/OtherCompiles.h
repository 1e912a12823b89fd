// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"

namespace driftscope {

/// The other runs beside the one that made this stage, newest first, at most six: whose .bin a board may have been
/// given by mistake. Empty for files that no run made.
[[nodiscard]] QList<OtherModel> otherCompiles(const QString& quantizedFile);

} // namespace driftscope
