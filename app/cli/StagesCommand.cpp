// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
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
    return text.trimmed();
}

Result<Answer> run(const std::vector<std::string>& files, const std::string& config, const std::string& logFile,
                   Context& context)
{
    auto artifacts = artifactsNamed(files);
    if (!artifacts)
        return forward(artifacts);
    std::optional<ConfigDocument> document;
    if (!config.empty()) {
        auto loaded = ConfigDocument::load(QString::fromStdString(config));
        if (!loaded)
            return forward(loaded);
        document = std::move(*loaded);
    }
    std::optional<MakertbinLog> log;
    if (!logFile.empty()) {
        const auto text = readFile(QString::fromStdString(logFile));
        if (!text)
            return forward(text);
        log = parseMakertbinLog(*text);
    }
    auto chain = loadChain(*artifacts, document ? &*document : nullptr, log ? &*log : nullptr, context.cancel,
                           context.progress);
    if (!chain)
        return forward(chain);
    return Answer{chainJson(*chain), describe(*chain), NothingToReport, {}};
}

} // namespace

void addStages(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("stages", "Matches the stages of one conversion and explains inserted nodes");
    auto files = std::make_shared<std::vector<std::string>>();
    auto config = std::make_shared<std::string>();
    auto log = std::make_shared<std::string>();
    command->add_option("FILE", *files, "Stage files, or the folder that holds them")->required();
    command->add_option("--config", *config, "The conversion YAML that the stages were made with");
    command->add_option("--log", *log, "The log of the conversion, in place of one that lies beside the stages");
    command->callback([&chosen, files, config, log] {
        chosen = [files, config, log](Context& context) { return run(*files, *config, *log, context); };
    });
}

} // namespace driftscope::cli
