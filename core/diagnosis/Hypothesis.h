// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/diagnosis/PixelTransforms.h"

#include <functional>
#include <optional>
#include <vector>

namespace driftscope {

/// Who did it, if the hypothesis holds.
enum class FaultSide
{
    Feed, ///< the board program handed over other bytes than the .bin asks for
    Conversion, ///< the .bin's own input conversion does something else than it was built for
    Preprocessing ///< colour order, offset or normalization inside the model
};

/// One board run as the hypotheses see it.
struct HypothesisSample
{
    QByteArray fed; ///< bytes handed to the board
    Tensor meant; ///< what the BPU should see: uint8 1xHxWxC in the run-time colour order
    PictureSize size;
    TensorLayout declared = TensorLayout::NHWC; ///< layout in which the .bin wants its bytes
    InputConfig config;
};

/// A testable cause: how the pixels that the BPU saw came about. Applied to a sample it yields the uint8 NHWC picture
/// that the model would have worked on; nothing where the hypothesis does not apply or would change nothing.
struct Hypothesis
{
    QString id;
    QString title; ///< what is tested, in words
    FaultSide side = FaultSide::Feed;
    QString causeKey; ///< config key that causes it or would cure it; empty for a fault of the board program
    QString sentence; ///< the verdict if it wins
    QString advice; ///< what to do in the board program
    QString disprove; ///< what would prove it wrong
    std::function<std::optional<Tensor>(const HypothesisSample&)> seen;
    /// Tested on the float model with plain pixels instead: what it predicts cannot be expressed as pixels of the
    /// quantized model, whose input ends at 0 and 255. `seen` is empty then.
    bool onFloatModelWithPlainPixels = false;
};

/// The registry, built for one input's layout and types so that titles and sentences can name them.
[[nodiscard]] std::vector<Hypothesis> pictureHypotheses(const InputConfig& config, TensorLayout declared, March march);

} // namespace driftscope
