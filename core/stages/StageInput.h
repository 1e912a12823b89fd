// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/graph/Stage.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

/// What a stage takes at one input, told from its declaration and the config.
struct StageInputFormat
{
    DataType type = DataType::Undefined;
    Shape shape;
    TensorLayout layout = TensorLayout::Unknown; ///< told from where the channels stand in the shape
    /// Train type for Float, rt type in front of the preprocessing node (nv12 as the yuv444 that the ONNX stages take).
    InputType colour = InputType::Unknown;
    QString range; ///< `0…255`, `-128…127`, `normalized`, `as trained`
};

/// Where the channels stand in a shape of four axes; `fallback` where both places or none fit.
[[nodiscard]] TensorLayout layoutOfShape(const Shape& shape, int channels, TensorLayout fallback);

[[nodiscard]] StageInputFormat stageInputFormat(Stage stage, const InputConfig& config, DataType type,
                                                const Shape& shape);

/// Turns an RGB picture (HxWx3 uint8, any size) into the tensor that a stage takes: Float gets train type, train layout
/// and (pixel - mean) * scale as the training program did; original, optimized and calibrated get the run-time type
/// minus 128 as float; quantized gets it as int8. Layout follows the declared shape. nv12 becomes YUV444 with chroma of
/// half resolution. A batch larger than one repeats the picture. Fails for featuremaps, for a config that does not say
/// the type, and where the shape cannot hold the picture.
[[nodiscard]] Result<Tensor> pictureForStage(const Tensor& picture, Stage stage, const InputConfig& config,
                                             DataType type, const Shape& shape);

/// The bytes that a board program must hand to the runtime: run-time type and layout, uint8 pixels (nv12: planes).
/// `layout` overrides input_layout_rt (Unknown: as configured, NHWC where it is not).
[[nodiscard]] Result<Tensor> pictureForBoard(const Tensor& picture, const InputConfig& config, const Shape& boardShape,
                                             TensorLayout layout = TensorLayout::Unknown);

} // namespace driftscope
