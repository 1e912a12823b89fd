// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of featuremap inputs and of outputs.
#include "BoardPrograms.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

PlantedFault onFloats(const QString& id, float (*function)(float))
{
    return {id,
            [function](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                if (port.isPicture())
                    return std::nullopt;
                std::vector<float> values = given.toFloats();
                for (float& value : values)
                    value = function(value);
                return Tensor::fromValues<float>(given.shape(), values).bytes();
            },
            {}};
}

/// Floats of NxCxHxW written with other loops around each other.
PlantedFault inOtherOrder(const QString& id, std::array<int, 3> order)
{
    return {id,
            [order](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                if (port.isPicture() || given.shape().rank() != 4)
                    return std::nullopt;
                const std::array<qint64, 3> sizes{given.shape()[1], given.shape()[2], given.shape()[3]};
                const std::array<qint64, 3> steps{sizes[1] * sizes[2], sizes[2], 1};
                const auto values = given.values<float>();
                std::vector<float> moved;
                const auto size
                    = [&](int axis) { return sizes[static_cast<std::size_t>(order[static_cast<std::size_t>(axis)])]; };
                const auto step
                    = [&](int axis) { return steps[static_cast<std::size_t>(order[static_cast<std::size_t>(axis)])]; };
                for (qint64 a = 0; a < size(0); ++a) {
                    for (qint64 b = 0; b < size(1); ++b) {
                        for (qint64 c = 0; c < size(2); ++c)
                            moved.push_back(values[static_cast<std::size_t>(a * step(0) + b * step(1) + c * step(2))]);
                    }
                }
                return Tensor::fromValues<float>(given.shape(), moved).bytes();
            },
            {}};
}

using Change = std::function<bool(std::vector<float>&, const Shape&)>; ///< false where it changes nothing

PlantedFault onOutputs(const QString& id, const Change& change)
{
    return {id, {}, [change](const QList<CapturedTensor>& outputs) -> std::optional<QList<CapturedTensor>> {
                QList<CapturedTensor> changed = outputs;
                bool any = false;
                for (CapturedTensor& output : changed) {
                    std::vector<float> values = output.tensor.toRealValues();
                    any = change(values, output.tensor.shape()) || any;
                    output.tensor = Tensor::fromValues<float>(output.tensor.shape(), values);
                }
                return any ? std::optional(changed) : std::nullopt;
            }};
}

std::size_t lastAxis(const Shape& shape)
{
    return shape.rank() > 0 ? static_cast<std::size_t>(shape[shape.rank() - 1]) : 1;
}

bool softmaxRows(std::vector<float>& values, const Shape& shape)
{
    const std::size_t row = lastAxis(shape);
    if (row < 2 || shape.rank() == 4)
        return false;
    for (std::size_t start = 0; start < values.size(); start += row) {
        double sum = 0;
        for (std::size_t i = 0; i < row; ++i)
            sum += std::exp(static_cast<double>(values[start + i]));
        for (std::size_t i = 0; i < row; ++i)
            values[start + i] = static_cast<float>(std::exp(static_cast<double>(values[start + i])) / sum);
    }
    return true;
}

bool rowsPadded(std::vector<float>& values, const Shape& shape)
{
    constexpr std::size_t aligned = 16;
    const std::size_t row = lastAxis(shape);
    if (row == values.size() || row % aligned == 0)
        return false;
    std::vector<float> dense;
    for (std::size_t start = 0; start < values.size(); start += row) {
        for (std::size_t i = 0; i < (row + aligned - 1) / aligned * aligned; ++i)
            dense.push_back(i < row ? values[start + i] : 0.0F);
    }
    dense.resize(values.size());
    values = dense;
    return true;
}

/// The first inner axis read as the last one.
bool readTurned(std::vector<float>& values, const Shape& shape)
{
    if (shape.rank() < 3 || shape[1] < 2)
        return false;
    const auto outer = static_cast<std::size_t>(shape[1]);
    const std::size_t rest = values.size() / outer;
    if (rest < 2)
        return false;
    std::vector<float> turned;
    for (std::size_t r = 0; r < rest; ++r) {
        for (std::size_t o = 0; o < outer; ++o)
            turned.push_back(values[o * rest + r]);
    }
    values = turned;
    return true;
}

bool channelFactors(std::vector<float>& values, const Shape& shape)
{
    const bool isMap = shape.rank() == 4;
    const std::size_t channels = isMap ? static_cast<std::size_t>(shape[1]) : lastAxis(shape);
    const std::size_t inner = isMap ? static_cast<std::size_t>(shape[2] * shape[3]) : 1;
    if (channels < 2 || values.size() / channels < 16)
        return false;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] *= 0.5F + 0.37F * static_cast<float>(i / inner % channels % 5);
    return true;
}

bool signLost(std::vector<float>& values, const Shape&)
{
    const float largest = *std::ranges::max_element(values, {}, [](float v) { return std::abs(v); });
    const bool any = std::ranges::any_of(values, [](float v) { return v < 0.0F; });
    for (float& value : values)
        value += value < 0.0F ? 2.0F * std::abs(largest) * 256.0F / 255.0F : 0.0F;
    return any;
}

} // namespace

QList<PlantedFault> featuremapFaults()
{
    return {inOtherOrder(u"fed-other-layout"_s, {1, 2, 0}),
            inOtherOrder(u"fed-width-height-swapped"_s, {0, 2, 1}),
            onFloats(u"divided-by-255"_s, [](float v) { return v / 255.0F; }),
            onFloats(u"division-by-255-missing"_s, [](float v) { return v * 255.0F; }),
            onFloats(u"offset-doubled"_s, [](float v) { return v - 128.0F; }),
            onFloats(u"sign-swapped"_s, [](float v) { return -v; }),
            onFloats(u"rounded-to-integers"_s, [](float v) { return static_cast<float>(static_cast<int>(v)); })};
}

QList<PlantedFault> outputFaults()
{
    QList<PlantedFault> faults;
    faults.append(onOutputs(u"softmax-doubled"_s, softmaxRows));
    faults.append(onOutputs(u"sigmoid-doubled"_s, [](std::vector<float>& values, const Shape&) {
        for (float& value : values)
            value = static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(value))));
        return true;
    }));
    faults.append(onOutputs(u"output-padding-kept"_s, rowsPadded));
    faults.append(onOutputs(u"output-layout"_s, readTurned));
    faults.append(onOutputs(u"output-scale"_s, [](std::vector<float>& values, const Shape&) {
        for (float& value : values)
            value *= 37.5F;
        return true;
    }));
    faults.append(onOutputs(u"output-zero-point"_s, [](std::vector<float>& values, const Shape&) {
        const auto [low, high] = std::ranges::minmax(values);
        for (float& value : values)
            value += (high - low) * 0.6F;
        return true;
    }));
    faults.append(onOutputs(u"output-scale-axis"_s, channelFactors));
    faults.append(onOutputs(u"output-sign-lost"_s, signLost));
    faults.append(
        {u"outputs-permuted"_s, {}, [](const QList<CapturedTensor>& outputs) -> std::optional<QList<CapturedTensor>> {
             if (outputs.size() < 2 || outputs[0].tensor.elementCount() != outputs[1].tensor.elementCount())
                 return std::nullopt;
             QList<CapturedTensor> changed = outputs;
             std::swap(changed[0].tensor, changed[1].tensor);
             return changed;
         }});
    return faults;
}

} // namespace driftscope::test
