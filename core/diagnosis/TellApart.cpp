// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TellApart.h"

#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TellApart
{
    Q_DECLARE_TR_FUNCTIONS(TellApart)
};

std::vector<const Hypothesis*> partsOf(const TrialSubject& subject, const Candidate& candidate)
{
    std::vector<const Hypothesis*> parts;
    for (const std::size_t part : candidate.parts)
        parts.push_back(&subject.hypotheses[part]);
    return parts;
}

/// The first sample with the telling picture in place of what was fed; nothing for models without pictures.
std::optional<PreparedSample> tellingSample(const TrialSubject& subject)
{
    PreparedSample sample = subject.samples.front();
    bool hasPicture = false;
    for (qsizetype i = 0; i < subject.ports.size(); ++i) {
        sample.inputs[i].fed.clear();
        if (!subject.ports[i].isPicture())
            continue;
        sample.inputs[i].picture = tellingPicture(subject.ports[i].size);
        auto meant = preparedPixels(*sample.inputs[i].picture, subject.ports[i]);
        if (!meant)
            return std::nullopt;
        sample.inputs[i].meant = *std::move(meant);
        hasPicture = true;
    }
    return hasPicture ? std::optional(sample) : std::nullopt;
}

QList<NamedTensor> picturesOf(const TrialSubject& subject, const PreparedSample& sample)
{
    QList<NamedTensor> pictures;
    for (qsizetype i = 0; i < subject.ports.size(); ++i) {
        if (subject.ports[i].isPicture())
            pictures.append({subject.ports[i].name, *sample.inputs[i].picture});
    }
    return pictures;
}

bool showsInBytes(const std::vector<const Hypothesis*>& parts)
{
    return std::ranges::any_of(parts, [](const Hypothesis* hypothesis) { return hypothesis->showsInBytes(); });
}

} // namespace

Tensor tellingPicture(const PictureSize& input)
{
    const qint64 height = input.height + input.height / 2;
    const qint64 width = input.width * 2;
    std::vector<quint8> pixels;
    pixels.reserve(static_cast<std::size_t>(height * width * 3));
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x) {
            const bool isMark = y < height / 4 && x < width / 3;
            const bool isFine = y > height / 2 && x > width / 2 && (x / 2 + y / 2) % 2 == 0;
            pixels.push_back(static_cast<quint8>(isMark ? 240 : x * 200 / width + (isFine ? 55 : 0)));
            pixels.push_back(static_cast<quint8>(isMark ? 40 : y * 160 / height + 20));
            pixels.push_back(static_cast<quint8>(isMark ? 20 : (x + y) * 120 / (width + height) + 100));
        }
    }
    return Tensor::fromValues<quint8>({height, width, 3}, pixels);
}

Result<WayApart> howToTellApart(const TrialSubject& subject, const Candidate& one, const Candidate& other,
                                const CancelToken& cancel)
{
    const auto first = partsOf(subject, one);
    const auto second = partsOf(subject, other);
    if (const auto sample = tellingSample(subject)) {
        const auto a = predictionUnder(subject, *sample, first, cancel);
        const auto b = predictionUnder(subject, *sample, second, cancel);
        if (!a || !b)
            return forward(a ? b : a);
        constexpr double clearly = 0.01;
        if (*a && *b && ObservedDistance(**a, **b).of(**b) > clearly) {
            return WayApart{
                TellApart::tr("Run the board on a picture with different slopes in each direction and colour: there "
                              "the two predict different results."),
                picturesOf(subject, *sample)};
        }
    }
    if (showsInBytes(first) != showsInBytes(second))
        return WayApart{
            TellApart::tr("Dump the bytes that the board program hands over: only one of the two shows in them.")};
    return WayApart{TellApart::tr("Dump the layers: what the first one reads tells the two apart.")};
}

} // namespace driftscope
