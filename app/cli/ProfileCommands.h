// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands `boards` and `toolchains` do alike.
#pragma once

#include "app/cli/Commands.h"

#include "core/base/Profiles.h"

#include <QJsonArray>

namespace driftscope::cli {

/// What tells profiles of one kind from those of another.
template <typename Profile> struct ProfileKind
{
    using Capabilities = decltype(Profile::capabilities);

    QString noun; ///< `board`; the command and the key of the list are its plural
    QString file; ///< where the person's own are kept
    Profile builtIn;
    Result<QList<Profile>> (*load)(const QString& file) = nullptr;
    Result<void> (*save)(const QString& file, const QList<Profile>& profiles) = nullptr;
    Result<Capabilities> (*probe)(const Profile& profile, const CancelToken& cancel) = nullptr;
    QJsonObject (*toJson)(const Profile& profile) = nullptr;
    QString (*describe)(const Profile& profile) = nullptr; ///< in one line
};

template <typename Profile>
Answer answerWith(const ProfileKind<Profile>& kind, const QList<Profile>& profiles, const QJsonObject& more = {})
{
    QJsonArray array;
    QStringList lines;
    for (const Profile& profile : profiles) {
        array.append(kind.toJson(profile));
        lines.append(kind.describe(profile));
    }
    QJsonObject json = more;
    json.insert(kind.noun + u's', array);
    json.insert(QStringLiteral("file"), kind.file);
    return {json, lines.join(u'\n'), NothingToReport, {}};
}

/// There is none of that name.
[[nodiscard]] tl::unexpected<Error> noProfile(const QString& noun, const QString& name);
/// There is one already, and nobody asked to replace it.
[[nodiscard]] tl::unexpected<Error> profileIsThere(const QString& noun, const QString& name);

template <typename Profile> Result<Answer> listProfiles(const ProfileKind<Profile>& kind)
{
    auto own = kind.load(kind.file);
    if (!own)
        return forward(own);
    own->prepend(kind.builtIn);
    return answerWith(kind, *own);
}

template <typename Profile>
Result<Answer> saveProfiles(const ProfileKind<Profile>& kind, const QList<Profile>& profiles)
{
    if (auto saved = kind.save(kind.file, profiles); !saved)
        return forward(saved);
    return answerWith(kind, profiles);
}

template <typename Profile>
Result<Answer> addProfile(const ProfileKind<Profile>& kind, const Profile& profile, bool replaces)
{
    auto own = kind.load(kind.file);
    if (!own)
        return forward(own);
    if (!replaces && indexOfProfile(*own, profile.name) >= 0)
        return profileIsThere(kind.noun, profile.name);
    putProfile(*own, profile);
    return saveProfiles(kind, *own);
}

template <typename Profile> Result<Answer> forgetProfile(const ProfileKind<Profile>& kind, const QString& name)
{
    auto own = kind.load(kind.file);
    if (!own)
        return forward(own);
    if (!removeProfile(*own, name))
        return noProfile(kind.noun, name);
    return saveProfiles(kind, *own);
}

/// Probes one or, without a name, all; what was found is kept with those that are the person's own.
template <typename Profile>
Result<Answer> probeProfiles(const ProfileKind<Profile>& kind, const QString& name, Context& context)
{
    auto own = kind.load(kind.file);
    if (!own)
        return forward(own);
    QList<Profile> all = *own;
    all.prepend(kind.builtIn);
    if (!name.isEmpty())
        all.removeIf([&](const Profile& each) { return each.name != name; });
    if (all.isEmpty())
        return noProfile(kind.noun, name);
    QStringList problems;
    for (Profile& each : all) {
        context.progress.report(0, 0, each.name);
        auto found = kind.probe(each, context.cancel);
        if (!found) {
            problems.append(found.error().message);
            continue;
        }
        each.capabilities = *found;
        if (const auto known = ownProfileWith(*own, each.name, *found))
            putProfile(*own, *known);
    }
    if (!own->isEmpty()) {
        if (auto saved = kind.save(kind.file, *own); !saved)
            return forward(saved);
    }
    Answer answer = answerWith(kind, all, {{QStringLiteral("problems"), QJsonArray::fromStringList(problems)}});
    answer.status = problems.isEmpty() ? NothingToReport : Findings;
    answer.problem = problems.join(u'\n');
    return answer;
}

/// What the help says of the commands of one kind.
struct ProfileHelp
{
    const char* name; ///< of the command itself
    const char* about;
    const char* probe;
    const char* remove;
};

/// The command, with `list`, which it also does alone, and `probe`.
template <typename Profile>
CLI::App* addProfileCommand(CLI::App& app, Run& chosen, ProfileKind<Profile> (*kind)(), const ProfileHelp& help)
{
    auto* group = app.add_subcommand(help.name, help.about);
    group->require_subcommand(0, 1);
    const auto list = [kind](Context& /*context*/) { return listProfiles(kind()); };
    group->callback([&chosen, group, list] {
        if (group->get_subcommands().empty())
            chosen = list;
    });
    group->add_subcommand("list", "Lists them")->callback([&chosen, list] { chosen = list; });
    auto name = std::make_shared<std::string>();
    auto* probing = group->add_subcommand("probe", help.probe);
    probing->add_option("NAME", *name, "One of them; all otherwise");
    probing->callback([&chosen, kind, name] {
        chosen
            = [kind, name](Context& context) { return probeProfiles(kind(), QString::fromStdString(*name), context); };
    });
    return group;
}

template <typename Profile>
void addRemove(CLI::App& group, Run& chosen, ProfileKind<Profile> (*kind)(), const ProfileHelp& help)
{
    auto name = std::make_shared<std::string>();
    auto* removing = group.add_subcommand("remove", help.remove);
    removing->add_option("NAME", *name, "Which")->required();
    removing->callback([&chosen, kind, name] {
        chosen = [kind, name](Context& /*context*/) { return forgetProfile(kind(), QString::fromStdString(*name)); };
    });
}

} // namespace driftscope::cli
