// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/OnnxProto.h"

namespace driftscope {

/// ONNX's number of a type; 0 for what ONNX does not have. The four kinds of float8 are one type here.
[[nodiscard]] qint32 onnxTypeOf(DataType type);
[[nodiscard]] DataType typeFromOnnx(qint32 number);

/// Reads the elements from wherever the message keeps them. String tensors hold each string as a 32-bit little-endian
/// length and its bytes; int4 stays packed, two elements to a byte.
[[nodiscard]] Result<Tensor> tensorFromProto(const onnx::TensorProto& proto, const OnnxSource& source);

void fillTensorProto(onnx::TensorProto& proto, const Tensor& tensor, TensorContent content);

} // namespace driftscope
