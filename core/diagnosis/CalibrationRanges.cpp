// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/CalibrationRanges.h"

#include "core/diagnosis/Ladder.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A value of the calibrated model and the largest magnitude that its int8 codes can hold.
struct Threshold
{
    QString value;
    double magnitude = 0.0;
};

QList<Threshold> thresholdsOf(const GraphDraft& calibrated)
{
    QHash<QString, const Tensor*> constants;
    for (const NamedTensor& constant : calibrated.initializers)
        constants.insert(constant.name, &constant.tensor);
    QList<Threshold> thresholds;
    for (const NodeDraft& node : calibrated.nodes) {
        if (node.opType != "QuantizeLinear"_L1 || constants.contains(node.inputs.value(0)))
            continue;
        const Tensor* scale = constants.value(node.inputs.value(1));
        const std::vector<float> scales = scale != nullptr ? scale->toFloats() : std::vector<float>{};
        if (!scales.empty())
            thresholds.append({node.inputs.first(), 127.0 * static_cast<double>(std::ranges::max(scales))});
    }
    return thresholds;
}

void look(CalibrationRanges& ranges, const Threshold& threshold, const std::vector<float>& values)
{
    constexpr double cutShare = 0.05;
    constexpr double farTooLarge = 16.0;
    if (values.empty() || threshold.magnitude <= 0.0)
        return;
    double largest = 0;
    double cut = 0;
    for (const float value : values) {
        const double magnitude = std::abs(static_cast<double>(value));
        largest = std::max(largest, magnitude);
        cut += magnitude > 1.02 * threshold.magnitude ? 1.0 : 0.0;
    }
    if (largest <= 0.0)
        return;
    ++ranges.looked;
    ranges.tooSmall += cut > cutShare * static_cast<double>(values.size()) ? 1 : 0;
    ranges.tooLarge += threshold.magnitude > farTooLarge * largest ? 1 : 0;
    const double ratio = largest / threshold.magnitude;
    if (std::abs(std::log(ratio)) > std::abs(std::log(ranges.worstRatio))) {
        ranges.worstRatio = ratio;
        ranges.worst = threshold.value;
    }
}

} // namespace

Result<CalibrationRanges> lookAtRanges(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                       const std::vector<PreparedSample>& samples, const CancelToken& cancel,
                                       Progress& progress)
{
    CalibrationRanges ranges;
    if (!subject.calibrated)
        return ranges;
    const QList<Threshold> thresholds = thresholdsOf(*subject.calibrated);
    CaptureOptions options;
    for (const Threshold& threshold : thresholds)
        options.only.append(threshold.value);
    for (const PreparedSample& sample : samples) {
        const auto inputs = stageInputsFor(ports, sample, Stage::Calibrated, subject.calibrated->inputs);
        if (!inputs || thresholds.isEmpty())
            continue;
        const auto capture = captureModel(subject.runtime, *subject.calibrated, *inputs, options, cancel, progress);
        if (!capture)
            return forward(capture);
        for (const Threshold& threshold : thresholds) {
            if (const CapturedTensor* tensor = capture->find(threshold.value))
                look(ranges, threshold, tensor->tensor.toRealValues());
        }
        return ranges;
    }
    return ranges;
}

} // namespace driftscope
