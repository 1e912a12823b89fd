// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/InputPort.h"
#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"

namespace driftscope::test {

/// A conversion to plant faults in: which network, for which march, what the board is fed.
struct SubjectPlan
{
    QString network; ///< `emoji5`, the folder of one under the networks, `pair`, `features`
    QString march;
    QString inputType; ///< of the run time
    QString layout; ///< of the run time
    /// Further settings of the YAML; an empty value takes the key out.
    QList<std::pair<QString, QString>> settings = {};
    double calibrationFactor = 1.0; ///< what calibration pixels are multiplied with
    bool knownFaults = false;

    [[nodiscard]] QString title() const;
};

/// A compiled conversion and its board.
struct BenchSubject
{
    SubjectPlan plan;
    DiagnosisSubject base; ///< without samples
    QList<InputPort> ports;
    QList<BoardInputSpec> specs;
    std::optional<BoardExecutor> board;
    QList<QList<Tensor>> givens; ///< pictures and floats, input by input; five of them

    /// Outputs, and every layer, for bytes handed over.
    [[nodiscard]] Result<Capture> run(const QList<QByteArray>& fed) const;
};

/// Compiles in `workFolder`; the networks are looked for in `networks`.
[[nodiscard]] Result<BenchSubject> makeSubject(const SubjectPlan& plan, const QString& networks,
                                               const QString& workFolder);

} // namespace driftscope::test
