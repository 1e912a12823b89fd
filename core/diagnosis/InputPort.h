// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/config/ConversionConfig.h"
#include "core/diagnosis/PixelTransforms.h"

namespace driftscope {

struct DiagnosisSubject;

/// One input of the model, as the YAML, the .bin and the quantized model together describe it.
struct InputPort
{
    QString name;
    InputConfig config; ///< completed from the .bin where the YAML is silent
    PictureSize size; ///< pictures only
    Shape shape; ///< of the floats that are fed; featuremaps only
    TensorLayout declared = TensorLayout::NHWC; ///< in which the .bin wants its bytes

    [[nodiscard]] bool isPicture() const { return isImageType(config.typeRt); }
    [[nodiscard]] bool isNv12() const { return config.typeRt == InputType::Nv12; }
    /// Whether U and V are among the components.
    [[nodiscard]] bool isYuv() const { return isNv12() || config.typeRt == InputType::Yuv444; }
    /// Bytes that a board program hands over for one frame.
    [[nodiscard]] qint64 byteCount() const;
};

/// In the model's order. Fails with what is not known of an input, and where to say it.
[[nodiscard]] Result<QList<InputPort>> inputPorts(const DiagnosisSubject& subject);

// "Pixels" are what the model should see at an input: pictures uint8 1xHxWxC in the colours of the run time (nv12 as
// the YUV444 that the runtime makes of it), featuremaps float32 in the declared shape.

/// The pixels as the bytes that a correct board program hands over.
[[nodiscard]] QByteArray bytesOf(const Tensor& pixels, const InputPort& port);
/// What a correct .bin makes of bytes; nothing where they are not as many as the input takes.
[[nodiscard]] std::optional<Tensor> pixelsOf(const QByteArray& bytes, const InputPort& port);

} // namespace driftscope
