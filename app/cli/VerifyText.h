// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Verification.h"

namespace driftscope::cli {

/// A table of the model's outputs over all samples, each with its worst sample and the first element that differs
/// there.
[[nodiscard]] QString verifiedText(const VerifiedModel& model);

} // namespace driftscope::cli
