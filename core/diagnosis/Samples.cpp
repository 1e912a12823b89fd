// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Samples.h"

#include "core/stages/StageInput.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Picture.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Below this share of what shuffled pixels would have, neighbours are alike: a natural picture.
constexpr double muchSmoother = 0.75;
/// Mean squared difference in pixels² under which two byte rows are the same picture.
constexpr double samePicture = 4.0;

PictureSize sizeOf(const Shape& shape, TensorLayout layout)
{
    if (layout == TensorLayout::NCHW)
        return {shape[2], shape[3], shape[1]};
    return {shape[1], shape[2], shape[3]};
}

double distance(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size() || a.isEmpty())
        return 1e12;
    double sum = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const double difference
            = static_cast<double>(static_cast<quint8>(a[i])) - static_cast<double>(static_cast<quint8>(b[i]));
        sum += difference * difference;
    }
    return sum / static_cast<double>(a.size());
}

/// Bytes that a board program hands over for one picture.
qint64 fedBytes(const PictureSize& size, const InputConfig& config)
{
    return config.typeRt == InputType::Nv12 ? size.height * size.width * 3 / 2 : size.bytes();
}

/// The fed bytes as pixels that can be compared: planes of nv12 as the YUV444 that the runtime makes of them.
QByteArray fedPixels(const QByteArray& bytes, const PictureSize& size, const InputConfig& config)
{
    return config.typeRt == InputType::Nv12 ? yuv444FromNv12(bytes, size.height, size.width).bytes() : bytes;
}

/// The picture that was meant in the run-time colour order, uint8 NHWC; nv12 with its halved chroma.
std::optional<Tensor> meantPicture(const BoardSample& sample, const PictureSize& size, const InputConfig& config)
{
    if (!sample.picture)
        return std::nullopt;
    auto meant = pictureForBoard(*sample.picture, config, size.nhwc(), TensorLayout::NHWC);
    if (!meant || meant->bytes().size() != fedBytes(size, config))
        return std::nullopt;
    return Tensor(DataType::UInt8, size.nhwc(), fedPixels(meant->bytes(), size, config));
}

void judgeByPicture(PreparedSample& prepared)
{
    const HypothesisSample& sample = prepared.hypothesis;
    const TensorLayout other = sample.declared == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
    const double asDeclared = distance(sample.fed, encoded(sample.meant, sample.declared));
    const double asOther = distance(sample.fed, encoded(sample.meant, other));
    if (asDeclared <= samePicture && asDeclared <= asOther)
        prepared.feed = FeedJudgement::AsDeclared;
    else if (asOther <= samePicture)
        prepared.feed = FeedJudgement::OtherLayout;
    else
        prepared.feed = FeedJudgement::Different;
}

void judgeByRoughness(PreparedSample& prepared)
{
    if (prepared.roughnessDeclared < muchSmoother * prepared.roughnessOther)
        prepared.feed = FeedJudgement::AsDeclared;
    else if (prepared.roughnessOther < muchSmoother * prepared.roughnessDeclared)
        prepared.feed = FeedJudgement::OtherLayout;
}

} // namespace

std::optional<PictureSize> pictureSizeOf(const DiagnosisSubject& subject)
{
    if (subject.board && !subject.board->inputs.isEmpty()) {
        const BoardTensorInfo& input = subject.board->inputs.first();
        if (input.shape.rank() == 4 && input.shape.isKnown())
            // The container says NCHW for nv12 and gray whatever the order of the sizes.
            return sizeOf(input.shape, layoutOfShape(input.shape, channelCount(input.inputType), input.layout));
    }
    if (subject.quantized && !subject.quantized->inputs.isEmpty()) {
        const auto& shape = subject.quantized->inputs.first().shape;
        if (shape && shape->rank() == 4 && shape->isKnown())
            return sizeOf(*shape, (*shape)[3] <= 4 ? TensorLayout::NHWC : TensorLayout::NCHW);
    }
    return std::nullopt;
}

std::vector<PreparedSample> prepareSamples(const DiagnosisSubject& subject, const PictureSize& size,
                                           TensorLayout declared, const InputConfig& config,
                                           const QStringList& outputNames)
{
    std::vector<PreparedSample> prepared;
    const TensorLayout other = declared == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
    for (qsizetype i = 0; i < subject.samples.size(); ++i) {
        const BoardSample& sample = subject.samples[i];
        PreparedSample item;
        item.source = i;
        item.boardOutputs = outputsOf(sample.capture, outputNames);
        if (item.boardOutputs.empty() || sample.fed.size() != fedBytes(size, config))
            continue;
        const QByteArray fed = fedPixels(sample.fed, size, config);
        const Tensor asDeclared = decoded(fed, size, declared);
        item.roughnessDeclared = roughness(asDeclared);
        const Tensor asOther = decoded(fed, size, other);
        item.roughnessOther = roughness(asOther);
        const std::optional<Tensor> meant = meantPicture(sample, size, config);
        item.pictureKnown = meant.has_value();
        item.hypothesis = {fed, meant.value_or(asDeclared), size, declared, config};
        if (item.pictureKnown)
            judgeByPicture(item);
        else if (config.typeRt != InputType::Nv12) // planes have one layout
            judgeByRoughness(item);
        if (!item.pictureKnown && item.feed == FeedJudgement::OtherLayout)
            item.hypothesis.meant = asOther;
        prepared.push_back(std::move(item));
    }
    return prepared;
}

} // namespace driftscope
