// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/Makertbin.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace {

constexpr int failed = 1;

void toConsole(const QByteArray& line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    CLI::App cli("The sandbox toolchain of Driftscope: answers to the command line of hb_mapper");
    cli.name("driftscope-mapper");
    cli.set_version_flag("--version", "driftscope-mapper, version 1.24.3 (driftscope-sandbox " DRIFTSCOPE_VERSION ")");
    cli.require_subcommand(1);

    std::string config;
    std::string modelType;
    bool noKnownFaults = false;
    CLI::App* makertbin = cli.add_subcommand("makertbin", "Transform an ONNX model to the board's .bin model");
    makertbin->add_option("-c,--config", config, "Model convert config file")->required();
    makertbin->add_option("--model-type", modelType, "Deep learning framework of the model")
        ->required()
        ->check(CLI::IsMember({"onnx"}));
    makertbin->add_flag("--no-known-faults", noKnownFaults,
                        "Do not reproduce faults that are known of the real toolchain");
    std::string originsFile;
    makertbin->add_option("--record-origins", originsFile,
                          "Write what became of every node between the stages to this JSON file");
    CLI11_PARSE(cli, argc, argv)

    const driftscope::MakertbinOptions options{QString::fromStdString(config), QDir::currentPath(), !noKnownFaults,
                                               QString::fromStdString(originsFile)};
    return driftscope::runMakertbin(options, toConsole) ? 0 : failed;
}
