// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/WeightQuantizer.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr float largestCode = 127.0F;
/// Scale of a slice of zeros: any will do.
constexpr float zeroSliceScale = 1.0F / 128.0F;

/// Which slice each element belongs to: (i / inner) % slices.
struct Slices
{
    std::size_t count = 1;
    std::size_t inner = 1;

    [[nodiscard]] std::size_t of(std::size_t element) const { return (element / inner) % count; }
};

Slices slicesOf(const Shape& shape, int axis)
{
    Slices slices;
    if (axis < 0)
        return slices;
    slices.count = static_cast<std::size_t>(shape[axis]);
    for (int i = axis + 1; i < shape.rank(); ++i)
        slices.inner *= static_cast<std::size_t>(shape[i]);
    return slices;
}

float code(float value, float scale)
{
    return std::clamp(std::nearbyint(value / scale), -largestCode, largestCode);
}

std::vector<double> squaredErrors(const std::vector<float>& values, const Slices& slices,
                                  const std::vector<float>& scales)
{
    std::vector<double> errors(scales.size(), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t slice = slices.of(i);
        const double error = static_cast<double>(values[i] - code(values[i], scales[slice]) * scales[slice]);
        errors[slice] += error * error;
    }
    return errors;
}

std::vector<float> nearestPowers(const std::vector<float>& values, const Slices& slices,
                                 const std::vector<float>& wanted, const std::vector<float>& minimum)
{
    std::vector<float> above(wanted.size());
    std::vector<float> below(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        above[i] = powerOfTwoAbove(wanted[i]);
        below[i] = minimum.empty() || above[i] / 2.0F >= minimum[i] ? above[i] / 2.0F : above[i];
    }
    const std::vector<double> errorAbove = squaredErrors(values, slices, above);
    const std::vector<double> errorBelow = squaredErrors(values, slices, below);
    for (std::size_t i = 0; i < above.size(); ++i) {
        if (errorBelow[i] < errorAbove[i])
            above[i] = below[i];
    }
    return above;
}

} // namespace

float powerOfTwoAbove(float value)
{
    int exponent = 0;
    const float fraction = std::frexp(value, &exponent);
    return std::ldexp(1.0F, fraction > 0.5F ? exponent : exponent - 1);
}

QuantizedWeight quantizeWeight(const Tensor& weight, int axis, bool powerOfTwo, const std::vector<float>& minimumScales)
{
    const std::vector<float> values = weight.toFloats();
    const Slices slices = slicesOf(weight.shape(), axis);
    std::vector<float> scales(slices.count, 0.0F);
    for (std::size_t i = 0; i < values.size(); ++i) {
        float& largest = scales[slices.of(i)];
        largest = std::max(largest, std::abs(values[i]));
    }
    for (std::size_t i = 0; i < scales.size(); ++i) {
        scales[i] = scales[i] > 0.0F ? scales[i] / largestCode : zeroSliceScale;
        if (!minimumScales.empty())
            scales[i] = std::max(scales[i], minimumScales[i]);
    }
    if (powerOfTwo)
        scales = nearestPowers(values, slices, scales, minimumScales);
    std::vector<qint8> codes(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        codes[i] = static_cast<qint8>(code(values[i], scales[slices.of(i)]));
    return {Tensor::fromValues<qint8>(weight.shape(), codes), std::move(scales), axis};
}

std::vector<float> dequantized(const QuantizedWeight& weight)
{
    const Slices slices = slicesOf(weight.values.shape(), weight.axis);
    std::vector<float> values = weight.values.toFloats();
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] *= weight.scales[slices.of(i)];
    return values;
}

} // namespace driftscope
