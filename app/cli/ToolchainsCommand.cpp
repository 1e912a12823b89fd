// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/toolchain/ToolchainFile.h"
#include "core/toolchain/ToolchainProbe.h"

#include <QJsonArray>
#include <QTextStream>

#include <algorithm>

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

Answer answerWith(const QList<ToolchainProfile>& toolchains, const QJsonObject& more = {})
{
    QJsonArray array;
    QStringList lines;
    for (const ToolchainProfile& toolchain : toolchains) {
        array.append(toJson(toolchain));
        lines.append(describe(toolchain));
    }
    QJsonObject json = more;
    json.insert(u"toolchains"_s, array);
    json.insert(u"file"_s, personalToolchainsFile());
    return {json, lines.join(u'\n'), NothingToReport, {}};
}

Result<Answer> list(Context& /*context*/)
{
    auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    own->prepend(sandboxToolchain());
    return answerWith(*own);
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

Result<Answer> keep(const QList<ToolchainProfile>& toolchains)
{
    if (auto saved = saveToolchains(personalToolchainsFile(), toolchains); !saved)
        return forward(saved);
    return answerWith(toolchains);
}

Result<Answer> add(const AddOptions& options)
{
    auto toolchain = profileOf(options);
    if (!toolchain)
        return forward(toolchain);
    auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    const auto found = std::ranges::find(*own, toolchain->name, &ToolchainProfile::name);
    if (found == own->end())
        own->append(*toolchain);
    else if (options.replace)
        *found = *toolchain;
    else
        return failure(ErrorKind::InvalidArgument,
                       u"There is a toolchain “%1” already; give --replace to change it."_s.arg(toolchain->name));
    return keep(*own);
}

Result<Answer> remove(const std::string& name)
{
    auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    const QString wanted = QString::fromStdString(name);
    if (own->removeIf([&](const ToolchainProfile& each) { return each.name == wanted; }) == 0)
        return failure(ErrorKind::NotFound,
                       u"There is no toolchain “%1”; “driftscope-cli toolchains” lists them."_s.arg(wanted));
    return keep(*own);
}

/// Probes one or all; what was found is kept with those that are the person's own.
Result<Answer> probe(const std::string& name, Context& context)
{
    auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    QList<ToolchainProfile> all = *own;
    all.prepend(sandboxToolchain());
    const QString wanted = QString::fromStdString(name);
    if (!wanted.isEmpty())
        all.removeIf([&](const ToolchainProfile& each) { return each.name != wanted; });
    if (all.isEmpty())
        return failure(ErrorKind::NotFound,
                       u"There is no toolchain “%1”; “driftscope-cli toolchains” lists them."_s.arg(wanted));
    QStringList problems;
    for (ToolchainProfile& each : all) {
        context.progress.report(0, 0, each.name);
        auto found = probeToolchain(each, context.cancel);
        if (!found) {
            problems.append(found.error().message);
            continue;
        }
        each.capabilities = *found;
        const auto kept = std::ranges::find(*own, each.name, &ToolchainProfile::name);
        if (kept != own->end())
            kept->capabilities = *found;
    }
    if (!own->isEmpty()) {
        if (auto saved = saveToolchains(personalToolchainsFile(), *own); !saved)
            return forward(saved);
    }
    Answer answer = answerWith(all, {{u"problems"_s, QJsonArray::fromStringList(problems)}});
    answer.status = problems.isEmpty() ? NothingToReport : Findings;
    answer.problem = problems.join(u'\n');
    return answer;
}

Result<Answer> discover(bool keepsThem, Context& context)
{
    auto found = discoverToolchains(context.cancel, context.progress);
    if (!found)
        return forward(found);
    if (!keepsThem)
        return answerWith(*found);
    auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    for (const ToolchainProfile& each : std::as_const(*found)) {
        if (std::ranges::find(*own, each.name, &ToolchainProfile::name) == own->end())
            own->append(each);
    }
    return keep(*own);
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
    auto* group = app.add_subcommand("toolchains", "Lists, probes and keeps toolchains: local, in containers, by ssh");
    group->require_subcommand(0, 1);
    group->callback([&chosen, group] {
        if (group->get_subcommands().empty())
            chosen = list;
    });
    group->add_subcommand("list", "Lists them")->callback([&chosen] { chosen = list; });
    auto name = std::make_shared<std::string>();
    auto* probing = group->add_subcommand("probe", "Asks them for version and tools");
    probing->add_option("NAME", *name, "One of them; all otherwise");
    probing->callback([&chosen, name] { chosen = [name](Context& context) { return probe(*name, context); }; });
    addAdd(*group, chosen);
    auto gone = std::make_shared<std::string>();
    auto* removing = group->add_subcommand("remove", "Forgets a toolchain; nothing of its runs is touched");
    removing->add_option("NAME", *gone, "Which")->required();
    removing->callback([&chosen, gone] { chosen = [gone](Context& /*context*/) { return remove(*gone); }; });
    auto keeps = std::make_shared<bool>(false);
    auto* discovering = group->add_subcommand("discover", "Looks for hb_mapper, images and running containers");
    discovering->add_flag("--add", *keeps, "Keep what is found");
    discovering->callback(
        [&chosen, keeps] { chosen = [keeps](Context& context) { return discover(*keeps, context); }; });
}

} // namespace driftscope::cli
