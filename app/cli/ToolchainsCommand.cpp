// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"
#include "app/cli/ProfileCommands.h"

#include "core/toolchain/ToolchainFile.h"
#include "core/toolchain/ToolchainProbe.h"

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct AddOptions
{
    std::string name;
    std::string place = "local";
    std::string program = "hb_mapper";
    std::vector<std::string> arguments;
    std::string engine;
    std::string target;
    std::vector<std::string> options;
    std::vector<std::string> mounts;
    std::vector<std::string> environment;
    std::string folder;
    bool replace = false;
};

QJsonObject toJson(const ToolchainProfile& toolchain)
{
    return {{u"name"_s, toolchain.name},
            {u"place"_s, toolchainPlaceKey(toolchain.place)},
            {u"program"_s, toolchain.program},
            {u"engine"_s, toolchain.engine},
            {u"target"_s, toolchain.target},
            {u"version"_s, toolchain.capabilities.version},
            {u"version_line"_s, toolchain.capabilities.versionLine},
            {u"tools"_s, QJsonArray::fromStringList(toolchain.capabilities.tools)},
            {u"checker"_s, toolchain.capabilities.hasChecker},
            {u"fast_perf"_s, toolchain.capabilities.hasFastPerf}};
}

QString describe(const ToolchainProfile& toolchain)
{
    QString line = u"%1: %2"_s.arg(toolchain.name, toolchain.program);
    if (const QString where = toolchainWhere(toolchain); !where.isEmpty())
        line += u" in "_s + where;
    if (!toolchain.capabilities.version.isEmpty())
        line += u", version "_s + toolchain.capabilities.version;
    if (!toolchain.capabilities.tools.isEmpty())
        line += u", has "_s + toolchain.capabilities.tools.join(u", "_s);
    return line;
}

/// NAME=VALUE or HERE=THERE.
Result<std::pair<QString, QString>> pairOf(const std::string& text, const char* option)
{
    const QString whole = QString::fromStdString(text);
    const qsizetype at = whole.indexOf(u'=');
    if (at > 0)
        return std::pair(whole.left(at), whole.mid(at + 1));
    return failure(
        ErrorKind::InvalidArgument,
        u"“%1” is not what %2 takes; write two texts with “=” between."_s.arg(whole, QString::fromLatin1(option)));
}

Result<ToolchainProfile> profileOf(const AddOptions& options)
{
    ToolchainProfile toolchain;
    toolchain.name = QString::fromStdString(options.name);
    toolchain.program = QString::fromStdString(options.program);
    toolchain.arguments = toStringList(options.arguments);
    const auto place = toolchainPlaceFromKey(QString::fromStdString(options.place));
    Q_ASSERT(place);
    toolchain.place = *place;
    toolchain.engine = QString::fromStdString(options.engine);
    if (toolchain.engine.isEmpty() && *place != ToolchainPlace::Local)
        toolchain.engine = *place == ToolchainPlace::Host ? u"ssh"_s : u"docker"_s;
    toolchain.target = QString::fromStdString(options.target);
    toolchain.options = toStringList(options.options);
    toolchain.folderThere = QString::fromStdString(options.folder);
    for (const std::string& text : options.mounts) {
        const auto pair = pairOf(text, "--mount");
        if (!pair)
            return forward(pair);
        toolchain.mounts.append({pair->first, pair->second});
    }
    for (const std::string& text : options.environment) {
        const auto pair = pairOf(text, "--env");
        if (!pair)
            return forward(pair);
        toolchain.environment.insert(pair->first, pair->second);
    }
    if (auto checked = checkToolchain(toolchain); !checked)
        return forward(checked);
    return toolchain;
}

ProfileKind<ToolchainProfile> toolchains()
{
    return {u"toolchain"_s,
            personalToolchainsFile(),
            sandboxToolchain(),
            loadToolchains,
            saveToolchains,
            probeToolchain,
            toJson,
            describe};
}

Result<Answer> add(const AddOptions& options)
{
    auto toolchain = profileOf(options);
    if (!toolchain)
        return forward(toolchain);
    return addProfile(toolchains(), *toolchain, options.replace);
}

Result<Answer> discover(bool keepsThem, Context& context)
{
    auto found = discoverToolchains(context.cancel, context.progress);
    if (!found)
        return forward(found);
    const auto kind = toolchains();
    if (!keepsThem)
        return answerWith(kind, *found);
    auto own = kind.load(kind.file);
    if (!own)
        return forward(own);
    addNewProfiles(*own, *found);
    return saveProfiles(kind, *own);
}

void addAdd(CLI::App& group, Run& chosen)
{
    auto* command = group.add_subcommand("add", "Keeps a toolchain");
    auto options = std::make_shared<AddOptions>();
    command->add_option("NAME", options->name, "What it is called")->required();
    command
        ->add_option("--place", options->place, "local, image (a new container each), container (a running one), host")
        ->check(CLI::IsMember({"local", "image", "container", "host"}));
    command->add_option("--program", options->program, "The program that answers to hb_mapper");
    command->add_option("--argument", options->arguments, "Put before the sub-command; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--engine", options->engine, "docker, podman or ssh, or the path of such a program");
    command->add_option("--target", options->target, "The image, the container or the host");
    command->add_option("--option", options->options, "For the engine, as --option=-p; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--mount", options->mounts, "HERE=THERE, a folder that is seen there; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--env", options->environment, "NAME=VALUE; may be repeated")->allow_extra_args(false);
    command->add_option("--folder", options->folder, "Where runs are kept there");
    command->add_flag("--replace", options->replace, "Change the one of that name");
    command->callback([&chosen, options] { chosen = [options](Context& /*context*/) { return add(*options); }; });
}

} // namespace

void addToolchains(CLI::App& app, Run& chosen)
{
    const ProfileHelp help{"toolchains", "Lists, probes and keeps toolchains: local, in containers, by ssh",
                           "Asks them for version and tools", "Forgets a toolchain; nothing of its runs is touched"};
    auto* group = addProfileCommand(app, chosen, toolchains, help);
    addAdd(*group, chosen);
    addRemove(*group, chosen, toolchains, help);
    auto keeps = std::make_shared<bool>(false);
    auto* discovering = group->add_subcommand("discover", "Looks for hb_mapper, images and running containers");
    discovering->add_flag("--add", *keeps, "Keep what is found");
    discovering->callback(
        [&chosen, keeps] { chosen = [keeps](Context& context) { return discover(*keeps, context); }; });
}

} // namespace driftscope::cli
