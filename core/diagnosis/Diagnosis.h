// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/boardmodel/BoardModel.h"
#include "core/config/ConversionConfig.h"
#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/Verdict.h"
#include "core/runtime/InferenceSession.h"

namespace driftscope {

/// One run of the board: what it was given and what it made of it.
struct BoardSample
{
    QByteArray fed; ///< the raw bytes handed to the board for its first input, as its runtime takes them
    std::optional<Tensor> picture; ///< the picture (HxWx3 uint8 RGB) that was meant, where it is known
    Capture capture; ///< outputs at least; layers make the evidence stronger
};

/// All that is at hand. Absent parts weaken the verdict and never break it.
struct DiagnosisSubject
{
    std::shared_ptr<const OnnxRuntime> runtime; ///< null: only statistics and layer comparison
    std::optional<ConversionConfig> config;
    const ConfigDocument* document = nullptr; ///< for the fix
    std::optional<GraphDraft> floatModel;
    std::optional<GraphDraft> originalFloat;
    std::optional<GraphDraft> optimizedFloat;
    std::optional<GraphDraft> calibrated;
    std::optional<GraphDraft> quantized;
    std::optional<BoardModel> board; ///< for its input declaration and metadata
    QList<BoardSample> samples;
};

/// Climbs the ladder, tests every hypothesis that applies, and names the cause.
[[nodiscard]] Result<Verdict> diagnose(const DiagnosisSubject& subject, const CancelToken& cancel, Progress& progress);

} // namespace driftscope
