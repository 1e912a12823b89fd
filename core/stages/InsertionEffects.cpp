// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InsertionEffects.h"

#include "core/stages/NodeNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct EffectTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::InsertionEffects)
};

/// A constant as the file holds it; calibrated models round weights by a pair of nodes, which is looked through.
const Tensor* constantInput(const Graph& graph, const Node& node, std::size_t index)
{
    ValueId value = index < node.inputs.size() ? node.inputs[index] : ValueId();
    for (int steps = 0; steps < 2 && value.isValid(); ++steps) {
        const NodeId producer = graph.value(value).producer;
        if (!producer.isValid() || !isQuantizeOrDequantize(graph.node(producer).opType)
            || graph.node(producer).inputs.empty()) {
            break;
        }
        value = graph.node(producer).inputs.front();
    }
    return value.isValid() ? graph.initializer(value) : nullptr;
}

std::optional<Shape> shapeOf(const Graph& graph, std::span<const ValueId> values)
{
    return values.empty() || !values.front().isValid() ? std::nullopt : graph.value(values.front()).shape;
}

QString axesText(const QList<qint64>& axes)
{
    QStringList parts;
    for (const qint64 axis : axes)
        parts.append(QString::number(axis));
    return parts.join(u' ');
}

QString numbersText(const std::vector<double>& numbers)
{
    QStringList parts;
    for (const double number : numbers)
        parts.append(QString::number(number, 'g', 6));
    return parts.join(u' ');
}

/// A linear map of channels: out = weight * (pixel - 128) + bias, in real numbers.
struct ChannelMap
{
    std::size_t channels = 0;
    std::vector<double> weight; ///< row by row
    std::vector<double> bias;

    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return weight[row * channels + column]; }
};

double scaleAt(const Tensor& scales, std::size_t index)
{
    const std::vector<float> values = scales.toFloats();
    return values.empty() ? 1.0 : static_cast<double>(values[std::min(index, values.size() - 1)]);
}

std::optional<ChannelMap> channelMap(const Graph& graph, const Node& node)
{
    const bool isInteger = node.opType == "QLinearConv"_L1;
    if (!isInteger && node.opType != "Conv"_L1)
        return std::nullopt;
    // QLinearConv: x, x_scale, x_zero_point, w, w_scale, w_zero_point, y_scale, y_zero_point, bias
    const Tensor* weight = constantInput(graph, node, isInteger ? 3 : 1);
    const Tensor* bias = constantInput(graph, node, isInteger ? 8 : 2);
    const Tensor* inputScale = isInteger ? constantInput(graph, node, 1) : nullptr;
    const Tensor* weightScale = isInteger ? constantInput(graph, node, 4) : nullptr;
    if (weight == nullptr || weight->shape().rank() != 4 || (isInteger && (!inputScale || !weightScale)))
        return std::nullopt;
    const Shape& shape = weight->shape();
    if (shape[0] != shape[1] || shape[2] != 1 || shape[3] != 1 || shape[0] < 1 || shape[0] > 4)
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
    }
    return map;
}

/// The one column that counts in a row, or -1.
int dominantColumn(const ChannelMap& map, std::size_t row)
{
    constexpr double negligible = 0.02;
    int dominant = 0;
    for (std::size_t column = 1; column < map.channels; ++column) {
        if (std::abs(map.at(row, column)) > std::abs(map.at(row, static_cast<std::size_t>(dominant))))
            dominant = static_cast<int>(column);
    }
    const double largest = std::abs(map.at(row, static_cast<std::size_t>(dominant)));
    for (std::size_t column = 0; column < map.channels; ++column) {
        if (static_cast<int>(column) != dominant && std::abs(map.at(row, column)) > negligible * largest)
            return -1;
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
        result.mean.push_back(128.0 - map.bias[row] / scale);
    }
    return result;
}

/// ITU-R BT.601: red = k (y - black) + a (v - 128), …: the luma weight of every row is k, 1 for the full range.
std::optional<RecoveredNormalization> fromYuv(const ChannelMap& map)
{
    if (map.channels != 3)
        return std::nullopt;
    RecoveredNormalization result;
    result.isFromYuv = true;
    // Red has V and no U, blue has U and no V; which one is bigger tells the order of the rows and the range.
    const bool isRedFirst = std::abs(map.at(0, 2)) > std::abs(map.at(0, 1));
    const std::size_t red = isRedFirst ? 0 : 2;
    const double ratio = map.at(red, 2) / map.at(red, 0); // 1.402 full range, 1.371 video range
    result.isVideoRange = std::abs(ratio - 1.3712) < std::abs(ratio - 1.402);
    const double luma = result.isVideoRange ? 255.0 / 219.0 : 1.0;
    const double black = result.isVideoRange ? 16.0 : 0.0;
    for (std::size_t row = 0; row < 3; ++row) {
        if (map.at(row, 0) == 0.0)
            return std::nullopt;
        const double scale = map.at(row, 0) / luma;
        result.scale.push_back(scale);
        result.mean.push_back((128.0 - black) * luma - map.bias[row] / scale);
    }
    return result;
}

QString describeTranspose(const Graph& graph, NodeId node)
{
    const QList<qint64> permutation = permutationOf(graph, node);
    const auto before = shapeOf(graph, graph.node(node).inputs);
    const auto after = shapeOf(graph, graph.node(node).outputs);
    const qint64 bytes = inputBytes(graph, node);
    if (!before || !after || bytes == 0)
        return EffectTexts::tr("Moves values: axes %1.").arg(axesText(permutation));
    return EffectTexts::tr("Moves %1 bytes: axes %2, from %3 to %4.")
        .arg(QString::number(bytes), axesText(permutation), before->toString(), after->toString());
}

QString describeNormalization(const RecoveredNormalization& found)
{
    QString source;
    if (found.isFromYuv)
        source = found.isVideoRange ? EffectTexts::tr("It makes RGB from YUV (BT.601, 16 to 235).")
                                    : EffectTexts::tr("It makes RGB from YUV (BT.601, full range).");
    else if (!std::ranges::is_sorted(found.channelOrder))
        source = EffectTexts::tr("It reverses the order of the channels.");
    else
        source = EffectTexts::tr("It keeps the order of the channels.");
    return EffectTexts::tr("Computes (pixel - mean) * scale with mean %1 and scale %2, from pixel - 128. %3")
        .arg(numbersText(found.mean), numbersText(found.scale), source);
}

QString describeScale(const Graph& graph, const Node& node, bool isQuantize)
{
    const Tensor* scales = constantInput(graph, node, 1);
    if (scales == nullptr)
        return {};
    const std::vector<float> values = scales->toFloats();
    const Tensor* zeroPoints = constantInput(graph, node, 2);
    const QString zero = QString::number(
        zeroPoints != nullptr && !zeroPoints->isEmpty() ? static_cast<int>(zeroPoints->toFloats().front()) : 0);
    if (values.empty())
        return {};
    if (values.size() > 1) {
        const auto [lowest, highest] = std::ranges::minmax(values);
        const QString text = isQuantize
            ? EffectTexts::tr("Rounds value / scale + zero point to an integer, with %1 scales from %2 to %3.")
            : EffectTexts::tr("Computes (code - zero point) * scale, with %1 scales from %2 to %3.");
        return text.arg(values.size()).arg(static_cast<double>(lowest)).arg(static_cast<double>(highest));
    }
    const QString text = isQuantize ? EffectTexts::tr("Rounds value / %1 + %2 to an integer.")
                                    : EffectTexts::tr("Computes (code - %2) * %1.");
    return text.arg(QString::number(static_cast<double>(values.front()), 'g', 7), zero);
}

} // namespace

std::optional<RecoveredNormalization> recoverNormalization(const Graph& graph, NodeId node)
{
    const auto map = channelMap(graph, graph.node(node));
    if (!map)
        return std::nullopt;
    const auto permuted = fromPermutation(*map);
    return permuted ? permuted : fromYuv(*map);
}

QList<qint64> permutationOf(const Graph& graph, NodeId node)
{
    const Node& n = graph.node(node);
    if (n.opType != "Transpose"_L1)
        return {};
    for (const Attribute& attribute : n.attributes) {
        if (attribute.name == "perm"_L1) {
            if (const auto* axes = std::get_if<QList<qint64>>(&attribute.value))
                return *axes;
        }
    }
    QList<qint64> reversed;
    if (const auto shape = shapeOf(graph, n.inputs)) {
        for (int axis = shape->rank() - 1; axis >= 0; --axis)
            reversed.append(axis);
    }
    return reversed;
}

qint64 inputBytes(const Graph& graph, NodeId node)
{
    const std::span<const ValueId> inputs = graph.node(node).inputs;
    const auto shape = shapeOf(graph, inputs);
    return shape && shape->elementCount() > 0 ? shape->elementCount() * elementSize(graph.value(inputs.front()).type)
                                              : 0;
}

QString describeComputation(const Graph& graph, NodeId node)
{
    const Node& n = graph.node(node);
    const QString family = operatorFamily(n.opType);
    if (family == "Transpose"_L1)
        return describeTranspose(graph, node);
    if (family == "Quantize"_L1 || family == "Dequantize"_L1)
        return describeScale(graph, n, family == "Quantize"_L1);
    if (const auto found = recoverNormalization(graph, node))
        return describeNormalization(*found);
    return {};
}

QString describeContradiction(const Graph& graph, NodeId node)
{
    const Node& n = graph.node(node);
    const QList<qint64> promised = promisedPermutation(n.name);
    const QList<qint64> actual = permutationOf(graph, node);
    if (promised.isEmpty() || actual.isEmpty())
        return {};
    if (actual != promised)
        return EffectTexts::tr(
                   "Its name promises axes %1, but it moves axes %2: the values arrive in other places than "
                   "the next node reads them from.")
            .arg(axesText(promised), axesText(actual));
    const auto before = shapeOf(graph, n.inputs);
    const auto after = shapeOf(graph, n.outputs);
    if (!before || !after || before->rank() != actual.size() || after->rank() != actual.size())
        return {};
    for (int axis = 0; axis < after->rank(); ++axis) {
        if ((*after)[axis] >= 0 && (*before)[static_cast<int>(actual[axis])] >= 0
            && (*after)[axis] != (*before)[static_cast<int>(actual[axis])])
            return EffectTexts::tr("It is declared to make %1, which axes %2 of %3 are not.")
                .arg(after->toString(), axesText(actual), before->toString());
    }
    return {};
}

} // namespace driftscope
