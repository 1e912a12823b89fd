// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/board/DumpCatalogue.h"
#include "core/tensor/Capture.h"

namespace driftscope {

/// Imports a folder of dumps by the names the real tool gives them (`model_infer_output_0_<name>.bin`,
/// `layer-<i>-<kind>-<node>-output-<k>-<tensor>.bin`, `/` and `:` of names flattened to `_` or turned into folders),
/// with the sidecar where there is one. Raw dumps, txt, npy and npz; NV12 in one file or a file for each plane. Padding
/// is removed, layout and quantization are attached. What is missing, half-written, twice there or not understood is
/// said in Capture::limit, with complete = false.
///
/// The sidecar `driftscope_dumps.json` is an array in order of execution:
/// `[{"file": "layer-0-….bin", "node": "conv1", "tensor": "conv1_out", "kind": "bpu", "index": 0, "role": "output",
///   "dtype": "int8", "shape": [1,32,32,8], "layout": "NHWC", "scales": [0.5], "axis": -1}]`
/// `role` is `input` for what the model was fed, else `output`; `shape` is that of the data in the file unless
/// `aligned_shape` gives the padded one; `layout`, `scales` and `axis` may be missing.
[[nodiscard]] Result<Capture> importDumps(const QString& folder, const BoardModelInfo& info);

/// What was dumped for one input.
struct DumpSample
{
    QString name; ///< the sample's folder, the number of the frame; empty when there is only one
    Capture capture;
};

/// Imports files and folders, by what the model says and what a person declared. Every folder below that holds dumps is
/// a sample of its own, and so is every frame of files that hold several.
[[nodiscard]] Result<QList<DumpSample>> importDumpSamples(const QStringList& paths, const DumpKnowledge& knowledge,
                                                          const CancelToken& cancel, Progress& progress);

/// The files that importDumpSamples would read.
[[nodiscard]] Result<QList<DumpFile>> dumpFilesOf(const QStringList& paths);

} // namespace driftscope
