// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// How the board's runtime pads a tensor in memory (bernoulli2 and bayes; bayes-e prints strides).
enum class AlignmentRule
{
    None,
    ChannelBytes, ///< NHWC with more than four channels, and every NHWC output: bytes of the channels
    HeightWidth, ///< NHWC with up to four channels: height to 2, width to 32
    WidthBytes, ///< NCHW: bytes of a row
    PictureWidth ///< NV12 and Y: width to 16, height and width even
};

inline constexpr std::initializer_list<AlignmentRule> alignmentRules{
    AlignmentRule::None, AlignmentRule::ChannelBytes, AlignmentRule::HeightWidth, AlignmentRule::WidthBytes,
    AlignmentRule::PictureWidth};

/// `none`, `channel_bytes`, `height_width`, `width_bytes`, `picture_width`.
[[nodiscard]] QString alignmentRuleName(AlignmentRule rule);
[[nodiscard]] std::optional<AlignmentRule> alignmentRuleFromName(const QString& name);

/// The smallest 256 k + {0, 16, 32, 64, 128} that is not less.
[[nodiscard]] qint64 alignedBytes(qint64 bytes);

/// The rule that holds for a tensor of that layout; pictures are NV12 and Y.
[[nodiscard]] AlignmentRule ruleFor(const Shape& shape, TensorLayout layout, bool isOutput, bool isPicture);

/// The padded shape, in the order of the layout. The shape itself where a rule has nothing to hold on to: other ranks
/// than four, another layout than the rule's, sizes that do not make whole elements, or unknown sizes.
[[nodiscard]] Shape alignedShape(const Shape& shape, TensorLayout layout, qint64 elementBytes, AlignmentRule rule);

} // namespace driftscope
