// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ToolchainProfile.h"

#include "core/base/Profiles.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Toolchains
{
    Q_DECLARE_TR_FUNCTIONS(Toolchains)
};

tl::unexpected<Error> refused(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

Result<void> checkPlace(const ToolchainProfile& toolchain)
{
    if (toolchain.place == ToolchainPlace::Local) {
        if (!toolchain.target.isEmpty() || !toolchain.mounts.isEmpty())
            return refused(Toolchains::tr("The toolchain “%1” runs on this machine, so it has neither a target nor "
                                          "mounts; take them out or choose another kind.")
                               .arg(toolchain.name));
        return {};
    }
    if (toolchain.target.isEmpty())
        return refused(Toolchains::tr("The toolchain “%1” does not say where it runs; name the image, the container or "
                                      "the host.")
                           .arg(toolchain.name));
    if (toolchain.target.startsWith(u'-')) // would be read as an option
        return refused(Toolchains::tr("“%1” cannot be the image, container or host of the toolchain “%2”; a name does "
                                      "not begin with “-”.")
                           .arg(toolchain.target, toolchain.name));
    if (toolchain.engine.isEmpty())
        return refused(Toolchains::tr("The toolchain “%1” does not say by which program it is reached; name docker, "
                                      "podman or ssh.")
                           .arg(toolchain.name));
    return {};
}

Result<void> checkPaths(const ToolchainProfile& toolchain)
{
    for (const PathMount& mount : toolchain.mounts) {
        for (const QString& path : {mount.here, mount.there}) {
            if (!path.startsWith(u'/'))
                return refused(Toolchains::tr("The mount “%1” of the toolchain “%2” is not absolute; write the whole "
                                              "path, from “/” on.")
                                   .arg(path, toolchain.name));
        }
    }
    if (!toolchain.folderThere.isEmpty() && !toolchain.folderThere.startsWith(u'/'))
        return refused(Toolchains::tr("The folder “%1” of the toolchain “%2” is not absolute; write the whole path, "
                                      "from “/” on.")
                           .arg(toolchain.folderThere, toolchain.name));
    return {};
}

} // namespace

QString toolchainPlaceKey(ToolchainPlace place)
{
    switch (place) {
    case ToolchainPlace::Local:
        return u"local"_s;
    case ToolchainPlace::Image:
        return u"image"_s;
    case ToolchainPlace::Container:
        return u"container"_s;
    case ToolchainPlace::Host:
        return u"host"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ToolchainPlace> toolchainPlaceFromKey(const QString& key)
{
    for (const ToolchainPlace place : allToolchainPlaces) {
        if (toolchainPlaceKey(place) == key)
            return place;
    }
    return std::nullopt;
}

ToolchainProfile sandboxToolchain()
{
    return {u"sandbox"_s, u"driftscope-mapper"_s, {}, true};
}

Result<void> checkToolchain(const ToolchainProfile& toolchain)
{
    if (toolchain.name.trimmed().isEmpty())
        return refused(Toolchains::tr("A toolchain needs a name."));
    if (toolchain.name == u"sandbox"_s && !toolchain.isSandbox)
        return refused(Toolchains::tr("“sandbox” is the built-in toolchain; choose another name."));
    if (toolchain.program.trimmed().isEmpty())
        return refused(
            Toolchains::tr("The toolchain “%1” does not name its program, such as hb_mapper.").arg(toolchain.name));
    if (toolchain.program.contains(u'=') || toolchain.program.startsWith(u'-'))
        return refused(
            Toolchains::tr("“%1” cannot be the program of the toolchain “%2”; it holds “=” or begins with “-”.")
                .arg(toolchain.program, toolchain.name));
    for (auto it = toolchain.environment.cbegin(); it != toolchain.environment.cend(); ++it) {
        if (!isVariableName(it.key()))
            return refused(Toolchains::tr("“%1” is no name for a variable of the environment of the toolchain “%2”; "
                                          "use letters, digits and “_”.")
                               .arg(it.key(), toolchain.name));
    }
    if (auto checked = checkPlace(toolchain); !checked)
        return checked;
    return checkPaths(toolchain);
}

QString mappedByMounts(const QList<PathMount>& mounts, const QString& path)
{
    QString best;
    qsizetype depth = -1;
    for (const PathMount& mount : mounts) {
        const QString here = QDir::cleanPath(mount.here);
        const QString start = here.endsWith(u'/') ? here : here + u'/';
        if ((path != here && !path.startsWith(start)) || here.size() <= depth)
            continue;
        depth = here.size();
        const QString rest = path == here ? QString() : path.mid(start.size());
        best = QDir::cleanPath(mount.there + u'/' + rest);
    }
    return best;
}

QString toolchainWhere(const ToolchainProfile& toolchain)
{
    switch (toolchain.place) {
    case ToolchainPlace::Local:
        return {};
    case ToolchainPlace::Image:
        return Toolchains::tr("image %1 (%2)").arg(toolchain.target, toolchain.engine);
    case ToolchainPlace::Container:
        return Toolchains::tr("container %1 (%2)").arg(toolchain.target, toolchain.engine);
    case ToolchainPlace::Host:
        return Toolchains::tr("host %1").arg(toolchain.target);
    }
    Q_UNREACHABLE();
}

} // namespace driftscope
