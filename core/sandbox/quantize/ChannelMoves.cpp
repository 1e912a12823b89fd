// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/ChannelMoves.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

qint64 channelsOf(const QString& value, const ValueShapes& shapes)
{
    return shapes.rank(value) >= 2 ? shapes.shape(value)[1] : 0;
}

std::vector<ChannelOrigin> sameChannels(qint64 count, qint64 first = 0)
{
    std::vector<ChannelOrigin> origins;
    for (qint64 channel = 0; channel < count; ++channel)
        origins.push_back({0, first + channel});
    return origins;
}

bool isChannelAxis(qint64 axis, int rank)
{
    return axis == 1 || axis == 1 - rank;
}

std::vector<ChannelOrigin> ofConcat(const NodeDraft& node, const ValueShapes& shapes)
{
    std::vector<ChannelOrigin> origins;
    if (!isChannelAxis(node.integer(u"axis"_s, 0), shapes.rank(node.outputs.value(0))))
        return origins;
    for (qsizetype input = 0; input < node.inputs.size(); ++input) {
        for (qint64 channel = 0; channel < channelsOf(node.inputs[input], shapes); ++channel)
            origins.push_back({input, channel});
    }
    return origins;
}

std::vector<ChannelOrigin> ofSplit(const NodeDraft& node, qsizetype output, const ValueShapes& shapes)
{
    if (!isChannelAxis(node.integer(u"axis"_s, 0), shapes.rank(node.inputs.value(0))))
        return {};
    qint64 first = 0;
    for (qsizetype i = 0; i < output; ++i)
        first += channelsOf(node.outputs[i], shapes);
    return sameChannels(channelsOf(node.outputs[output], shapes), first);
}

/// Along one axis forwards, which is how slices of channels are written.
std::vector<ChannelOrigin> ofSlice(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes)
{
    const auto number = [&](qsizetype input, qint64 fallback) {
        const Tensor* constant = index.constant(node.inputs.value(input));
        return constant != nullptr && constant->elementCount() == 1 ? constant->toIntegers().front() : fallback;
    };
    const int rank = shapes.rank(node.inputs.value(0));
    if (!isChannelAxis(number(3, 0), rank) || number(4, 1) != 1)
        return {};
    const qint64 channels = channelsOf(node.inputs[0], shapes);
    const qint64 start = number(1, 0);
    return sameChannels(channelsOf(node.outputs[0], shapes),
                        std::clamp<qint64>(start < 0 ? start + channels : start, 0, channels));
}

/// A reshape that leaves batch and channels alone: behind them only the number of elements matters.
bool keepsChannels(const Shape& from, const Shape& to)
{
    return from.rank() >= 2 && to.rank() >= 2 && from[0] == to[0] && from[1] == to[1];
}

} // namespace

std::vector<ChannelOrigin> channelOrigins(const NodeDraft& node, qsizetype output, const DraftIndex& index,
                                          const ValueShapes& shapes)
{
    static const QSet<QString> wholePlanes{u"MaxPool"_s, u"Pad"_s, u"Resize"_s, u"Identity"_s};
    static const QSet<QString> reshapes{u"Reshape"_s, u"Flatten"_s, u"Squeeze"_s, u"Unsqueeze"_s};
    const Shape from = shapes.shape(node.inputs.value(0));
    const Shape to = shapes.shape(node.outputs.value(output));
    if (node.opType == "Concat"_L1)
        return ofConcat(node, shapes);
    if (node.opType == "Split"_L1)
        return ofSplit(node, output, shapes);
    if (node.opType == "Slice"_L1)
        return ofSlice(node, index, shapes);
    const bool moves = wholePlanes.contains(node.opType) || reshapes.contains(node.opType);
    return moves && keepsChannels(from, to) ? sameChannels(to[1]) : std::vector<ChannelOrigin>();
}

std::optional<ChannelShuffle> channelShuffleAt(const GraphDraft& draft, qsizetype position, const DraftIndex& index,
                                               const ValueShapes& shapes)
{
    ChannelShuffle shuffle;
    const NodeDraft& first = draft.nodes[position];
    if (first.opType != "Reshape"_L1)
        return std::nullopt;
    shuffle.transpose = index.soleConsumer(first.outputs.value(0));
    if (shuffle.transpose < 0 || draft.nodes[shuffle.transpose].opType != "Transpose"_L1)
        return std::nullopt;
    shuffle.last = index.soleConsumer(draft.nodes[shuffle.transpose].outputs.value(0));
    if (shuffle.last < 0 || draft.nodes[shuffle.last].opType != "Reshape"_L1)
        return std::nullopt;
    const Shape from = shapes.shape(first.inputs.value(0));
    const Shape wide = shapes.shape(first.outputs[0]);
    const Shape to = shapes.shape(draft.nodes[shuffle.last].outputs.value(0));
    QList<qint64> swapped;
    for (int axis = 0; axis < wide.rank(); ++axis)
        swapped.append(axis == 1 ? 2 : (axis == 2 ? 1 : axis));
    if (draft.nodes[shuffle.transpose].integers(u"perm"_s) != swapped || !keepsChannels(from, to) || wide.rank() < 4
        || wide[0] != from[0] || wide[1] * wide[2] != from[1])
        return std::nullopt;
    for (qint64 channel = 0; channel < to[1]; ++channel)
        shuffle.origins.push_back(channel % wide[1] * wide[2] + channel / wide[1]);
    return shuffle;
}

} // namespace driftscope
