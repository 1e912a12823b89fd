// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PixelTrail.h"

#include "core/diagnosis/ComparableTensors.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

std::optional<TrailStep> stepAt(const LayerComparison& layer, const CapturedTensor* first, const CapturedTensor* second,
                                const PlanePlan& from, const PlanePoint& point)
{
    if (first == nullptr || second == nullptr)
        return std::nullopt;
    const ComparableTensors both = comparableTensors(*first, *second);
    const TensorPlanes reference(both.reference);
    const TensorPlanes candidate(both.candidate);
    const PlanePlan& plan = reference.plan();
    if (plan.height * plan.width < 2)
        return std::nullopt;
    TrailStep step;
    step.layer = layer.name;
    step.point = correspondingPoint(from, point, plan);
    const PlanePoint other = correspondingPoint(plan, step.point, candidate.plan());
    const auto expected = reference.column(step.point.y, step.point.x);
    const auto actual = candidate.column(other.y, other.x);
    if (!expected || !actual || expected->empty() || expected->size() != actual->size())
        return std::nullopt;
    const auto channel = static_cast<std::size_t>(step.point.channel);
    step.reference = (*expected)[channel];
    step.candidate = (*actual)[channel];
    for (std::size_t i = 0; i < expected->size(); ++i) {
        const double error = std::abs(static_cast<double>((*actual)[i]) - static_cast<double>((*expected)[i]));
        if (!(error <= step.largestError)) { // NaN is worst
            step.largestError = error;
            step.worstChannel = static_cast<qint64>(i);
        }
    }
    return step;
}

} // namespace

QList<TrailStep> pixelTrail(const CaptureComparison& comparison, const Capture& reference, const Capture& candidate,
                            int row, const PlanePoint& point, int around, const CancelToken& cancel)
{
    QList<TrailStep> steps;
    if (row < 0 || row >= comparison.layers.size())
        return steps;
    const CapturedTensor* start = reference.find(comparison.layers[row].referenceTensor);
    if (start == nullptr)
        return steps;
    const PlanePlan from = planePlan(start->tensor);
    const auto add = [&](int at) {
        const LayerComparison& layer = comparison.layers[at];
        if (cancel.isCancelled() || layer.status != ComparisonStatus::Compared)
            return false;
        auto step
            = stepAt(layer, reference.find(layer.referenceTensor), candidate.find(layer.candidateTensor), from, point);
        if (!step)
            return false;
        step->row = at;
        steps.append(*step);
        return true;
    };
    int left = around;
    for (int at = row - 1; at >= 0 && left > 0; --at)
        left -= add(at) ? 1 : 0;
    std::ranges::reverse(steps);
    add(row);
    left = around;
    for (int at = row + 1; at < comparison.layers.size() && left > 0; ++at)
        left -= add(at) ? 1 : 0;
    return steps;
}

} // namespace driftscope
