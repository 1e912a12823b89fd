// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/quantize/QuantizedModelBuilder.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

QString zeroPoint()
{
    return u"int8_zero_point"_s;
}

/// A limit of a Clip in int8 steps.
qint8 limitCode(const Tensor* limit, float scale, float fallback)
{
    const float value = limit != nullptr && !limit->isEmpty() ? limit->toFloats().front() / scale : fallback;
    return static_cast<qint8>(std::clamp(std::nearbyint(value), -128.0F, 127.0F));
}

} // namespace

void QuantizedModelBuilder::addCompute(const NodeDraft& node)
{
    QuantizedWeight weight = m_plan.weights.value(node.name);
    const std::vector<float> bias = m_plan.biases.value(node.name);
    const float inputScale = scaleOf(node.inputs[0]);
    std::vector<qint32> codes;
    for (std::size_t i = 0; i < bias.size(); ++i) {
        const double unit = static_cast<double>(inputScale) * static_cast<double>(weight.scales[i]);
        codes.push_back(static_cast<qint32>(std::llround(static_cast<double>(bias[i]) / unit)));
    }
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
                     {input, scaleConstant(inputScale), zeroPoint(), values, weightScale(node.name, weight),
                      weightZero(node.name, weight), scaleConstant(scaleOf(node.outputs[0])), zeroPoint(), offsets},
                     {output}, node.attributes),
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
        right = {integer(node.inputs[1]), scaleConstant(scaleOf(node.inputs[1])), zeroPoint()};
    const QString output = declareInteger(node.outputs[0]);
    emitBpu(makeNode(u"QLinearMatMul"_s, node.name,
                     QStringList{left, scaleConstant(scaleOf(node.inputs[0])), zeroPoint()} + right
                         + QStringList{scaleConstant(scaleOf(node.outputs[0])), zeroPoint()},
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
        copy.inputs.resize(2); // the value to pad with is of the data's type; zero is the default
    emitBpu(copy, node.name);
}

void QuantizedModelBuilder::addConcat(const NodeDraft& node)
{
    NodeDraft copy = node;
    const float scale = scaleOf(node.outputs[0]);
    const bool byChannel = m_plan.channelScales.contains(node.outputs[0]);
    for (QString& input : copy.inputs) {
        if (byChannel) {
            input = integer(input);
        } else if (const Tensor* constant = m_index.constant(input)) {
            const std::vector<float> values = constant->toFloats();
            std::vector<qint8> codes;
            for (const float value : values)
                codes.push_back(static_cast<qint8>(std::clamp(std::nearbyint(value / scale), -128.0F, 127.0F)));
            input = addConstant(m_result.draft, u"%1_quantized_for_%2"_s.arg(input, node.name),
                                Tensor::fromValues<qint8>(constant->shape(), codes));
        } else {
            input = requantized(input, scale, node.name);
        }
    }
    copy.outputs[0] = declareInteger(node.outputs[0]);
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
    const float scale = scaleOf(node.outputs[0]);
    const bool relu = node.opType == "Relu"_L1;
    const qint8 low = relu ? qint8(0) : limitCode(m_index.constant(node.inputs.value(1)), scale, -128.0F);
    const qint8 high = relu ? qint8(127) : limitCode(m_index.constant(node.inputs.value(2)), scale, 127.0F);
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
