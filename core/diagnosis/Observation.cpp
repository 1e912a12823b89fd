// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Observation.h"

#include "core/tensor/Metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Below it a probability is as good as none, however small a number the arithmetic makes of it.
constexpr float leastProbability = 1e-6F;

bool areProbabilities(const std::vector<float>& values)
{
    return !values.empty()
        && std::ranges::all_of(values, [](float value) { return value >= 0.0F && value <= 1.0F + 1e-5F; })
        && std::ranges::any_of(values, [](float value) { return value > leastProbability && value < 0.99F; });
}

std::vector<float> logitsOf(const std::vector<float>& values)
{
    std::vector<float> logits(values.size());
    std::ranges::transform(values, logits.begin(), [](float value) {
        const float inside = std::clamp(value, leastProbability, 1.0F - leastProbability);
        return std::log(inside / (1.0F - inside));
    });
    return logits;
}

/// Sum of the squared deviations from the mean.
double variation(const std::vector<float>& values)
{
    double sum = 0;
    for (const float value : values)
        sum += static_cast<double>(value);
    const double mean = values.empty() ? 0.0 : sum / static_cast<double>(values.size());
    double squares = 0;
    for (const float value : values)
        squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
    return squares;
}

double squaredError(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return sum;
}

/// Of two rows that may differ in length; never 0, so that it can be divided by.
double scaleOf(const std::vector<float>& observed, const std::vector<float>& plain)
{
    return std::max({variation(observed), variation(plain), 1e-12});
}

} // namespace

std::optional<Observation> observationOf(const Capture& capture, const QStringList& names)
{
    Observation observation;
    for (const QString& name : names) {
        const CapturedTensor* tensor = capture.find(name);
        if (tensor == nullptr)
            return std::nullopt;
        observation.push_back({name, tensor->tensor.shape(), tensor->tensor.toRealValues(), {}});
    }
    return observation;
}

ObservedDistance::ObservedDistance(const Observation& observed, const Observation& plain)
{
    for (std::size_t i = 0; i < observed.size(); ++i) {
        Target target;
        target.values = observed[i].values;
        const std::vector<float> expected = i < plain.size() ? plain[i].values : std::vector<float>{};
        target.scale = scaleOf(target.values, expected);
        if (areProbabilities(target.values) && areProbabilities(expected)) {
            target.logits = logitsOf(target.values);
            target.logitScale = scaleOf(target.logits, logitsOf(expected));
        }
        m_valueCount += target.values.size();
        m_targets.push_back(std::move(target));
    }
}

double ObservedDistance::of(const Observation& predicted) const
{
    if (predicted.size() != m_targets.size() || m_targets.empty())
        return infinity;
    double sum = 0;
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        const Target& target = m_targets[i];
        const std::vector<float>& values = predicted[i].values;
        if (values.size() != target.values.size() || values.empty())
            return infinity;
        const bool byLogits = !target.logits.empty() && areProbabilities(values);
        sum += byLogits ? squaredError(target.logits, logitsOf(values)) / target.logitScale
                        : squaredError(target.values, values) / target.scale;
    }
    const double mean = sum / static_cast<double>(predicted.size());
    return std::isfinite(mean) ? mean : infinity;
}

double ObservedDistance::cosine(const Observation& predicted, std::size_t outputs) const
{
    std::vector<float> a;
    std::vector<float> b;
    for (std::size_t i = 0; i < std::min({outputs, m_targets.size(), predicted.size()}); ++i) {
        a.insert(a.end(), m_targets[i].values.begin(), m_targets[i].values.end());
        b.insert(b.end(), predicted[i].values.begin(), predicted[i].values.end());
    }
    return a.size() == b.size() && !a.empty() ? compareValues(b, a).cosine : 0.0;
}

} // namespace driftscope
