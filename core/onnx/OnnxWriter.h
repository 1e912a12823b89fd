// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/graph/GraphDraft.h"

namespace driftscope {

/// Serializes a draft as a ModelProto (deterministic: the same draft gives the same bytes).
[[nodiscard]] Result<QByteArray> toOnnx(const GraphDraft& draft);
[[nodiscard]] Result<void> writeOnnx(const QString& path, const GraphDraft& draft);

/// Runs libonnx's checker over a serialized model; the error carries its message.
[[nodiscard]] Result<void> checkOnnx(const QByteArray& model);

/// Fills in every type and shape that libonnx can infer, also in the graphs inside nodes: what the draft says itself
/// stands. Operators and opsets that libonnx does not know are bridged where their shapes are clear (StandIns.h).
/// Leaves the draft alone where inference throws.
void inferShapes(GraphDraft& draft);

/// Converts the default domain's opset with libonnx's version converter; names of nodes and values are kept.
[[nodiscard]] Result<GraphDraft> convertOpset(const GraphDraft& draft, qint64 version);

} // namespace driftscope
