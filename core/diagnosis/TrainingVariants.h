// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "core/diagnosis/InputPort.h"

namespace driftscope {

/// A way in which the training program may prepare pictures other than the config says, and what is wrong with the
/// config if it does.
struct TrainingVariant
{
    QString id;
    QString title;
    QString sentence;
    QString key;
    std::optional<Fix> fix;
    QList<InputPort> ports; ///< with the settings that would be right
};

/// Every slip that is known for mean_value, scale_value, norm_type and input_type_train, for all picture inputs at
/// once.
[[nodiscard]] QList<TrainingVariant> trainingVariants(const QList<InputPort>& ports);

} // namespace driftscope
