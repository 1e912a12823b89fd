// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Capture.h"
#include "core/tensor/Metrics.h"

namespace driftscope {

/// How far two real numbers may be apart and still be close: absolute + relative * |reference|. The usual one is five
/// decimals, as the vendor's verifier has it.
struct AgreementTolerance
{
    double absolute = 1e-5;
    double relative = 1e-5;
};

enum class Agreement
{
    Equal, ///< every element is the same number
    Close, ///< every element is within the tolerance
    Differs,
    NotCompared ///< there is no counterpart, or shapes differ
};
[[nodiscard]] QString agreementName(Agreement agreement); ///< `equal`, `close`, `differs`, `not_compared`

/// The first element that differs: beyond the tolerance where there is such a one, else the first that is not equal.
struct FirstDifference
{
    qint64 index = -1; ///< in the reference's row-major order; -1 for none
    std::vector<qint64> place; ///< the same by axis
    double reference = 0;
    double candidate = 0;
};

/// One output of a model beside the same output of another that was fed the same.
struct OutputAgreement
{
    QString name; ///< of the reference
    Agreement agreement = Agreement::NotCompared;
    QString reason; ///< one sentence where it was not compared
    TensorMetrics metrics;
    qint64 elements = 0;
    qint64 unequal = 0; ///< elements that are not the same number; NaN is the same as NaN
    qint64 beyond = 0; ///< those of them that are beyond the tolerance
    FirstDifference first;
};

/// Real (dequantized) values in the reference's order of axes. `candidate` may be null.
[[nodiscard]] OutputAgreement compareOutput(const CapturedTensor& reference, const CapturedTensor* candidate,
                                            const AgreementTolerance& tolerance);

/// Every output of the reference, paired by name, by node, or by position where all else fails and both have as many.
[[nodiscard]] QList<OutputAgreement> compareOutputs(const Capture& reference, const Capture& candidate,
                                                    const AgreementTolerance& tolerance);

} // namespace driftscope
