// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/RunFaults.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

bool isFinite(const Observation& observation)
{
    return std::ranges::all_of(observation, [](const ObservedTensor& tensor) {
        return std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); });
    });
}

/// One number everywhere in all outputs.
bool isFlat(const Observation& observation)
{
    return std::ranges::all_of(observation, [](const ObservedTensor& tensor) {
        return std::ranges::all_of(tensor.values, [&](float value) { return value == tensor.values.front(); });
    });
}

bool areEqual(const Observation& a, const Observation& b)
{
    return std::ranges::equal(a, b, {}, &ObservedTensor::values, &ObservedTensor::values);
}

Result<std::vector<Observation>> predictions(const TrialSubject& subject, const CancelToken& cancel)
{
    std::vector<Observation> all;
    for (const PreparedSample& sample : subject.samples) {
        const auto seen = seenUnder(sample, subject.ports, {});
        auto predicted = subject.predictor.observe(seen.value_or(meantBy(sample)), cancel);
        if (!predicted)
            return forward(predicted);
        all.push_back(std::move(*predicted));
    }
    return all;
}

/// Whether each run but the first gave what the run before should have given.
bool areStale(const TrialSubject& subject, const std::vector<Observation>& predicted)
{
    constexpr double same = 0.005;
    for (std::size_t i = 1; i < predicted.size(); ++i) {
        const ObservedDistance distance(subject.samples[i].observed, predicted[i]);
        if (distance.of(predicted[i - 1]) > same
            || distance.of(predicted[i]) < 10 * distance.of(predicted[i - 1]) + same)
            return false;
    }
    return predicted.size() > 1;
}

} // namespace

Result<RunFault> findRunFault(const TrialSubject& subject, const CancelToken& cancel)
{
    const auto& samples = subject.samples;
    if (!std::ranges::all_of(samples, [](const PreparedSample& sample) { return isFinite(sample.observed); }))
        return RunFault::NotFinite;
    auto predicted = predictions(subject, cancel);
    if (!predicted)
        return forward(predicted);
    const auto flatInstead = [&](std::size_t i) { return isFlat(samples[i].observed) && !isFlat((*predicted)[i]); };
    bool allFlat = true;
    bool allEqual = samples.size() > 1;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        allFlat = allFlat && flatInstead(i);
        allEqual = allEqual && areEqual(samples[i].observed, samples.front().observed);
        if (i > 0 && areEqual((*predicted)[i], predicted->front()))
            allEqual = false; // the model says the same to these inputs
    }
    if (allFlat || allEqual)
        return RunFault::ConstantOutput;
    return areStale(subject, *predicted) ? RunFault::StaleOutput : RunFault::None;
}

} // namespace driftscope
