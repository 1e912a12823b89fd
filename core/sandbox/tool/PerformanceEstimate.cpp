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

qint64 macsOf(const NodeDraft& node, const DraftIndex& index, const QuantizedModel& model, const ValueShapes& shapes)
{
    const bool conv = node.opType == "QLinearConv"_L1;
    if (!conv && node.opType != "QLinearMatMul"_L1)
        return 0;
    const QString value = model.integerName.key(node.outputs.value(0));
    const qint64 outputs = std::max<qint64>(shapes.shape(value).elementCount(), 0);
    const Tensor* weight = index.constant(node.inputs.value(3));
    if (weight == nullptr || weight->shape().rank() < 2)
        return outputs;
    const Shape& shape = weight->shape();
    return conv ? outputs * (weight->elementCount() / shape[0]) : outputs * shape[0];
}

} // namespace

PerformanceEstimate estimatePerformance(const QuantizedModel& model, const BoardStep& part,
                                        const ValueShapes& floatShapes, March march)
{
    const DraftIndex index(model.draft);
    PerformanceEstimate estimate;
    for (const qsizetype i : part.nodes) {
        const NodeDraft& node = model.draft.nodes[i];
        estimate.macs += macsOf(node, index, model, floatShapes);
        for (const QString& input : node.inputs) {
            if (const Tensor* constant = index.constant(input))
                estimate.ddrBytes += constant->bytes().size();
        }
    }
    estimate.latencyUs = startUs + static_cast<double>(estimate.macs) / (peakMacsPerMicrosecond(march) * utilization);
    estimate.framesPerSecond = 1e6 / estimate.latencyUs;
    return estimate;
}

} // namespace driftscope
