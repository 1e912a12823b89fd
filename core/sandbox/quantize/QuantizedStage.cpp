// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/QuantizedStage.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"
#include "core/sandbox/prepare/Preprocessing.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

ValueDraft* inputNamed(GraphDraft& draft, const QString& name)
{
    const auto found = std::ranges::find(draft.inputs, name, &ValueDraft::name);
    return found == draft.inputs.end() ? nullptr : &*found;
}

/// Takes the Transpose from NHWC out again.
void keepPlanes(GraphDraft& draft, const ToolInput& input)
{
    const QString name = preprocessName(input.name) + u"_NHWC2NCHW_LayoutConvert_Input0"_s;
    const auto node = std::ranges::find(draft.nodes, name, &NodeDraft::name);
    ValueDraft* value = inputNamed(draft, input.name);
    if (node == draft.nodes.end() || value == nullptr)
        return;
    const QString planar = node->outputs.value(0);
    draft.nodes.erase(node);
    redirectUsers(draft, planar, input.name);
    value->shape = input.shape;
}

void turnFeaturemap(GraphDraft& draft, const ToolInput& input)
{
    ValueDraft* value = inputNamed(draft, input.name);
    if (value == nullptr)
        return;
    const Shape& s = input.shape;
    value->shape = Shape{s[0], s[2], s[3], s[1]};
    const QString planar = input.name + u"_nhwc2nchw_transposed"_s;
    redirectUsers(draft, input.name, planar);
    draft.nodes.prepend(makeNode(u"Transpose"_s, input.name + u"_NHWC2NCHW_LayoutConvert_Input0"_s, {input.name},
                                 {planar}, {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}));
}

/// ONNX Runtime (from 1.18) rounds the weights of a float product that lies between a DequantizeLinear and a
/// QuantizeLinear to int8 of its own accord. What the config put on the CPU is to stay float, so something that it does
/// not look through stands behind it.
void keepProductsInFloat(GraphDraft& draft)
{
    static const QSet<QString> products{u"Conv"_s, u"ConvTranspose"_s, u"Gemm"_s, u"MatMul"_s};
    const DraftIndex index(draft);
    QList<NodeDraft> nodes;
    for (const NodeDraft& node : std::as_const(draft.nodes)) {
        const QString result = node.outputs.value(0);
        const QList<qsizetype> users = index.consumers(result);
        const bool isRounded = std::ranges::any_of(
            users, [&](qsizetype user) { return draft.nodes[user].opType == "QuantizeLinear"_L1; });
        const qsizetype source = index.producer(node.inputs.value(0));
        const bool isUnrounded = source >= 0 && draft.nodes[source].opType == "DequantizeLinear"_L1;
        const bool isFloat = products.contains(node.opType) && index.constant(node.inputs.value(1)) != nullptr;
        if (!isFloat || !isRounded || !isUnrounded || index.isOutput(result)) {
            nodes.append(node);
            continue;
        }
        NodeDraft product = node;
        const QString name = node.name + u"_HzKeepFloat"_s;
        product.outputs[0] = name;
        nodes.append({product, makeNode(u"Max"_s, name, {name}, {result})});
    }
    draft.nodes = nodes;
}

} // namespace

TensorLayout stageLayout(const ToolInput& input, March march)
{
    const bool isCamera = input.source == "pyramid"_L1 || input.source == "resizer"_L1;
    const bool isNhwc = march == March::Bernoulli2 || (input.isImage() && isCamera);
    return isNhwc && input.shape.rank() == 4 ? TensorLayout::NHWC : input.layoutTrain;
}

GraphDraft quantizedStage(GraphDraft quantized, const ToolConfig& config)
{
    for (const ToolInput& input : config.inputs) {
        const TensorLayout layout = stageLayout(input, config.march);
        if (input.isImage() && layout == TensorLayout::NCHW)
            keepPlanes(quantized, input);
        else if (!input.isImage() && layout != input.layoutTrain)
            turnFeaturemap(quantized, input);
    }
    keepProductsInFloat(quantized);
    return quantized;
}

} // namespace driftscope
