// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_matching: matching two stages of 1,000 to 50,000 nodes each, names kept and every name replaced by a number.
// The reference is building one of the two graphs from its draft (names interned, nodes linked and sorted) in the same
// run. The exit code is 1 if a target is missed.
#include "tests/bench/Targets.h"
#include "tests/support/Stopwatch.h"
#include "tests/support/SyntheticNetworks.h"

#include "core/graph/Graph.h"
#include "core/stages/StageMatch.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

enum class Names
{
    Kept,
    Numbered ///< every node and value has another name than before
};

GraphDraft renamed(GraphDraft draft, Names names)
{
    if (names == Names::Kept)
        return draft;
    QHash<QString, QString> newNames;
    const auto rename = [&](QString& name) {
        if (name.isEmpty())
            return;
        const auto known = newNames.constFind(name);
        name = known != newNames.constEnd() ? *known : *newNames.insert(name, u"t%1"_s.arg(newNames.size()));
    };
    for (ValueDraft& input : draft.inputs)
        rename(input.name);
    for (NamedTensor& initializer : draft.initializers)
        rename(initializer.name);
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        draft.nodes[i].name = u"n%1"_s.arg(i);
        for (QString& input : draft.nodes[i].inputs)
            rename(input);
        for (QString& output : draft.nodes[i].outputs)
            rename(output);
    }
    for (ValueDraft& value : draft.values)
        rename(value.name);
    for (ValueDraft& output : draft.outputs)
        rename(output.name);
    return draft;
}

void measure(const NetworkSpec& spec, Names names, Targets& targets)
{
    constexpr int repetitions = 5;
    const GraphDraft draft = syntheticNetwork(spec);
    const StageGraph before{Stage::Float, {}, Graph::fromDraft(draft)};
    const StageGraph after{Stage::OptimizedFloat, {}, Graph::fromDraft(renamed(draft, names))};
    qsizetype matched = 0;
    const double seconds = fastestSeconds(repetitions, [&] { matched = matchStages(before, after).matches.size(); });
    const double building = fastestSeconds(repetitions, [&] { (void)Graph::fromDraft(draft); });
    const QString title = specText(spec) + (names == Names::Numbered ? u", renamed"_s : QString());
    std::printf("%-28s %8.4f s  %6.2f times building the graph  %5.1f %% of the nodes matched\n", qUtf8Printable(title),
                seconds, seconds / building, 100.0 * static_cast<double>(matched) / before.graph->nodeCount());
    if (spec.nodes == 10'000)
        targets.atMost(u"seconds for 10,000 x 10,000 nodes"_s, seconds, 0.5);
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Targets targets;
    for (const Names names : {Names::Kept, Names::Numbered}) {
        for (const NetworkFamily family : {NetworkFamily::Residual, NetworkFamily::Transformer}) {
            for (const int nodes : {1'000, 10'000, 50'000})
                measure({family, nodes, 0}, names, targets);
        }
    }
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
