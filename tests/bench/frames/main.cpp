// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_frames: how long a frame takes while a person pans and zooms through networks of 50,000 nodes, alone and two
// side by side, in a window of 1600 x 1000 pixels on the raster paint engine. The exit code is 1 if a target is missed.
#include "FrameTimes.h"
#include "Subjects.h"

#include "tests/bench/Targets.h"
#include "tests/support/GuiTest.h"

#include "widgets/graph/CompareView.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

const QSize windowSize(1600, 1000);
constexpr int nodes = 50'000;

void printTimes(const FrameTimes& times)
{
    std::printf("  %6.2f %6.2f %6.2f", times.quantile(0.5), times.quantile(0.95), times.longest());
}

void measure(const QString& title, GraphView& view, double allowedMilliseconds, Targets& targets)
{
    std::printf("\n%s\n  %8s %8s   drag: p50 p95 max       page: p50 p95 max      wheel: p50 p95 max   (ms a frame)\n",
                qUtf8Printable(title), "scale", "in view");
    double worst = 0;
    for (const double scale : scalesOf(view)) {
        const FramesAtZoom frames = measureAt(view, scale);
        std::printf("  %8.5f %8d", frames.scale, frames.boxesInView);
        printTimes(frames.drag);
        printTimes(frames.page);
        printTimes(frames.wheel);
        std::printf("\n");
        FrameTimes all = frames.drag;
        all.add(frames.page);
        all.add(frames.wheel);
        worst = std::max(worst, all.quantile(0.95));
    }
    targets.atMost(u"p95 of pan and zoom at the slowest scale"_s, worst, allowedMilliseconds);
}

void measureOnePane(const NetworkSpec& spec, Targets& targets)
{
    constexpr double allowedMilliseconds = 8;
    ComparePane pane = onePane(spec);
    GraphView view;
    view.resize(windowSize);
    view.setScene(std::make_shared<const GraphScene>(pane.graph, std::move(pane.layout), pane.decorations));
    showActive(view);
    measure(specText(spec), view, allowedMilliseconds, targets);
}

void measureTwoPanes(const NetworkSpec& spec, Targets& targets)
{
    constexpr double allowedMilliseconds = 16;
    TwoPanes panes = twoPanes(spec);
    CompareView view;
    view.resize(windowSize);
    view.setPanes(std::move(panes.panes), panes.matches);
    showActive(view);
    measure(u"two panes of "_s + specText(spec), *view.view(0), allowedMilliseconds, targets);
}

} // namespace

int main(int argc, char** argv)
{
    setUpEnvironment();
    const QApplication application(argc, argv);
    setUpApplication();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const FrameTimes reference = measureRectangles(windowSize, nodes);
    std::printf("reference, %d rectangles by drawRects (p50 p95 max, ms):", nodes);
    printTimes(reference);
    std::printf("\n");
    Targets targets;
    for (const NetworkFamily family : {NetworkFamily::Residual, NetworkFamily::Transformer, NetworkFamily::Parallel})
        measureOnePane({family, nodes, 0}, targets);
    for (const NetworkFamily family : {NetworkFamily::Transformer, NetworkFamily::Parallel})
        measureTwoPanes({family, nodes, 0}, targets);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
