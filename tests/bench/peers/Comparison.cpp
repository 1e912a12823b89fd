// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Comparison.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

/// How many times faster than dagre a network is to be laid out.
struct SpeedTarget
{
    QLatin1StringView file;
    double factor;
};

constexpr std::array speedTargets{SpeedTarget{"swin_t.onnx"_L1, 100}, SpeedTarget{"densenet201.onnx"_L1, 500},
                                  SpeedTarget{"ch_PP-OCRv4_det_infer.onnx"_L1, 50}};
constexpr std::array networkFiles{"swin_t.onnx"_L1,      "densenet201.onnx"_L1, "ch_PP-OCRv4_det_infer.onnx"_L1,
                                  "isnet_uint8.onnx"_L1, "isnet_fp16.onnx"_L1,  "mobilenet_v2.onnx"_L1,
                                  "resnet18.onnx"_L1};

struct Row
{
    Engine engine;
    Outcome outcome;
    DrawingQuality quality;
};

QString networkFolder()
{
    const QString named = qEnvironmentVariable("DRIFTSCOPE_NETWORKS");
    return named.isEmpty() ? QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/.cache/networks") : named;
}

void printRow(const Row& row, double ownSeconds)
{
    const Outcome& outcome = row.outcome;
    const char* const mark = outcome.isCached ? "  (cached)" : "";
    if (!outcome.failure.isEmpty()) {
        std::printf("  %-22s %s%s\n", qUtf8Printable(engineTitle(row.engine)), qUtf8Printable(outcome.failure), mark);
        return;
    }
    std::printf("  %-22s %9.4f %8.4gx %9lld %9lld %11.5g %8lld %8lld %6lld %7.0f%s\n",
                qUtf8Printable(engineTitle(row.engine)), outcome.seconds, outcome.seconds / ownSeconds,
                row.quality.crossings, row.quality.linePairs, row.quality.length, row.quality.overlaps,
                row.quality.throughBoxes, outcome.stubs, static_cast<double>(outcome.peakBytes) / 1e6, mark);
}

const Row* find(const std::vector<Row>& rows, Engine engine)
{
    const auto found = std::ranges::find(rows, engine, &Row::engine);
    return found != rows.end() && found->outcome.failure.isEmpty() ? &*found : nullptr;
}

void judgeSpeed(const QString& source, const std::vector<Row>& rows, Targets& targets)
{
    const auto* const target = std::ranges::find(speedTargets, QFileInfo(source).fileName(), &SpeedTarget::file);
    const auto dagre = std::ranges::find(rows, Engine::Dagre, &Row::engine);
    if (target == speedTargets.end() || dagre == rows.end())
        return;
    // Where dagre did not come to an end, its limit is less than what it takes.
    const double seconds
        = dagre->outcome.failure.isEmpty() ? dagre->outcome.seconds : std::numeric_limits<double>::infinity();
    targets.atLeast(u"times faster than dagre"_s, seconds / rows.front().outcome.seconds, target->factor);
}

/// The least that dagre or elk needed of something; nothing where neither came to an end.
template <typename Measure> std::optional<double> betterOfPeers(const std::vector<Row>& rows, Measure measure)
{
    std::optional<double> better;
    for (const Engine engine : {Engine::Dagre, Engine::Elk}) {
        if (const Row* const row = find(rows, engine)) {
            const auto value = static_cast<double>(row->quality.*measure);
            better = std::min(better.value_or(value), value);
        }
    }
    return better;
}

void judgeQuality(const std::vector<Row>& rows, Targets& targets)
{
    const auto crossings = betterOfPeers(rows, &DrawingQuality::crossings);
    const auto length = betterOfPeers(rows, &DrawingQuality::length);
    for (const Engine engine : {Engine::Driftscope, Engine::DriftscopeWhole}) {
        const Row* const row = find(rows, engine);
        if (row == nullptr)
            continue;
        // Without stubs the two drawings are one.
        if (engine == Engine::DriftscopeWhole && rows.front().outcome.stubs == 0)
            continue;
        const QString which = engine == Engine::Driftscope ? QString() : u"no stubs, "_s;
        targets.atMost(which + u"overlapping boxes"_s, static_cast<double>(row->quality.overlaps), 0);
        targets.atMost(which + u"edges through boxes"_s, static_cast<double>(row->quality.throughBoxes), 0);
        if (crossings)
            targets.atMost(which + u"crossings, the better of dagre and elk plus 10 %"_s,
                           static_cast<double>(row->quality.crossings), *crossings * 1.1);
        if (length)
            targets.atMost(which + u"length in that of the better of dagre and elk"_s, row->quality.length / *length,
                           1.2);
    }
}

} // namespace

QStringList defaultSources()
{
    QStringList sources;
    for (const QLatin1StringView file : networkFiles) {
        const QString path = QDir(networkFolder()).filePath(file);
        if (QFileInfo::exists(path))
            sources.append(path);
        else
            std::printf("%s is not there; scripts/bench/fetch brings it\n", qUtf8Printable(path));
    }
    for (const QLatin1StringView family : {"chain"_L1, "residual"_L1, "transformer"_L1}) {
        for (const QLatin1StringView shared : {""_L1, "+1"_L1, "+3"_L1})
            sources.append(family + u":1000"_s + shared);
    }
    return sources;
}

Result<void> compareEngines(const QString& source, const EngineOptions& options, Targets& targets)
{
    const auto loaded = loadCase(source);
    if (!loaded)
        return forward(loaded);
    Progress progress;
    const LayoutOptions layout = layoutOptions(Engine::Driftscope);
    const auto drawn = layoutGraph(**loaded, layout, CancelToken(), progress);
    if (!drawn)
        return forward(drawn);
    const PeerGraph graph = peerGraph(*drawn, layout);
    std::printf("\n%s: %d nodes; %zu boxes, %zu edges\n", qUtf8Printable(QFileInfo(source).fileName()),
                (*loaded)->nodeCount(), graph.sizes.size(), graph.edges.size());
    std::printf("  %-22s %9s %9s %9s %9s %11s %8s %8s %6s %7s\n", "", "seconds", "ratio", "crossings", "pairs",
                "length", "overlaps", "through", "stubs", "MB");
    std::vector<Row> rows;
    for (const Engine engine : allEngines) {
        auto outcome = runEngine(engine, source, graph, options);
        if (!outcome)
            return forward(outcome);
        rows.push_back({engine, std::move(*outcome), {}});
        rows.back().quality = measureDrawing(rows.back().outcome.drawing);
        printRow(rows.back(), rows.front().outcome.seconds);
    }
    judgeSpeed(source, rows, targets);
    judgeQuality(rows, targets);
    return {};
}

} // namespace driftscope::test
