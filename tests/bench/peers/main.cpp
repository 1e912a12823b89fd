// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_layout_peers: lays out the same graphs with Driftscope, dagre, elk and Graphviz, measures how good the drawings
// are, and says which targets are met. The exit code is 1 if one is missed.
#include "Comparison.h"
#include "Growth.h"

#include "core/base/Files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "bench_layout_peers: %s\n", qUtf8Printable(error.message));
    return 2;
}

/// What a child of this program does: one layout, written to a file.
int layOut(const QString& source, Engine engine, const QString& output)
{
    const auto graph = loadCase(source);
    if (!graph)
        return fail(graph.error());
    const auto outcome = layOutHere(**graph, engine);
    if (!outcome)
        return fail(outcome.error());
    const auto written = writeFileAtomically(output, toJson(*outcome));
    return written ? 0 : fail(written.error());
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"Compares Driftscope's layout with dagre, elk and Graphviz."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"only"_s, u"Only graphs whose name matches."_s, u"REGEX"_s, u"."_s},
        {u"anew"_s, u"Measure the other engines anew, not from the cache."_s},
        {u"limit"_s, u"Seconds that dagre and elk get for a graph."_s, u"SECONDS"_s, u"600"_s},
        {u"dot-limit"_s, u"Seconds that Graphviz gets for a graph."_s, u"SECONDS"_s, u"150"_s},
        {u"no-growth"_s, u"Leave out the series of 1,000 to 100,000 nodes."_s},
        {u"lay-out"_s, u"For the program itself: lay out one graph."_s, u"SOURCE"_s},
        {u"whole"_s, u"With --lay-out: no stubs."_s},
        {u"to"_s, u"With --lay-out: where the drawing goes."_s, u"FILE"_s},
    });
    parser.addPositionalArgument(u"SOURCE"_s,
                                 u"ONNX files, or residual:1000, transformer:1000+3 and the like; the "
                                 "networks of scripts/bench/fetch and synthetic ones otherwise."_s,
                                 u"[SOURCE…]"_s);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    if (parser.isSet(u"lay-out"_s)) {
        const Engine engine = parser.isSet(u"whole"_s) ? Engine::DriftscopeWhole : Engine::Driftscope;
        return layOut(parser.value(u"lay-out"_s), engine, parser.value(u"to"_s));
    }

    EngineOptions options;
    options.limitSeconds = parser.value(u"limit"_s).toInt();
    options.dotLimitSeconds = parser.value(u"dot-limit"_s).toInt();
    options.measureAnew = parser.isSet(u"anew"_s);
    options.cacheFolder = QStringLiteral(DRIFTSCOPE_BINARY_DIR "/layout-peers");
    const QRegularExpression only(parser.value(u"only"_s));
    Targets targets;
    const QStringList named = parser.positionalArguments();
    for (const QString& source : named.isEmpty() ? defaultSources() : named) {
        if (!only.match(source).hasMatch())
            continue;
        if (const auto done = compareEngines(source, options, targets); !done)
            return fail(done.error());
    }
    if (named.isEmpty() && !parser.isSet(u"no-growth"_s))
        measureGrowth(only, targets);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
