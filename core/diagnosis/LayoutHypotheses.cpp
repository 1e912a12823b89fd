// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Causes that move pixels to other places and leave their values alone.
#include "core/diagnosis/HypothesisFamilies.h"

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

/// The conversion that the toolchain packs for NCHW, gone wrong in one of three ways.
void addConversionFaults(std::vector<Hypothesis>& all, TensorLayout declared, March march)
{
    const QString key = u"input_parameters.input_layout_rt"_s;
    const QString advice = LayoutHypotheses::tr("With input_layout_rt: NHWC feed the pixels row by row with the "
                                                "channels together (HWC), as OpenCV holds them.");
    const QString disprove = LayoutHypotheses::tr(
        "Compile with input_layout_rt: NHWC and feed HWC: if the board is still wrong, this is not the cause.");
    const QString sentence
        = LayoutHypotheses::tr(
              "The board reads its input in the wrong layout: input_parameters.input_layout_rt is %1 on %2, "
              "and the conversion packed into the .bin puts the pixels in the wrong places.")
              .arg(layoutName(declared), marchName(march));
    const auto add = [&](const QString& id, const QString& title, auto seen) {
        all.push_back({id, title, FaultSide::Conversion, key, sentence, advice, disprove, seen});
    };
    add(u"layout-inverse-transposed"_s,
        LayoutHypotheses::tr("The .bin transposes its %1 input with the inverse permutation (0 3 1 2 for 0 2 3 1)")
            .arg(layoutName(declared)),
        [](const HypothesisSample& sample) {
            return permutedAndReread(sample.fed, sample.size.shape(sample.declared), nhwcToNchw, sample.size);
        });
    if (declared == TensorLayout::NCHW) {
        add(u"layout-inverse-reread"_s,
            LayoutHypotheses::tr("The .bin takes its input for NHWC and converts it to NCHW, the wrong way round"),
            [](const HypothesisSample& sample) {
                return permutedAndReread(sample.fed, sample.size.nhwc(), nhwcToNchw, sample.size);
            });
        add(u"layout-not-converted"_s,
            LayoutHypotheses::tr("The .bin reads its NCHW bytes as NHWC without converting them"),
            [](const HypothesisSample& sample) { return decoded(sample.fed, sample.size, TensorLayout::NHWC); });
    } else {
        add(u"layout-converted-needlessly"_s,
            LayoutHypotheses::tr("The .bin converts its NHWC bytes as if they were NCHW"),
            [](const HypothesisSample& sample) {
                return permutedAndReread(sample.fed, sample.size.nchw(), nchwToNhwc, sample.size);
            });
    }
}

void addFeedFaults(std::vector<Hypothesis>& all, TensorLayout declared)
{
    const QString wanted = layoutName(declared);
    const QString given = layoutName(other(declared));
    all.push_back(
        {u"fed-other-layout"_s,
         LayoutHypotheses::tr("The board was fed %1 where the .bin wants %2").arg(given, wanted),
         FaultSide::Feed,
         {},
         LayoutHypotheses::tr(
             "The board was fed the wrong layout: the .bin wants %1 (input_layout_rt: %1), and it was given %2.")
             .arg(wanted, given),
         LayoutHypotheses::tr("Convert the picture to %1 before handing it over, or compile with input_layout_rt: %2.")
             .arg(wanted, given),
         LayoutHypotheses::tr("Feed the same picture as %1: if the board is still wrong, this is not the cause.")
             .arg(wanted),
         [](const HypothesisSample& sample) -> std::optional<Tensor> {
             return decoded(encoded(sample.meant, other(sample.declared)), sample.size, sample.declared);
         }});
    all.push_back(
        {u"fed-width-height-swapped"_s,
         LayoutHypotheses::tr("The board was fed the picture with height and width exchanged"),
         FaultSide::Feed,
         {},
         LayoutHypotheses::tr("The board was fed the picture with height and width exchanged."),
         LayoutHypotheses::tr("Write the picture row by row: height is the outer axis, width the inner one."),
         LayoutHypotheses::tr(
             "Feed the picture transposed once more: if the board is still wrong, this is not the cause."),
         [](const HypothesisSample& sample) -> std::optional<Tensor> { return widthAndHeightSwapped(sample.meant); }});
}

} // namespace

void addLayoutHypotheses(std::vector<Hypothesis>& all, const InputConfig& config, TensorLayout declared, March march)
{
    if (channelCount(config.typeRt) == 1 || config.typeRt == InputType::Nv12)
        return; // planes have no NCHW or NHWC
    addConversionFaults(all, declared, march);
    addFeedFaults(all, declared);
}

} // namespace driftscope
