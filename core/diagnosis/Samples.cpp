// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Samples.h"

#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Below this share of what shuffled pixels would have, neighbours are alike: a natural picture.
constexpr double muchSmoother = 0.75;

std::optional<Tensor> meantPixels(const SampleInput& input, const InputPort& port)
{
    if (!port.isPicture()) {
        const bool fits = input.values && input.values->elementCount() == port.shape.elementCount();
        return fits ? std::optional(Tensor::fromValues<float>(port.shape, input.values->toFloats())) : std::nullopt;
    }
    return input.picture ? preparedPixels(*input.picture, port) : std::nullopt;
}

/// Bytes of which nobody knows what was meant are read in the layout in which they look natural.
void guessFromBytes(InputWay& way, const InputPort& port)
{
    const std::optional<Tensor> asDeclared = pixelsOf(way.fed, port);
    if (!asDeclared)
        return;
    way.meant = *asDeclared;
    if (!port.isPicture() || port.isNv12() || port.size.channels < 2)
        return; // planes have one layout
    InputPort other = port;
    other.declared = port.declared == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
    const Tensor asOther = decoded(way.fed, port.size, other.declared);
    way.roughnessDeclared = roughness(*asDeclared);
    way.roughnessOther = roughness(asOther);
    if (way.roughnessOther < muchSmoother * way.roughnessDeclared)
        way.meant = asOther;
}

std::optional<InputWay> wayOf(const SampleInput& input, const InputPort& port)
{
    InputWay way;
    way.picture = input.picture;
    if (input.fed.size() == port.byteCount())
        way.fed = input.fed;
    if (auto meant = meantPixels(input, port)) {
        way.meant = *std::move(meant);
        way.isMeantKnown = true;
    } else if (!way.fed.isEmpty()) {
        guessFromBytes(way, port);
    }
    return way.meant.isEmpty() ? std::nullopt : std::optional(way);
}

/// Integers of layers as they are stored: the model's ONNX does not say their scales at each value.
std::vector<float> layerValues(const Tensor& tensor)
{
    return isInteger(tensor.dataType()) ? tensor.toFloats() : tensor.toRealValues();
}

Observation observedIn(const Capture& capture, const QStringList& outputs, const QStringList& layers)
{
    std::optional<Observation> observed = observationOf(capture, outputs);
    if (!observed)
        return {};
    for (const QString& layer : layers) {
        const CapturedTensor* tensor = capture.find(layer);
        if (tensor != nullptr)
            observed->push_back({layer, tensor->tensor.shape(), layerValues(tensor->tensor), {}});
        else
            observed->push_back({layer, {}, {}, {}});
    }
    return *std::move(observed);
}

/// Pixels of one input after all that the hypotheses do to them; nothing where one does not apply.
std::optional<Tensor> pixelsUnder(const InputWay& way, const InputPort& port, int index,
                                  std::span<const Hypothesis* const> hypotheses)
{
    Tensor pixels = way.meant;
    for (const Hypothesis* hypothesis : hypotheses) {
        if (!hypothesis->prepare || !hypothesis->ports.contains(index))
            continue;
        auto prepared = way.picture ? hypothesis->prepare(*way.picture, port) : std::nullopt;
        if (!prepared)
            return std::nullopt;
        pixels = *std::move(prepared);
    }
    for (const Hypothesis* hypothesis : hypotheses) {
        if (!hypothesis->change || !hypothesis->ports.contains(index))
            continue;
        auto changed = hypothesis->change(pixels, port);
        if (!changed)
            return std::nullopt;
        pixels = *std::move(changed);
    }
    return pixels;
}

bool showsAt(const Hypothesis& hypothesis, int index)
{
    return hypothesis.ports.contains(index) && (hypothesis.prepare || hypothesis.change || hypothesis.write);
}

std::optional<QByteArray> bytesOfInput(const InputWay& way, const InputPort& port, int index,
                                       std::span<const Hypothesis* const> hypotheses)
{
    const bool isTouched = std::ranges::any_of(
        hypotheses, [index](const Hypothesis* hypothesis) { return showsAt(*hypothesis, index); });
    if (!isTouched && !way.fed.isEmpty())
        return way.fed;
    const std::optional<Tensor> pixels = pixelsUnder(way, port, index, hypotheses);
    if (!pixels)
        return std::nullopt;
    for (const Hypothesis* hypothesis : hypotheses) {
        if (hypothesis->write && hypothesis->ports.contains(index))
            return hypothesis->write(*pixels, port);
    }
    return bytesOf(*pixels, port);
}

} // namespace

bool PreparedSample::isFeedKnown() const
{
    return std::ranges::none_of(inputs, [](const InputWay& way) { return way.fed.isEmpty(); });
}

bool PreparedSample::isMeantKnown() const
{
    return std::ranges::all_of(inputs, &InputWay::isMeantKnown);
}

std::vector<PreparedSample> prepareSamples(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                           const QStringList& outputs, const QStringList& layers)
{
    std::vector<PreparedSample> prepared;
    for (qsizetype i = 0; i < subject.samples.size(); ++i) {
        const BoardSample& sample = subject.samples[i];
        PreparedSample item;
        item.source = i;
        for (qsizetype port = 0; port < std::min(ports.size(), sample.inputs.size()); ++port) {
            if (auto way = wayOf(sample.inputs[port], ports[port]))
                item.inputs.append(*std::move(way));
        }
        item.observed = observedIn(sample.capture, outputs, layers);
        const bool saysSomething = !item.observed.empty() || item.isFeedKnown();
        if (item.inputs.size() == ports.size() && saysSomething)
            prepared.push_back(std::move(item));
    }
    return prepared;
}

std::optional<QList<QByteArray>> bytesUnder(const PreparedSample& sample, const QList<InputPort>& ports,
                                            std::span<const Hypothesis* const> hypotheses)
{
    QList<QByteArray> bytes;
    for (int i = 0; i < ports.size(); ++i) {
        auto ofInput = bytesOfInput(sample.inputs[i], ports[i], i, hypotheses);
        if (!ofInput)
            return std::nullopt;
        bytes.append(*std::move(ofInput));
    }
    for (const Hypothesis* hypothesis : hypotheses) {
        if (hypothesis->inputOrder.size() != bytes.size())
            continue;
        QList<QByteArray> meant;
        for (int i = 0; i < ports.size(); ++i) // from what is right, whatever was fed
            meant.append(bytesOf(sample.inputs[i].meant, ports[i]));
        for (int i = 0; i < ports.size(); ++i)
            bytes[hypothesis->inputOrder[i]] = meant[i];
    }
    return bytes;
}

std::optional<QList<Tensor>> seenUnder(const PreparedSample& sample, const QList<InputPort>& ports,
                                       std::span<const Hypothesis* const> hypotheses)
{
    const auto bytes = bytesUnder(sample, ports, hypotheses);
    if (!bytes)
        return std::nullopt;
    QList<Tensor> seen;
    for (int i = 0; i < ports.size(); ++i) {
        const auto reads
            = [i](const Hypothesis* hypothesis) { return hypothesis->read && hypothesis->ports.contains(i); };
        const auto reader = std::ranges::find_if(hypotheses, reads);
        auto pixels
            = reader == hypotheses.end() ? pixelsOf((*bytes)[i], ports[i]) : (*reader)->read((*bytes)[i], ports[i]);
        if (!pixels)
            return std::nullopt;
        seen.append(*std::move(pixels));
    }
    return seen;
}

QList<Tensor> meantBy(const PreparedSample& sample)
{
    QList<Tensor> meant;
    for (const InputWay& way : sample.inputs)
        meant.append(way.meant);
    return meant;
}

} // namespace driftscope
