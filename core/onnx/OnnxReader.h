// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Result.h"
#include "core/graph/GraphDraft.h"

namespace driftscope {

struct OnnxReadOptions
{
    bool inferShapes = true; ///< fill in types and shapes where the file has none and libonnx can tell
};

/// Reads an ONNX file: every node, attribute, initializer (external data from inside the model's folder only), value
/// type, function, opset import and metadata. Weights of more than a few kilobytes stay in their files until they are
/// asked for (Tensor::isDeferred); that they are there, and as large as they must be, is checked. Errors name the file
/// and what is broken in it.
[[nodiscard]] Result<GraphDraft> readOnnx(const QString& path, const OnnxReadOptions& options = {},
                                          const CancelToken& cancel = {});
/// The same from bytes; `name` stands in messages. External data is refused.
[[nodiscard]] Result<GraphDraft> parseOnnx(const QByteArray& content, const QString& name,
                                           const OnnxReadOptions& options = {});

} // namespace driftscope
