// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace driftscope {

/// Order of the axes of a picture-like tensor.
enum class TensorLayout
{
    Unknown,
    NCHW,
    NHWC
};

/// Meaning of an input's values, spelled as in `input_type_train` and `input_type_rt` of the conversion config.
enum class InputType
{
    Unknown,
    Rgb,
    Bgr,
    Yuv444,
    Nv12,
    Gray,
    Featuremap
};

/// `NCHW`, `NHWC`, empty for Unknown.
[[nodiscard]] QString layoutName(TensorLayout layout);
[[nodiscard]] std::optional<TensorLayout> layoutFromName(const QString& name);
/// `rgb`, `nv12`, …
[[nodiscard]] QString inputTypeName(InputType type);
[[nodiscard]] std::optional<InputType> inputTypeFromName(const QString& name);
/// Everything but featuremap: the toolchain puts a preprocessing node in front and the board takes bytes.
[[nodiscard]] bool isImageType(InputType type);
/// 3 for colour pictures, 1 for gray, 0 when the type does not say.
[[nodiscard]] int channelCount(InputType type);

} // namespace driftscope
