// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/OperatorSupport.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool isConstantOrEmpty(const QString& input, const DraftIndex& index)
{
    return input.isEmpty() || index.constant(input) != nullptr;
}

bool restIsConstant(const NodeDraft& node, const DraftIndex& index)
{
    return std::ranges::all_of(node.inputs.mid(1),
                               [&](const QString& input) { return isConstantOrEmpty(input, index); });
}

bool activationsAreFloat(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes)
{
    const QStringList inputs = activationInputs(node, index);
    return !inputs.isEmpty() && std::ranges::all_of(inputs, [&](const QString& input) {
        return shapes.isKnown(input) && shapes.type(input) == DataType::Float32;
    });
}

const QSet<QString>& movementOperators()
{
    static const QSet<QString> names{u"Transpose"_s, u"Reshape"_s, u"Flatten"_s, u"Squeeze"_s, u"Unsqueeze"_s,
                                     u"Slice"_s,     u"Split"_s,   u"Gather"_s,  u"Identity"_s};
    return names;
}

const QSet<QString>& floatInsideOperators()
{
    static const QSet<QString> names{
        u"Add"_s,        u"Sub"_s,       u"Mul"_s,         u"Div"_s,         u"Min"_s,         u"Max"_s,
        u"Relu"_s,       u"Clip"_s,      u"Sigmoid"_s,     u"HardSigmoid"_s, u"Tanh"_s,        u"LeakyRelu"_s,
        u"PRelu"_s,      u"Elu"_s,       u"Exp"_s,         u"Sqrt"_s,        u"AveragePool"_s, u"GlobalAveragePool"_s,
        u"ReduceMean"_s, u"ReduceSum"_s, u"DepthToSpace"_s};
    return names;
}

bool isZeroPad(const NodeDraft& node, const DraftIndex& index)
{
    const Tensor* value = index.constant(node.inputs.value(2));
    return value == nullptr || value->toFloats() == std::vector<float>{0.0F};
}

NodeRole resizeRole(const NodeDraft& node, const DraftIndex& index)
{
    if (!restIsConstant(node, index))
        return NodeRole::Cpu;
    const QString mode = node.text(u"mode"_s, u"nearest"_s);
    if (mode == "nearest"_L1)
        return NodeRole::PassThrough;
    return mode == "linear"_L1 ? NodeRole::FloatInside : NodeRole::Cpu;
}

NodeRole productRole(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes)
{
    if (node.opType == "MatMul"_L1) {
        const Tensor* right = index.constant(node.inputs.value(1));
        const bool leftComputed = index.constant(node.inputs.value(0)) == nullptr;
        const bool rightFits
            = right == nullptr || (right->shape().rank() == 2 && right->dataType() == DataType::Float32);
        return leftComputed && rightFits ? NodeRole::Compute : NodeRole::Cpu;
    }
    const Tensor* weight = index.constant(node.inputs.value(1));
    if (weight == nullptr || weight->dataType() != DataType::Float32 || shapes.rank(node.inputs.value(0)) != 4)
        return NodeRole::Cpu;
    if (!restIsConstant(node, index))
        return NodeRole::Cpu;
    return node.opType == "Conv"_L1 ? NodeRole::Compute : NodeRole::FloatInside;
}

} // namespace

NodeRole roleOnBpu(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes)
{
    const QString& type = node.opType;
    if (!node.domain.isEmpty() || !activationsAreFloat(node, index, shapes))
        return NodeRole::Cpu;
    if (type == "Conv"_L1 || type == "ConvTranspose"_L1 || type == "MatMul"_L1)
        return productRole(node, index, shapes);
    if (type == "Concat"_L1)
        return NodeRole::Concat;
    if (type == "Resize"_L1)
        return resizeRole(node, index);
    if (type == "Pad"_L1)
        return restIsConstant(node, index) && isZeroPad(node, index) ? NodeRole::PassThrough : NodeRole::Cpu;
    if (type == "MaxPool"_L1)
        return node.outputs.size() == 1 && shapes.rank(node.inputs[0]) == 4 ? NodeRole::PassThrough : NodeRole::Cpu;
    if (type == "Pow"_L1)
        return restIsConstant(node, index) ? NodeRole::FloatInside : NodeRole::Cpu;
    if (movementOperators().contains(type))
        return restIsConstant(node, index) && index.constant(node.inputs.value(0)) == nullptr ? NodeRole::PassThrough
                                                                                              : NodeRole::Cpu;
    return floatInsideOperators().contains(type) ? NodeRole::FloatInside : NodeRole::Cpu;
}

bool isCpuOperator(const NodeDraft& node)
{
    // The float operators that driftscope-board executes outside BPU parts.
    static const QSet<QString> more{u"Softmax"_s,
                                    u"LogSoftmax"_s,
                                    u"Log"_s,
                                    u"Abs"_s,
                                    u"Neg"_s,
                                    u"Erf"_s,
                                    u"Floor"_s,
                                    u"Ceil"_s,
                                    u"Round"_s,
                                    u"Reciprocal"_s,
                                    u"Softplus"_s,
                                    u"MatMul"_s,
                                    u"Gemm"_s,
                                    u"Conv"_s,
                                    u"Concat"_s,
                                    u"Resize"_s,
                                    u"Pad"_s,
                                    u"MaxPool"_s,
                                    u"Pow"_s,
                                    u"ReduceMax"_s,
                                    u"ReduceMin"_s,
                                    u"ArgMax"_s,
                                    u"Cast"_s,
                                    u"Expand"_s,
                                    u"Tile"_s,
                                    u"BatchNormalization"_s,
                                    u"ConvTranspose"_s,
                                    u"QuantizeLinear"_s,
                                    u"DequantizeLinear"_s,
                                    u"InstanceNormalization"_s,
                                    u"Where"_s,
                                    u"ReduceL2"_s,
                                    u"ReduceProd"_s,
                                    u"GlobalMaxPool"_s,
                                    u"Sum"_s,
                                    u"LRN"_s,
                                    u"SpaceToDepth"_s,
                                    u"Softsign"_s,
                                    u"Selu"_s,
                                    u"ThresholdedRelu"_s,
                                    u"HardSwish"_s,
                                    u"LpNormalization"_s,
                                    u"Sin"_s,
                                    u"Cos"_s};
    if (!node.domain.isEmpty() && node.domain != "ai.onnx"_L1)
        return false;
    return more.contains(node.opType) || movementOperators().contains(node.opType)
        || floatInsideOperators().contains(node.opType);
}

QString tableTypeName(const NodeDraft& node, NodeRole role)
{
    static const QHash<QString, QString> names{{u"Conv"_s, u"HzSQuantizedConv"_s},
                                               {u"MatMul"_s, u"HzSQuantizedMatmul"_s},
                                               {u"ConvTranspose"_s, u"HzSQuantizedConvTranspose"_s},
                                               {u"Add"_s, u"HzSElementwiseAdd"_s},
                                               {u"Sub"_s, u"HzSElementwiseSub"_s},
                                               {u"Mul"_s, u"HzSElementwiseMul"_s},
                                               {u"MaxPool"_s, u"HzQuantizedMaxPool"_s},
                                               {u"GlobalAveragePool"_s, u"HzSQuantizedGlobalAveragePool"_s},
                                               {u"AveragePool"_s, u"HzSQuantizedAveragePool"_s},
                                               {u"ReduceMean"_s, u"HzSQuantizedReduceMean"_s},
                                               {u"ReduceSum"_s, u"HzSQuantizedReduceSum"_s},
                                               {u"Resize"_s, u"HzQuantizedResizeUpsample"_s},
                                               {u"PRelu"_s, u"HzPRelu"_s},
                                               {u"Pad"_s, u"HzPad"_s}};
    static const QSet<QString> tables{u"Sigmoid"_s, u"Tanh"_s, u"Exp"_s, u"Sqrt"_s,      u"Elu"_s,
                                      u"Relu"_s,    u"Clip"_s, u"Pow"_s, u"LeakyRelu"_s, u"HardSigmoid"_s};
    if (role == NodeRole::Cpu)
        return node.opType;
    if (node.name.startsWith("HZ_PREPROCESS_FOR_"_L1) && node.opType == "Conv"_L1)
        return u"HzSQuantizedPreprocess"_s;
    if (tables.contains(node.opType))
        return u"HzLut"_s;
    return names.value(node.opType, node.opType);
}

} // namespace driftscope
