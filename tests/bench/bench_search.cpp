// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_search: how long one search over 50,000 nodes takes, as a ratio to looking for the same text in nothing but the
// nodes' names.
#include "core/search/GraphQuery.h"
#include "tests/support/Stopwatch.h"
#include "tests/support/SyntheticNetworks.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

template <typename Work> double medianMilliseconds(Work work)
{
    std::array<double, 9> times{};
    for (double& time : times) {
        const Stopwatch watch;
        work();
        time = watch.seconds() * 1000;
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main()
{
    const auto graph = Graph::fromDraft(syntheticNetwork({NetworkFamily::Transformer, 50000, 0}));
    int found = 0;
    const double reference = medianMilliseconds([&] {
        found = 0;
        for (const Node& node : graph->nodes())
            found += node.name.contains(u"softmax"_s, Qt::CaseInsensitive) ? 1 : 0;
    });
    std::printf("%d nodes; reference: the text \"softmax\" in their names %.2f ms, %d found\n", graph->nodeCount(),
                reference, found);
    const QStringList searches{u"softmax"_s,
                               u"type:MatMul"_s,
                               u"type:Mat*,Softmax -name:3"_s,
                               u"(dtype:float32 or on:CPU) shape:1x*"_s,
                               u"name:/layer.*9/"_s,
                               u"scope:encoder in:x attr:axis"_s,
                               u"cos<0.99 inserted:yes"_s};
    for (const QString& text : searches) {
        const GraphQuery query = GraphQuery::parse(text);
        const double time = medianMilliseconds([&] {
            found = 0;
            for (int i = 0; i < graph->nodeCount(); ++i)
                found += query.matches({graph.get(), NodeId(i), {}, {}}) ? 1 : 0;
        });
        std::printf("%-42s %8.2f ms %6.1f x %6d found\n", qPrintable(text), time, time / reference, found);
    }
    return 0;
}
