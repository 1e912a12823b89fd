// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/InputFormat.h"
#include "core/tensor/Tensor.h"

#include <array>

namespace driftscope {

/// An affine map between pixel colours: out[i] = offset[i] + sum over k of matrix[i][k] * in[k], in units of 0..255.
struct ColourMap
{
    int channels = 3;
    std::array<std::array<double, 3>, 3> matrix{};
    std::array<double, 3> offset{};
};

/// From what the board is fed to what the network was trained on. YUV is BT.601, full range or 16-235 (`videoRange`);
/// nv12 counts as YUV444, its chroma already spread. Featuremap pairs have the identity.
[[nodiscard]] ColourMap runtimeToTrain(InputType runtime, InputType train, bool videoRange);

/// Turns one picture of NCHW float pixels 0..255 in the train type into the run-time type minus 128, as the board's
/// preprocessing sees it: rounded to whole pixels; for nv12 the chroma is averaged over 2x2 blocks.
[[nodiscard]] std::vector<float> trainToRuntime128(std::vector<float> pixels, InputType train, InputType runtime,
                                                   bool videoRange, qint64 height, qint64 width);

} // namespace driftscope
