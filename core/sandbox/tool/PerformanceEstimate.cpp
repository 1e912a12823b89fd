// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/PerformanceEstimate.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Multiplications per microsecond at the advertised peak (two operations a MAC): X3 5 TOPS, J5 128 TOPS, X5 10 TOPS.
double peakMacsPerMicrosecond(March march)
{
    switch (march) {
    case March::Bernoulli2:
        return 2.5e6;
    case March::Bayes:
        return 64e6;
    case March::BayesE:
    case March::Unknown:
        break;
    }
    return 5e6;
}

/// Share of the peak that small convolutions reach, and the cost of starting a part.
constexpr double utilization = 0.4;
constexpr double startUs = 50.0;

bool hasProducts(const NodeDraft& node)
{
    return node.opType == "QLinearConv"_L1 || node.opType == "QLinearMatMul"_L1 || node.opType == "ConvInteger"_L1;
}

/// `outputs` is how many values the node makes.
qint64 macsOf(const NodeDraft& node, const DraftIndex& index, qint64 outputs)
{
    const Tensor* weight = index.constant(node.inputs.value(node.opType == "ConvInteger"_L1 ? 1 : 3));
    if (weight == nullptr || weight->shape().rank() < 2)
        return outputs;
    const Shape& shape = weight->shape();
    return node.opType == "QLinearMatMul"_L1 ? outputs * shape[0] : outputs * (weight->elementCount() / shape[0]);
}

qint64 constantBytes(const NodeDraft& node, const DraftIndex& index)
{
    qint64 bytes = 0;
    for (const QString& input : node.inputs) {
        if (const Tensor* constant = index.constant(input))
            bytes += constant->bytes().size();
    }
    return bytes;
}

/// What the sums of a ConvInteger are once they are real numbers; the node's own result otherwise.
QString realResult(const NodeDraft& node, const GraphDraft& draft, const DraftIndex& index)
{
    QString value = node.outputs.value(0);
    constexpr int steps = 2; // the bias, the scale
    for (int i = 0; i < steps && node.opType == "ConvInteger"_L1; ++i) {
        const qsizetype user = index.soleConsumer(value);
        value = user < 0 ? value : draft.nodes[user].outputs.value(0);
    }
    return value;
}

void setSpeed(PerformanceEstimate& estimate, March march)
{
    estimate.latencyUs = startUs + static_cast<double>(estimate.macs) / (peakMacsPerMicrosecond(march) * utilization);
    estimate.framesPerSecond = 1e6 / estimate.latencyUs;
}

qint64 countIn(const GraphDraft& draft, const QString& value)
{
    for (const QList<ValueDraft>* values : {&draft.values, &draft.outputs, &draft.inputs}) {
        const auto known = std::ranges::find(*values, value, &ValueDraft::name);
        if (known != values->cend() && known->shape)
            return std::max<qint64>(known->shape->elementCount(), 0);
    }
    return 0;
}

} // namespace

PerformanceEstimate estimatePerformance(const QuantizedModel& model, const BoardStep& part,
                                        const ValueShapes& floatShapes, March march)
{
    const DraftIndex index(model.draft);
    PerformanceEstimate estimate;
    for (const qsizetype i : part.nodes) {
        const NodeDraft& node = model.draft.nodes[i];
        const QString result = node.outputs.value(0);
        const QString value = model.integerName.key(result, realResult(node, model.draft, index));
        const qint64 outputs = std::max<qint64>(floatShapes.shape(value).elementCount(), 0);
        estimate.macs += hasProducts(node) ? macsOf(node, index, outputs) : 0;
        estimate.ddrBytes += constantBytes(node, index);
    }
    setSpeed(estimate, march);
    return estimate;
}

PerformanceEstimate estimatePerformance(const GraphDraft& packed, March march)
{
    const DraftIndex index(packed);
    PerformanceEstimate estimate;
    for (const NodeDraft& node : packed.nodes) {
        estimate.macs += hasProducts(node) ? macsOf(node, index, countIn(packed, node.outputs.value(0))) : 0;
        estimate.ddrBytes += constantBytes(node, index);
    }
    setSpeed(estimate, march);
    return estimate;
}

} // namespace driftscope
