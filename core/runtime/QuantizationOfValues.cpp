// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CapturePlan.h"

#include "core/graph/Graph.h"
#include "core/graph/ScaleNotes.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Follows the scales through a model, node by node in execution order.
class QuantizationTracer
{
public:
    explicit QuantizationTracer(const GraphDraft& model)
        : m_graph(Graph::fromDraft(model))
        , m_notes(scaleNotes(model))
    { }

    QHash<QString, Quantization> trace()
    {
        for (const NodeId id : m_graph->topologicalOrder())
            visit(m_graph->node(id));
        return m_found;
    }

private:
    void visit(const Node& node)
    {
        if (!node.domain.isEmpty() && node.domain != u"ai.onnx")
            return;
        if (node.opType == u"QuantizeLinear")
            set(node.outputs, 0, read(node, 1, 2));
        else if (node.opType == u"QLinearConv" || node.opType == u"QLinearMatMul")
            set(node.outputs, 0, read(node, 6, 7));
        else if (node.opType == u"DequantizeLinear")
            set(node.inputs, 0, read(node, 1, 2));
        else if (keepsScale(node.opType))
            handOn(node);
    }

    [[nodiscard]] const Tensor* constant(const Node& node, std::size_t input) const
    {
        return input < node.inputs.size() && node.inputs[input].isValid() ? m_graph->initializer(node.inputs[input])
                                                                          : nullptr;
    }

    [[nodiscard]] std::optional<Quantization> read(const Node& node, std::size_t scale, std::size_t zeroPoint) const
    {
        const Tensor* scales = constant(node, scale);
        if (scales == nullptr || scales->dataType() != DataType::Float32 || scales->isEmpty())
            return {};
        Quantization quantization;
        quantization.scales = scales->toFloats();
        if (const Tensor* zeroPoints = constant(node, zeroPoint)) {
            for (const qint64 value : zeroPoints->toIntegers())
                quantization.zeroPoints.push_back(static_cast<qint32>(value));
        }
        if (quantization.zeroPoints.size() != quantization.scales.size())
            quantization.zeroPoints.clear();
        if (quantization.scales.size() > 1)
            quantization.axis = axisOf(node);
        return quantization;
    }

    /// Only the Q/DQ operators have an axis; its default is 1.
    [[nodiscard]] static int axisOf(const Node& node)
    {
        for (const Attribute& attribute : node.attributes) {
            if (const auto* value = std::get_if<qint64>(&attribute.value);
                value != nullptr && attribute.name == u"axis")
                return static_cast<int>(*value);
        }
        return 1;
    }

    void set(std::span<const ValueId> values, std::size_t index, std::optional<Quantization> quantization)
    {
        if (!quantization || index >= values.size() || !values[index].isValid())
            return;
        const QString& name = m_graph->value(values[index]).name;
        const Quantization noted = m_notes.value(name);
        if (noted.scales.size() > 1)
            quantization = noted;
        m_found.insert(name, *quantization);
    }

    [[nodiscard]] static bool keepsScale(const QString& opType)
    {
        static const QStringList movers{u"Transpose"_s,   u"Reshape"_s, u"Flatten"_s, u"Squeeze"_s, u"Unsqueeze"_s,
                                        u"Slice"_s,       u"Split"_s,   u"Concat"_s,  u"Pad"_s,     u"MaxPool"_s,
                                        u"Resize"_s,      u"Gather"_s,  u"Clip"_s,    u"Max"_s,     u"Min"_s,
                                        u"Identity"_s,    u"Expand"_s,  u"Tile"_s,    u"Relu"_s,    u"DepthToSpace"_s,
                                        u"SpaceToDepth"_s};
        return movers.contains(opType);
    }

    /// Per-tensor scales, and those of channels that the model notes for the result: an axis would have to be followed
    /// through every permutation.
    void handOn(const Node& node)
    {
        if (node.inputs.empty() || !node.inputs[0].isValid())
            return;
        const auto source = m_found.constFind(m_graph->value(node.inputs[0]).name);
        if (source == m_found.cend())
            return;
        const Quantization quantization = *source;
        for (std::size_t i = 0; i < node.outputs.size(); ++i) {
            const bool isNoted = node.outputs[i].isValid() && m_notes.contains(m_graph->value(node.outputs[i]).name);
            if (quantization.axis < 0 || isNoted)
                set(node.outputs, i, quantization); // which prefers what is noted
        }
    }

    std::shared_ptr<const Graph> m_graph;
    ScaleNotes m_notes;
    QHash<QString, Quantization> m_found;
};

} // namespace

QHash<QString, Quantization> quantizationOfValues(const GraphDraft& model)
{
    return QuantizationTracer(model).trace();
}

} // namespace driftscope
