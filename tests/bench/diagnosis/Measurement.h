// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BoardPrograms.h"
#include "Confusion.h"
#include "Subjects.h"

namespace driftscope::test {

/// What the diagnosis is given besides the stages and the picture that was meant.
enum class Evidences
{
    Outputs,
    Layers,
    InputDump
};

/// What a board program did.
struct BoardRunCase
{
    QList<Tensor> given;
    QList<QByteArray> fed;
    Capture capture;
};

/// Plants faults, asks the diagnosis, and counts what it names.
class Measurement
{
public:
    /// `filter`: an expression for the faults; empty: all. `inputs`: how many of a subject's inputs.
    Measurement(QString filter, int inputs)
        : m_filter(std::move(filter))
        , m_inputs(inputs)
    { }

    /// Everything that a board program can do wrong.
    void measure(const BenchSubject& subject);
    /// One diagnosis of runs that were made elsewhere.
    void judge(const DiagnosisSubject& subject, const QString& planted, const QString& where, bool isKnown);

    [[nodiscard]] const Confusion& confusion() const { return m_confusion; }
    [[nodiscard]] int failures() const { return m_failures; } ///< runs that could not be judged

private:
    [[nodiscard]] bool isWanted(const QString& planted) const;
    Capture run(const BenchSubject& subject, const QList<QByteArray>& fed);
    void judgeRuns(const BenchSubject& subject, const QString& planted, const QList<BoardRunCase>& runs, bool isKnown,
                   std::initializer_list<Evidences> evidences);
    void measureClean(const BenchSubject& subject, int index);
    void measureFeed(const BenchSubject& subject, int index, const PlantedFault& fault, bool isKnown);
    void measureOutputs(const BenchSubject& subject, int index, const PlantedFault& fault, bool isKnown);
    void measureOrder(const BenchSubject& subject, int index);
    void measureRuns(const BenchSubject& subject, int index);

    QString m_filter;
    int m_inputs = 5;
    Confusion m_confusion;
    int m_failures = 0;
};

} // namespace driftscope::test
