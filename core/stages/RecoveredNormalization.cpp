// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/RecoveredNormalization.h"

#include "core/stages/HorizonArithmetic.h"
#include "core/stages/HorizonAttributes.h"
#include "core/stages/NodeNames.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr double pixelOffset = 128; ///< the node is fed pixel - 128

/// A linear map of channels: out = weight * (pixel - 128) + bias, in real numbers.
struct ChannelMap
{
    std::size_t channels = 0;
    std::vector<double> weight; ///< row by row
    std::vector<double> bias;
    std::vector<double> step; ///< of one weight code, by row; 0 for float weights

    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return weight[row * channels + column]; }
    [[nodiscard]] double largestOf(std::size_t row) const
    {
        double largest = 0;
        for (std::size_t column = 0; column < channels; ++column)
            largest = std::max(largest, std::abs(at(row, column)));
        return largest;
    }
};

/// A constant as the file holds it; calibrated models round weights by a pair of nodes, which is looked through.
const Tensor* weightOf(const Graph& graph, const Node& node, std::size_t index)
{
    ValueId value = index < node.inputs.size() ? node.inputs[index] : ValueId();
    for (int steps = 0; steps < 2 && value.isValid(); ++steps) {
        const NodeId producer = graph.value(value).producer;
        if (!producer.isValid() || !isQuantizeOrDequantize(graph.node(producer).opType)
            || graph.node(producer).inputs.empty())
            break;
        value = graph.node(producer).inputs.front();
    }
    return value.isValid() ? graph.initializer(value) : nullptr;
}

double scaleAt(const Tensor& scales, std::size_t index)
{
    const std::vector<float> values = scales.toFloats();
    return values.empty() ? 1.0 : static_cast<double>(values[std::min(index, values.size() - 1)]);
}

std::optional<ChannelMap> mapOfConv(const Graph& graph, const Node& node)
{
    const bool isInteger = node.opType == "QLinearConv"_L1;
    // QLinearConv: x, x_scale, x_zero_point, w, w_scale, w_zero_point, y_scale, y_zero_point, bias
    const Tensor* weight = weightOf(graph, node, isInteger ? 3 : 1);
    const Tensor* bias = weightOf(graph, node, isInteger ? 8 : 2);
    const Tensor* inputScale = isInteger ? weightOf(graph, node, 1) : nullptr;
    const Tensor* weightScale = isInteger ? weightOf(graph, node, 4) : nullptr;
    if (weight == nullptr || weight->shape().rank() != 4 || (isInteger && (!inputScale || !weightScale)))
        return std::nullopt;
    const Shape& shape = weight->shape();
    // HzPreprocess may keep its weight channels-last, as the integer one does.
    const bool isPointwise = shape[2] == 1 && (shape[3] == 1 || (node.opType == "HzPreprocess"_L1 && shape[1] == 1));
    if (!isPointwise || shape[0] < 1 || shape[0] > 4 || shape.elementCount() != shape[0] * shape[0])
        return std::nullopt;
    ChannelMap map;
    map.channels = static_cast<std::size_t>(shape[0]);
    const std::vector<float> weights = weight->toFloats();
    const std::vector<float> biases = bias != nullptr ? bias->toFloats() : std::vector<float>(map.channels, 0.0F);
    if (biases.size() != map.channels)
        return std::nullopt;
    for (std::size_t row = 0; row < map.channels; ++row) {
        const double unit = isInteger ? scaleAt(*inputScale, 0) * scaleAt(*weightScale, row) : 1.0;
        for (std::size_t column = 0; column < map.channels; ++column)
            map.weight.push_back(static_cast<double>(weights[row * map.channels + column]) * unit);
        map.bias.push_back(static_cast<double>(biases[row]) * unit);
        map.step.push_back(isInteger ? unit : 0.0);
    }
    return map;
}

/// x, weight, bias, bias_b_scale. The weight is OHWI or OIHW with 1x1 in the middle, or one for each channel. One code
/// of the input is one pixel: its threshold is 127. The bias holds half an output code for rounding.
std::optional<ChannelMap> mapOfHorizon(const Graph& graph, const Node& node)
{
    const Tensor* weight = constantOf(graph, node, 1);
    const Tensor* bias = constantOf(graph, node, 2);
    const std::vector<double> unit = weightScales(node);
    const std::vector<double> multiplier = outputMultipliers(node);
    const std::size_t channels = unit.size();
    if (weight == nullptr || bias == nullptr || channels < 1 || channels > 4 || multiplier.size() != channels)
        return std::nullopt;
    const std::vector<float> weights = weight->toFloats();
    const std::vector<float> biases = bias->toFloats();
    const std::vector<float> shifts = constantOf(graph, node, 3) != nullptr ? constantOf(graph, node, 3)->toFloats()
                                                                            : std::vector<float>(channels, 0.0F);
    const bool isDepthwise = weights.size() == channels && channels > 1;
    if ((weights.size() != channels * channels && !isDepthwise) || biases.size() != channels
        || shifts.size() != channels)
        return std::nullopt;
    ChannelMap map;
    map.channels = channels;
    for (std::size_t row = 0; row < channels; ++row) {
        for (std::size_t column = 0; column < channels; ++column) {
            const double code = !isDepthwise ? static_cast<double>(weights[row * channels + column])
                : row == column              ? static_cast<double>(weights[row])
                                             : 0.0;
            map.weight.push_back(code * unit[row]);
        }
        const double rounding = multiplier[row] > 0 ? 0.5 / multiplier[row] : 0.0;
        map.bias.push_back((std::ldexp(static_cast<double>(biases[row]), static_cast<int>(shifts[row])) - rounding)
                           * unit[row]);
        map.step.push_back(unit[row]);
    }
    return map;
}

std::optional<ChannelMap> channelMap(const Graph& graph, const Node& node)
{
    if (node.opType == "HzSQuantizedPreprocess"_L1)
        return mapOfHorizon(graph, node);
    const bool isConv = node.opType == "Conv"_L1 || node.opType == "QLinearConv"_L1 || node.opType == "HzPreprocess"_L1;
    return isConv ? mapOfConv(graph, node) : std::nullopt;
}

/// The one column that counts in a row, or -1.
int dominantColumn(const ChannelMap& map, std::size_t row)
{
    constexpr double negligible = 0.02;
    const double largest = map.largestOf(row);
    int dominant = -1;
    for (std::size_t column = 0; column < map.channels; ++column) {
        if (std::abs(map.at(row, column)) <= negligible * largest)
            continue;
        if (dominant >= 0)
            return -1;
        dominant = static_cast<int>(column);
    }
    return largest > 0 ? dominant : -1;
}

std::optional<RecoveredNormalization> fromPermutation(const ChannelMap& map)
{
    RecoveredNormalization result;
    for (std::size_t row = 0; row < map.channels; ++row) {
        const int column = dominantColumn(map, row);
        if (column < 0)
            return std::nullopt;
        const double scale = map.at(row, static_cast<std::size_t>(column));
        result.channelOrder.push_back(column);
        result.scale.push_back(scale);
        result.mean.push_back(pixelOffset - map.bias[row] / scale);
    }
    return result;
}

using ColourRow = std::array<double, 3>; ///< of Y, U and V

struct ColourMatrix
{
    bool isVideoRange;
    double black; ///< the luma of black
    std::array<ColourRow, 3> rows; ///< red, green, blue
};

/// ITU-R BT.601, for 0…255 and for 16…235.
constexpr std::array colourMatrices{
    ColourMatrix{false, 0, {{{1, 0, 1.402}, {1, -0.344136, -0.714136}, {1, 1.772, 0}}}},
    ColourMatrix{true, 16, {{{1.164384, 0, 1.596027}, {1.164384, -0.391762, -0.812968}, {1.164384, 2.017232, 0}}}}};

/// The factor from `wanted` to a row, by its largest weight: that one is rounded least. Nothing when the rest does not
/// fit.
std::optional<double> factorOf(const ChannelMap& map, std::size_t row, const ColourRow& wanted)
{
    constexpr double tolerance = 0.03;
    const std::size_t largest = static_cast<std::size_t>(
        std::ranges::max_element(wanted, {}, [](double weight) { return std::abs(weight); }) - wanted.begin());
    const double factor = map.at(row, largest) / wanted[largest];
    for (std::size_t column = 0; column < wanted.size(); ++column) {
        if (std::abs(map.at(row, column) - factor * wanted[column]) > tolerance * map.largestOf(row))
            return std::nullopt;
    }
    return factor != 0 ? std::optional(factor) : std::nullopt;
}

std::optional<RecoveredNormalization> fromColours(const ChannelMap& map, const ColourMatrix& colours, bool isRedFirst)
{
    RecoveredNormalization result;
    result.isFromYuv = true;
    result.isVideoRange = colours.isVideoRange;
    result.trained = isRedFirst ? InputType::Rgb : InputType::Bgr;
    for (std::size_t row = 0; row < 3; ++row) {
        const ColourRow& wanted = colours.rows[isRedFirst ? row : 2 - row];
        const auto scale = factorOf(map, row, wanted);
        if (!scale)
            return std::nullopt;
        result.scale.push_back(*scale);
        result.mean.push_back((pixelOffset - colours.black) * wanted[0] - map.bias[row] / *scale);
    }
    return result;
}

/// How far the rows are from the matrix that was found, relative: full and video range are near each other.
double misfit(const ChannelMap& map, const RecoveredNormalization& found)
{
    const ColourMatrix& colours = colourMatrices[found.isVideoRange ? 1 : 0];
    double sum = 0;
    for (std::size_t row = 0; row < 3; ++row) {
        const ColourRow& wanted = colours.rows[found.trained == InputType::Rgb ? row : 2 - row];
        for (std::size_t column = 0; column < 3; ++column)
            sum += std::abs(map.at(row, column) / found.scale[row] - wanted[column]);
    }
    return sum;
}

std::optional<RecoveredNormalization> fromYuv(const ChannelMap& map)
{
    if (map.channels != 3)
        return std::nullopt;
    std::optional<RecoveredNormalization> best;
    for (const ColourMatrix& colours : colourMatrices) {
        for (const bool isRedFirst : {true, false}) {
            const auto found = fromColours(map, colours, isRedFirst);
            if (found && (!best || misfit(map, *found) < misfit(map, *best)))
                best = found;
        }
    }
    return best;
}

/// The colour that comes out of a node that only swaps channels.
InputType trainedType(InputType fed, const std::vector<int>& order)
{
    const bool isReversed = order.size() == 3 && order.front() == 2 && order.back() == 0;
    if (!isReversed)
        return std::ranges::is_sorted(order) ? fed : InputType::Unknown;
    if (fed == InputType::Rgb)
        return InputType::Bgr;
    return fed == InputType::Bgr ? InputType::Rgb : InputType::Unknown;
}

void describe(RecoveredNormalization& found, const ChannelMap& map, const Node& node)
{
    constexpr double leastTolerance = 1e-3; // colour matrices are written with three or four digits
    constexpr double roundedStep = 0.55;
    found.matrix = map.weight;
    for (std::size_t row = 0; row < map.channels; ++row)
        found.tolerance.push_back(std::max(leastTolerance, roundedStep * map.step[row] / map.largestOf(row)));
    for (std::size_t row = 0; row < map.channels; ++row) {
        double offset = map.bias[row];
        for (std::size_t column = 0; column < map.channels; ++column)
            offset -= pixelOffset * map.at(row, column);
        found.offset.push_back(offset);
    }
    found.declaredInput = textOf(node, u"input_type"_s);
    found.layout = layoutFromName(textOf(node, u"data_format"_s)).value_or(TensorLayout::Unknown);
    found.fed = fedTypeOf(found.declaredInput);
    if (found.fed == InputType::Unknown)
        found.fed = found.isFromYuv ? InputType::Yuv444 : map.channels == 1 ? InputType::Gray : InputType::Unknown;
    if (!found.isFromYuv)
        found.trained = trainedType(found.fed, found.channelOrder);
}

} // namespace

InputType fedTypeOf(const QString& declaredInput)
{
    if (declaredInput.startsWith("YUV"_L1) || declaredInput.startsWith("NV12"_L1))
        return InputType::Yuv444;
    if (declaredInput.startsWith("RGB"_L1))
        return InputType::Rgb;
    if (declaredInput.startsWith("BGR"_L1))
        return InputType::Bgr;
    return declaredInput.startsWith("GRAY"_L1) ? InputType::Gray : InputType::Unknown;
}

std::optional<RecoveredNormalization> recoverNormalization(const Graph& graph, NodeId node)
{
    const auto map = channelMap(graph, graph.node(node));
    if (!map)
        return std::nullopt;
    auto found = fromPermutation(*map);
    if (!found)
        found = fromYuv(*map);
    if (found)
        describe(*found, *map, graph.node(node));
    return found;
}

} // namespace driftscope
