// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/OnnxProto.h"

namespace driftscope {

/// Reads the elements from wherever the message keeps them. String tensors hold each string as a 32-bit little-endian
/// length and its bytes; types below 8 bits stay packed.
[[nodiscard]] Result<Tensor> tensorFromProto(const onnx::TensorProto& proto, const OnnxSource& source);

/// Fails where bytes that stayed in a file cannot be read any more.
[[nodiscard]] Result<void> fillTensorProto(onnx::TensorProto& proto, const Tensor& tensor, TensorContent content);

} // namespace driftscope
