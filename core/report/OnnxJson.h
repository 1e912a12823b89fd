// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QJsonObject>

namespace driftscope {

/// What an ONNX file holds beyond the nodes of its graph:
/// `{functions: [{domain, name, overload, inputs, outputs, node_count}],
///   subgraphs: [{node, op_type, attribute, depth, node_count}],
///   weights: {tensors, bytes, dtypes: {name: tensors}, external_files: [...]}}`. Weights are counted wherever they
/// stand; none of their elements is read.
[[nodiscard]] QJsonObject onnxContentJson(const GraphDraft& draft);

} // namespace driftscope
