// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Trial.h"

namespace driftscope {

/// Faults that show between runs, not in one of them.
enum class RunFault
{
    None,
    ConstantOutput, ///< the same whatever is fed, or one number everywhere
    StaleOutput, ///< of the run before
    NotFinite ///< NaN or infinite values
};

[[nodiscard]] Result<RunFault> findRunFault(const TrialSubject& subject, const CancelToken& cancel);

} // namespace driftscope
