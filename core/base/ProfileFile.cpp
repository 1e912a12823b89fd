// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProfileFile.h"

#include "core/base/Files.h"
#include "core/base/ObjectReader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 maximumFileBytes = qint64(4) << 20;

struct ProfileFile
{
    Q_DECLARE_TR_FUNCTIONS(ProfileFile)
};

tl::unexpected<Error> malformed(const QString& why)
{
    return failure(ErrorKind::Malformed, why);
}

} // namespace

Result<QJsonArray> profileArray(const QByteArray& content, const QString& key)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(content, &parsed);
    if (!document.isObject())
        return malformed(ProfileFile::tr("it is not JSON (%1).").arg(parsed.errorString()));
    if (document.object().value(u"format"_s).toInt() != formatVersion)
        return malformed(ProfileFile::tr("it is not of the format 1, the only one known here."));
    ObjectReader reader(document.object(), ProfileFile::tr("the file"));
    reader.know(u"format"_s);
    const QJsonArray array = reader.array(key);
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return malformed(problem);
    return array;
}

QByteArray profileFileContent(const QString& key, const QJsonArray& profiles)
{
    return QJsonDocument(QJsonObject{{u"format"_s, formatVersion}, {key, profiles}}).toJson();
}

Result<std::optional<QByteArray>> readProfileFile(const QString& path)
{
    if (!QFileInfo::exists(path))
        return std::nullopt;
    auto content = readFile(path, maximumFileBytes);
    if (!content)
        return forward(content);
    return std::optional(*std::move(content));
}

Result<void> writeProfileFile(const QString& path, const QByteArray& content)
{
    if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    return writeFileAtomically(path, content);
}

QString personalFile(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/driftscope/" + name;
}

void putUnlessEmpty(QJsonObject& object, const QString& key, const QJsonValue& value)
{
    if (!value.toString().isEmpty() || !value.toArray().isEmpty() || !value.toObject().isEmpty())
        object.insert(key, value);
}

QJsonObject variablesToJson(const QMap<QString, QString>& variables)
{
    QJsonObject object;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace driftscope
