// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"

namespace driftscope {

/// What says that the .bin was not made by the conversion that the other stages come from.
struct IdentityContradictions
{
    QStringList settings; ///< one sentence for each setting that the .bin was built with and the YAML says otherwise
    int differingConstants = 0; ///< weights and scales of one name that hold other numbers
    int comparedConstants = 0;
    QString firstDiffering; ///< name of one

    [[nodiscard]] bool isOther() const { return differingConstants > 0; }
};

/// Compares the .bin with the quantized model constant by constant, as far as its code can be opened (scales of the
/// outer graph else), and its build settings with the config.
[[nodiscard]] IdentityContradictions contradictionsOf(const DiagnosisSubject& subject);

} // namespace driftscope
