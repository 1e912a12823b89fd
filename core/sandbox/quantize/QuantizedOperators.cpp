// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/quantize/QuantizedModelBuilder.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

qint8 codeOf(float value, const ActivationScale& steps)
{
    const float code = std::nearbyint(value / steps.scale) + static_cast<float>(steps.zeroPoint);
    return static_cast<qint8>(std::clamp(code, -128.0F, 127.0F));
}

/// A limit of a Clip as a code.
qint8 limitCode(const Tensor* limit, const ActivationScale& steps, qint8 fallback)
{
    return limit != nullptr && !limit->isEmpty() ? codeOf(limit->toFloats().front(), steps) : fallback;
}

} // namespace

std::vector<qint32> QuantizedModelBuilder::biasCodes(const NodeDraft& node, const QuantizedWeight& weight) const
{
    const std::vector<float> bias = m_plan.biases.value(node.name);
    std::vector<qint32> codes;
    for (std::size_t i = 0; i < bias.size(); ++i) {
        const double unit = static_cast<double>(scaleOf(node.inputs[0])) * static_cast<double>(weight.scales[i]);
        codes.push_back(static_cast<qint32>(std::llround(static_cast<double>(bias[i]) / unit)));
    }
    return codes;
}

void QuantizedModelBuilder::addCompute(const NodeDraft& node)
{
    QuantizedWeight weight = m_plan.weights.value(node.name);
    const std::vector<qint32> codes = biasCodes(node, weight);
    // A result with channel scales: what the products are divided by differs by output channel.
    const std::vector<float> ratios = channelRatios(m_plan, node.outputs[0]);
    for (std::size_t i = 0; i < ratios.size(); ++i)
        weight.scales[i] /= ratios[i];
    const QString values = addConstant(m_result.draft, node.name + u"_w_quantized"_s, weight.values);
    const QString offsets = addConstant(m_result.draft, node.name + u"_bias_quantized"_s,
                                        Tensor::fromValues<qint32>(Shape{static_cast<qint64>(codes.size())}, codes));
    const QString input = integer(node.inputs[0]);
    const QString output = declareInteger(node.outputs[0]);
    emitBpu(makeNode(u"QLinearConv"_s, node.name,
                     QStringList{input} + parametersOf(node.inputs[0])
                         + QStringList{values, weightScale(node.name, weight), weightZero(node.name, weight)}
                         + parametersOf(node.outputs[0]) + QStringList{offsets},
                     {output}, node.attributes),
            node.name);
}

/// The sums as integers, then as the real numbers that they are: nothing is rounded in front of the table.
void QuantizedModelBuilder::addTableConv(const NodeDraft& node)
{
    const QuantizedWeight weight = m_plan.weights.value(node.name);
    const auto channels = static_cast<qint64>(weight.scales.size());
    std::vector<float> units;
    for (const float scale : weight.scales)
        units.push_back(scaleOf(node.inputs[0]) * scale);
    const QString values = addConstant(m_result.draft, node.name + u"_w_quantized"_s, weight.values);
    const QString offsets = addConstant(m_result.draft, node.name + u"_bias_quantized"_s,
                                        Tensor::fromValues<qint32>(Shape{1, channels, 1, 1}, biasCodes(node, weight)));
    const QString unit
        = addConstant(m_result.draft, node.name + u"_sums_scale"_s, Tensor::fromValues<float>(Shape{channels}, units));
    const QString products = node.name + u"_products"_s;
    const QString sums = node.name + u"_sums"_s;
    const QString codes = integer(node.inputs[0]);
    emitBpu(makeNode(u"ConvInteger"_s, node.name, {codes, values, zeroConstant(zeroOf(node.inputs[0]))}, {products},
                     node.attributes),
            node.name);
    emitBpu(makeNode(u"Add"_s, node.name + u"_HzBias"_s, {products, offsets}, {sums}), node.name);
    m_floats.insert(node.outputs[0]);
    emitBpu(makeNode(u"DequantizeLinear"_s, node.name + u"_HzDequantize"_s, {sums, unit}, {node.outputs[0]},
                     {{u"axis"_s, qint64(1)}}),
            node.name);
}

void QuantizedModelBuilder::addMatMul(const NodeDraft& node)
{
    QStringList right;
    const auto weight = m_plan.weights.constFind(node.name);
    const QString left = integer(node.inputs[0]);
    if (weight != m_plan.weights.constEnd())
        right = {addConstant(m_result.draft, node.name + u"_w_quantized"_s, weight->values),
                 weightScale(node.name, *weight), weightZero(node.name, *weight)};
    else
        right = QStringList{integer(node.inputs[1])} + parametersOf(node.inputs[1]);
    const QString output = declareInteger(node.outputs[0]);
    emitBpu(makeNode(u"QLinearMatMul"_s, node.name,
                     QStringList{left} + parametersOf(node.inputs[0]) + right + parametersOf(node.outputs[0]),
                     {output}),
            node.name);
}

void QuantizedModelBuilder::addPassThrough(const NodeDraft& node)
{
    NodeDraft copy = node;
    copy.inputs[0] = integer(node.inputs[0]);
    for (QString& output : copy.outputs) {
        if (!output.isEmpty())
            output = declareInteger(output);
    }
    if (node.opType == "Pad"_L1)
        copy.inputs = copy.inputs.mid(0, 2) << zeroConstant(zeroOf(node.inputs[0])); // what stands for 0
    emitBpu(copy, node.name);
}

void QuantizedModelBuilder::addConcat(const NodeDraft& node)
{
    NodeDraft copy = node;
    const QString output = node.outputs[0];
    const bool byChannel = m_plan.channelScales.contains(output);
    for (QString& input : copy.inputs) {
        if (byChannel) {
            input = integer(input);
        } else if (const Tensor* constant = m_index.constant(input)) {
            const std::vector<float> values = constant->toFloats();
            std::vector<qint8> codes;
            for (const float value : values)
                codes.push_back(codeOf(value, m_plan.activations.value(output)));
            input = addConstant(m_result.draft, u"%1_quantized_for_%2"_s.arg(input, node.name),
                                Tensor::fromValues<qint8>(constant->shape(), codes));
        } else {
            input = requantized(input, output, node.name);
        }
    }
    copy.outputs[0] = declareInteger(output);
    emitBpu(copy, node.name);
}

void QuantizedModelBuilder::addFloatInside(const NodeDraft& node)
{
    NodeDraft copy = node;
    for (qsizetype i = 0; i < copy.inputs.size(); ++i) {
        QString& input = copy.inputs[i];
        if (input.isEmpty() || m_index.constant(input) != nullptr || m_plan.operators.inside.contains(input))
            continue;
        const QString name = u"%1_%2_HzDequantize"_s.arg(node.name).arg(i);
        const QString codes = integer(input);
        emitBpu(conversion(u"DequantizeLinear"_s, name, input, codes, name), node.name);
        input = name;
    }
    const auto weight = m_plan.weights.constFind(node.name);
    if (weight != m_plan.weights.constEnd()) {
        const QString name = node.name + u"_weight_HzDequantize"_s;
        const QString values = addConstant(m_result.draft, node.name + u"_w_quantized"_s, weight->values);
        emitBpu(makeNode(u"DequantizeLinear"_s, name,
                         {values, weightScale(node.name, *weight), weightZero(node.name, *weight)}, {name},
                         {{u"axis"_s, qint64(std::max(weight->axis, 0))}}),
                node.name);
        copy.inputs[1] = name;
    }
    const QString value = node.outputs[0];
    if (m_plan.operators.inside.contains(value)) {
        m_floats.insert(value);
        return emitBpu(copy, node.name);
    }
    copy.outputs = {value + u"_float"_s};
    emitBpu(copy, node.name);
    const QString output = declareInteger(value);
    emitBpu(conversion(u"QuantizeLinear"_s, value + u"_HzQuantize"_s, value, value + u"_float"_s, output), node.name);
}

void QuantizedModelBuilder::addActivation(const NodeDraft& node)
{
    const ActivationScale steps = m_plan.activations.value(node.outputs[0]);
    const bool relu = node.opType == "Relu"_L1;
    const qint8 low = relu ? steps.zeroPoint : limitCode(m_index.constant(node.inputs.value(1)), steps, -128);
    const qint8 high = relu ? qint8(127) : limitCode(m_index.constant(node.inputs.value(2)), steps, 127);
    const auto limit = [&](const QString& suffix, qint8 code) {
        return addConstant(m_result.draft, node.name + suffix,
                           Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{code}));
    };
    const QString input = integer(node.inputs[0]);
    const QString output = declareInteger(node.outputs[0]);
    emitBpu(makeNode(u"Clip"_s, node.name, {input, limit(u"_min_quantized"_s, low), limit(u"_max_quantized"_s, high)},
                     {output}),
            node.name);
}

} // namespace driftscope
