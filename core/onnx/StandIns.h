// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <onnx/onnx_pb.h>

namespace driftscope {

/// Makes a model fit for libonnx's shape inference; what comes out is good for nothing else. The installed library
/// knows opsets up to 17 and no other vendor's operators, and one node that it does not understand ends all inference
/// behind it; so nodes are exchanged for others of the same shape:
///   - operators that keep the shape of their first input, whoever's they are, become Identity;
///   - operators of onnxruntime that are a known one with extras become that one;
///   - operators that changed after opset 17 become what they were, where that means the same, and are hidden where
///   not;
///   - nodes that break their operator's schema, or that libonnx would divide by zero for, are hidden: it takes for
///     granted what it was promised and ends the program otherwise.
/// A hidden node has an operator that nobody knows: the shapes behind it stay unknown. Domains that the file forgot to
/// import are imported.
void putStandIns(onnx::ModelProto& model);

} // namespace driftscope
