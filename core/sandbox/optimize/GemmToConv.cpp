// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/optimize/GemmToConv.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"
#include "core/tensor/TensorOperations.h"

#include <array>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Constant right-hand matrix as [outputs, inputs], alpha included.
Tensor matrixOf(const NodeDraft& node, const Tensor& constant)
{
    Tensor matrix = constant;
    if (node.integer(u"transB"_s, 0) == 0) {
        constexpr std::array<int, 2> swap{1, 0};
        matrix = transposed(constant, swap);
    }
    const float alpha = node.number(u"alpha"_s, 1.0F);
    if (qFuzzyCompare(alpha, 1.0F))
        return matrix;
    std::vector<float> values = matrix.toFloats();
    for (float& value : values)
        value *= alpha;
    return Tensor::fromValues<float>(matrix.shape(), values);
}

bool isCandidate(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes)
{
    if ((node.opType != "Gemm"_L1 && node.opType != "MatMul"_L1) || node.integer(u"transA"_s, 0) != 0)
        return false;
    const Tensor* weight = index.constant(node.inputs.value(1));
    if (weight == nullptr || weight->shape().rank() != 2 || weight->dataType() != DataType::Float32)
        return false;
    const QString bias = node.inputs.value(2);
    if (!bias.isEmpty()) {
        const Tensor* constant = index.constant(bias);
        const qint64 outputs = weight->shape()[node.integer(u"transB"_s, 0) != 0 ? 0 : 1];
        if (constant == nullptr || (constant->elementCount() != outputs && constant->elementCount() != 1))
            return false;
    }
    return shapes.rank(node.inputs.value(0)) == 2;
}

QList<NodeDraft> replacement(GraphDraft& draft, const NodeDraft& node, const DraftIndex& index,
                             const ValueShapes& shapes)
{
    const Tensor matrix = matrixOf(node, *index.constant(node.inputs[1]));
    const qint64 outputs = matrix.shape()[0];
    const qint64 inputs = matrix.shape()[1];
    const qint64 rows = shapes.shape(node.inputs[0])[0];
    std::vector<float> bias(static_cast<std::size_t>(outputs), 0.0F);
    if (const Tensor* constant = index.constant(node.inputs.value(2))) {
        const std::vector<float> values = constant->toFloats();
        for (std::size_t i = 0; i < bias.size(); ++i)
            bias[i] = values[values.size() == 1 ? 0 : i] * node.number(u"beta"_s, 1.0F);
    }
    const QString name = node.name;
    const QString wide = name + u"_reshape_input"_s;
    const QString narrow = name + u"_conv_output"_s;
    addConstant(draft, name + u"_conv_weight"_s, reshaped(matrix, Shape{outputs, inputs, 1, 1}));
    addConstant(draft, name + u"_conv_bias"_s, Tensor::fromValues<float>(Shape{outputs}, bias));
    addIntegers(draft, wide + u"_shape"_s, {rows, inputs, 1, 1});
    addIntegers(draft, narrow + u"_shape"_s, {rows, outputs});
    return {makeNode(u"Reshape"_s, wide, {node.inputs[0], wide + u"_shape"_s}, {wide}),
            makeNode(u"Conv"_s, name, {wide, name + u"_conv_weight"_s, name + u"_conv_bias"_s}, {narrow},
                     {{u"dilations"_s, QList<qint64>{1, 1}},
                      {u"group"_s, qint64(1)},
                      {u"kernel_shape"_s, QList<qint64>{1, 1}},
                      {u"pads"_s, QList<qint64>{0, 0, 0, 0}},
                      {u"strides"_s, QList<qint64>{1, 1}}}),
            makeNode(u"Reshape"_s, name + u"_transpose_output_reshape"_s, {narrow, narrow + u"_shape"_s},
                     {node.outputs[0]})};
}

} // namespace

void turnGemmIntoConv(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins)
{
    const GraphDraft before = draft;
    const DraftIndex index(before);
    draft.nodes.clear();
    for (const NodeDraft& node : before.nodes) {
        if (!isCandidate(node, index, shapes)) {
            draft.nodes.append(node);
            continue;
        }
        const QList<NodeDraft> parts = replacement(draft, node, index, shapes);
        origins.split(node.name, namesOf(parts));
        draft.nodes.append(parts);
    }
    removeUnused(draft);
}

} // namespace driftscope
