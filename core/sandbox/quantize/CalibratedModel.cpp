// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/CalibratedModel.h"

#include "core/sandbox/draft/DraftEdit.h"

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

class CalibratedModelBuilder
{
public:
    CalibratedModelBuilder(const GraphDraft& source, const QuantizationPlan& plan, const QSet<QString>& imageInputs)
        : m_source(source)
        , m_plan(plan)
        , m_index(source)
        , m_result(source)
        , m_pairs(plan.operators.measured.begin(), plan.operators.measured.end())
    {
        m_pairs.unite(imageInputs);
        m_result.nodes.clear();
        m_result.values.clear();
        for (qsizetype i = 0; i < source.nodes.size(); ++i) {
            // Rounded already, channel by channel, where it comes from.
            const QString output = source.nodes[i].outputs.value(0);
            if (plan.operators.roles[i] == NodeRole::Concat && plan.channelScales.contains(output))
                m_pairs.remove(output);
        }
    }

    CalibratedModel build()
    {
        for (const ValueDraft& input : m_source.inputs) {
            if (m_pairs.contains(input.name))
                addPair(input.name, input.name, input.name + u"_calibrated"_s);
        }
        for (qsizetype i = 0; i < m_source.nodes.size(); ++i)
            addNode(i);
        removeUnused(m_result);
        return {std::move(m_result), std::move(m_calibrationPairs)};
    }

private:
    void addPair(const QString& value, const QString& from, const QString& to)
    {
        const QString name = value + u"_HzCalibration"_s;
        const Quantization quantization = quantizationOf(m_plan, value);
        const auto [scaleValues, zeroValues] = operandsOf(quantization);
        const bool perChannel = quantization.axis >= 0;
        const QString scale = addConstant(m_result, name + u"_scale"_s, scaleValues);
        const QString zero = perChannel ? addConstant(m_result, name + u"_zero_point"_s, zeroValues)
                                        : zeroConstant(m_plan.activations.value(value).zeroPoint);
        const QList<Attribute> axis = perChannel ? QList<Attribute>{{u"axis"_s, qint64(1)}} : QList<Attribute>{};
        const QString codes = value + u"_HzCalibration_int8"_s;
        m_result.nodes.append(makeNode(u"QuantizeLinear"_s, name, {from, scale, zero}, {codes}, axis));
        m_result.nodes.append(
            makeNode(u"DequantizeLinear"_s, name + u"_HzDequantize"_s, {codes, scale, zero}, {to}, axis));
        m_calibrated.insert(value, to);
        m_calibrationPairs.valueOf.insert(name, value);
        m_calibrationPairs.valueOf.insert(name + u"_HzDequantize"_s, value);
    }

    QString zeroConstant(qint8 zeroPoint)
    {
        QString& name = m_zeroPoints[zeroPoint];
        if (name.isEmpty()) {
            const QString suffix = zeroPoint == 0 ? QString() : u"_%1"_s.arg(zeroPoint);
            name = addConstant(m_result, u"HzCalibration_zero_point"_s + suffix,
                               Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{zeroPoint}));
        }
        return name;
    }

    void addWeightPair(NodeDraft& node, const QuantizedWeight& weight)
    {
        const QString name = node.inputs[1] + u"_HzCalibration"_s;
        const auto count = static_cast<qint64>(weight.scales.size());
        const Shape shape = weight.axis < 0 ? Shape{} : Shape{count};
        const QString scale
            = addConstant(m_result, name + u"_scale"_s, Tensor::fromValues<float>(shape, weight.scales));
        const QString zero
            = addConstant(m_result, name + u"_zero_point"_s, Tensor(DataType::Int8, shape, QByteArray(count, '\0')));
        const QList<Attribute> axis{{u"axis"_s, qint64(std::max(weight.axis, 0))}};
        const QString codes = name + u"_int8"_s;
        const QString calibrated = node.inputs[1] + u"_calibrated"_s;
        if (!m_weights.contains(node.inputs[1])) {
            auto [before, after] = unfolded(node, name);
            if (m_plan.roundsAdaptively) {
                // What the rounding chose, as floats, which come back to the same codes.
                const QString rounded = node.inputs[1] + u"_rounded"_s;
                before = addConstant(m_result, rounded,
                                     Tensor::fromValues<float>(weight.values.shape(), dequantized(weight)));
            }
            m_result.nodes.append(makeNode(u"QuantizeLinear"_s, name, {before, scale, zero}, {codes}, axis));
            m_result.nodes.append(makeNode(u"DequantizeLinear"_s, name + u"_HzDequantize"_s, {codes, scale, zero},
                                           {after.isEmpty() ? calibrated : name + u"_folded"_s}, axis));
            if (!after.isEmpty())
                m_result.nodes.append(
                    makeNode(u"Mul"_s, name + u"_unfold"_s, {name + u"_folded"_s, after}, {calibrated}));
            m_weights.insert(node.inputs[1]);
        }
        for (const QString& suffix : {u""_s, u"_HzDequantize"_s, u"_fold"_s, u"_unfold"_s})
            m_calibrationPairs.weightUsers[name + suffix].append(node.name);
        node.inputs[1] = calibrated;
    }

    /// A Conv behind a value with channel scales has rounded weights times those: its weight goes through the rounding
    /// multiplied by the ratios and is divided by them again. Names the weight to round and the factor behind it.
    std::pair<QString, QString> unfolded(const NodeDraft& node, const QString& name)
    {
        const QString weight = node.inputs[1];
        const std::vector<float> ratios = node.opType == "Conv"_L1
            ? channelRatios(m_plan, m_source.nodes[m_position].inputs[0])
            : std::vector<float>{};
        if (ratios.empty())
            return {weight, QString()};
        const auto perGroup = static_cast<std::size_t>(m_index.constant(weight)->shape()[1]);
        const auto outputs = static_cast<std::size_t>(m_index.constant(weight)->shape()[0]);
        const std::size_t groups = ratios.size() / perGroup;
        std::vector<float> up;
        std::vector<float> down;
        for (std::size_t o = 0; o < outputs; ++o) {
            for (std::size_t c = 0; c < perGroup; ++c) {
                up.push_back(ratios[o / (outputs / groups) * perGroup + c]);
                down.push_back(1.0F / up.back());
            }
        }
        const Shape shape{static_cast<qint64>(outputs), static_cast<qint64>(perGroup), 1, 1};
        const QString folded = weight + u"_times_channel_scales"_s;
        addConstant(m_result, name + u"_ratios"_s, Tensor::fromValues<float>(shape, up));
        addConstant(m_result, name + u"_inverse_ratios"_s, Tensor::fromValues<float>(shape, down));
        m_result.nodes.append(makeNode(u"Mul"_s, name + u"_fold"_s, {weight, name + u"_ratios"_s}, {folded}));
        return {folded, name + u"_inverse_ratios"_s};
    }

    void addNode(qsizetype position)
    {
        m_position = position;
        NodeDraft node = m_source.nodes[position];
        const bool bpu = m_plan.operators.isBpu(position);
        for (QString& input : node.inputs) {
            // A CPU node reads what a BPU node left behind, and the exact value of another CPU node.
            if (bpu || m_plan.operators.isBpu(m_index.producer(input)))
                input = m_calibrated.value(input, input);
        }
        const auto weight = m_plan.weights.constFind(node.name);
        if (bpu && weight != m_plan.weights.constEnd())
            addWeightPair(node, *weight);
        const auto bias = m_plan.biases.constFind(node.name);
        if (bpu && bias != m_plan.biases.constEnd()) {
            const QString name
                = addConstant(m_result, node.name + u"_calibrated_bias"_s,
                              Tensor::fromValues<float>(Shape{static_cast<qint64>(bias->size())}, *bias));
            node.inputs.resize(2);
            node.inputs.append(name);
        }
        addWithPairs(node, bpu);
    }

    void addWithPairs(NodeDraft node, bool bpu)
    {
        QStringList paired;
        const QStringList values = node.outputs;
        for (QString& output : node.outputs) {
            if (!m_pairs.contains(output))
                continue;
            paired.append(output);
            if (bpu && m_index.isOutput(output))
                output += u"_uncalibrated"_s;
        }
        m_result.nodes.append(node);
        for (const QString& value : paired) {
            const bool output = bpu && m_index.isOutput(value);
            addPair(value, output ? value + u"_uncalibrated"_s : value, output ? value : value + u"_calibrated"_s);
        }
    }

    const GraphDraft& m_source;
    const QuantizationPlan& m_plan;
    DraftIndex m_index;
    GraphDraft m_result;
    QSet<QString> m_pairs;
    QSet<QString> m_weights;
    qsizetype m_position = 0;
    QHash<QString, QString> m_calibrated;
    CalibrationPairs m_calibrationPairs;
    QHash<qint8, QString> m_zeroPoints;
};

} // namespace

CalibratedModel calibratedModel(const GraphDraft& draft, const QuantizationPlan& plan, const QSet<QString>& imageInputs)
{
    return CalibratedModelBuilder(draft, plan, imageInputs).build();
}

} // namespace driftscope
