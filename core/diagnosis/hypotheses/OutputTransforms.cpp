// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/hypotheses/OutputTransforms.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace driftscope {

namespace {

/// Sizes without the batch in front and without axes of one.
std::vector<std::size_t> innerSizes(const Shape& shape)
{
    std::vector<std::size_t> sizes;
    for (int axis = shape.rank() > 1 ? 1 : 0; axis < shape.rank(); ++axis) {
        if (shape[axis] != 1)
            sizes.push_back(static_cast<std::size_t>(std::max<qint64>(shape[axis], 0)));
    }
    return sizes;
}

/// Where the channels stand: value i belongs to channel i / inner % count.
struct Channels
{
    std::size_t count = 1;
    std::size_t inner = 1;
};

Channels channelsOf(const Shape& shape)
{
    if (shape.rank() == 4)
        return {static_cast<std::size_t>(shape[1]), static_cast<std::size_t>(shape[2] * shape[3])};
    return {shape.rank() > 0 ? static_cast<std::size_t>(shape[shape.rank() - 1]) : 1, 1};
}

/// A matrix of rows x columns, read column by column.
std::vector<float> transposedMatrix(const std::vector<float>& values, std::size_t rows, std::size_t columns)
{
    if (rows < 2 || columns < 2 || values.size() % (rows * columns) != 0)
        return {};
    std::vector<float> result(values.size());
    const std::size_t area = rows * columns;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t within = i % area;
        result[i - within + within % columns * rows + within / columns] = values[i];
    }
    return result;
}

bool isNearlyOne(double factor)
{
    return std::abs(factor - 1.0) < 0.002;
}

bool fits(const Observation& predicted, const Observation& observed)
{
    if (predicted.size() != observed.size() || predicted.empty())
        return false;
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        if (predicted[i].values.size() != observed[i].values.size() || predicted[i].values.size() < 2)
            return false;
    }
    return true;
}

/// The factor of least squared error; 1 where there is nothing to fit.
struct FactorSums
{
    double pp = 0.0;
    double po = 0.0;

    void add(float predicted, float observed)
    {
        pp += static_cast<double>(predicted) * static_cast<double>(predicted);
        po += static_cast<double>(predicted) * static_cast<double>(observed);
    }
    [[nodiscard]] double factor() const { return pp > 0.0 ? po / pp : 1.0; }
};

double distance(const ObservedTensor& a, const ObservedTensor& b)
{
    if (a.values.size() != b.values.size())
        return std::numeric_limits<double>::infinity();
    double sum = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        const double difference = static_cast<double>(a.values[i]) - static_cast<double>(b.values[i]);
        sum += difference * difference;
    }
    return sum;
}

} // namespace

bool isNearer(const ObservedTensor& changed, const ObservedTensor& plain, const ObservedTensor& observed)
{
    return distance(changed, observed) < distance(plain, observed);
}

std::vector<float> softmaxOf(const ObservedTensor& tensor)
{
    const Channels channels = channelsOf(tensor.shape);
    const std::size_t block = channels.count * channels.inner;
    if (channels.count < 2 || tensor.values.size() % block != 0)
        return {};
    std::vector<float> result(tensor.values.size());
    for (std::size_t start = 0; start < result.size(); start += block) {
        for (std::size_t inner = 0; inner < channels.inner; ++inner) {
            const auto at = [&](std::size_t channel) { return start + channel * channels.inner + inner; };
            float largest = tensor.values[at(0)];
            for (std::size_t c = 1; c < channels.count; ++c)
                largest = std::max(largest, tensor.values[at(c)]);
            float sum = 0;
            for (std::size_t c = 0; c < channels.count; ++c)
                sum += result[at(c)] = std::exp(tensor.values[at(c)] - largest);
            for (std::size_t c = 0; c < channels.count; ++c)
                result[at(c)] /= sum;
        }
    }
    return result;
}

std::vector<float> sigmoidOf(const ObservedTensor& tensor)
{
    std::vector<float> result(tensor.values.size());
    std::ranges::transform(tensor.values, result.begin(), [](float x) { return 1.0F / (1.0F + std::exp(-x)); });
    return result;
}

std::vector<float> firstAxisLast(const ObservedTensor& tensor)
{
    const std::vector<std::size_t> sizes = innerSizes(tensor.shape);
    if (sizes.size() < 2)
        return {};
    const std::size_t rest = std::accumulate(sizes.begin() + 1, sizes.end(), std::size_t(1), std::multiplies<>());
    return transposedMatrix(tensor.values, sizes.front(), rest);
}

std::vector<float> lastAxisFirst(const ObservedTensor& tensor)
{
    const std::vector<std::size_t> sizes = innerSizes(tensor.shape);
    if (sizes.size() < 3) // with two it is the same as the first axis last
        return {};
    const std::size_t rest = std::accumulate(sizes.begin(), sizes.end() - 1, std::size_t(1), std::multiplies<>());
    return transposedMatrix(tensor.values, rest, sizes.back());
}

std::vector<float> lastAxesExchanged(const ObservedTensor& tensor)
{
    const std::vector<std::size_t> sizes = innerSizes(tensor.shape);
    if (sizes.size() < 3)
        return {};
    return transposedMatrix(tensor.values, sizes[sizes.size() - 2], sizes.back());
}

std::optional<Observation> withPaddingKept(const Observation& predicted, qint64 alignment)
{
    Observation changed = predicted;
    bool isChanged = false;
    for (ObservedTensor& tensor : changed) {
        const auto row = tensor.shape.rank() > 0 ? static_cast<std::size_t>(tensor.shape[tensor.shape.rank() - 1]) : 0;
        const auto step = static_cast<std::size_t>(alignment);
        const std::size_t padded = row > 0 ? (row + step - 1) / step * step : 0;
        if (padded == row || row == tensor.values.size() || padded > 4 * row + 4 * step)
            continue;
        std::vector<float> read(tensor.values.size(), 0.0F);
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            const std::size_t place = i / row * padded + i % row;
            if (place < read.size())
                read[place] = tensor.values[i];
        }
        tensor.values = std::move(read);
        isChanged = true;
    }
    return isChanged ? std::optional(changed) : std::nullopt;
}

std::optional<Observation> bestOrder(const Observation& predicted, const Observation& observed)
{
    std::optional<Observation> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < std::min(predicted.size(), observed.size()); ++a) {
        for (std::size_t b = a + 1; b < std::min(predicted.size(), observed.size()); ++b) {
            Observation exchanged = predicted;
            std::swap(exchanged[a].values, exchanged[b].values);
            const double sum = distance(exchanged[a], observed[a]) + distance(exchanged[b], observed[b]);
            if (sum < least) {
                least = sum;
                best = std::move(exchanged);
            }
        }
    }
    return best;
}

std::optional<Observation> withFittedFactor(const Observation& predicted, const Observation& observed)
{
    if (!fits(predicted, observed))
        return std::nullopt;
    Observation changed = predicted;
    bool isChanged = false;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        FactorSums sums;
        for (std::size_t k = 0; k < changed[i].values.size(); ++k)
            sums.add(changed[i].values[k], observed[i].values[k]);
        for (float& value : changed[i].values)
            value *= static_cast<float>(sums.factor());
        isChanged = isChanged || !isNearlyOne(sums.factor());
    }
    return isChanged ? std::optional(changed) : std::nullopt;
}

std::optional<Observation> withFittedFactors(const Observation& predicted, const Observation& observed)
{
    constexpr std::size_t leastPerChannel = 8;
    if (!fits(predicted, observed))
        return std::nullopt;
    Observation changed = predicted;
    bool isChanged = false;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        std::vector<float>& values = changed[i].values;
        const Channels channels = channelsOf(changed[i].shape);
        if (channels.count < 2 || values.size() / channels.count < leastPerChannel)
            continue;
        std::vector<FactorSums> sums(channels.count);
        for (std::size_t k = 0; k < values.size(); ++k)
            sums[k / channels.inner % channels.count].add(values[k], observed[i].values[k]);
        for (std::size_t k = 0; k < values.size(); ++k)
            values[k] *= static_cast<float>(sums[k / channels.inner % channels.count].factor());
        isChanged
            = isChanged || std::ranges::any_of(sums, [](const FactorSums& s) { return !isNearlyOne(s.factor()); });
    }
    return isChanged ? std::optional(changed) : std::nullopt;
}

std::optional<Observation> withFittedOffset(const Observation& predicted, const Observation& observed)
{
    if (!fits(predicted, observed))
        return std::nullopt;
    Observation changed = predicted;
    bool isChanged = false;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < changed[i].values.size(); ++k)
            sum += static_cast<double>(observed[i].values[k]) - static_cast<double>(changed[i].values[k]);
        const auto offset = static_cast<float>(sum / static_cast<double>(changed[i].values.size()));
        const auto [low, high] = std::ranges::minmax(changed[i].values);
        isChanged = isChanged || std::abs(offset) > 0.002F * (high - low);
        for (float& value : changed[i].values)
            value += offset;
    }
    return isChanged ? std::optional(changed) : std::nullopt;
}

std::optional<Observation> withSignLost(const Observation& predicted, const Observation& observed)
{
    if (!fits(predicted, observed))
        return std::nullopt;
    Observation changed = predicted;
    bool isChanged = false;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        std::vector<float>& values = changed[i].values;
        double sum = 0;
        double count = 0;
        for (std::size_t k = 0; k < values.size(); ++k) {
            if (values[k] < 0.0F && observed[i].values[k] > 0.0F) {
                sum += static_cast<double>(observed[i].values[k]) - static_cast<double>(values[k]);
                ++count;
            }
        }
        if (count < 1)
            continue;
        isChanged = true;
        for (float& value : values)
            value += value < 0.0F ? static_cast<float>(sum / count) : 0.0F;
    }
    return isChanged ? std::optional(changed) : std::nullopt;
}

} // namespace driftscope
