// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/InputFormat.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

// The numbers by which the container says types and layouts.

[[nodiscard]] DataType typeFromBoardFile(int code);
[[nodiscard]] int boardFileTypeOf(DataType type);

inline constexpr int boardFileBytes = 8; ///< element type of packed code: bytes without a shape

/// 5 featuremap, 6 gray, 7 NV12 and 10 RGB were observed in files. 9 YUV444 and 11 BGR were not and are this program's
/// choice; INPUT_TYPE_RT in the metadata is believed before them.
[[nodiscard]] InputType inputTypeFromBoardFile(int code);
[[nodiscard]] int boardFileInputTypeOf(InputType type);

/// 2 NCHW was observed; 0 NHWC as in the tensor layouts of the board's library.
[[nodiscard]] TensorLayout layoutFromBoardFile(int code);
[[nodiscard]] int boardFileLayoutOf(TensorLayout layout);

} // namespace driftscope
