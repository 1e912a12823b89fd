// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/Hypothesis.h"

namespace driftscope {

/// One input of a board run on its way.
struct InputWay
{
    std::optional<Tensor> picture; ///< as it was; see SampleInput
    Tensor meant; ///< pixels that the model should see
    QByteArray fed; ///< empty: not known
    bool isMeantKnown = false; ///< false: `meant` is what was fed, read in the layout that looks natural
    double roughnessDeclared = 0.0; ///< of what was fed, in both layouts; pictures of which only the bytes are known
    double roughnessOther = 0.0;
};

/// One board run prepared for testing hypotheses.
struct PreparedSample
{
    qsizetype source = 0; ///< index in DiagnosisSubject::samples
    QList<InputWay> inputs;
    Observation observed; ///< outputs and layers; empty where the capture does not hold them

    [[nodiscard]] bool isFeedKnown() const; ///< of all inputs
    [[nodiscard]] bool isMeantKnown() const;
};

/// Decodes what each board run was fed and what was meant. Samples of which neither is known are left out.
[[nodiscard]] std::vector<PreparedSample> prepareSamples(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                                         const QStringList& outputs, const QStringList& layers);

/// Bytes handed over for every input if all these hypotheses hold (none: what was fed where it is known, else what is
/// right). Nothing where one of them does not apply.
[[nodiscard]] std::optional<QList<QByteArray>> bytesUnder(const PreparedSample& sample, const QList<InputPort>& ports,
                                                          std::span<const Hypothesis* const> hypotheses);
/// What the model sees at every input if they hold.
[[nodiscard]] std::optional<QList<Tensor>> seenUnder(const PreparedSample& sample, const QList<InputPort>& ports,
                                                     std::span<const Hypothesis* const> hypotheses);
/// What it should see.
[[nodiscard]] QList<Tensor> meantBy(const PreparedSample& sample);

} // namespace driftscope
