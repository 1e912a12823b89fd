// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace driftscope {

// Lists of what a person keeps by name: toolchains, boards. A `Profile` has a `name`, which no other of its list has,
// says by `isSandbox` that it is built in, and holds the `capabilities` that a probe found.

/// Whether the environment of a program can hold a variable of that name.
[[nodiscard]] bool isVariableName(const QString& name);

/// -1 where there is none of that name.
template <typename Profile> [[nodiscard]] int indexOfProfile(const QList<Profile>& profiles, const QString& name)
{
    const auto found = std::ranges::find(profiles, name, &Profile::name);
    return found == profiles.end() ? -1 : static_cast<int>(found - profiles.begin());
}

/// Puts `profile` in the place of the one called `name`, which may not be its own name; false where there is none.
template <typename Profile> bool replaceProfile(QList<Profile>& profiles, const QString& name, const Profile& profile)
{
    const int index = indexOfProfile(profiles, name);
    if (index >= 0)
        profiles[index] = profile;
    return index >= 0;
}

/// In the place of the one of its name, else at the end.
template <typename Profile> void putProfile(QList<Profile>& profiles, const Profile& profile)
{
    if (!replaceProfile(profiles, profile.name, profile))
        profiles.append(profile);
}

/// False where there is none of that name.
template <typename Profile> bool removeProfile(QList<Profile>& profiles, const QString& name)
{
    return profiles.removeIf([&name](const Profile& each) { return each.name == name; }) > 0;
}

/// Appends those whose names are not there yet.
/// @return how many
template <typename Profile> qsizetype addNewProfiles(QList<Profile>& profiles, const QList<Profile>& others)
{
    const qsizetype before = profiles.size();
    for (const Profile& each : others) {
        if (indexOfProfile(profiles, each.name) < 0)
            profiles.append(each);
    }
    return profiles.size() - before;
}

/// `builtIn`, and behind it those that are the person's own.
template <typename Profile>
[[nodiscard]] QList<Profile> withBuiltIn(const Profile& builtIn, const QList<Profile>& profiles)
{
    QList<Profile> all{builtIn};
    std::ranges::copy_if(profiles, std::back_inserter(all), [](const Profile& each) { return !each.isSandbox; });
    return all;
}

/// The person's own profile of that name with what a probe found of it; none where it is built in or gone by now.
template <typename Profile, typename Capabilities>
[[nodiscard]] std::optional<Profile> ownProfileWith(const QList<Profile>& profiles, const QString& name,
                                                    const Capabilities& capabilities)
{
    const int index = indexOfProfile(profiles, name);
    if (index < 0 || profiles[index].isSandbox)
        return std::nullopt;
    Profile known = profiles[index];
    known.capabilities = capabilities;
    return known;
}

/// What a probe found of `before` holds for `after` where the two differ by no more than their names.
template <typename Profile> void keepCapabilities(Profile& after, const Profile& before)
{
    Profile same = before;
    same.name = after.name;
    same.capabilities = after.capabilities;
    if (after == same)
        after.capabilities = before.capabilities;
}

} // namespace driftscope
