// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/OnnxProto.h"

namespace driftscope {

/// ONNX's number of a type; 0 for what ONNX does not have.
[[nodiscard]] qint32 onnxTypeOf(DataType type);
[[nodiscard]] DataType typeFromOnnx(qint32 number);

/// Types of values in both directions. Nesting is as deep as protobuf lets it be.
[[nodiscard]] ValueType typeFromProto(const onnx::TypeProto& proto);
void fillType(onnx::TypeProto& proto, const ValueType& type);

[[nodiscard]] ValueDraft valueFromProto(const onnx::ValueInfoProto& value);
void fillValue(onnx::ValueInfoProto& proto, const ValueDraft& value);

} // namespace driftscope
