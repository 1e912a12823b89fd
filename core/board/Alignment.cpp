// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/Alignment.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::array names{
    std::pair(AlignmentRule::None, QLatin1StringView("none")),
    std::pair(AlignmentRule::ChannelBytes, QLatin1StringView("channel_bytes")),
    std::pair(AlignmentRule::HeightWidth, QLatin1StringView("height_width")),
    std::pair(AlignmentRule::WidthBytes, QLatin1StringView("width_bytes")),
    std::pair(AlignmentRule::PictureWidth, QLatin1StringView("picture_width")),
};

constexpr qint64 largest = std::numeric_limits<qint64>::max() / 1024; ///< sizes beyond are nonsense, never padded

qint64 multipleOf(qint64 value, qint64 step)
{
    return (value + step - 1) / step * step;
}

/// Elements after the bytes of a run were padded; the run itself where padded bytes are no whole elements.
qint64 alignedRun(qint64 elements, qint64 elementBytes)
{
    if (elements > largest / elementBytes)
        return elements;
    const qint64 bytes = alignedBytes(elements * elementBytes);
    return bytes % elementBytes == 0 ? bytes / elementBytes : elements;
}

struct Axes
{
    std::size_t height;
    std::size_t width;
    std::size_t channel;
};

} // namespace

QString alignmentRuleName(AlignmentRule rule)
{
    for (const auto& [known, name] : names) {
        if (known == rule)
            return name;
    }
    return {};
}

std::optional<AlignmentRule> alignmentRuleFromName(const QString& name)
{
    for (const auto& [rule, known] : names) {
        if (known == name)
            return rule;
    }
    return {};
}

qint64 alignedBytes(qint64 bytes)
{
    const qint64 whole = bytes / 256 * 256;
    for (const qint64 rest : {0, 16, 32, 64, 128}) {
        if (bytes <= whole + rest)
            return whole + rest;
    }
    return whole + 256;
}

AlignmentRule ruleFor(const Shape& shape, TensorLayout layout, bool isOutput, bool isPicture)
{
    if (isPicture)
        return AlignmentRule::PictureWidth;
    if (shape.rank() != 4)
        return AlignmentRule::None;
    if (layout == TensorLayout::NCHW)
        return AlignmentRule::WidthBytes;
    if (layout != TensorLayout::NHWC)
        return AlignmentRule::None;
    return isOutput || shape[3] > 4 ? AlignmentRule::ChannelBytes : AlignmentRule::HeightWidth;
}

Shape alignedShape(const Shape& shape, TensorLayout layout, qint64 elementBytes, AlignmentRule rule)
{
    std::vector<qint64> sizes = shape.sizes();
    const bool isKnown = shape.isKnown()
        && std::all_of(sizes.begin(), sizes.end(), [](qint64 size) { return size > 0 && size < largest; });
    if (rule == AlignmentRule::None || sizes.size() != 4 || !isKnown || elementBytes <= 0
        || layout == TensorLayout::Unknown)
        return shape;
    const bool isNhwc = layout == TensorLayout::NHWC;
    const Axes axes = isNhwc ? Axes{1, 2, 3} : Axes{2, 3, 1};
    if (rule == AlignmentRule::ChannelBytes && isNhwc)
        sizes[axes.channel] = alignedRun(sizes[axes.channel], elementBytes);
    else if (rule == AlignmentRule::WidthBytes && !isNhwc)
        sizes[axes.width] = alignedRun(sizes[axes.width], elementBytes);
    else if (rule == AlignmentRule::HeightWidth && isNhwc) {
        sizes[axes.height] = multipleOf(sizes[axes.height], 2);
        sizes[axes.width] = multipleOf(sizes[axes.width], 32);
    } else if (rule == AlignmentRule::PictureWidth) {
        sizes[axes.height] = multipleOf(sizes[axes.height], 2);
        sizes[axes.width] = multipleOf(sizes[axes.width], 16);
    }
    return Shape(std::move(sizes));
}

} // namespace driftscope
