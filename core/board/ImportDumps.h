// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ModelInfo.h"
#include "core/tensor/Capture.h"

namespace driftscope {

/// Imports a folder of dumps by the names the real tool gives them (`model_infer_output_0_<name>.bin`,
/// `layer-<i>-<kind>-<node>-output-<k>-<tensor>.bin`, `/` and `:` of names flattened to `_`), with the sidecar where
/// there is one. Padding is removed, layout and quantization are attached. What is missing, half-written or not
/// understood is said in Capture::limit, with complete = false.
///
/// The sidecar `driftscope_dumps.json` is an array in order of execution:
/// `[{"file": "layer-0-….bin", "node": "conv1", "tensor": "conv1_out", "kind": "bpu", "index": 0, "role": "output",
///   "dtype": "int8", "shape": [1,32,32,8], "layout": "NHWC", "scales": [0.5], "axis": -1}]`
/// `role` is `input` for what the model was fed, else `output`; `shape` is that of the data in the file unless
/// `aligned_shape` gives the padded one; `layout`, `scales` and `axis` may be missing.
[[nodiscard]] Result<Capture> importDumps(const QString& folder, const BoardModelInfo& info);

} // namespace driftscope
