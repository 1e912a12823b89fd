// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InsertionEffects.h"

#include "core/stages/HorizonOperator.h"
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
        source = (found.isVideoRange ? EffectTexts::tr("It makes %1 from YUV (BT.601, 16 to 235).")
                                     : EffectTexts::tr("It makes %1 from YUV (BT.601, full range)."))
                     .arg(inputTypeName(found.trained).toUpper());
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
    if (const auto decoded = decodeHorizonOperator(graph, node))
        return decoded->summary;
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
