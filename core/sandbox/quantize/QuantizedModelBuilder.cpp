// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/QuantizedModelBuilder.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/prepare/Preprocessing.h"

namespace driftscope {

using namespace Qt::StringLiterals;

QuantizedModelBuilder::QuantizedModelBuilder(const GraphDraft& source, const ValueShapes& shapes,
                                             const QuantizationPlan& plan, const ToolConfig& config)
    : m_source(source)
    , m_shapes(shapes)
    , m_plan(plan)
    , m_config(config)
    , m_index(source)
{
    m_result.draft = source;
    m_result.draft.nodes.clear();
    m_result.draft.values.clear();
    for (const ValueDraft& input : source.inputs)
        m_floats.insert(input.name);
}

QuantizedModel QuantizedModelBuilder::build()
{
    addImageInputs();
    for (qsizetype i = 0; i < m_source.nodes.size(); ++i)
        addNode(i);
    for (const ValueDraft& output : m_source.outputs)
        static_cast<void>(floating(output.name));
    removeUnused(m_result.draft);
    return std::move(m_result);
}

void QuantizedModelBuilder::addImageInputs()
{
    for (const ToolInput& input : m_config.inputs) {
        if (!input.isImage())
            continue;
        for (ValueDraft& value : m_result.draft.inputs) {
            if (value.name == input.name) {
                value.type = DataType::Int8;
                value.shape = Shape{input.shape[0], input.height(), input.width(), input.channels()};
            }
        }
        m_floats.remove(input.name);
        m_result.scales.insert(input.name, channelwise({1.0F}));
        if (input.layoutTrain == TensorLayout::NHWC) {
            m_result.integerName.insert(input.name, input.name);
            continue;
        }
        const QString planar = input.name + u"_nhwc2nchw_transposed"_s;
        emitBpu(makeNode(u"Transpose"_s, preprocessName(input.name) + u"_NHWC2NCHW_LayoutConvert_Input0"_s,
                         {input.name}, {planar}, {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}));
        m_result.integerName.insert(input.name, planar);
        m_result.scales.insert(planar, channelwise({1.0F}));
    }
}

void QuantizedModelBuilder::addNode(qsizetype position)
{
    const NodeDraft& node = m_source.nodes[position];
    switch (m_plan.operators.roles[position]) {
    case NodeRole::Cpu:
        return addCpu(node);
    case NodeRole::Compute:
        if (m_plan.operators.inside.contains(node.outputs.value(0)))
            return addTableConv(node);
        return node.opType == "MatMul"_L1 ? addMatMul(node) : addCompute(node);
    case NodeRole::PassThrough:
        return addPassThrough(node);
    case NodeRole::Concat:
        return addConcat(node);
    case NodeRole::FloatInside:
        return addFloatInside(node);
    case NodeRole::FusedActivation:
        return addActivation(node);
    }
}

QString QuantizedModelBuilder::scaleConstant(float scale)
{
    const QString name = u"scale_%1"_s.arg(static_cast<double>(scale), 0, 'g', 9);
    if (!m_scaleNames.contains(name))
        m_scaleNames.insert(name, addConstant(m_result.draft, name, Tensor::scalar(scale)));
    return name;
}

QString QuantizedModelBuilder::zeroConstant(qint8 zeroPoint)
{
    const QString name = zeroPoint == 0 ? u"int8_zero_point"_s : u"int8_zero_point_%1"_s.arg(zeroPoint);
    if (!m_scaleNames.contains(name)) {
        const Tensor value = Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{zeroPoint});
        m_scaleNames.insert(name, addConstant(m_result.draft, name, value));
    }
    return name;
}

QStringList QuantizedModelBuilder::parametersOf(const QString& value)
{
    return {scaleConstant(scaleOf(value)), zeroConstant(zeroOf(value))};
}

NodeDraft QuantizedModelBuilder::conversion(const QString& type, const QString& name, const QString& value,
                                            const QString& input, const QString& output)
{
    if (!m_plan.channelScales.contains(value))
        return makeNode(type, name, QStringList{input} + parametersOf(value), {output});
    const auto [scales, zeroPoints] = operandsOf(quantizationOf(m_plan, value));
    const QString scale = addConstant(m_result.draft, value + u"_channel_scale"_s, scales);
    const QString zero = addConstant(m_result.draft, value + u"_channel_zero_point"_s, zeroPoints);
    return makeNode(type, name, {input, scale, zero}, {output}, {{u"axis"_s, qint64(1)}});
}

QString QuantizedModelBuilder::weightScale(const QString& node, const QuantizedWeight& weight)
{
    const Shape shape = weight.axis < 0 ? Shape{} : Shape{static_cast<qint64>(weight.scales.size())};
    return addConstant(m_result.draft, node + u"_w_scale"_s, Tensor::fromValues<float>(shape, weight.scales));
}

QString QuantizedModelBuilder::weightZero(const QString& node, const QuantizedWeight& weight)
{
    const auto count = static_cast<qint64>(weight.scales.size());
    return addConstant(m_result.draft, node + u"_w_zero_point"_s,
                       Tensor(DataType::Int8, weight.axis < 0 ? Shape{} : Shape{count}, QByteArray(count, '\0')));
}

void QuantizedModelBuilder::emitBpu(NodeDraft node, const QString& owner)
{
    m_result.bpuNodes.insert(node.name);
    emitCpu(std::move(node), owner);
}

void QuantizedModelBuilder::emitCpu(NodeDraft node, const QString& owner)
{
    if (!owner.isEmpty())
        m_result.madeFor[owner].append(node.name);
    m_result.draft.nodes.append(std::move(node));
}

QString QuantizedModelBuilder::declareInteger(const QString& value)
{
    const QString name = value + u"_quantized"_s;
    m_result.integerName.insert(value, name);
    if (!m_plan.untold.contains(value))
        m_result.scales.insert(name, quantizationOf(m_plan, value));
    return name;
}

QString QuantizedModelBuilder::integer(const QString& value)
{
    const auto known = m_result.integerName.constFind(value);
    if (known != m_result.integerName.constEnd())
        return *known;
    const QString name = declareInteger(value);
    const QString entry = value + u'_' + value + u"_HzCalibration_HzQuantize"_s; // as published files call it
    emitCpu(makeNode(u"QuantizeLinear"_s, entry, QStringList{value} + parametersOf(value), {name}));
    m_result.entryOf.insert(value, entry);
    return name;
}

QString QuantizedModelBuilder::floating(const QString& value)
{
    if (m_floats.contains(value) || !m_result.integerName.contains(value))
        return value;
    m_floats.insert(value);
    emitCpu(makeNode(u"DequantizeLinear"_s, value + u"_HzDequantize"_s,
                     QStringList{m_result.integerName.value(value)} + parametersOf(value), {value}));
    return value;
}

QString QuantizedModelBuilder::requantized(const QString& value, const QString& like, const QString& user)
{
    const QString codes = integer(value);
    if (qFuzzyCompare(scaleOf(value), scaleOf(like)) && zeroOf(value) == zeroOf(like))
        return codes;
    const QString name = u"%1_calibrated_Requantize_%2"_s.arg(value, user);
    emitBpu(makeNode(u"DequantizeLinear"_s, name + u"_HzDequantize"_s, QStringList{codes} + parametersOf(value),
                     {name + u"_float"_s}));
    emitBpu(makeNode(u"QuantizeLinear"_s, name, QStringList{name + u"_float"_s} + parametersOf(like), {name}));
    m_result.scales.insert(name, channelwise({scaleOf(like)}, {zeroOf(like)}));
    return name;
}

void QuantizedModelBuilder::addCpu(const NodeDraft& node)
{
    NodeDraft copy = node;
    for (QString& input : copy.inputs)
        input = floating(input);
    for (const QString& output : copy.outputs)
        m_floats.insert(output);
    emitCpu(copy, node.name);
}

QuantizedModel quantizedModel(const GraphDraft& optimized, const ValueShapes& shapes, const QuantizationPlan& plan,
                              const ToolConfig& config)
{
    return QuantizedModelBuilder(optimized, shapes, plan, config).build();
}

} // namespace driftscope
