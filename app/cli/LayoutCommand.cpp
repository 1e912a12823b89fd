// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/session/StageRows.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

Result<Answer> run(const std::vector<std::string>& files, Context& context)
{
    auto artifacts = artifactsNamed(files);
    if (!artifacts)
        return forward(artifacts);
    auto chain = loadChain(*artifacts, nullptr, nullptr, context.cancel, context.progress);
    if (!chain)
        return forward(chain);
    std::vector<std::shared_ptr<const Graph>> graphs;
    for (const LoadedStage& stage : chain->stages)
        graphs.push_back(stage.graph);
    QElapsedTimer timer;
    timer.start();
    auto layouts
        = layoutAligned(graphs, rowLinks(chain->graphs(), chain->matches), {}, context.cancel, context.progress);
    if (!layouts)
        return forward(layouts);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qint64 nodes = 0;
    qint64 edges = 0;
    double width = 0;
    double height = 0;
    for (const GraphLayout& layout : *layouts) {
        nodes += static_cast<qint64>(layout.boxes.size());
        edges += static_cast<qint64>(layout.edges.size());
        width += layout.bounds.width();
        height = std::max(height, layout.bounds.height());
    }
    return Answer{{{u"nodes"_s, nodes},
                   {u"edges"_s, edges},
                   {u"milliseconds"_s, milliseconds},
                   {u"width"_s, width},
                   {u"height"_s, height}},
                  u"%1 boxes and %2 edges in %3 ms, %4 x %5"_s.arg(nodes)
                      .arg(edges)
                      .arg(milliseconds, 0, 'f', 1)
                      .arg(width)
                      .arg(height),
                  NothingToReport,
                  {}};
}

} // namespace

void addLayout(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("layout", "Lays graphs out side by side and times it");
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("FILE", *files, "Model files, or the folder of a conversion")->required();
    command->callback([&chosen, files] { chosen = [files](Context& context) { return run(*files, context); }; });
}

} // namespace driftscope::cli
