// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <vector>

namespace driftscope {

/// The compiler's static estimate for one BPU subgraph (`<graph>_subgraph_N.json`). It times the whole subgraph and
/// intervals of it, never single nodes.
struct SubgraphReport
{
    QString name; ///< of the BPU node: `main_graph_subgraph_0`
    QString march; ///< as the compiler spells it: `B25E`
    QString compilerVersion;
    QString runtimeVersion;
    double fps = 0.0;
    double latencyUs = 0.0;
    qint64 ddrBytes = 0; ///< per frame
    qint64 loadedBytes = 0; ///< per frame
    qint64 storedBytes = 0; ///< per frame
    qint64 operations = 0; ///< effective, per frame
    double intervalMs = 0.0; ///< length of the intervals below
    std::vector<double> utilization; ///< of the computing units by interval, 0…1
    QList<std::pair<QString, QString>> inputs; ///< name and size as written
    QStringList compilerFlags;
};

[[nodiscard]] Result<SubgraphReport> parseSubgraphReport(const QByteArray& content, const QString& fileName);

} // namespace driftscope
