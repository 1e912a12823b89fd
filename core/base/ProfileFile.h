// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>

#include <optional>

namespace driftscope {

/// How the profiles of one kind (see Profiles.h) stand in a file of their own: `{"format": 1, "boards": [ … ]}`.
template <typename Profile> struct ProfileFormat
{
    QString key; ///< of the list: `boards`
    Result<Profile> (*read)(const QJsonValue& value, int number) = nullptr; ///< strict; `number` counts from one
    QJsonObject (*write)(const Profile& profile) = nullptr;
    QString (*cannotRead)(const QString& path, const QString& why) = nullptr; ///< the sentence of an error
    QString (*twice)(const QString& name) = nullptr; ///< why: two are called so
};

/// The list under `key`; the errors are what stands behind “cannot be read:”.
[[nodiscard]] Result<QJsonArray> profileArray(const QByteArray& content, const QString& key);
[[nodiscard]] QByteArray profileFileContent(const QString& key, const QJsonArray& profiles);

/// Nothing where there is no such file.
[[nodiscard]] Result<std::optional<QByteArray>> readProfileFile(const QString& path);
/// With the folders above it.
[[nodiscard]] Result<void> writeProfileFile(const QString& path, const QByteArray& content);

/// The path of a file of that name among those that belong to the person.
[[nodiscard]] QString personalFile(const QString& name);

/// For a field that may be left out: a text, a list or an object.
void putUnlessEmpty(QJsonObject& object, const QString& key, const QJsonValue& value);
[[nodiscard]] QJsonObject variablesToJson(const QMap<QString, QString>& variables);

/// The fields that every kind of profile has.
template <typename Profile> [[nodiscard]] QJsonObject commonFields(const Profile& profile, const QString& place)
{
    QJsonObject object{{QStringLiteral("name"), profile.name},
                       {QStringLiteral("place"), place},
                       {QStringLiteral("program"), profile.program}};
    putUnlessEmpty(object, QStringLiteral("arguments"), QJsonArray::fromStringList(profile.arguments));
    putUnlessEmpty(object, QStringLiteral("options"), QJsonArray::fromStringList(profile.options));
    putUnlessEmpty(object, QStringLiteral("environment"), variablesToJson(profile.environment));
    putUnlessEmpty(object, QStringLiteral("folder"), profile.folderThere);
    return object;
}

/// The person's own profiles. `path` is for messages. What is not understood is an error, so that nothing a person
/// wrote goes unheard.
template <typename Profile>
[[nodiscard]] Result<QList<Profile>> parseProfiles(const QByteArray& content, const QString& path,
                                                   const ProfileFormat<Profile>& format)
{
    const auto refused
        = [&](const QString& why) { return failure(ErrorKind::Malformed, format.cannotRead(path, why)); };
    const auto array = profileArray(content, format.key);
    if (!array)
        return refused(array.error().message);
    QList<Profile> profiles;
    QSet<QString> names;
    for (const QJsonValue& value : *array) {
        auto profile = format.read(value, static_cast<int>(profiles.size()) + 1);
        if (!profile)
            return refused(profile.error().message);
        if (names.contains(profile->name))
            return refused(format.twice(profile->name));
        names.insert(profile->name);
        profiles.append(*std::move(profile));
    }
    return profiles;
}

/// Without those that are built in.
template <typename Profile>
[[nodiscard]] QByteArray profilesToJson(const QList<Profile>& profiles, const ProfileFormat<Profile>& format)
{
    QJsonArray array;
    for (const Profile& profile : profiles) {
        if (!profile.isSandbox)
            array.append(format.write(profile));
    }
    return profileFileContent(format.key, array);
}

/// No file is no profiles.
template <typename Profile>
[[nodiscard]] Result<QList<Profile>> loadProfiles(const QString& path, const ProfileFormat<Profile>& format)
{
    const auto content = readProfileFile(path);
    if (!content)
        return forward(content);
    return *content ? parseProfiles(**content, path, format) : QList<Profile>();
}

} // namespace driftscope
