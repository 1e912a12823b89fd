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
    }

    GraphDraft build()
    {
        addConstant(m_result, m_zero, Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{0}));
        for (const ValueDraft& input : m_source.inputs) {
            if (m_pairs.contains(input.name))
                addPair(input.name, input.name, input.name + u"_calibrated"_s);
        }
        for (qsizetype i = 0; i < m_source.nodes.size(); ++i)
            addNode(i);
        removeUnused(m_result);
        return std::move(m_result);
    }

private:
    void addPair(const QString& value, const QString& from, const QString& to)
    {
        const QString name = value + u"_HzCalibration"_s;
        const QString scale = addConstant(m_result, name + u"_scale"_s,
                                          Tensor::scalar(m_plan.activations.value(value).scale));
        m_result.nodes.append(
            makeNode(u"QuantizeLinear"_s, name, {from, scale, m_zero}, {value + u"_HzCalibration_int8"_s}));
        m_result.nodes.append(makeNode(u"DequantizeLinear"_s, name + u"_HzDequantize"_s,
                                       {value + u"_HzCalibration_int8"_s, scale, m_zero}, {to}));
        m_calibrated.insert(value, to);
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
            m_result.nodes.append(makeNode(u"QuantizeLinear"_s, name, {node.inputs[1], scale, zero}, {codes}, axis));
            m_result.nodes.append(
                makeNode(u"DequantizeLinear"_s, name + u"_HzDequantize"_s, {codes, scale, zero}, {calibrated}, axis));
            m_weights.insert(node.inputs[1]);
        }
        node.inputs[1] = calibrated;
    }

    void addNode(qsizetype position)
    {
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
            const QString name = addConstant(m_result, node.name + u"_calibrated_bias"_s,
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
    QHash<QString, QString> m_calibrated;
    QString m_zero = u"HzCalibration_zero_point"_s;
};

} // namespace

GraphDraft calibratedModel(const GraphDraft& draft, const QuantizationPlan& plan, const QSet<QString>& imageInputs)
{
    return CalibratedModelBuilder(draft, plan, imageInputs).build();
}

} // namespace driftscope
