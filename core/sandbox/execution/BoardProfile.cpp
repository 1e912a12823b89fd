// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardProfile.h"

#include "core/base/Files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString milliseconds(double value)
{
    return QString::number(value, 'f', 6);
}

double framesPerSecond(qint64 frames, double runMilliseconds)
{
    return runMilliseconds > 0.0 ? static_cast<double>(frames) * 1000.0 / runMilliseconds : 0.0;
}

QJsonObject latencyObject(const LatencySummary& summary)
{
    return {{u"avg_time"_s, summary.average()}, {u"max_time"_s, summary.longest}, {u"min_time"_s, summary.shortest}};
}

} // namespace

void LatencySummary::add(double milliseconds)
{
    longest = count == 0 ? milliseconds : std::max(longest, milliseconds);
    shortest = count == 0 ? milliseconds : std::min(shortest, milliseconds);
    total += milliseconds;
    ++count;
}

void LatencyProfile::addFrame(double milliseconds)
{
    const std::scoped_lock lock(m_mutex);
    m_frames.add(milliseconds);
}

void LatencyProfile::addNode(const QString& name, double milliseconds)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_nodeIndex.constFind(name);
    if (found == m_nodeIndex.constEnd()) {
        m_nodeIndex.insert(name, m_nodes.size());
        m_nodes.emplace_back(name, LatencySummary());
        m_nodes.back().second.add(milliseconds);
    } else {
        m_nodes[found.value()].second.add(milliseconds);
    }
}

LatencySummary LatencyProfile::frames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_frames;
}

std::vector<std::pair<QString, LatencySummary>> LatencyProfile::nodes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_nodes;
}

QString perfText(const LatencyProfile& profile, const PerfCondition& condition)
{
    const LatencySummary frames = profile.frames();
    const QString rate = milliseconds(framesPerSecond(frames.count, condition.runMilliseconds));
    QString text = u"Frame count: %1,  Thread Average: %2 ms,  thread max latency: %3 ms,  thread min latency: %4 ms,  "
                   "FPS: %5\n\n"_s.arg(QString::number(frames.count), milliseconds(frames.average()),
                                       milliseconds(frames.longest), milliseconds(frames.shortest), rate);
    text += u"Running condition:\n  Thread number is: %1\n  Frame count   is: %2\n  Program run time: %3 ms\n"_s.arg(
        QString::number(condition.threads), QString::number(frames.count), milliseconds(condition.runMilliseconds));
    text += u"Perf result:\n  Frame totally latency is: %1 ms\n  Average    latency    is: %2 ms\n"
            "  Frame      rate       is: %3 FPS\n"_s.arg(milliseconds(frames.total), milliseconds(frames.average()),
                                                         rate);
    return text;
}

Result<void> writeProfile(const LatencyProfile& profile, const PerfCondition& condition, const QString& folder)
{
    if (const Result<void> made = makeFolder(folder); !made)
        return forward(made);
    const LatencySummary frames = profile.frames();
    const QJsonObject result{{u"perf_result"_s,
                              QJsonObject{{u"FPS"_s, framesPerSecond(frames.count, condition.runMilliseconds)},
                                          {u"average_latency"_s, frames.average()}}},
                             {u"running_condition"_s,
                              QJsonObject{{u"core_id"_s, condition.coreId},
                                          {u"frame_count"_s, frames.count},
                                          {u"model_name"_s, condition.modelName},
                                          {u"run_time"_s, condition.runMilliseconds},
                                          {u"runtime"_s, u"driftscope-sandbox"_s},
                                          {u"thread_num"_s, condition.threads}}}};
    QJsonObject nodes;
    LatencySummary bpu;
    QByteArray csv = "node,avg_ms,max_ms,min_ms\n";
    for (const auto& [name, summary] : profile.nodes()) {
        nodes.insert(name, latencyObject(summary));
        if (name.startsWith("BPU_"_L1))
            bpu.total += summary.average();
        csv += u"\"%1\",%2,%3,%4\n"_s
                   .arg(name, milliseconds(summary.average()), milliseconds(summary.longest),
                        milliseconds(summary.shortest))
                   .toUtf8();
    }
    const QJsonObject chip{{u"BPU_inference_time_cost"_s, QJsonObject{{u"avg_time"_s, bpu.total}}},
                           {u"CPU_inference_time_cost"_s, QJsonObject{{u"avg_time"_s, frames.average() - bpu.total}}}};
    const QJsonObject latencies{{u"chip_latency"_s, chip},
                                {u"model_latency"_s, nodes},
                                {u"task_latency"_s, QJsonObject{{u"TaskRunningTime"_s, latencyObject(frames)}}}};
    const QByteArray log = QJsonDocument(result).toJson() + "***\n" + QJsonDocument(latencies).toJson();
    if (const Result<void> written = writeFileAtomically(QDir(folder).filePath(u"profiler.log"_s), log); !written)
        return forward(written);
    return writeFileAtomically(QDir(folder).filePath(u"profiler.csv"_s), csv);
}

} // namespace driftscope
