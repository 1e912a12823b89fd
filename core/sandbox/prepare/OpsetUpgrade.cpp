// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/prepare/OpsetUpgrade.h"

#include "core/sandbox/draft/DraftEdit.h"

#include <limits>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Turns a list attribute into the input at `position`, filling skipped optional inputs with empty names.
void attributeToInput(GraphDraft& draft, NodeDraft& node, const QString& attribute, qsizetype position)
{
    if (node.attribute(attribute) == nullptr)
        return;
    const QList<qint64> values = node.integers(attribute);
    while (node.inputs.size() <= position)
        node.inputs.append(QString());
    node.inputs[position] = addIntegers(draft, u"%1_%2"_s.arg(node.name, attribute), values);
    node.removeAttribute(attribute);
}

void floatToInput(GraphDraft& draft, NodeDraft& node, const QString& attribute, qsizetype position, float fallback)
{
    const float value = node.number(attribute, fallback);
    while (node.inputs.size() <= position)
        node.inputs.append(QString());
    node.inputs[position] = addConstant(draft, u"%1_%2"_s.arg(node.name, attribute), Tensor::scalar(value));
    node.removeAttribute(attribute);
}

void upgradeSlice(GraphDraft& draft, NodeDraft& node)
{
    if (node.attribute(u"starts"_s) == nullptr)
        return;
    if (node.attribute(u"axes"_s) == nullptr) {
        QList<qint64> axes;
        for (qsizetype i = 0; i < node.integers(u"starts"_s).size(); ++i)
            axes.append(i);
        node.setAttribute(u"axes"_s, axes);
    }
    attributeToInput(draft, node, u"starts"_s, 1);
    attributeToInput(draft, node, u"ends"_s, 2);
    attributeToInput(draft, node, u"axes"_s, 3);
}

void upgradeClip(GraphDraft& draft, NodeDraft& node)
{
    if (node.inputs.size() > 1)
        return;
    floatToInput(draft, node, u"min"_s, 1, std::numeric_limits<float>::lowest());
    floatToInput(draft, node, u"max"_s, 2, std::numeric_limits<float>::max());
}

void upgradePad(GraphDraft& draft, NodeDraft& node)
{
    if (node.attribute(u"pads"_s) == nullptr)
        return;
    attributeToInput(draft, node, u"pads"_s, 1);
    floatToInput(draft, node, u"value"_s, 2, 0.0F);
}

/// Upsample and the Resize of opset 10 sample at floor(x / scale): Resize's asymmetric mode.
void upgradeResize(GraphDraft& draft, NodeDraft& node)
{
    if (node.attribute(u"scales"_s) != nullptr) {
        if (const auto* scales = std::get_if<QList<float>>(node.attribute(u"scales"_s))) {
            const QString name = u"%1_scales"_s.arg(node.name);
            node.inputs.append(addConstant(
                draft, name,
                Tensor::fromValues<float>(Shape{scales->size()}, std::vector(scales->begin(), scales->end()))));
        }
        node.removeAttribute(u"scales"_s);
    }
    const QString scales = node.inputs.value(1);
    const QString none = addConstant(draft, u"%1_roi"_s.arg(node.name), Tensor(DataType::Float32, Shape{0}, {}));
    node.inputs = {node.inputs.value(0), none, scales};
    node.opType = u"Resize"_s;
    node.setAttribute(u"coordinate_transformation_mode"_s, u"asymmetric"_s);
    node.setAttribute(u"nearest_mode"_s, u"floor"_s);
}

/// Before opset 13 these flattened the tensor to two axes first.
QList<NodeDraft> upgradedSoftmax(GraphDraft& draft, NodeDraft node, const Shape& shape)
{
    const int rank = shape.rank();
    qint64 axis = node.integer(u"axis"_s, 1);
    axis = axis < 0 ? axis + rank : axis;
    bool trailingOnes = true;
    for (qint64 i = axis + 1; i < rank; ++i)
        trailingOnes = trailingOnes && shape[static_cast<int>(i)] == 1;
    node.setAttribute(u"axis"_s, axis);
    if (trailingOnes)
        return {node};
    const QString flat = node.outputs.value(0) + u"_flat"_s;
    const QString soft = node.outputs.value(0) + u"_flat_softmax"_s;
    const NodeDraft flatten
        = makeNode(u"Flatten"_s, node.name + u"_flatten"_s, {node.inputs.value(0)}, {flat}, {{u"axis"_s, axis}});
    const QString target = addIntegers(draft, node.name + u"_shape"_s, toList(shape));
    const NodeDraft back = makeNode(u"Reshape"_s, node.name + u"_reshape"_s, {soft, target}, {node.outputs.value(0)});
    node.inputs = {flat};
    node.outputs = {soft};
    node.setAttribute(u"axis"_s, qint64(1));
    return {flatten, node, back};
}

bool isSoftmaxLike(const QString& type)
{
    return type == "Softmax"_L1 || type == "LogSoftmax"_L1 || type == "Hardmax"_L1;
}

void upgradeNode(GraphDraft& draft, NodeDraft& node, qint64 version)
{
    const QString& type = node.opType;
    if (type == "Slice"_L1 && version < 10) {
        upgradeSlice(draft, node);
    } else if (type == "Clip"_L1 && version < 11) {
        upgradeClip(draft, node);
    } else if (type == "Pad"_L1 && version < 11) {
        upgradePad(draft, node);
    } else if ((type == "Upsample"_L1 && version < 10) || (type == "Resize"_L1 && version < 11)) {
        upgradeResize(draft, node);
    } else if (type == "Squeeze"_L1 || type == "Unsqueeze"_L1 || type == "ReduceSum"_L1) {
        attributeToInput(draft, node, u"axes"_s, 1);
    } else if (type == "Split"_L1) {
        attributeToInput(draft, node, u"split"_s, 1);
    } else if (type == "TopK"_L1 && node.attribute(u"k"_s) != nullptr) {
        node.setAttribute(u"k"_s, QList<qint64>{node.integer(u"k"_s, 1)});
        attributeToInput(draft, node, u"k"_s, 1);
    } else if (type == "Dropout"_L1) {
        node.removeAttribute(u"ratio"_s);
    } else if (type == "Scatter"_L1) {
        node.opType = u"ScatterElements"_s;
    } else if (type == "BatchNormalization"_L1) {
        node.removeAttribute(u"spatial"_s);
    }
}

} // namespace

Result<void> upgradeOpset(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins)
{
    const qint64 version = draft.opsetVersion();
    if (version < oldestOpset || version > sandboxOpset) {
        return failure(
            ErrorKind::Unsupported,
            u"The opset version of the onnx model is %1, only model with opset_version %2 to %3 is supported"_s
                .arg(version)
                .arg(oldestOpset)
                .arg(sandboxOpset));
    }
    QList<NodeDraft> nodes;
    for (NodeDraft& node : draft.nodes) {
        if (version < 13 && isSoftmaxLike(node.opType)) {
            const QList<NodeDraft> parts = upgradedSoftmax(draft, node, shapes.shape(node.inputs.value(0)));
            origins.split(node.name, namesOf(parts));
            nodes.append(parts);
            continue;
        }
        if (version < 13)
            upgradeNode(draft, node, version);
        nodes.append(node);
    }
    draft.nodes = nodes;
    for (OpsetImport& opset : draft.opsets) {
        if (opset.domain.isEmpty() || opset.domain == "ai.onnx"_L1)
            opset.version = sandboxOpset;
    }
    return {};
}

} // namespace driftscope
