// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FamilyCommands.h"

#include "core/sandbox/family/ModelInfoTool.h"
#include "core/sandbox/family/ModifierTool.h"
#include "core/sandbox/family/PerfTool.h"
#include "core/sandbox/family/VerifierTool.h"

#include <CLI/CLI.hpp>
#include <QDir>

#include <algorithm>
#include <array>
#include <cstdio>

namespace driftscope::mapper {

namespace {

using Texts = std::vector<std::string>;

void toConsole(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

FamilyPlace here()
{
    return {QDir::currentPath(), toConsole};
}

QStringList toStrings(const Texts& texts)
{
    QStringList strings;
    for (const std::string& text : texts)
        strings.append(QString::fromStdString(text));
    return strings;
}

int parsed(CLI::App& app, const QStringList& arguments, const std::function<bool()>& run)
{
    Texts words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    std::ranges::reverse(words); // as CLI11 wants them
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    }
    return run() ? 0 : 1;
}

int modelInfo(CLI::App& app, const QStringList& arguments)
{
    std::string model;
    std::string name;
    app.add_option("BIN_FILE", model, "The board model")->required()->check(CLI::ExistingFile);
    app.add_option("-m", name, "Taken and not used: a file of the sandbox holds one model");
    return parsed(app, arguments, [&] { return runModelInfo(QString::fromStdString(model), here()); });
}

int perf(CLI::App& app, const QStringList& arguments)
{
    std::string model;
    std::string name;
    bool pack = false;
    app.add_option("BIN_FILE", model, "The board model")->required()->check(CLI::ExistingFile);
    app.add_option("-m", name, "Taken and not used: a file of the sandbox holds one model");
    app.add_flag("-p", pack, "Taken and not used");
    return parsed(app, arguments, [&] { return runPerf(QString::fromStdString(model), here()); });
}

int modifier(CLI::App& app, const QStringList& arguments)
{
    std::string model;
    std::string output;
    Texts types;
    Texts names;
    app.add_option("MODEL_FILE,--model_file", model, "The board model")->required()->check(CLI::ExistingFile);
    app.add_option("-a,--all", types, "Remove every node of this type; may be given several times")->expected(1);
    app.add_option("-r", names, "Remove this node; may be given several times")->expected(1);
    app.add_option("-o", output, "Name of the changed model");
    for (CLI::Option* option : app.get_options())
        option->multi_option_policy(option->get_name() == "--all" || option->get_name() == "-r"
                                        ? CLI::MultiOptionPolicy::TakeAll
                                        : CLI::MultiOptionPolicy::TakeLast);
    return parsed(app, arguments, [&] {
        return runModifier(
            {QString::fromStdString(model), toStrings(types), toStrings(names), QString::fromStdString(output)},
            here());
    });
}

int verifier(CLI::App& app, const QStringList& arguments)
{
    std::string models;
    std::string board;
    std::string simulate = "False";
    std::string input;
    std::string allNodes;
    std::string user;
    std::string password;
    int digits = 5;
    app.add_option("-m,--model", models, "The quantized model and the board model: a.onnx,b.bin")->required();
    app.add_option("-b,--board-ip", board, "Address of a board; the sandbox board answers at every address");
    app.add_option("-s,--run-sim", simulate, "True: also run the board model here")
        ->check(CLI::IsMember({"True", "False"}, CLI::ignore_case));
    app.add_option("-i,--input-img", input, "A picture or raw data; several inputs with a comma between");
    app.add_option("-c,--compare_digits", digits, "Decimal places that must agree")->check(CLI::Range(0, 12));
    app.add_option("-r,--dump-all-nodes-results", allNodes, "Taken and not used: outputs alone are compared");
    app.add_option("-u", user, "Taken and not used");
    app.add_option("-p", password, "Taken and not used");
    return parsed(app, arguments, [&] {
        const QStringList files = QString::fromStdString(models).split(u',');
        if (files.size() != 2) {
            std::fputs("-m takes two files with a comma between: quanti.onnx,model.bin\n", stderr);
            return false;
        }
        VerifierOptions options;
        options.quantized = files[0];
        options.model = files[1];
        options.board = QString::fromStdString(board);
        options.simulate = QString::fromStdString(simulate).compare(u"true", Qt::CaseInsensitive) == 0;
        options.inputs = QString::fromStdString(input).split(u',', Qt::SkipEmptyParts);
        options.digits = digits;
        return runVerifier(options, here());
    });
}

int olderVerifier(CLI::App& app, const QStringList& arguments)
{
    std::string quantized;
    std::string model;
    std::string board;
    std::string input;
    int digits = 5;
    app.add_option("-q,--quanti_model", quantized, "The quantized model")->required();
    app.add_option("-b,--bin_model", model, "The board model")->required();
    app.add_option("-a,--arm-board-ip", board, "Address of a board; the sandbox board answers at every address");
    app.add_option("-i,--input-img", input, "A picture or raw data");
    app.add_option("-d,--compare_digits", digits, "Decimal places that must agree")->check(CLI::Range(0, 12));
    return parsed(app, arguments, [&] {
        VerifierOptions options;
        options.quantized = QString::fromStdString(quantized);
        options.model = QString::fromStdString(model);
        options.board = QString::fromStdString(board);
        if (!input.empty())
            options.inputs = {QString::fromStdString(input)};
        options.digits = digits;
        options.isOlder = true;
        return runVerifier(options, here());
    });
}

struct FamilyCommand
{
    const char* name;
    const char* about;
    int (*run)(CLI::App& app, const QStringList& arguments);
};

constexpr std::array commands{
    FamilyCommand{"hb_perf", "Estimate the speed of a board model", perf},
    FamilyCommand{"hb_model_info", "Show how a board model was built", modelInfo},
    FamilyCommand{"hb_model_modifier", "Remove nodes from a board model", modifier},
    FamilyCommand{"hb_verifier", "Compare the quantized model with the board model", verifier},
    FamilyCommand{"hb_model_verifier", "The same with the options of older versions", olderVerifier},
};

} // namespace

QStringList familyTools()
{
    QStringList names;
    for (const FamilyCommand& command : commands)
        names.append(QString::fromLatin1(command.name));
    return names;
}

int runFamilyCommand(const QString& tool, const QStringList& arguments)
{
    for (const FamilyCommand& command : commands) {
        if (tool != QLatin1StringView(command.name))
            continue;
        CLI::App app(command.about);
        app.name(command.name);
        app.set_version_flag("--version",
                             tool.toStdString() + ", version 1.24.3 (driftscope-sandbox " DRIFTSCOPE_VERSION ")");
        return command.run(app, arguments);
    }
    return 2;
}

} // namespace driftscope::mapper
