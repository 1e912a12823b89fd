// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Causes that put bytes and axes in other places and leave their values alone.
#include "core/diagnosis/hypotheses/Families.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LayoutHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(LayoutHypotheses)
};

constexpr std::array<int, 4> nchwToNhwc{0, 2, 3, 1};
constexpr std::array<int, 4> nhwcToNchw{0, 3, 1, 2};

TensorLayout other(TensorLayout layout)
{
    return layout == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
}

using Read = std::function<std::optional<Tensor>(const QByteArray&, const InputPort&)>;

/// The conversion that the toolchain packs for NCHW, gone wrong.
Hypothesis conversionFault(const QString& id, const QString& title, const Read& read, const InputPort& port,
                           March march)
{
    Hypothesis fault;
    fault.id = id;
    fault.title = title;
    fault.site = FaultSite::Conversion;
    fault.causeKey = u"input_parameters.input_layout_rt"_s;
    fault.sentence = LayoutHypotheses::tr(
                         "The board reads its input in the wrong layout: input_parameters.input_layout_rt is %1 on %2, "
                         "and the conversion packed into the .bin puts the pixels in the wrong places.")
                         .arg(layoutName(port.declared), marchName(march));
    fault.advice = LayoutHypotheses::tr("With input_layout_rt: NHWC feed the pixels row by row with the channels "
                                        "together (HWC), as OpenCV holds them.");
    fault.disprove = LayoutHypotheses::tr(
        "Compile with input_layout_rt: NHWC and feed HWC: if the board is still wrong, this is not the cause.");
    fault.read = read;
    return fault;
}

/// Bytes taken as `from`, permuted, and read as NHWC whatever came out.
Read permutedRead(TensorLayout from, const std::array<int, 4>& permutation)
{
    return [from, permutation](const QByteArray& bytes, const InputPort& port) -> std::optional<Tensor> {
        if (bytes.size() != port.size.bytes())
            return std::nullopt;
        return permutedAndReread(bytes, port.size.shape(from), permutation, port.size);
    };
}

void addConversionFaults(Hypotheses& all, const InputPort& port, March march)
{
    const auto add = [&](const QString& id, const QString& title, const Read& read) {
        all.push_back(conversionFault(id, title, read, port, march));
    };
    add(u"layout-inverse-transposed"_s,
        LayoutHypotheses::tr("The .bin transposes its %1 input with the inverse permutation (0 3 1 2 for 0 2 3 1)")
            .arg(layoutName(port.declared)),
        permutedRead(port.declared, nhwcToNchw));
    if (port.declared == TensorLayout::NHWC) {
        add(u"layout-converted-needlessly"_s,
            LayoutHypotheses::tr("The .bin converts its NHWC bytes as if they were NCHW"),
            permutedRead(TensorLayout::NCHW, nchwToNhwc));
        return;
    }
    add(u"layout-inverse-reread"_s,
        LayoutHypotheses::tr("The .bin takes its input for NHWC and converts it to NCHW, the wrong way round"),
        permutedRead(TensorLayout::NHWC, nhwcToNchw));
    add(u"layout-not-converted"_s,
        LayoutHypotheses::tr("The .bin reads its NCHW bytes as NHWC without converting them"),
        permutedRead(TensorLayout::NHWC, {0, 1, 2, 3}));
}

Hypothesis otherLayoutFed(const InputPort& port)
{
    const QString wanted = layoutName(port.declared);
    const QString given = layoutName(other(port.declared));
    Hypothesis fault;
    fault.id = u"fed-other-layout"_s;
    fault.title = LayoutHypotheses::tr("The board was fed %1 where the .bin wants %2").arg(given, wanted);
    fault.sentence
        = LayoutHypotheses::tr(
              "The board was fed the wrong layout: the .bin wants %1 (input_layout_rt: %1), and it was given %2.")
              .arg(wanted, given);
    fault.advice
        = LayoutHypotheses::tr("Convert the picture to %1 before handing it over, or compile with input_layout_rt: %2.")
              .arg(wanted, given);
    fault.disprove
        = LayoutHypotheses::tr("Feed the same picture as %1: if the board is still wrong, this is not the cause.")
              .arg(wanted);
    fault.write = [](const Tensor& pixels, const InputPort& at) -> std::optional<QByteArray> {
        return encoded(pixels, other(at.declared));
    };
    return fault;
}

Hypothesis widthAndHeightExchanged()
{
    Hypothesis fault;
    fault.id = u"fed-width-height-swapped"_s;
    fault.title = LayoutHypotheses::tr("The board was fed the picture with height and width exchanged");
    fault.sentence = LayoutHypotheses::tr("The board was fed the picture with height and width exchanged.");
    fault.advice = LayoutHypotheses::tr("Write the picture row by row: height is the outer axis, width the inner one.");
    fault.disprove = LayoutHypotheses::tr(
        "Feed the picture transposed once more: if the board is still wrong, this is not the cause.");
    fault.change
        = [](const Tensor& pixels, const InputPort&) -> std::optional<Tensor> { return widthAndHeightSwapped(pixels); };
    return fault;
}

} // namespace

void addLayoutHypotheses(Hypotheses& all, const InputPort& port, March march)
{
    if (channelCount(port.config.typeRt) > 1 && !port.isNv12()) { // planes have no NCHW or NHWC
        addConversionFaults(all, port, march);
        all.push_back(otherLayoutFed(port));
    }
    if (!port.isNv12())
        all.push_back(widthAndHeightExchanged());
}

} // namespace driftscope
