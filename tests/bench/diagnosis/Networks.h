// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Subjects.h"

namespace driftscope::test {

/// Writes YAML, calibration data and, where it is made here, the model into `workFolder`; gives the YAML's path.
[[nodiscard]] Result<QString> writeConversion(const SubjectPlan& plan, const QString& networks,
                                              const QString& workFolder);

/// Five inputs: photographs of another size than the input (of the sample: its own pictures), floats for featuremaps.
[[nodiscard]] QList<QList<Tensor>> givensFor(const SubjectPlan& plan, const QList<InputPort>& ports,
                                             const QString& networks);

} // namespace driftscope::test
