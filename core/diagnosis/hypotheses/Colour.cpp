// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Order of channels and of chroma, range of YUV, one colour space taken for another.
#include "core/diagnosis/hypotheses/Families.h"
#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ColourHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(ColourHypotheses)
};

Hypothesis swappedChannels(const InputPort& port)
{
    Hypothesis fault;
    fault.id = u"colour-order-swapped"_s;
    fault.title = ColourHypotheses::tr("The first and the last channel are exchanged (RGB and BGR)");
    const bool isYuv = port.isYuv();
    const QString wanted = isYuv ? u"rgb"_s : inputTypeName(port.config.typeRt);
    const QString given = port.config.typeRt == InputType::Bgr ? u"rgb"_s : u"bgr"_s;
    fault.sentence = isYuv
        ? ColourHypotheses::tr(
              "The %1 that the board was fed was made from a picture whose red and blue are exchanged.")
              .arg(inputTypeName(port.config.typeRt))
        : ColourHypotheses::tr("The board was fed the wrong colour order: the .bin wants %1, and it was given %2.")
              .arg(wanted, given);
    fault.advice = ColourHypotheses::tr("Exchange the channels before handing the picture over (OpenCV reads BGR), or "
                                        "set input_type_rt to what the program feeds.");
    fault.disprove = ColourHypotheses::tr(
        "Feed the same picture with the channels exchanged: if the board is still wrong, this is not the cause.");
    if (isYuv) {
        fault.prepare
            = [](const Tensor& picture, const InputPort& at) { return preparedPixels(swappedRedAndBlue(picture), at); };
    } else {
        fault.change
            = [](const Tensor& pixels, const InputPort&) -> std::optional<Tensor> { return channelsReversed(pixels); };
    }
    return fault;
}

/// U and V are easily exchanged: NV21 differs from NV12 in nothing else.
Hypothesis swappedChroma(const InputPort& port)
{
    const QString given = port.isNv12() ? u"nv21"_s : u"yvu444"_s;
    const QString wanted = port.isNv12() ? u"nv12"_s : u"yuv444"_s;
    Hypothesis fault;
    fault.id = u"chroma-order-swapped"_s;
    fault.title = ColourHypotheses::tr("The chroma components are exchanged (%1 for %2)").arg(given, wanted);
    fault.sentence = ColourHypotheses::tr("The board was fed exchanged chroma: the .bin wants %1, and it was given %2.")
                         .arg(wanted, given);
    fault.advice = ColourHypotheses::tr("Write U before V: many cameras and video decoders deliver V first.");
    fault.disprove = ColourHypotheses::tr(
        "Feed the same picture with U and V exchanged: if the board is still wrong, this is not the cause.");
    fault.change
        = [](const Tensor& pixels, const InputPort&) -> std::optional<Tensor> { return chromaSwapped(pixels); };
    return fault;
}

Hypothesis planarChroma()
{
    Hypothesis fault;
    fault.id = u"chroma-planar"_s;
    fault.title = ColourHypotheses::tr("The chroma stands in two planes (i420 for nv12)");
    fault.sentence = ColourHypotheses::tr(
        "The board was fed i420, all U and then all V, where the .bin wants nv12, U and V interleaved.");
    fault.advice = ColourHypotheses::tr("Interleave U and V; OpenCV's COLOR_BGR2YUV_I420 gives planes.");
    fault.disprove
        = ColourHypotheses::tr("Feed interleaved chroma: if the board is still wrong, this is not the cause.");
    fault.write = [](const Tensor& pixels, const InputPort& port) -> std::optional<QByteArray> {
        return chromaReordered(nv12FromYuv444(pixels), port.size.height, port.size.width, ChromaPlanes::Interleaved,
                               ChromaPlanes::Planar);
    };
    return fault;
}

Hypothesis otherRange(const InputPort& port)
{
    const QString wanted
        = port.config.videoRange ? ColourHypotheses::tr("16 to 235") : ColourHypotheses::tr("0 to 255");
    const QString given = port.config.videoRange ? ColourHypotheses::tr("0 to 255") : ColourHypotheses::tr("16 to 235");
    Hypothesis fault;
    fault.id = u"yuv-range"_s;
    fault.causeKey = u"input_parameters.input_space_and_range"_s;
    fault.title = ColourHypotheses::tr("The YUV that was fed has the range %1, the model takes %2").arg(given, wanted);
    fault.sentence
        = ColourHypotheses::tr("The YUV has the wrong range: the model was converted for %1, and it was fed %2.")
              .arg(wanted, given);
    fault.advice = ColourHypotheses::tr("Set input_space_and_range to what the camera or decoder delivers (bt601_video "
                                        "for 16 to 235, regular for 0 to 255), or convert to the range it says.");
    fault.disprove = ColourHypotheses::tr(
        "Feed the same picture in the other range: if the board is still wrong, this is not the cause.");
    fault.prepare = [](const Tensor& picture, const InputPort& at) {
        InputPort opposite = at;
        opposite.config.videoRange = !at.config.videoRange;
        return preparedPixels(picture, opposite);
    };
    return fault;
}

Hypothesis otherSpace(const InputPort& port)
{
    const InputType given = port.isYuv() ? InputType::Rgb : InputType::Yuv444;
    Hypothesis fault;
    fault.id = u"colour-space-confused"_s;
    fault.causeKey = u"input_parameters.input_type_rt"_s;
    fault.title = ColourHypotheses::tr("The board was fed %1 where the .bin wants %2")
                      .arg(inputTypeName(given), inputTypeName(port.config.typeRt));
    fault.sentence
        = ColourHypotheses::tr("The board was fed the wrong kind of picture: the .bin wants %1, and it was given %2.")
              .arg(inputTypeName(port.config.typeRt), inputTypeName(given));
    fault.advice = ColourHypotheses::tr("Convert the picture to %1, or set input_type_rt to %2 and compile again.")
                       .arg(inputTypeName(port.config.typeRt), inputTypeName(given));
    fault.disprove = ColourHypotheses::tr("Feed the same picture as %1: if the board is still wrong, this is not the "
                                          "cause.")
                         .arg(inputTypeName(port.config.typeRt));
    fault.prepare = [given](const Tensor& picture, const InputPort& at) {
        InputPort confused = at;
        confused.config.typeRt = given;
        return preparedPixels(picture, confused);
    };
    return fault;
}

} // namespace

void addColourHypotheses(Hypotheses& all, const InputPort& port)
{
    if (channelCount(port.config.typeRt) != 3 && !port.isNv12())
        return;
    all.push_back(swappedChannels(port));
    if (!port.isNv12())
        all.push_back(otherSpace(port));
    if (!port.isYuv())
        return;
    all.push_back(swappedChroma(port));
    all.push_back(otherRange(port));
    if (port.isNv12())
        all.push_back(planarChroma());
}

} // namespace driftscope
