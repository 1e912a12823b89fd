// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/CalibrationData.h"

namespace driftscope {

/// Which of the calibration samples.
struct SampleSpan
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// Compares outputs of candidate models with those of the float model on a few samples.
class OutputComparison
{
public:
    OutputComparison(std::shared_ptr<const OnnxRuntime> runtime, const CalibrationData& data, SampleSpan samples);

    [[nodiscard]] Result<void> setReference(const GraphDraft& model);
    /// Mean over samples of the worst output's cosine. `optimize` lets the runtime fuse nodes; it would round weights
    /// of Convs that stand between roundings, even where the model leaves them in float.
    [[nodiscard]] Result<double> cosine(const GraphDraft& model, bool optimize = true) const;

private:
    [[nodiscard]] Result<QList<QList<NamedTensor>>> outputsOf(const GraphDraft& model, bool optimize) const;

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const CalibrationData& m_data;
    SampleSpan m_samples;
    QList<QList<NamedTensor>> m_reference; ///< by sample
};

} // namespace driftscope
