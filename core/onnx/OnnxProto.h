// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to this room: the only header that shows protobuf's types of ONNX.

#include "core/base/CancelToken.h"
#include "core/base/Result.h"
#include "core/graph/GraphDraft.h"
#include "core/onnx/ExternalData.h"
#include "core/onnx/LeanModel.h"

#include <onnx/onnx_pb.h>

namespace driftscope {

/// Where a model came from.
struct OnnxSource
{
    QString name; ///< stands in messages
    QString folder; ///< external data is read from inside it; empty refuses external data
    CancelToken cancel;
    std::shared_ptr<ExternalFiles> external = nullptr;
    std::shared_ptr<const ByteSource> content = nullptr; ///< the model itself
    const LeanModel* lean = nullptr; ///< says where in `content` the bytes are that were left out
    bool defersWeights = false; ///< large ones stay in their files until they are asked for
};

[[nodiscard]] Result<GraphDraft> draftFromProto(const onnx::ModelProto& model, const OnnxSource& source);

enum class TensorContent
{
    Full,
    SmallOnly ///< leaves out the elements of large tensors: what shape inference needs
};

[[nodiscard]] Result<onnx::ModelProto> protoFromDraft(const GraphDraft& draft,
                                                      TensorContent content = TensorContent::Full);

} // namespace driftscope
