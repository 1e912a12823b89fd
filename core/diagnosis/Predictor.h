// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/InferenceSession.h"

namespace driftscope {

/// Runs the quantized model on pictures as the BPU would see them.
class Predictor
{
public:
    /// `inputType`, `inputShape`: how the quantized model declares its picture input.
    [[nodiscard]] static Result<Predictor> open(const std::shared_ptr<const OnnxRuntime>& runtime,
                                                const GraphDraft& quantized);

    /// All outputs as real numbers, one after another in the model's order. `picture` is uint8 1xHxWxC.
    [[nodiscard]] Result<std::vector<float>> outputsFor(const Tensor& picture) const;
    /// The picture as the model's input tensor: minus 128, in the declared type and layout.
    [[nodiscard]] NamedTensor inputFor(const Tensor& picture) const;
    [[nodiscard]] QStringList outputNames() const;

private:
    std::shared_ptr<InferenceSession> m_session;
};

/// The outputs of a capture in the given order as one row of real numbers; empty when one is missing.
[[nodiscard]] std::vector<float> outputsOf(const Capture& capture, const QStringList& names);

/// Cosine of two rows; -1…1, 0 when their lengths differ.
[[nodiscard]] double agreement(const std::vector<float>& reference, const std::vector<float>& candidate);

} // namespace driftscope
