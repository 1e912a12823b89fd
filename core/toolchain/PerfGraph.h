// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace driftscope {

/// A node of the drawing that hb_perf writes; inputs and outputs have no type.
struct PerfGraphNode
{
    QString name; ///< as written: without the `/` of the model's own names
    QString type; ///< `BPU`, `Dequantize`; empty for inputs and outputs
};

/// A tensor on its way: `1x640x640x3 / 2, NV12, UINT8`.
struct PerfGraphEdge
{
    QString from;
    QString to;
    QString label;
};

/// The Graphviz text that hb_perf leaves beside the .bin, without a suffix. NV12TOYUV444 is only drawn, the model has
/// no such node.
struct PerfGraph
{
    QList<PerfGraphNode> nodes;
    QList<PerfGraphEdge> edges;
};

[[nodiscard]] Result<PerfGraph> parsePerfGraph(const QByteArray& content, const QString& fileName);
[[nodiscard]] bool looksLikePerfGraph(const QByteArray& head);

} // namespace driftscope
