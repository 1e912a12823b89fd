// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <random>

namespace driftscope {

/// Builds small quantized graphs for tests, node by node.
class GraphMaker
{
public:
    explicit GraphMaker(unsigned seed = 1)
        : m_random(seed)
    {
        m_draft.name = QStringLiteral("test");
        m_draft.irVersion = 7;
        m_draft.opsets = {{QString(), 13}};
    }

    GraphDraft& draft() { return m_draft; }

    QString input(const QString& name, DataType type, const Shape& shape)
    {
        m_draft.inputs.append({name, type, shape});
        return name;
    }
    void output(const QString& name, DataType type, const Shape& shape) { m_draft.outputs.append({name, type, shape}); }
    QString constant(const Tensor& tensor)
    {
        const QString name = QStringLiteral("c%1").arg(m_draft.initializers.size());
        m_draft.initializers.append({name, tensor});
        return name;
    }
    QString scale(float value) { return constant(Tensor::scalar(value)); }
    QString zero(qint8 value = 0) { return constant(Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{value})); }
    QString zeros(qint64 count, qint8 value)
    {
        return constant(
            Tensor::fromValues<qint8>(Shape{count}, std::vector<qint8>(static_cast<std::size_t>(count), value)));
    }
    /// Zero points of all operands and results from here on; those of weights stay 0.
    void setZeroPoints(qint8 operand, qint8 result)
    {
        m_operandZero = operand;
        m_resultZero = result;
    }
    QString integers(const std::vector<qint64>& values)
    {
        return constant(Tensor::fromValues<qint64>(Shape{static_cast<qint64>(values.size())}, values));
    }

    QString node(const QString& opType, const QStringList& inputs, const QList<Attribute>& attributes = {})
    {
        NodeDraft draft;
        draft.name = QStringLiteral("n%1_%2").arg(m_draft.nodes.size()).arg(opType);
        draft.opType = opType;
        draft.inputs = inputs;
        draft.outputs = {draft.name + QStringLiteral("_out")};
        draft.attributes = attributes;
        m_draft.nodes.append(draft);
        return draft.outputs.first();
    }
    QString dequantized(const QString& value, float valueScale)
    {
        return node(QStringLiteral("DequantizeLinear"), {value, scale(valueScale), zero(m_operandZero)});
    }
    QString dequantizedWeights(const Tensor& weights, float weightScale)
    {
        return node(QStringLiteral("DequantizeLinear"), {constant(weights), scale(weightScale), zero()});
    }
    /// int32, with one scale for each channel.
    QString dequantizedByChannel(const QString& sums, const Tensor& scales)
    {
        return node(QStringLiteral("DequantizeLinear"), {sums, constant(scales)},
                    {{QStringLiteral("axis"), qint64(1)}});
    }
    QString quantizedByChannel(const QString& value, const Tensor& scales)
    {
        return node(QStringLiteral("QuantizeLinear"),
                    {value, constant(scales), zeros(scales.elementCount(), m_resultZero)},
                    {{QStringLiteral("axis"), qint64(1)}});
    }
    QString quantized(const QString& value, float valueScale)
    {
        return node(QStringLiteral("QuantizeLinear"), {value, scale(valueScale), zero(m_resultZero)});
    }

    Tensor randomInt8(const Shape& shape)
    {
        std::uniform_int_distribution<int> distribution(-128, 127);
        std::vector<qint8> values(static_cast<std::size_t>(shape.elementCount()));
        for (qint8& value : values)
            value = static_cast<qint8>(distribution(m_random));
        return Tensor::fromValues<qint8>(shape, values);
    }
    Tensor randomInt32(const Shape& shape, int limit)
    {
        std::uniform_int_distribution<int> distribution(-limit, limit);
        std::vector<qint32> values(static_cast<std::size_t>(shape.elementCount()));
        for (qint32& value : values)
            value = distribution(m_random);
        return Tensor::fromValues<qint32>(shape, values);
    }
    Tensor randomFloat(const Shape& shape, float low, float high)
    {
        std::uniform_real_distribution<float> distribution(low, high);
        std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
        for (float& value : values)
            value = distribution(m_random);
        return Tensor::fromValues<float>(shape, values);
    }
    int random(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }

    struct ConvolutionScales
    {
        float input = 1.0F;
        std::vector<float> weights;
        float output = 1.0F;
    };
    /// QLinearConv with random weights and bias.
    QString convolution(const QString& value, const Shape& weights, const ConvolutionScales& scales,
                        const QList<Attribute>& attributes)
    {
        const qint64 channels = weights[0];
        std::vector<float> weightScales = scales.weights;
        if (weightScales.size() == 1)
            weightScales.assign(static_cast<std::size_t>(channels), weightScales[0]);
        const QString weightScale = constant(Tensor::fromValues<float>(Shape{channels}, weightScales));
        const QString weightZero = constant(
            Tensor::fromValues<qint8>(Shape{channels}, std::vector<qint8>(static_cast<std::size_t>(channels), 0)));
        return node(QStringLiteral("QLinearConv"),
                    {value, scale(scales.input), zero(m_operandZero), constant(randomInt8(weights)), weightScale,
                     weightZero, scale(scales.output), zero(m_resultZero),
                     constant(randomInt32(Shape{channels}, 5000))},
                    attributes);
    }

private:
    GraphDraft m_draft;
    std::mt19937 m_random;
    qint8 m_operandZero = 0;
    qint8 m_resultZero = 0;
};

} // namespace driftscope
