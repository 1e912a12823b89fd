// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/runtime/InferenceSession.h"
#include "core/runtime/OrtApi.h"

namespace driftscope {

/// ONNXTensorElementDataType_UNDEFINED for types that have no whole bytes (strings, int4).
[[nodiscard]] ONNXTensorElementDataType ortType(DataType type);
[[nodiscard]] DataType dataTypeFromOrt(ONNXTensorElementDataType type);

/// Type and shape of a session's input or output. Sequences, maps and optionals have no type; a shape of which nothing
/// is known is absent where the library can tell that from a scalar (API version 24), else taken as unknown.
[[nodiscard]] ValueDraft describeValue(const OnnxRuntime::Private& runtime, const QString& name,
                                       const OrtTypeInfo* info);

/// An OrtValue over the tensor's own bytes, which must outlive it.
[[nodiscard]] Result<OrtValue*> viewOf(const OnnxRuntime::Private& runtime, const NamedTensor& input);
/// Where a result's numbers lie, for as long as the value lives. What is not a tensor of numbers is marked as none.
[[nodiscard]] Result<ResultView> viewOfResult(const OnnxRuntime::Private& runtime, const QString& name,
                                              const OrtValue* value);

} // namespace driftscope
