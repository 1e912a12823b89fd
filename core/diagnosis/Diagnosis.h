// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/boardmodel/BoardModel.h"
#include "core/config/ConversionConfig.h"
#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/Predictor.h"
#include "core/diagnosis/Verdict.h"

#include <functional>

namespace driftscope {

/// What is known of one input of one board run.
struct SampleInput
{
    QByteArray fed; ///< the raw bytes handed to the board, as its runtime takes them; empty: not known
    std::optional<Tensor> picture; ///< the picture (HxWx3 uint8 RGB, any size) that was meant, where it is known
    std::optional<Tensor> values; ///< the floats that were meant; featuremaps
};

/// One run of the board: what it was given and what it made of it.
struct BoardSample
{
    QList<SampleInput> inputs; ///< in the model's order
    Capture capture; ///< outputs, layers; what there is
    /// What the training program made of the same input, by names of the float model's outputs; empty: not known.
    QList<NamedTensor> expected;
};

/// Another compile of the model, that the board may have been given by mistake.
struct OtherModel
{
    QString title; ///< for people: the run's name
    std::function<Result<GraphDraft>()>
        quantized; ///< reads its quantized model; only asked where nothing else explains
};

/// All that is at hand. Absent parts weaken the verdict and never break it.
struct DiagnosisSubject
{
    std::shared_ptr<const OnnxRuntime> runtime; ///< null: nothing can be tested
    std::optional<ConversionConfig> config;
    const ConfigDocument* document = nullptr; ///< for the fix
    std::optional<GraphDraft> floatModel;
    std::optional<GraphDraft> originalFloat;
    std::optional<GraphDraft> optimizedFloat;
    std::optional<GraphDraft> calibrated;
    std::optional<GraphDraft> quantized;
    std::optional<BoardModel> board; ///< for its input declaration and metadata
    QList<OtherModel> others;
    QList<BoardSample> samples;
    std::shared_ptr<PredictionCache> cache; ///< of this chain's model; may be null

    /// The model that stands for the board: the quantized one, else the last before it that takes the same inputs.
    [[nodiscard]] const GraphDraft* boardLikeModel() const;
};

/// How much may be tried.
struct DiagnosisLimits
{
    qsizetype pairs = 600; ///< combinations of two causes, the likeliest first
    qint64 pairMilliseconds = 20000;
};

/// Climbs the ladder, tests every hypothesis that applies, and names the cause.
[[nodiscard]] Result<Verdict> diagnose(const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress,
                                       const DiagnosisLimits& limits = {});

} // namespace driftscope
