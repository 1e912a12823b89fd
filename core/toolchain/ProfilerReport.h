// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace driftscope {

/// What a node took on the board, over all frames of a perf run. Milliseconds; negative where it is not said.
struct NodeLatency
{
    QString name; ///< as written: `BPU_<subgraph>`, `Dequantize_<node>`, `<subgraph>_output_layout_convert`
    double averageMs = -1.0;
    double longestMs = -1.0;
    double shortestMs = -1.0;
};

/// profiler.log or profiler.csv, which `hrt_model_exec perf --profile_path` leaves.
struct ProfilerReport
{
    QString modelName; ///< empty in a csv
    double fps = -1.0;
    double averageMs = -1.0; ///< of a frame
    int frames = -1;
    int threads = -1;
    QList<NodeLatency> nodes; ///< in the order of the file
    QList<NodeLatency> totals; ///< of the BPU, the CPU and the tasks
};

/// Tells the two by their content. Reads leniently: versions spell keys differently, and published samples are cut or
/// hold a part twice. Fails where no node's latency is found.
[[nodiscard]] Result<ProfilerReport> parseProfilerReport(const QByteArray& content, const QString& fileName);
[[nodiscard]] bool looksLikeProfilerReport(const QByteArray& head);

} // namespace driftscope
