// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/QuantizationPlan.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// The value whose scale `value` has because only pass-through operators lie between.
QString scaleRoot(const GraphDraft& draft, const DraftIndex& index, const OperatorPlan& plan, QString value)
{
    for (qsizetype producer = index.producer(value); producer >= 0 && plan.roles[producer] == NodeRole::PassThrough;
         producer = index.producer(value))
        value = draft.nodes[producer].inputs.value(0);
    return value;
}

bool isUsedOnlyTowards(const GraphDraft& draft, const DraftIndex& index, const QString& root, const QString& value,
                       qsizetype user)
{
    QString at = root;
    while (at != value) {
        const qsizetype next = index.soleConsumer(at);
        if (next < 0 || draft.nodes[next].outputs.size() != 1)
            return false;
        at = draft.nodes[next].outputs.first();
    }
    return index.soleConsumer(value) == user;
}

/// Gives the inputs of a Concat that nothing else uses the Concat's own scale, so that they need no requantization.
void unifyConcat(const GraphDraft& draft, const DraftIndex& index, QuantizationPlan& plan, qsizetype concat)
{
    const QString output = draft.nodes[concat].outputs.value(0);
    const ActivationScale scale = plan.activations.value(output);
    for (const QString& input : activationInputs(draft.nodes[concat], index)) {
        const QString root = scaleRoot(draft, index, plan.operators, input);
        const qsizetype producer = index.producer(root);
        if (producer >= 0 && plan.operators.isBpu(producer) && plan.activations.contains(root)
            && isUsedOnlyTowards(draft, index, root, input, concat))
            plan.activations[root] = scale;
    }
}

double rounded(float value, double unit)
{
    return std::nearbyint(static_cast<double>(value) / unit) * unit;
}

/// Mean of what the rounded weights add to each output channel of a Conv.
std::vector<double> meanError(const Tensor& weight, const QuantizedWeight& quantized, const std::vector<double>& means,
                              qint64 groups)
{
    const std::vector<float> exact = weight.toFloats();
    const std::vector<float> coarse = dequantized(quantized);
    const auto outputs = static_cast<std::size_t>(weight.shape()[0]);
    const auto perGroup = static_cast<std::size_t>(weight.shape()[1]);
    const std::size_t kernel = exact.size() / (outputs * perGroup);
    const std::size_t outputsPerGroup = outputs / static_cast<std::size_t>(groups);
    std::vector<double> errors(outputs, 0.0);
    for (std::size_t o = 0; o < outputs; ++o) {
        for (std::size_t c = 0; c < perGroup; ++c) {
            const double mean = means[(o / outputsPerGroup) * perGroup + c];
            for (std::size_t k = 0; k < kernel; ++k) {
                const std::size_t i = (o * perGroup + c) * kernel + k;
                errors[o] += (static_cast<double>(coarse[i]) - static_cast<double>(exact[i])) * mean;
            }
        }
    }
    return errors;
}

/// The weight with each input channel multiplied by its ratio.
Tensor scaledInputs(const Tensor& weight, const std::vector<float>& ratios, qint64 groups)
{
    if (ratios.empty())
        return weight;
    std::vector<float> values = weight.toFloats();
    const auto outputs = static_cast<std::size_t>(weight.shape()[0]);
    const auto perGroup = static_cast<std::size_t>(weight.shape()[1]);
    const std::size_t kernel = values.size() / (outputs * perGroup);
    const std::size_t outputsPerGroup = outputs / static_cast<std::size_t>(groups);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t group = i / (perGroup * kernel) / outputsPerGroup;
        values[i] *= ratios[group * perGroup + i / kernel % perGroup];
    }
    return Tensor::fromValues<float>(weight.shape(), values);
}

std::vector<double> divided(std::vector<double> means, const std::vector<float>& ratios)
{
    for (std::size_t i = 0; i < ratios.size(); ++i)
        means[i] /= static_cast<double>(ratios[i]);
    return means;
}

/// The bias is stored as int32 in units of input scale x weight scale.
std::vector<float> minimumScales(const std::vector<float>& bias, float inputScale)
{
    constexpr float largestBias = 1073741824.0F; // a factor of two below the limit of int32
    std::vector<float> scales;
    for (const float value : bias)
        scales.push_back(std::abs(value) / (largestBias * inputScale));
    return scales;
}

void quantizeConv(const NodeDraft& node, const DraftIndex& index, const ChannelMeans& means, bool powerOfTwo,
                  QuantizationPlan& plan)
{
    const Tensor& weight = *index.constant(node.inputs[1]);
    const Tensor* biasTensor = index.constant(node.inputs.value(2));
    const auto outputs = static_cast<std::size_t>(weight.shape()[0]);
    std::vector<float> bias = biasTensor != nullptr ? biasTensor->toFloats() : std::vector<float>(outputs, 0.0F);
    const float inputScale = plan.activations.value(node.inputs[0]).scale;
    const qint64 groups = node.integer(u"group"_s, 1);
    const std::vector<float> ratios = channelRatios(plan, node.inputs[0]);
    const Tensor folded = scaledInputs(weight, ratios, groups);
    const QuantizedWeight quantized = quantizeWeight(folded, 0, powerOfTwo, minimumScales(bias, inputScale));
    const auto known = means.constFind(node.inputs[0]);
    if (known != means.constEnd() && known->size() == static_cast<std::size_t>(weight.shape()[1] * groups)) {
        const std::vector<double> errors = meanError(folded, quantized, divided(*known, ratios), groups);
        for (std::size_t o = 0; o < outputs; ++o)
            bias[o] = static_cast<float>(static_cast<double>(bias[o]) - errors[o]);
    }
    for (std::size_t o = 0; o < outputs; ++o) {
        const double unit = static_cast<double>(inputScale) * static_cast<double>(quantized.scales[o]);
        bias[o] = static_cast<float>(rounded(bias[o], unit));
    }
    plan.weights.insert(node.name, quantized);
    plan.biases.insert(node.name, bias);
}

} // namespace

std::vector<float> channelRatios(const QuantizationPlan& plan, const QString& value)
{
    std::vector<float> ratios = plan.channelScales.value(value);
    for (float& ratio : ratios)
        ratio /= plan.activations.value(value).scale;
    return ratios;
}

Quantization quantizationOf(const QuantizationPlan& plan, const QString& value)
{
    const ActivationScale whole = plan.activations.value(value);
    return channelwise(plan.channelScales.value(value, {whole.scale}), {whole.zeroPoint});
}

QuantizationOperands operandsOf(const Quantization& quantization)
{
    const auto count = static_cast<qint64>(quantization.scales.size());
    const Shape shape = quantization.axis < 0 ? Shape{} : Shape{count};
    std::vector<qint8> zeroPoints(quantization.scales.size(), 0);
    std::ranges::transform(quantization.zeroPoints, zeroPoints.begin(),
                           [](qint32 zeroPoint) { return static_cast<qint8>(zeroPoint); });
    return {Tensor::fromValues<float>(shape, quantization.scales), Tensor::fromValues<qint8>(shape, zeroPoints)};
}

void spreadScales(const GraphDraft& draft, QuantizationPlan& plan)
{
    const DraftIndex index(draft);
    for (qsizetype i = draft.nodes.size() - 1; i >= 0; --i) {
        if (plan.operators.roles[i] == NodeRole::Concat)
            unifyConcat(draft, index, plan, i);
    }
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (plan.operators.roles[i] == NodeRole::PassThrough) {
            for (const QString& output : node.outputs)
                plan.activations.insert(output, plan.activations.value(node.inputs.value(0)));
        }
    }
    for (auto fused = plan.operators.fused.cbegin(); fused != plan.operators.fused.cend(); ++fused) {
        plan.activations.insert(fused.key(), plan.activations.value(fused.value()));
        if (plan.channelScales.contains(fused.value()))
            plan.channelScales.insert(fused.key(), plan.channelScales.value(fused.value()));
    }
}

void quantizeConstants(const GraphDraft& draft, const ChannelMeans& means, bool powerOfTwo, QuantizationPlan& plan)
{
    const DraftIndex index(draft);
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (!plan.operators.isBpu(i))
            continue;
        const Tensor* constant = index.constant(node.inputs.value(1));
        if (node.opType == "Conv"_L1)
            quantizeConv(node, index, means, powerOfTwo, plan);
        else if (node.opType == "MatMul"_L1 && constant != nullptr)
            plan.weights.insert(node.name, quantizeWeight(*constant, 1, powerOfTwo));
        else if (node.opType == "ConvTranspose"_L1)
            plan.weights.insert(node.name,
                                quantizeWeight(*constant, node.integer(u"group"_s, 1) == 1 ? 1 : -1, powerOfTwo));
    }
}

} // namespace driftscope
