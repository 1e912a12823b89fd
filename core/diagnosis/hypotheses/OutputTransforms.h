// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Observation.h"

namespace driftscope {

// What can happen to outputs between the model and a person. Empty, or nothing, where it does not apply.

/// Whether `changed` is nearer to what was observed than `plain` is.
[[nodiscard]] bool isNearer(const ObservedTensor& changed, const ObservedTensor& plain, const ObservedTensor& observed);

/// Over the channels: the last axis, or the second of four.
[[nodiscard]] std::vector<float> softmaxOf(const ObservedTensor& tensor);
[[nodiscard]] std::vector<float> sigmoidOf(const ObservedTensor& tensor);

/// The values in the order of other axes, the batch left in front: CHW → HWC and the like.
[[nodiscard]] std::vector<float> firstAxisLast(const ObservedTensor& tensor);
[[nodiscard]] std::vector<float> lastAxisFirst(const ObservedTensor& tensor);
[[nodiscard]] std::vector<float> lastAxesExchanged(const ObservedTensor& tensor);

/// Rows padded with zeros to a multiple of so many values and read without gaps.
[[nodiscard]] std::optional<Observation> withPaddingKept(const Observation& predicted, qint64 alignment);

/// The exchange of two outputs of equal size that comes nearest to what was observed.
[[nodiscard]] std::optional<Observation> bestOrder(const Observation& predicted, const Observation& observed);

/// Constants are fitted to what was observed, for each output on its own.
[[nodiscard]] std::optional<Observation> withFittedFactor(const Observation& predicted, const Observation& observed);
/// One factor for each channel, of outputs with at least eight values a channel.
[[nodiscard]] std::optional<Observation> withFittedFactors(const Observation& predicted, const Observation& observed);
[[nodiscard]] std::optional<Observation> withFittedOffset(const Observation& predicted, const Observation& observed);
/// Negative values too large by a constant.
[[nodiscard]] std::optional<Observation> withSignLost(const Observation& predicted, const Observation& observed);

} // namespace driftscope
