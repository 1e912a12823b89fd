// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace driftscope {

/// Reports that the toolchain leaves beside the stages; absolute paths, empty where there is none.
struct SideFiles
{
    QString quantInfo; ///< `<prefix>_quant_info.json`
    QStringList subgraphReports; ///< `<graph>_subgraph_N.json`
    QString profile; ///< `profiler.log`, else `profiler.csv`, of a perf run on the board
    QString perfGraph; ///< `<prefix>` without a suffix
    QString log; ///< `hb_mapper_makertbin.log` or a run's `console.log`, here or one folder up
};

/// Looks in the folders of `stageFiles` for what belongs to their prefix. A log is taken only where it names the
/// prefix.
[[nodiscard]] SideFiles findSideFiles(const QStringList& stageFiles);

} // namespace driftscope
