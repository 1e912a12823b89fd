// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Comparison.h"

#include "core/diagnosis/ComparableTensors.h"
#include "core/graph/Stage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Comparisons
{
    Q_DECLARE_TR_FUNCTIONS(Comparisons)
};

/// Whether values of the stage carry the error of a quantization. Of a capture that does not say what it is of they
/// may.
bool mayBeQuantized(const QString& stage)
{
    const auto known = stageFromKey(stage);
    return !known || *known >= Stage::Calibrated;
}

void notCompared(LayerComparison& layer, ComparisonStatus status, const QString& reason)
{
    layer.status = status;
    layer.statusReason = reason;
}

void measure(LayerComparison& layer, const Tensor& reference, const Tensor& candidate)
{
    layer.metrics = layerMetrics(reference, candidate);
    layer.referenceRange = rangeOf(reference.toRealValues());
    layer.candidateRange = rangeOf(candidate.toRealValues());
    const bool isEqual = std::isinf(layer.metrics.sqnrDb) && layer.metrics.sqnrDb > 0;
    layer.samples = {1, 0, layer.metrics.cosine, layer.metrics.sqnrDb, isEqual ? 1 : 0};
}

void compareLayer(LayerComparison& layer, const CapturedTensor& reference, const CapturedTensor& candidate)
{
    const ComparableTensors both = comparableTensors(reference, candidate);
    const auto first = loaded(both.reference);
    const auto second = loaded(both.candidate);
    if (!first || !second) {
        notCompared(layer, ComparisonStatus::Unreadable, first ? second.error().message : first.error().message);
        return;
    }
    if (elementSize(first->dataType()) == 0 || elementSize(second->dataType()) == 0 || first->isEmpty()) {
        notCompared(layer, ComparisonStatus::NotComparable, Comparisons::tr("It holds no numbers."));
        return;
    }
    const std::optional<Tensor> fitted = inShapeOf(first->shape(), *second, layer.layoutAdjusted);
    if (!fitted) {
        notCompared(layer, ComparisonStatus::ShapeDiffers,
                    Comparisons::tr("The reference has shape %1, the candidate %2.")
                        .arg(first->shape().toString(), second->shape().toString()));
        return;
    }
    measure(layer, *first, *fitted);
}

} // namespace

QString comparisonStatusName(ComparisonStatus status)
{
    switch (status) {
    case ComparisonStatus::Compared:
        return u"compared"_s;
    case ComparisonStatus::NoCounterpart:
        return u"no_counterpart"_s;
    case ComparisonStatus::NotDumped:
        return u"not_dumped"_s;
    case ComparisonStatus::ShapeDiffers:
        return u"shape_differs"_s;
    case ComparisonStatus::NotComparable:
        return u"not_comparable"_s;
    case ComparisonStatus::Unreadable:
        return u"unreadable"_s;
    case ComparisonStatus::Waiting:
        return u"waiting"_s;
    }
    Q_UNREACHABLE();
}

TensorMetrics layerMetrics(const Tensor& reference, const Tensor& candidate)
{
    // The reference's ONNX does not say its scales at each value.
    if (isInteger(reference.dataType()) && reference.dataType() == candidate.dataType()) {
        Tensor first = reference;
        Tensor second = candidate;
        first.setQuantization({});
        second.setQuantization({});
        return compareTensors(first, second);
    }
    return compareTensors(reference, candidate);
}

void judgeLayer(LayerComparison& layer, const Tolerances& tolerances)
{
    layer.drifts = false;
    if (layer.status != ComparisonStatus::Compared)
        return;
    const ComparisonTolerance& tolerance = tolerances.of(layer.name, layer.kind);
    const TensorMetrics& metrics = layer.metrics;
    layer.drifts = metrics.nanCount > 0 || metrics.cosine < tolerance.cosine || metrics.sqnrDb < tolerance.sqnrDb
        || (tolerance.maximumError > 0 && metrics.maximumAbsoluteError > tolerance.maximumError);
}

void CaptureComparison::judge(const Tolerances& tolerances)
{
    for (LayerComparison& layer : layers)
        judgeLayer(layer, tolerances);
    findFirstDivergence();
}

void CaptureComparison::findFirstDivergence()
{
    const auto first = std::ranges::find(layers, true, &LayerComparison::drifts);
    firstDivergence = first == layers.end() ? -1 : static_cast<int>(first - layers.begin());
}

LayerComparer::LayerComparer(const Capture& reference, const Capture& candidate, const TensorNameMap& map,
                             const Tolerances& tolerances)
    : m_candidate(candidate)
    , m_tolerances(tolerances)
    , m_pairing(candidate, map)
    , m_onlyOutputs(std::ranges::all_of(candidate.tensors,
                                        [](const CapturedTensor& tensor) { return tensor.isInput || tensor.isOutput; }))
    , m_isQuantized(mayBeQuantized(reference.stage) || mayBeQuantized(candidate.stage))
{ }

LayerComparison LayerComparer::unpaired(LayerComparison layer) const
{
    if (m_onlyOutputs) {
        notCompared(layer, ComparisonStatus::NotDumped,
                    Comparisons::tr("The candidate kept its inputs and outputs only."));
    } else if (!m_candidate.complete) {
        notCompared(layer, ComparisonStatus::NotDumped, m_candidate.limit);
    } else {
        notCompared(layer, ComparisonStatus::NoCounterpart,
                    Comparisons::tr("The candidate has no tensor of this name or node."));
    }
    return layer;
}

LayerComparison LayerComparer::compare(const CapturedTensor& reference) const
{
    LayerComparison layer;
    layer.name = reference.node.isEmpty() ? reference.name : reference.node;
    layer.referenceTensor = reference.name;
    const CapturedTensor* counterpart = m_pairing.find(reference);
    if (counterpart == nullptr)
        return unpaired(std::move(layer));
    layer.candidateTensor = counterpart->name;
    layer.kind = toleranceKindOf(reference.tensor.dataType(), counterpart->tensor.dataType(), m_isQuantized);
    compareLayer(layer, reference, *counterpart);
    judgeLayer(layer, m_tolerances);
    return layer;
}

CaptureComparison compareCaptures(const Capture& reference, const Capture& candidate, const TensorNameMap& map,
                                  const Tolerances& tolerances)
{
    const LayerComparer comparer(reference, candidate, map, tolerances);
    CaptureComparison comparison;
    for (const CapturedTensor& tensor : reference.tensors)
        comparison.layers.append(comparer.compare(tensor));
    comparison.findFirstDivergence();
    return comparison;
}

} // namespace driftscope
