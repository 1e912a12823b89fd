// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ToolchainFile.h"

#include "core/base/ObjectReader.h"
#include "core/base/ProfileFile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ToolchainFile
{
    Q_DECLARE_TR_FUNCTIONS(ToolchainFile)
};

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
    toolchain.environment = reader.textsByName(u"environment"_s);
    toolchain.capabilities = readCapabilities(reader, where, problem);
    if (const QString own = reader.problem(); !own.isEmpty())
        problem = own;
    if (!problem.isEmpty())
        return failure(ErrorKind::Malformed, problem);
    if (auto checked = checkToolchain(toolchain); !checked)
        return forward(checked);
    return toolchain;
}

QJsonObject writeToolchain(const ToolchainProfile& toolchain)
{
    QJsonObject object = commonFields(toolchain, toolchainPlaceKey(toolchain.place));
    putUnlessEmpty(object, u"engine"_s, toolchain.engine);
    putUnlessEmpty(object, u"target"_s, toolchain.target);
    QJsonArray mounts;
    for (const PathMount& mount : toolchain.mounts)
        mounts.append(QJsonObject{{u"here"_s, mount.here}, {u"there"_s, mount.there}});
    putUnlessEmpty(object, u"mounts"_s, mounts);
    const ToolchainCapabilities& probed = toolchain.capabilities;
    if (!(probed == ToolchainCapabilities()))
        object.insert(u"probed"_s,
                      QJsonObject{{u"version"_s, probed.version},
                                  {u"version_line"_s, probed.versionLine},
                                  {u"tools"_s, QJsonArray::fromStringList(probed.tools)},
                                  {u"fast_perf"_s, probed.hasFastPerf},
                                  {u"checker"_s, probed.hasChecker}});
    return object;
}

ProfileFormat<ToolchainProfile> format()
{
    return {u"toolchains"_s, readToolchain, writeToolchain,
            [](const QString& path, const QString& why) {
                return ToolchainFile::tr("“%1” cannot be used: %2").arg(path, why);
            },
            [](const QString& name) { return ToolchainFile::tr("there are two toolchains “%1”.").arg(name); }};
}

} // namespace

Result<QList<ToolchainProfile>> parseToolchains(const QByteArray& content, const QString& path)
{
    return parseProfiles(content, path, format());
}

QByteArray toolchainsToJson(const QList<ToolchainProfile>& toolchains)
{
    return profilesToJson(toolchains, format());
}

Result<QList<ToolchainProfile>> loadToolchains(const QString& path)
{
    return loadProfiles(path, format());
}

Result<void> saveToolchains(const QString& path, const QList<ToolchainProfile>& toolchains)
{
    return writeProfileFile(path, toolchainsToJson(toolchains));
}

QString personalToolchainsFile()
{
    return personalFile(u"toolchains.json"_s);
}

} // namespace driftscope
