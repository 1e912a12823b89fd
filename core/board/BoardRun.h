// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/board/BoardConnection.h"
#include "core/boardmodel/BoardModel.h"
#include "core/process/Process.h"
#include "core/tensor/Capture.h"

namespace driftscope {

/// One tensor as `hrt_model_exec model_info` prints it.
struct BoardTensorProperties
{
    QString name;
    QString inputSource;
    Shape validShape;
    Shape alignedShape;
    qint64 alignedByteSize = 0;
    QString tensorType; ///< HB_DNN_TENSOR_TYPE_F32, HB_DNN_IMG_TYPE_NV12, …
    TensorLayout layout = TensorLayout::Unknown;
    QString quantiType; ///< NONE, SHIFT, SCALE
    std::vector<float> scales;
    std::vector<qint32> zeroPoints; ///< as many as scales, or none: all are 0
    int quantizeAxis = -1;
    std::vector<qint64> stride;
};

struct BoardModelInfo
{
    QString modelName;
    QString runtimeVersion;
    QString builderVersion;
    QList<BoardTensorProperties> inputs;
    QList<BoardTensorProperties> outputs;
    QStringList warnings;
};

/// Reads the text of `model_info` leniently.
[[nodiscard]] Result<BoardModelInfo> parseModelInfo(const QString& text);

struct BoardRunRequest
{
    BoardProfile board;
    QString modelFile;
    QStringList inputFiles; ///< in input order: pictures, raw bytes as the board takes them, or npy
    bool layers = false; ///< dump every layer
    QString dumpFolder; ///< where the board's raw dumps go; created
    int timeoutMilliseconds = 120000;
    QString modelName{}; ///< of a pack; empty: the only one
    std::function<void(const QString&)> onWarning{}; ///< sentences
};

/// Runs `infer` with dumps and reads them back: outputs always, every layer on request. Pictures are handed over as
/// they are (the board's program resizes them). One sample on a connection of its own; see BoardConnection for many.
[[nodiscard]] Result<Capture> runOnBoard(const BoardRunRequest& request, const CancelToken& cancel, Progress& progress);

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
