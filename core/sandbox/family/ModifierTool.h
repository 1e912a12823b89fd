// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/family/FamilyLog.h"

namespace driftscope {

struct ModifierOptions
{
    QString model;
    QStringList types; ///< `-a`, before the names
    QStringList names; ///< `-r`
    QString output; ///< empty: `<model>_modified.bin`
};

/// `hb_model_modifier x.bin`: lists what can be removed, or removes it and writes a changed copy. A named node that
/// does not lie at an input or output is an error, a type of which none does a warning.
[[nodiscard]] bool runModifier(const ModifierOptions& options, const FamilyPlace& place);

} // namespace driftscope
