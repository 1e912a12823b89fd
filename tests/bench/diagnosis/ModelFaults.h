// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Subjects.h"

namespace driftscope::test {

/// A diagnosis to be made whose fault lies in the models, not in a board program.
struct ModelCase
{
    QString planted;
    DiagnosisSubject subject;
    bool isKnown = true;
};

/// Wrong settings, wrong calibration, another compile on the board, a layer that computes something else, the packed
/// layout conversion that is the wrong way round.
[[nodiscard]] QList<ModelCase> modelCases(const BenchSubject& subject, const QString& networks,
                                          const QString& workFolder);

/// The capture with the values in front of the last softmax in place of the output; nothing where there is none.
[[nodiscard]] std::optional<Capture> beforeActivation(const BenchSubject& subject, const Capture& capture);

} // namespace driftscope::test
