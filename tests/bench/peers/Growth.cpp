// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Growth.h"

#include "Engines.h"

#include "tests/support/Stopwatch.h"
#include "tests/support/SyntheticNetworks.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr std::array sizes{1'000, 10'000, 50'000, 100'000};
constexpr std::array sharedCounts{0, 1, 3};

double fastestLayout(const NetworkSpec& spec)
{
    constexpr int leastRepetitions = 3;
    constexpr double enoughSeconds = 1;
    const auto graph = Graph::fromDraft(syntheticNetwork(spec));
    double fastest = std::numeric_limits<double>::infinity();
    const Stopwatch all;
    for (int i = 0; i < leastRepetitions || (all.seconds() < enoughSeconds && i < 100); ++i) {
        Progress progress;
        const Stopwatch stopwatch;
        const auto layout = layoutGraph(*graph, layoutOptions(Engine::Driftscope), CancelToken(), progress);
        if (!layout)
            qFatal("%s", qUtf8Printable(layout.error().message));
        fastest = std::min(fastest, stopwatch.seconds());
    }
    return fastest;
}

void measureFamily(NetworkFamily family, Targets& targets)
{
    std::map<std::pair<int, int>, double> seconds; ///< by shared values and nodes
    for (const int shared : sharedCounts) {
        for (const int nodes : sizes) {
            const double fastest = fastestLayout({family, nodes, shared});
            seconds[{shared, nodes}] = fastest;
            std::printf("  %-24s %9.4f s  %7.3f us a node  %5.2f of the plain one\n",
                        qUtf8Printable(specText({family, nodes, shared})), fastest, fastest / nodes * 1e6,
                        fastest / seconds[{0, nodes}]);
        }
    }
    const auto perNode = [&](int nodes) { return seconds[{0, nodes}] / nodes; };
    targets.atMost(u"time a node at 100,000 in that at 1,000"_s, perNode(100'000) / perNode(1'000), 2);
    targets.atMost(u"seconds for 50,000 nodes"_s, seconds[{0, 50'000}], 0.5);
    for (const int shared : {1, 3}) {
        double worst = 0;
        for (const int nodes : sizes)
            worst = std::max(worst, seconds[{shared, nodes}] / seconds[{0, nodes}]);
        targets.atMost(u"%1 shared, time in that of the plain network"_s.arg(shared), worst, 2);
    }
}

} // namespace

void measureGrowth(const QRegularExpression& only, Targets& targets)
{
    for (const NetworkFamily family : {NetworkFamily::Chain, NetworkFamily::Residual, NetworkFamily::Transformer}) {
        const QString name = specText({family, sizes.back(), 0}).section(u':', 0, 0);
        if (!only.match(name).hasMatch())
            continue;
        std::printf("\n%s of 1,000 to 100,000 nodes, fastest layout\n", qUtf8Printable(name));
        measureFamily(family, targets);
    }
}

} // namespace driftscope::test
