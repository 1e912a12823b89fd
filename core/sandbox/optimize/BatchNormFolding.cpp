// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/optimize/BatchNormFolding.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// y = factor * x + offset for each channel.
struct Affine
{
    std::vector<double> factor;
    std::vector<double> offset;
};

std::optional<Affine> normalizationOf(const NodeDraft& node, const DraftIndex& index)
{
    std::array<std::vector<float>, 4> parts; // scale, bias, mean, variance
    for (qsizetype i = 0; i < 4; ++i) {
        const Tensor* constant = index.constant(node.inputs.value(i + 1));
        if (constant == nullptr || constant->dataType() != DataType::Float32)
            return std::nullopt;
        parts[static_cast<std::size_t>(i)] = constant->toFloats();
    }
    const auto epsilon = static_cast<double>(node.number(u"epsilon"_s, 1e-5F));
    Affine affine;
    for (std::size_t c = 0; c < parts[0].size(); ++c) {
        const double factor = static_cast<double>(parts[0][c]) / std::sqrt(static_cast<double>(parts[3][c]) + epsilon);
        affine.factor.push_back(factor);
        affine.offset.push_back(static_cast<double>(parts[1][c]) - static_cast<double>(parts[2][c]) * factor);
    }
    return affine;
}

/// Whether a constant broadcasts against NxCx… (C and ones behind it) so that it differs by channel at most.
bool isPerChannel(const Shape& shape, qint64 channels, int rank)
{
    if (shape.elementCount() == 1)
        return shape.rank() <= rank;
    const int axis = shape.rank() - (rank - 1);
    return axis >= 0 && axis <= 1 && shape[axis] == channels && shape.elementCount() == channels;
}

/// A Mul, Add, Sub or Div by a constant behind `channels` channels of a value of this rank.
std::optional<Affine> arithmeticOf(const NodeDraft& node, const DraftIndex& index, qint64 channels, int rank)
{
    const bool commutes = node.opType == "Mul"_L1 || node.opType == "Add"_L1;
    const Tensor* constant = index.constant(node.inputs.value(1));
    if (constant == nullptr && commutes)
        constant = index.constant(node.inputs.value(0));
    if (constant == nullptr || constant->dataType() != DataType::Float32
        || !isPerChannel(constant->shape(), channels, rank))
        return std::nullopt;
    const std::vector<float> values = constant->toFloats();
    Affine affine;
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
        const auto value = static_cast<double>(values[values.size() == 1 ? 0 : c]);
        const bool isProduct = node.opType == "Mul"_L1 || node.opType == "Div"_L1;
        affine.factor.push_back(!isProduct ? 1.0 : (node.opType == "Mul"_L1 ? value : 1.0 / value));
        affine.offset.push_back(isProduct ? 0.0 : (node.opType == "Add"_L1 ? value : -value));
    }
    const auto isFinite = [](double factor) { return std::isfinite(factor); };
    return std::ranges::all_of(affine.factor, isFinite) ? std::optional(affine) : std::nullopt;
}

/// Scales slice c of the axis that holds output channels: axis 0, or axis 1 of a Gemm weight that is not transposed.
Tensor scaledWeight(const Tensor& weight, const Affine& affine, bool lastAxis)
{
    std::vector<float> values = weight.toFloats();
    const std::size_t channels = affine.factor.size();
    const std::size_t block = values.size() / channels;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t channel = lastAxis ? i % channels : i / block;
        values[i] = static_cast<float>(static_cast<double>(values[i]) * affine.factor[channel]);
    }
    return Tensor::fromValues<float>(weight.shape(), values);
}

Tensor shiftedBias(const Tensor* bias, const Affine& affine)
{
    const std::vector<float> old = bias != nullptr ? bias->toFloats() : std::vector<float>(affine.factor.size(), 0.0F);
    std::vector<float> values(affine.factor.size());
    for (std::size_t c = 0; c < values.size(); ++c) {
        const double before = static_cast<double>(old[old.size() == 1 ? 0 : c]);
        values[c] = static_cast<float>(before * affine.factor[c] + affine.offset[c]);
    }
    return Tensor::fromValues<float>(Shape{static_cast<qint64>(values.size())}, values);
}

bool canTakeAffine(const NodeDraft& node, const DraftIndex& index)
{
    if (index.constant(node.inputs.value(1)) == nullptr)
        return false;
    if (!node.inputs.value(2).isEmpty() && index.constant(node.inputs.value(2)) == nullptr)
        return false;
    if (node.opType == "Conv"_L1)
        return true;
    return node.opType == "Gemm"_L1 && qFuzzyCompare(node.number(u"alpha"_s, 1.0F), 1.0F)
        && qFuzzyCompare(node.number(u"beta"_s, 1.0F), 1.0F);
}

void foldInto(GraphDraft& draft, NodeDraft& target, NodeDraft& norm, const DraftIndex& index, const Affine& affine)
{
    const bool lastAxis = target.opType == "Gemm"_L1 && target.integer(u"transB"_s, 0) == 0;
    const Tensor weight = scaledWeight(*index.constant(target.inputs[1]), affine, lastAxis);
    const Tensor bias = shiftedBias(index.constant(target.inputs.value(2)), affine);
    const QString weightName = target.inputs[1] + u"_folded_"_s + target.name;
    const QString biasName = target.name + u"_folded_bias"_s;
    target.outputs = {norm.outputs.value(0)};
    target.inputs = {target.inputs[0], weightName, biasName};
    markRemoved(norm);
    addConstant(draft, weightName, weight);
    addConstant(draft, biasName, bias);
}

void makeDepthwise(GraphDraft& draft, NodeDraft& norm, const Affine& affine)
{
    const auto channels = static_cast<qint64>(affine.factor.size());
    const std::vector<float> factors(affine.factor.begin(), affine.factor.end());
    const std::vector<float> offsets(affine.offset.begin(), affine.offset.end());
    const QString name = norm.name;
    const QString input = norm.inputs[0];
    const QString output = norm.outputs[0];
    norm = makeNode(u"Conv"_s, name, {input, name + u"_unit_weight"_s, name + u"_unit_bias"_s}, {output},
                    {{u"dilations"_s, QList<qint64>{1, 1}},
                     {u"group"_s, channels},
                     {u"kernel_shape"_s, QList<qint64>{1, 1}},
                     {u"pads"_s, QList<qint64>{0, 0, 0, 0}},
                     {u"strides"_s, QList<qint64>{1, 1}}});
    addConstant(draft, name + u"_unit_weight"_s, Tensor::fromValues<float>(Shape{channels, 1, 1, 1}, factors));
    addConstant(draft, name + u"_unit_bias"_s, Tensor::fromValues<float>(Shape{channels}, offsets));
}

} // namespace

void foldBatchNormalizations(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        if (draft.nodes[i].opType != "BatchNormalization"_L1)
            continue;
        const DraftIndex index(draft);
        const auto affine = normalizationOf(draft.nodes[i], index);
        if (!affine)
            continue;
        const QString input = draft.nodes[i].inputs.value(0);
        const qsizetype producer = index.producer(input);
        if (producer >= 0 && index.soleConsumer(input) == i && canTakeAffine(draft.nodes[producer], index)) {
            origins.fold(draft.nodes[i].name, draft.nodes[producer].name);
            foldInto(draft, draft.nodes[producer], draft.nodes[i], index, *affine);
        } else if (shapes.rank(input) == 4) {
            makeDepthwise(draft, draft.nodes[i], *affine);
        }
    }
    removeMarkedNodes(draft);
    removeUnused(draft);
}

void foldArithmetic(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins)
{
    static const QSet<QString> operators{u"Mul"_s, u"Add"_s, u"Sub"_s, u"Div"_s};
    std::optional<DraftIndex> index(draft);
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        if (!operators.contains(draft.nodes[i].opType))
            continue;
        const QStringList& inputs = draft.nodes[i].inputs;
        const QString input = inputs.value(index->producer(inputs.value(0)) >= 0 ? 0 : 1);
        const qsizetype producer = index->producer(input);
        const Shape shape = shapes.shape(input);
        if (producer < 0 || draft.nodes[producer].opType != "Conv"_L1 || index->soleConsumer(input) != i
            || shape.rank() < 3 || !canTakeAffine(draft.nodes[producer], *index))
            continue;
        if (const auto affine = arithmeticOf(draft.nodes[i], *index, shape[1], shape.rank())) {
            origins.fold(draft.nodes[i].name, draft.nodes[producer].name);
            foldInto(draft, draft.nodes[producer], draft.nodes[i], *index, *affine);
            index.emplace(draft);
        }
    }
    removeMarkedNodes(draft);
    removeUnused(draft);
}

} // namespace driftscope
