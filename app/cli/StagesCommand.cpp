// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
#include "core/project/Project.h"
#include "core/report/Json.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString describe(const LoadedChain& chain)
{
    QString text;
    QTextStream out(&text);
    for (const LoadedStage& stage : chain.stages)
        out << stageKey(stage.stage) << ": " << stage.graph->nodeCount() << " nodes, " << stage.file << '\n';
    for (const StageMatch& match : chain.matches) {
        out << stageKey(match.fromStage) << " -> " << stageKey(match.toStage) << ": " << match.matches.size()
            << " matched, " << match.added.size() << " added, " << match.removed.size() << " removed\n";
    }
    for (const ListLinks& links : chain.annotations->links()) {
        out << factOriginName(links.origin) << " -> " << stageKey(links.stage) << ": " << links.linkedCount() << " of "
            << links.rows.size() << " rows linked\n";
    }
    for (const QString& problem : chain.annotations->problems())
        out << problem << '\n';
    for (const InsertedNode& node : chain.inserted) {
        if (node.kind == InsertedKind::Calibration)
            continue;
        out << "+ " << stageKey(node.stage) << ' ' << node.name << '\n';
        for (const QString& line : {node.why, node.computes, node.boardMustFeed, node.contradiction}) {
            if (!line.isEmpty())
                out << "    " << line << '\n';
        }
        if (!node.cause.key.isEmpty())
            out << "    caused by " << node.cause.key << ": " << node.cause.value << " (line " << node.cause.line
                << ")\n";
    }
    for (const StageDifference& difference : chain.differences) {
        if (difference.kind == DifferenceKind::Added || difference.topic == DifferenceTopic::Calibration)
            continue; // said above, or of every operator
        const QString sign = difference.kind == DifferenceKind::Removed ? u"-"_s : u"~"_s;
        out << sign << ' ' << stageKey(difference.toStage) << ' ' << differenceKindName(difference.kind) << ": "
            << difference.fromNames.join(u", "_s);
        if (!difference.toNames.isEmpty())
            out << " -> " << difference.toNames.join(u", "_s);
        out << "\n    " << difference.why << '\n';
        if (!difference.computes.isEmpty())
            out << "    " << difference.computes << '\n';
    }
    return text.trimmed();
}

struct StagesRequest
{
    std::vector<std::string> files;
    std::string config;
    std::string project;
    std::string log;
};

Result<Answer> run(const StagesRequest& request, Context& context)
{
    auto artifacts = artifactsNamed(request.files);
    if (!artifacts)
        return forward(artifacts);
    std::optional<ConfigDocument> document;
    if (!request.config.empty()) {
        auto loaded = ConfigDocument::load(QString::fromStdString(request.config));
        if (!loaded)
            return forward(loaded);
        document = std::move(*loaded);
    }
    MatchCorrections corrections;
    if (!request.project.empty()) {
        auto opened = openProject(QString::fromStdString(request.project));
        if (!opened)
            return forward(opened);
        corrections = opened->corrections;
    }
    std::optional<MakertbinLog> log;
    if (!request.log.empty()) {
        const auto text = readFile(QString::fromStdString(request.log));
        if (!text)
            return forward(text);
        log = parseMakertbinLog(*text);
    }
    auto chain = loadChain(*artifacts, document ? &*document : nullptr, log ? &*log : nullptr, context.cancel,
                           context.progress, corrections);
    if (!chain)
        return forward(chain);
    return Answer{chainJson(*chain), describe(*chain), NothingToReport, {}};
}

} // namespace

void addStages(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("stages", "Matches the stages of one conversion and explains inserted nodes");
    auto request = std::make_shared<StagesRequest>();
    command->add_option("FILE", request->files, "Stage files, or the folder that holds them")->required();
    command->add_option("--config", request->config, "The conversion YAML that the stages were made with");
    command->add_option("--project", request->project, "The project whose corrections of matches hold");
    command->add_option("--log", request->log,
                        "The log of the conversion, in place of one that lies beside the stages");
    command->callback([&chosen, request] { chosen = [request](Context& context) { return run(*request, context); }; });
}

} // namespace driftscope::cli
