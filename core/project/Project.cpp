// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Projects
{
    Q_DECLARE_TR_FUNCTIONS(Projects)
};

constexpr auto versionKey = "driftscope_project"_L1;
constexpr auto correctionsKey = "match_corrections"_L1;
constexpr auto bookmarksKey = "bookmarks"_L1;
constexpr auto acceptedKey = "accepted_findings"_L1;
constexpr auto tolerancesKey = "tolerances"_L1;
constexpr int knownVersion = 1;

bool isConfigFile(const QString& path)
{
    return path.endsWith(u".yaml"_s, Qt::CaseInsensitive) || path.endsWith(u".yml"_s, Qt::CaseInsensitive);
}

Project projectOfConfig(const QString& configFile)
{
    const QFileInfo info(configFile);
    Project project;
    project.folder = info.absolutePath();
    project.name = info.completeBaseName();
    project.configFile = info.absoluteFilePath();
    project.runsFolder = QDir(project.folder).filePath(u"runs"_s);
    const QDir heldOut(QDir(project.folder).filePath(u"heldout"_s));
    if (heldOut.exists())
        project.dataFolder = heldOut.absolutePath();
    return project;
}

Result<QJsonObject> readObject(const QString& path)
{
    auto content = readFile(path, 16 << 20);
    if (!content)
        return forward(content);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &parseError);
    if (!document.isObject() || !document.object().contains(versionKey)) {
        return failure(
            ErrorKind::Malformed,
            Projects::tr("“%1” is not a Driftscope project file (%2); open the conversion YAML itself instead.")
                .arg(path,
                     document.isNull() ? parseError.errorString()
                                       : Projects::tr("the key driftscope_project is missing")));
    }
    if (document.object().value(versionKey).toInt() > knownVersion) {
        return failure(ErrorKind::Unsupported,
                       Projects::tr("“%1” was written by a later version of Driftscope; update the program to open it.")
                           .arg(path));
    }
    return document.object();
}

Result<Project> readProjectFile(const QString& path)
{
    auto object = readObject(path);
    if (!object)
        return forward(object);
    const QDir folder = QFileInfo(path).absoluteDir();
    const auto resolved = [&](const QString& key, const QString& fallback = {}) {
        const QString value = object->value(key).toString(fallback);
        return value.isEmpty() ? QString() : QDir::cleanPath(folder.absoluteFilePath(value));
    };
    Project project;
    project.file = QFileInfo(path).absoluteFilePath();
    project.folder = folder.absolutePath();
    project.name = object->value(u"name"_s).toString(QFileInfo(path).completeBaseName());
    project.configFile = resolved(u"config"_s);
    project.dataFolder = resolved(u"data"_s);
    project.runsFolder = resolved(u"runs"_s, u"runs"_s);
    project.toolchain = object->value(u"toolchain"_s).toString(u"sandbox"_s);
    project.board = object->value(u"board"_s).toString(u"sandbox"_s);
    project.raw = *object;
    project.corrections = MatchCorrections::fromJson(object->value(correctionsKey).toArray());
    project.bookmarks = Bookmarks::fromJson(object->value(bookmarksKey).toArray());
    project.accepted = AcceptedFindings::fromJson(object->value(acceptedKey).toArray());
    project.tolerances = Tolerances::fromJson(object->value(tolerancesKey).toObject());
    if (project.configFile.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       Projects::tr("The project file “%1” names no config; add \"config\": \"your.yaml\".").arg(path));
    }
    return project;
}

Result<Project> openFolder(const QString& path)
{
    const QDir folder(path);
    const QStringList projects = folder.entryList({u"*.driftscope.json"_s}, QDir::Files, QDir::Name);
    if (!projects.isEmpty())
        return readProjectFile(folder.filePath(projects.first()));
    const QStringList configs = folder.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    if (configs.size() == 1)
        return projectOfConfig(folder.filePath(configs.first()));
    if (configs.isEmpty()) {
        return failure(
            ErrorKind::NotFound,
            Projects::tr("The folder “%1” holds neither a project file nor a conversion YAML; name one directly.")
                .arg(path));
    }
    return failure(ErrorKind::InvalidArgument,
                   Projects::tr("The folder “%1” holds %2 YAML files (%3); name the one that is meant.")
                       .arg(path)
                       .arg(configs.size())
                       .arg(configs.join(u", "_s)));
}

/// The project file beside a YAML, if it is one and means this YAML.
std::optional<Project> projectBeside(const QString& configFile)
{
    const QString file = projectFileBeside(configFile);
    if (!QFileInfo::exists(file))
        return std::nullopt;
    auto project = readProjectFile(file);
    if (!project || QFileInfo(project->configFile) != QFileInfo(configFile))
        return std::nullopt;
    return std::move(*project);
}

} // namespace

QString projectFileBeside(const QString& configFile)
{
    const QFileInfo info(configFile);
    return info.absoluteDir().filePath(info.completeBaseName() + u".driftscope.json"_s);
}

Result<Project> openProject(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return openFolder(path);
    if (isConfigFile(path)) {
        if (auto content = readFile(path, 64 << 20); !content)
            return forward(content);
        return projectBeside(path).value_or(projectOfConfig(path));
    }
    return readProjectFile(path);
}

Result<void> saveProject(const Project& project)
{
    if (project.file.isEmpty())
        return failure(ErrorKind::InvalidArgument, Projects::tr("This project has no file yet; save it under a name."));
    const QDir folder = QFileInfo(project.file).absoluteDir();
    QJsonObject object = project.raw;
    object.insert(versionKey, knownVersion);
    object.insert("name"_L1, project.name);
    object.insert("config"_L1, folder.relativeFilePath(project.configFile));
    if (!project.dataFolder.isEmpty())
        object.insert("data"_L1, folder.relativeFilePath(project.dataFolder));
    if (project.runsFolder != folder.filePath(u"runs"_s) || object.contains("runs"_L1))
        object.insert("runs"_L1, folder.relativeFilePath(project.runsFolder));
    object.insert("toolchain"_L1, project.toolchain);
    object.insert("board"_L1, project.board);
    for (const auto& [key, list] : {std::pair(correctionsKey, project.corrections.toJson()),
                                    {bookmarksKey, project.bookmarks.toJson()},
                                    {acceptedKey, project.accepted.toJson()}}) {
        if (list.isEmpty())
            object.remove(key);
        else
            object.insert(key, list);
    }
    if (const QJsonObject tolerances = project.tolerances.toJson(); tolerances.isEmpty())
        object.remove(tolerancesKey);
    else
        object.insert(tolerancesKey, tolerances);
    return writeFileAtomically(project.file, QJsonDocument(object).toJson());
}

} // namespace driftscope
