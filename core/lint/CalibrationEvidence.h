// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/SampleStatistics.h"
#include "core/tensor/InputFormat.h"

#include <QList>

#include <memory>

namespace driftscope {

using SampleLooks = QList<std::shared_ptr<const SampleStatistics>>;

/// Which layout the bytes of the samples have. Each sample votes for the layout in which neighbouring pixels are more
/// alike; noise and constants do not vote.
struct LayoutEvidence
{
    TensorLayout layout = TensorLayout::Unknown; ///< Unknown: cannot tell
    double confidence = 0; ///< that a further sample would vote so too, by the rule of succession
    qsizetype votes = 0; ///< for `layout`
    qsizetype voters = 0;
};
[[nodiscard]] LayoutEvidence layoutEvidence(const SampleLooks& looks);

/// Whether the channels are red first or blue first. In photographs red is on average brighter than blue; about seven
/// pictures in ten are so. Samples of one set are taken alike and count as few, so the confidence stays below 0.9.
struct ColourEvidence
{
    InputType order = InputType::Unknown; ///< Rgb, Bgr, or Unknown: cannot tell
    double confidence = 0;
    qsizetype votes = 0; ///< for `order`
    qsizetype voters = 0;
};
/// `layout` is the one that the bytes have.
[[nodiscard]] ColourEvidence colourEvidence(const SampleLooks& looks, TensorLayout layout);

/// The range that the numbers of a picture lie in.
enum class ValueRange
{
    Unknown, ///< no numbers, or all zero
    Pixels, ///< 0 to 255
    Unit, ///< 0 to 1, not whole: divided by 255
    Small, ///< 0 to 10, not whole
    Centred, ///< around zero, magnitudes up to 10: normalized
    Shifted, ///< around zero, magnitudes up to 255: something was subtracted
    Beyond
};
[[nodiscard]] ValueRange valueRangeOf(const SampleStatistics& statistics);

/// The range of most samples.
struct RangeEvidence
{
    ValueRange range = ValueRange::Unknown;
    qsizetype agreeing = 0; ///< samples in `range`
    qsizetype judged = 0; ///< samples that have a range at all
    double minimum = 0; ///< of the agreeing ones
    double maximum = 0;
    [[nodiscard]] bool isClear() const { return agreeing > 0 && agreeing * 5 >= judged * 4; }
};
[[nodiscard]] RangeEvidence rangeEvidence(const SampleLooks& looks);

/// What most samples look like, with the mean confidence of those.
[[nodiscard]] TypeGuess commonGuess(const SampleLooks& looks);

} // namespace driftscope
