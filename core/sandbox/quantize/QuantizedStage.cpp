// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/QuantizedStage.h"

#include "core/sandbox/draft/DraftEdit.h"
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
    return quantized;
}

} // namespace driftscope
