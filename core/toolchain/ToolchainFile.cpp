// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ToolchainFile.h"

#include "core/base/Files.h"
#include "core/base/ObjectReader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 maximumFileBytes = qint64(4) << 20;

struct ToolchainFile
{
    Q_DECLARE_TR_FUNCTIONS(ToolchainFile)
};

tl::unexpected<Error> malformed(const QString& path, const QString& sentence)
{
    return failure(ErrorKind::Malformed, ToolchainFile::tr("“%1” cannot be used: %2").arg(path, sentence));
}

QList<PathMount> readMounts(ObjectReader& reader, const QString& where, QString& problem)
{
    QList<PathMount> mounts;
    for (const QJsonValue& value : reader.array(u"mounts"_s)) {
        ObjectReader mount(value.toObject(), ToolchainFile::tr("a mount of %1").arg(where));
        mounts.append({mount.text(u"here"_s), mount.text(u"there"_s)});
        if (problem.isEmpty())
            problem = mount.problem();
    }
    return mounts;
}

ToolchainCapabilities readCapabilities(ObjectReader& reader, const QString& where, QString& problem)
{
    ObjectReader probed(reader.object(u"probed"_s), ToolchainFile::tr("“probed” of %1").arg(where));
    ToolchainCapabilities capabilities;
    capabilities.version = probed.text(u"version"_s);
    capabilities.versionLine = probed.text(u"version_line"_s);
    capabilities.tools = probed.texts(u"tools"_s);
    capabilities.hasFastPerf = probed.truth(u"fast_perf"_s);
    capabilities.hasChecker = probed.truth(u"checker"_s);
    if (problem.isEmpty())
        problem = probed.problem();
    return capabilities;
}

Result<ToolchainProfile> readToolchain(const QJsonValue& value, int number)
{
    const QString where = ToolchainFile::tr("toolchain %1").arg(number);
    ObjectReader reader(value.toObject(), where);
    QString problem;
    ToolchainProfile toolchain;
    toolchain.name = reader.text(u"name"_s);
    toolchain.program = reader.text(u"program"_s);
    toolchain.arguments = reader.texts(u"arguments"_s);
    const QString place = reader.text(u"place"_s);
    if (const auto known = toolchainPlaceFromKey(place))
        toolchain.place = *known;
    else
        reader.refuse(
            ToolchainFile::tr("“place” of %1 is “%2”; it can be local, image, container or host.").arg(where, place));
    toolchain.engine = reader.text(u"engine"_s);
    toolchain.target = reader.text(u"target"_s);
    toolchain.options = reader.texts(u"options"_s);
    toolchain.folderThere = reader.text(u"folder"_s);
    toolchain.mounts = readMounts(reader, where, problem);
    const QJsonObject environment = reader.object(u"environment"_s);
    for (auto it = environment.constBegin(); it != environment.constEnd(); ++it) {
        if (!it.value().isString())
            reader.refuse(ToolchainFile::tr("“environment” of %1 must hold texts alone.").arg(where));
        toolchain.environment.insert(it.key(), it.value().toString());
    }
    toolchain.capabilities = readCapabilities(reader, where, problem);
    if (const QString own = reader.problem(); !own.isEmpty())
        problem = own;
    if (!problem.isEmpty())
        return failure(ErrorKind::Malformed, problem);
    if (auto checked = checkToolchain(toolchain); !checked)
        return forward(checked);
    return toolchain;
}

QJsonObject toJson(const ToolchainProfile& toolchain)
{
    QJsonObject object{{u"name"_s, toolchain.name},
                       {u"place"_s, toolchainPlaceKey(toolchain.place)},
                       {u"program"_s, toolchain.program}};
    const auto put = [&object](const QString& key, const QJsonValue& value, bool isWorthIt) {
        if (isWorthIt)
            object.insert(key, value);
    };
    put(u"arguments"_s, QJsonArray::fromStringList(toolchain.arguments), !toolchain.arguments.isEmpty());
    put(u"engine"_s, toolchain.engine, !toolchain.engine.isEmpty());
    put(u"target"_s, toolchain.target, !toolchain.target.isEmpty());
    put(u"options"_s, QJsonArray::fromStringList(toolchain.options), !toolchain.options.isEmpty());
    put(u"folder"_s, toolchain.folderThere, !toolchain.folderThere.isEmpty());
    QJsonArray mounts;
    for (const PathMount& mount : toolchain.mounts)
        mounts.append(QJsonObject{{u"here"_s, mount.here}, {u"there"_s, mount.there}});
    put(u"mounts"_s, mounts, !mounts.isEmpty());
    QJsonObject environment;
    for (auto it = toolchain.environment.cbegin(); it != toolchain.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    put(u"environment"_s, environment, !environment.isEmpty());
    const ToolchainCapabilities& probed = toolchain.capabilities;
    put(u"probed"_s,
        QJsonObject{{u"version"_s, probed.version},
                    {u"version_line"_s, probed.versionLine},
                    {u"tools"_s, QJsonArray::fromStringList(probed.tools)},
                    {u"fast_perf"_s, probed.hasFastPerf},
                    {u"checker"_s, probed.hasChecker}},
        !(probed == ToolchainCapabilities()));
    return object;
}

} // namespace

Result<QList<ToolchainProfile>> parseToolchains(const QByteArray& content, const QString& path)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(content, &parsed);
    if (!document.isObject())
        return malformed(path, ToolchainFile::tr("it is not JSON (%1).").arg(parsed.errorString()));
    if (document.object().value(u"format"_s).toInt() != formatVersion)
        return malformed(path, ToolchainFile::tr("it is not of the format 1, the only one known here."));
    ObjectReader reader(document.object(), ToolchainFile::tr("the file"));
    reader.know(u"format"_s);
    const QJsonArray array = reader.array(u"toolchains"_s);
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return malformed(path, problem);
    QList<ToolchainProfile> toolchains;
    QSet<QString> names;
    for (const QJsonValue& value : array) {
        auto toolchain = readToolchain(value, static_cast<int>(toolchains.size()) + 1);
        if (!toolchain)
            return malformed(path, toolchain.error().message);
        if (names.contains(toolchain->name))
            return malformed(path, ToolchainFile::tr("there are two toolchains “%1”.").arg(toolchain->name));
        names.insert(toolchain->name);
        toolchains.append(*std::move(toolchain));
    }
    return toolchains;
}

QByteArray toolchainsToJson(const QList<ToolchainProfile>& toolchains)
{
    QJsonArray array;
    for (const ToolchainProfile& toolchain : toolchains) {
        if (!toolchain.isSandbox)
            array.append(toJson(toolchain));
    }
    return QJsonDocument(QJsonObject{{u"format"_s, formatVersion}, {u"toolchains"_s, array}}).toJson();
}

Result<QList<ToolchainProfile>> loadToolchains(const QString& path)
{
    if (!QFileInfo::exists(path))
        return QList<ToolchainProfile>();
    const auto content = readFile(path, maximumFileBytes);
    if (!content)
        return forward(content);
    return parseToolchains(*content, path);
}

Result<void> saveToolchains(const QString& path, const QList<ToolchainProfile>& toolchains)
{
    if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    return writeFileAtomically(path, toolchainsToJson(toolchains));
}

QString personalToolchainsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/driftscope/toolchains.json";
}

} // namespace driftscope
