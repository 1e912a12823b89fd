// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FamilyCommands.h"

#include "core/sandbox/tool/Checker.h"
#include "core/sandbox/tool/Makertbin.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <optional>

namespace {

constexpr int failed = 1;

/// What the command line gives, before it means anything.
struct Arguments
{
    std::string config;
    std::string modelType;
    std::string model;
    std::string march;
    std::string originsFile;
    std::string output; ///< of checker; the real tool ignores it too
    std::vector<std::pair<std::string, std::string>> inputShapes;
    bool fastPerf = false;
    bool noKnownFaults = false;
};

void toConsole(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

driftscope::BareModel bareModel(const Arguments& given)
{
    driftscope::BareModel model{
        QString::fromStdString(given.model), driftscope::marchFromName(QString::fromStdString(given.march)), {}};
    for (const auto& [name, shape] : given.inputShapes)
        model.inputShapes.append({QString::fromStdString(name), QString::fromStdString(shape)});
    return model;
}

void addModelType(CLI::App& command, Arguments& given)
{
    command.add_option("--model-type", given.modelType, "Deep learning framework of the model")
        ->required()
        ->check(CLI::IsMember({"onnx"}));
}

CLI::Option* addInputShapes(CLI::App& command, Arguments& given)
{
    return command.add_option("--input-shape", given.inputShapes,
                              "Name and shape of an input, as in: data 1x3x224x224; may be given several times");
}

CLI::Validator knownMarch()
{
    return CLI::IsMember({"bernoulli2", "bayes", "bayes-e"});
}

void addMakertbin(CLI::App& cli, Arguments& given)
{
    CLI::App* makertbin = cli.add_subcommand("makertbin", "Transform an ONNX model to the board's .bin model");
    CLI::Option* config = makertbin->add_option("-c,--config", given.config, "Model convert config file");
    addModelType(*makertbin, given);
    CLI::Option* fast = makertbin->add_flag("--fast-perf", given.fastPerf,
                                            "Convert a model without a config, to see how fast it could be");
    fast->excludes(config);
    makertbin->add_option("--model", given.model, "The model for --fast-perf")->needs(fast);
    makertbin->add_option("--march", given.march, "The processor for --fast-perf")->needs(fast)->check(knownMarch());
    addInputShapes(*makertbin, given)->needs(fast);
    makertbin->add_flag("--no-known-faults", given.noKnownFaults,
                        "Do not reproduce faults that are known of the real toolchain");
    makertbin->add_option("--record-origins", given.originsFile,
                          "Write what became of every node between the stages to this JSON file");
    makertbin->callback([&given] {
        if (given.fastPerf && (given.model.empty() || given.march.empty()))
            throw CLI::RequiredError("--fast-perf: --model and --march");
        if (!given.fastPerf && given.config.empty())
            throw CLI::RequiredError("--config");
    });
}

CLI::App* addChecker(CLI::App& cli, Arguments& given)
{
    CLI::App* checker = cli.add_subcommand("checker", "Check whether a model can be converted and where its nodes run");
    addModelType(*checker, given);
    checker->add_option("--march", given.march, "The processor")->required()->check(knownMarch());
    checker->add_option("--model", given.model, "The model")->required();
    addInputShapes(*checker, given);
    checker->add_option("--output", given.output, "Taken and not used, as by the real tool");
    return checker;
}

int makertbin(const Arguments& given)
{
    driftscope::MakertbinOptions options{QString::fromStdString(given.config), QDir::currentPath(),
                                         !given.noKnownFaults, QString::fromStdString(given.originsFile)};
    if (given.fastPerf) {
        options.fastPerf = bareModel(given);
        options.configFile = QDir(options.logFolder).filePath(QStringLiteral(".fast_perf/fast_perf_config.yaml"));
    }
    return driftscope::runMakertbin(options, toConsole) ? 0 : failed;
}

/// Where the program is to be another tool of the family: called by that name, or with it as the first argument.
std::optional<int> runAsFamilyTool(const QStringList& words)
{
    const QStringList tools = driftscope::mapper::familyTools();
    const QString ownName = QFileInfo(words.value(0)).fileName();
    if (tools.contains(ownName))
        return driftscope::mapper::runFamilyCommand(ownName, words.mid(1));
    if (tools.contains(words.value(1)))
        return driftscope::mapper::runFamilyCommand(words[1], words.mid(2));
    return std::nullopt;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (const auto status = runAsFamilyTool(QCoreApplication::arguments()))
        return *status;
    CLI::App cli("The sandbox toolchain of Driftscope: answers to the command line of hb_mapper, and with the name of "
                 "another tool in front to those of hb_perf, hb_model_info, hb_model_modifier, hb_verifier and "
                 "hb_model_verifier");
    cli.name("driftscope-mapper");
    cli.set_version_flag("--version", "driftscope-mapper, version 1.24.3 (driftscope-sandbox " DRIFTSCOPE_VERSION ")");
    cli.require_subcommand(1);
    Arguments given;
    addMakertbin(cli, given);
    const CLI::App* checker = addChecker(cli, given);
    CLI11_PARSE(cli, argc, argv)
    if (!checker->parsed())
        return makertbin(given);
    return driftscope::runChecker({bareModel(given), QDir::currentPath()}, toConsole) ? 0 : failed;
}
