// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/Hypothesis.h"
#include "core/diagnosis/Predictor.h"

namespace driftscope {

/// How the bytes that the board was fed compare with the picture that was meant.
enum class FeedJudgement
{
    AsDeclared, ///< exactly (or nearly) what the .bin asks for
    OtherLayout, ///< the right pixels in the other layout
    Different, ///< neither; a value hypothesis may say what was done
    Unknown ///< no picture is known, and the bytes look natural both ways
};

/// One board run prepared for testing hypotheses.
struct PreparedSample
{
    qsizetype source = 0; ///< index in DiagnosisSubject::samples
    HypothesisSample hypothesis;
    FeedJudgement feed = FeedJudgement::Unknown;
    bool pictureKnown = false;
    double roughnessDeclared = 0.0;
    double roughnessOther = 0.0;
    std::vector<float> boardOutputs;
};

/// The size of the picture input, from the .bin's declaration or the quantized model's.
[[nodiscard]] std::optional<PictureSize> pictureSizeOf(const DiagnosisSubject& subject);

/// Decodes what each board run was fed and what was meant. Samples without outputs are left out.
[[nodiscard]] std::vector<PreparedSample> prepareSamples(const DiagnosisSubject& subject, const PictureSize& size,
                                                         TensorLayout declared, const InputConfig& config,
                                                         const QStringList& outputNames);

} // namespace driftscope
