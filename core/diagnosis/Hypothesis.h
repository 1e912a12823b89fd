// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/InputPort.h"
#include "core/diagnosis/Observation.h"

#include <functional>

namespace driftscope {

/// Where on the way from the picture to the result a fault lies.
enum class FaultSite
{
    Preparation, ///< the picture was brought to the input's size otherwise than meant
    Feed, ///< the board program handed over other bytes than the .bin asks for
    Conversion, ///< the .bin's own input conversion does something else than it was built for
    Output ///< what was read as the result is something else than the .bin's outputs
};

/// A testable cause: what it makes of the input on its way to the first layer, or of the outputs on their way back.
/// What a hypothesis leaves empty goes the right way. Functions give nothing where the hypothesis does not apply.
struct Hypothesis
{
    QString id; ///< of the cause; variants of one cause share it
    QString title; ///< what is tested, in words
    FaultSite site = FaultSite::Feed;
    QString causeKey; ///< config key that causes it or would cure it; empty for a fault of the board program
    QString sentence; ///< the verdict if it wins
    QString advice; ///< what to do in the board program
    QString disprove; ///< what would prove it wrong
    QList<int> ports; ///< the inputs it is about
    /// From the picture as it was (HxWx3 RGB) to pixels. See InputPort.h for what pixels are.
    std::function<std::optional<Tensor>(const Tensor& picture, const InputPort& port)> prepare;
    /// From the right pixels to others.
    std::function<std::optional<Tensor>(const Tensor& pixels, const InputPort& port)> change;
    /// From pixels to the bytes that are handed over.
    std::function<std::optional<QByteArray>(const Tensor& pixels, const InputPort& port)> write;
    /// From bytes to what the first layer sees.
    std::function<std::optional<Tensor>(const QByteArray& bytes, const InputPort& port)> read;
    /// The bytes meant for input i are handed over for input inputOrder[i].
    QList<int> inputOrder;
    /// From the outputs of the model to what is read as such; `observed` is there for constants that must be fitted.
    std::function<std::optional<Observation>(const Observation& predicted, const Observation& observed)> report;
    int fittedConstants = 0; ///< how much freedom `report` has

    /// Whether the bytes that are handed over say if it holds.
    [[nodiscard]] bool showsInBytes() const { return prepare || change || write || !inputOrder.isEmpty(); }
};

/// The registry for a model with these inputs and as many outputs.
[[nodiscard]] std::vector<Hypothesis> allHypotheses(const QList<InputPort>& ports, March march);

} // namespace driftscope
