// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxWriter.h"
#include "core/runtime/InferenceSession.h"

namespace driftscope {

Result<std::shared_ptr<InferenceSession>> InferenceSession::openDraft(std::shared_ptr<const OnnxRuntime> runtime,
                                                                      const GraphDraft& model,
                                                                      const SessionOptions& options)
{
    const auto bytes = toOnnx(model);
    return bytes ? open(std::move(runtime), *bytes, options) : forward(bytes);
}

} // namespace driftscope
