// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_layers: 2,000 layers compared over 20 samples that lie in files, the table that shows them, and the whole
// window whose table, curve, graph and tensors follow one another. The references are a plain reading of the same
// files, the memory that one sample takes, a table of 20 rows, and a window with 20 layers. The exit code is 1 if a
// target is missed.
#include "LinkedWindow.h"

#include "tests/bench/Targets.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Stopwatch.h"

#include "core/base/Files.h"
#include "core/diagnosis/SampleComparison.h"
#include "core/models/LayersModel.h"
#include "core/models/ModelRoles.h"
#include "core/runtime/CaptureToFolder.h"
#include "widgets/common/PaneTable.h"
#include "widgets/layers/LayerDelegate.h"

#include <QDir>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr int layerCount = 2000;
constexpr int sampleCount = 20;
const Shape shape{1, 16, 24, 24};

Capture capture(float error)
{
    Capture made;
    made.stage = error == 0 ? u"quantized"_s : u"board"_s;
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (int layer = 0; layer < layerCount; ++layer) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(static_cast<float>(i) * 0.01F * static_cast<float>(layer % 13 + 1))
                + (i % 7 == 0 ? error * static_cast<float>(layer) : 0.0F);
        const QString name = u"/block.%1/Conv_output_0"_s.arg(layer);
        made.tensors.append({name, u"/block.%1/Conv"_s.arg(layer), Tensor::fromValues<float>(shape, values)});
    }
    return made;
}

/// Seconds of reading every file of both folders once.
double readPlainly(const QString& first, const QString& second)
{
    const Stopwatch stopwatch;
    qint64 bytes = 0;
    for (const QString& folder : {first, second}) {
        const QDir inside(folder);
        for (const QString& file : inside.entryList({u"*.npy"_s}, QDir::Files))
            bytes += readFile(inside.filePath(file)).value_or(QByteArray()).size();
    }
    std::printf("plain reading of one sample: %.0f MB in %.2f s\n", static_cast<double>(bytes) / 1e6,
                stopwatch.seconds());
    return stopwatch.seconds();
}

struct ComparisonFigures
{
    double seconds = 0;
    double peakMegabytes = 0; ///< above what the process had before
    CaptureComparison comparison;
};

ComparisonFigures compare(const QString& reference, const QString& candidate, int samples)
{
    SampleComparisonRequest request;
    request.samples = samples;
    request.source = [&](int, const CancelToken&, Progress&) -> Result<ComparedSample> {
        auto first = readCapture(reference);
        auto second = readCapture(candidate);
        if (!first || !second)
            return forward(first ? second : first);
        return ComparedSample{u"sample"_s, std::make_shared<const Capture>(std::move(*first)),
                              std::make_shared<const Capture>(std::move(*second))};
    };
    const qint64 before = residentBytes();
    qint64 most = before;
    request.onLayers = [&most](int, const QList<LayerComparison>&) { most = std::max(most, residentBytes()); };
    const Stopwatch stopwatch;
    Progress progress;
    auto compared = compareSamples(request, {}, progress);
    ComparisonFigures figures{stopwatch.seconds(), static_cast<double>(most - before) / 1e6, {}};
    if (compared)
        figures.comparison = std::move(*compared);
    std::printf("%d layers x %2d samples: %.2f s, %.0f MB more than before\n", layerCount, samples, figures.seconds,
                figures.peakMegabytes);
    return figures;
}

/// Milliseconds of the slowest twentieth of frames while a person walks and pages through the table.
double tableFrames(const CaptureComparison& comparison, int rows)
{
    LayersModel model;
    model.setLayers(0, comparison.layers.mid(0, rows));
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(SortRole);
    PaneTable table;
    table.setModel(&sorted);
    table.setItemDelegate(new LayerDelegate(&table));
    table.setSortingEnabled(true);
    table.sortByColumn(LayersModel::CosineColumn, Qt::AscendingOrder);
    table.resize(1200, 330);
    table.fitColumns();
    showActive(table);
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {
        const Stopwatch stopwatch;
        QTest::keyClick(&table, i % 3 == 2 ? (i / 150 == 0 ? Qt::Key_PageDown : Qt::Key_PageUp) : Qt::Key_Down);
        table.viewport()->repaint();
        times.push_back(stopwatch.seconds() * 1e3);
    }
    std::ranges::sort(times);
    std::printf("table of %4d rows: p50 %.2f ms, p95 %.2f ms a frame\n", rows, times[times.size() / 2],
                times[times.size() * 95 / 100]);
    return times[times.size() * 95 / 100];
}

/// Milliseconds until a portion of rows stands in a table that is sorted by what changes.
double portionOfRows(const CaptureComparison& comparison)
{
    LayersModel model;
    QList<LayerComparison> waiting = comparison.layers;
    for (LayerComparison& layer : waiting)
        layer.status = ComparisonStatus::Waiting;
    model.setLayers(0, waiting);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(SortRole);
    sorted.sort(LayersModel::CosineColumn);
    double longest = 0;
    constexpr int portion = 200;
    for (int first = 0; first < layerCount; first += portion) {
        const Stopwatch stopwatch;
        model.setLayers(first, comparison.layers.mid(first, portion));
        longest = std::max(longest, stopwatch.seconds() * 1e3);
    }
    return longest;
}

void print(const char* pane, const std::vector<double>& times)
{
    std::printf("  %s: p50 %.1f ms, p95 %.1f ms a step\n", pane, LinkedWindowFigures::quantile(times, 0.5),
                LinkedWindowFigures::quantile(times, 0.95));
}

LinkedWindowFigures window(int layers, int pictures)
{
    LinkedWindowFigures figures = walkThroughWindow(layers, pictures);
    std::printf("window of %d layers x %d pictures: compared in %.1f s, at most %.0f ms between two turns\n", layers,
                pictures, figures.comparisonSeconds, figures.worstTickMilliseconds);
    print("table", figures.tableMilliseconds);
    print("curve", figures.curveMilliseconds);
    print("graph", figures.graphMilliseconds);
    return figures;
}

void addWindow(Targets& targets)
{
    constexpr int few = 20;
    constexpr double share = 0.95;
    constexpr double millisecondsOfAFrame = 33;
    const LinkedWindowFigures small = window(few, 2);
    const LinkedWindowFigures large = window(layerCount, sampleCount);
    const auto add = [&](const QString& pane, const std::vector<double> LinkedWindowFigures::*times) {
        const double most = LinkedWindowFigures::quantile(large.*times, share);
        targets.atMost(u"%1: steps of 2,000 layers, times those of 20"_s.arg(pane),
                       most / LinkedWindowFigures::quantile(small.*times, share), 3);
        targets.atMost(u"%1: ms a step"_s.arg(pane), most, millisecondsOfAFrame);
    };
    targets.atLeast(u"rows that are compared in the window"_s, large.comparedRows, layerCount);
    add(u"table"_s, &LinkedWindowFigures::tableMilliseconds);
    add(u"curve"_s, &LinkedWindowFigures::curveMilliseconds);
    add(u"graph"_s, &LinkedWindowFigures::graphMilliseconds);
    targets.atMost(u"steps after which panes show different layers"_s, small.brokenLinks + large.brokenLinks, 0);
    targets.atMost(u"ms between two turns while layers come in"_s, large.worstTickMilliseconds, 250);
}

} // namespace

int main(int argc, char** argv)
{
    setUpEnvironment();
    const QApplication application(argc, argv);
    setUpApplication();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QTemporaryDir folder;
    const QString reference = folder.filePath(u"reference"_s);
    const QString candidate = folder.filePath(u"candidate"_s);
    if (!writeCapture(capture(0.0F), reference) || !writeCapture(capture(1e-4F), candidate))
        return 1;
    Targets targets;
    const double reading = readPlainly(reference, candidate);
    const ComparisonFigures one = compare(reference, candidate, 1);
    const ComparisonFigures all = compare(reference, candidate, sampleCount);
    targets.atLeast(u"rows that are compared"_s,
                    static_cast<double>(std::ranges::count(all.comparison.layers, ComparisonStatus::Compared,
                                                           &LayerComparison::status)),
                    layerCount);
    targets.atMost(u"20 samples, times the seconds of one"_s, all.seconds / one.seconds, 1.15 * sampleCount);
    targets.atMost(u"one sample, times a plain reading"_s, one.seconds / reading, 12);
    targets.atMost(u"20 samples, MB more than before"_s, all.peakMegabytes, 64);
    const double few = tableFrames(all.comparison, 20);
    targets.atMost(u"frames of 2,000 rows, times those of 20"_s, tableFrames(all.comparison, layerCount) / few, 2);
    targets.atMost(u"ms for 200 new rows in a sorted table"_s, portionOfRows(all.comparison), 16);
    addWindow(targets);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
