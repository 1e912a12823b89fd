// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/sandbox/pack/Partition.h"

namespace driftscope {

/// One BPU part of a `.bin`: the node that holds its code, and the quantized nodes that went into it.
struct PackedPart
{
    QString name;
    QStringList nodes;
};

/// Where the quantized nodes went.
struct BoardOrigins
{
    QList<PackedPart> parts;
    QStringList cpuNodes; ///< under their own names
};

/// Builds the `.bin`: BPU parts as packed code, CPU nodes in the container's types, and in front of NCHW inputs the
/// layout conversion.
///
/// Known fault (`config.knownFaults`): for bernoulli2 with rgb, bgr or yuv444 at run time and input_layout_rt NCHW the
/// packed conversion carries the inverse permutation, as was reported of the real toolchain: the board is then wrong
/// whichever layout it is fed, while the quantized ONNX stays right.
///
/// `origins`, where given, is told what went where.
[[nodiscard]] Result<BoardModel> packBoardModel(const QuantizedModel& model, const ValueShapes& shapes,
                                                const ToolConfig& config, const BuildMetadata& metadata,
                                                BoardOrigins* origins = nullptr);

} // namespace driftscope
