// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
#include "core/report/Json.h"

#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct ContractOptions
{
    std::string subject;
    std::string log;
    std::string model;
    std::vector<std::string> stages;
};

/// What the contract is read from; the parts point into each other, so it stays where it is made.
struct Sources
{
    Project project;
    ConfigDocument document;
    std::optional<MakertbinLog> log;
    LoadedChain chain;
};

/// The stages that were named, else those of the project's newest run.
Result<QList<Artifact>> artifactsOf(const ContractOptions& options, const Project& project,
                                    std::optional<MakertbinLog>& log)
{
    if (!options.stages.empty())
        return artifactsNamed(options.stages);
    const auto run = latestRun(project.runsFolder, project.configFile);
    if (!run)
        return QList<Artifact>();
    if (!log)
        log = run->log;
    return run->artifacts;
}

/// The float model in front: the one that was named, else the config's where it is there.
void addFloatModel(QList<Artifact>& artifacts, const std::string& named, const ConfigDocument& document)
{
    const auto isFloat = [](const Artifact& artifact) { return artifact.stage == Stage::Float; };
    if (!named.empty()) {
        artifacts.removeIf(isFloat);
        artifacts.prepend({Stage::Float, QFileInfo(QString::fromStdString(named)).absoluteFilePath()});
        return;
    }
    const QString model = readConversionConfig(document).onnxModel;
    if (std::ranges::none_of(artifacts, isFloat) && QFileInfo(model).isFile())
        artifacts.prepend({Stage::Float, model});
}

Result<Sources> openSources(const ContractOptions& options, Context& context)
{
    Sources sources;
    auto project = openProject(QString::fromStdString(options.subject));
    if (!project)
        return forward(project);
    sources.project = std::move(*project);
    auto document = ConfigDocument::load(sources.project.configFile);
    if (!document)
        return forward(document);
    sources.document = std::move(*document);
    if (!options.log.empty()) {
        const auto text = readFile(QString::fromStdString(options.log));
        if (!text)
            return forward(text);
        sources.log = parseMakertbinLog(*text);
    }
    auto artifacts = artifactsOf(options, sources.project, sources.log);
    if (!artifacts)
        return forward(artifacts);
    addFloatModel(*artifacts, options.model, sources.document);
    auto chain = loadChain(*artifacts, &sources.document, sources.log ? &*sources.log : nullptr, context.cancel,
                           context.progress);
    if (!chain)
        return forward(chain);
    sources.chain = std::move(*chain);
    return sources;
}

QString cells(const ContractRow& row)
{
    QStringList parts;
    for (const QString& part : {row.type, row.shape, row.layout, row.colour, row.range, row.normalization}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

QString describe(const QList<InputContract>& contracts, const QList<NameDifference>& names)
{
    QString text;
    QTextStream out(&text);
    for (const InputContract& contract : contracts) {
        out << contract.input << '\n';
        for (qsizetype i = 0; i < contract.rows.size(); ++i) {
            const ContractRow& row = contract.rows[i];
            out << (i == contract.firstContradiction ? "! " : "  ") << row.title << ": " << cells(row) << "  ["
                << row.source << "]\n";
            if (!row.contradiction.isEmpty())
                out << "      " << row.contradiction << '\n';
        }
        if (contract.firstContradiction < 0)
            out << "  No contradiction.\n";
    }
    for (const NameDifference& name : names)
        out << "Note: " << name.text << '\n';
    return text.trimmed();
}

Result<Answer> run(const ContractOptions& options, Context& context)
{
    const auto sources = openSources(options, context);
    if (!sources)
        return forward(sources);
    const ContractSubject subject = contractSubject(sources->chain, &sources->document);
    const QList<InputContract> contracts = inputContracts(subject);
    const QList<NameDifference> names = nameDifferences(subject);
    const bool isContradicted = std::ranges::any_of(
        contracts, [](const InputContract& contract) { return contract.firstContradiction >= 0; });
    return Answer{
        contractJson(contracts, names), describe(contracts, names), isContradicted ? Findings : NothingToReport, {}};
}

} // namespace

void addContract(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "contract", "What every place from training to the board program says of the input; the first contradiction");
    auto options = std::make_shared<ContractOptions>();
    command->add_option("PROJECT", options->subject, "A project, or a conversion YAML")->required();
    command->add_option("--log", options->log, "The log of the conversion, in place of the newest run's");
    command->add_option("--model", options->model, "The float model, in place of the one that the config names");
    command->add_option("--stage", options->stages,
                        "Stage files (ONNX, .bin) or the folder that holds them, in place of the newest run's");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
