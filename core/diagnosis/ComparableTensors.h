// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Capture.h"

namespace driftscope {

/// Two tensors whose real values mean the same.
struct ComparableTensors
{
    Tensor reference;
    Tensor candidate;
};

/// Both tensors of a layer with the quantization under which their values can be set side by side. Nothing is read.
/// Of two integers of one type the stored numbers are compared, because an ONNX stage does not say its scales at each
/// value; pixels that a board was fed are those of the quantized model minus 128.
[[nodiscard]] ComparableTensors comparableTensors(const CapturedTensor& reference, const CapturedTensor& candidate);

} // namespace driftscope
