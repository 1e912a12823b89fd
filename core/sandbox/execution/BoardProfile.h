// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <vector>

namespace driftscope {

/// Average, longest and shortest of many durations, in milliseconds.
struct LatencySummary
{
    double total = 0.0;
    double longest = 0.0;
    double shortest = 0.0;
    qint64 count = 0;

    void add(double milliseconds);
    [[nodiscard]] double average() const { return count == 0 ? 0.0 : total / static_cast<double>(count); }
};

/// Latencies of the frames and of the nodes of a perf run. Thread safe.
class LatencyProfile
{
public:
    void addFrame(double milliseconds);
    /// Nodes are listed in the order in which they first came.
    void addNode(const QString& name, double milliseconds);

    [[nodiscard]] LatencySummary frames() const;
    [[nodiscard]] std::vector<std::pair<QString, LatencySummary>> nodes() const;

private:
    mutable std::mutex m_mutex;
    LatencySummary m_frames;
    std::vector<std::pair<QString, LatencySummary>> m_nodes;
    QHash<QString, std::size_t> m_nodeIndex;
};

/// What a perf run was.
struct PerfCondition
{
    QString modelName;
    int coreId = 0;
    int threads = 1;
    double runMilliseconds = 0.0;
};

/// The lines that perf prints when it is done.
[[nodiscard]] QString perfText(const LatencyProfile& profile, const PerfCondition& condition);
/// Writes profiler.log (JSON objects separated by a line of stars) and profiler.csv into a folder.
[[nodiscard]] Result<void> writeProfile(const LatencyProfile& profile, const PerfCondition& condition,
                                        const QString& folder);

} // namespace driftscope
