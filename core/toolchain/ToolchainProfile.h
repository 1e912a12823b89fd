// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <array>
#include <optional>

namespace driftscope {

/// Where a toolchain's programs run.
enum class ToolchainPlace
{
    Local,
    Image, ///< a new container of an image for every run
    Container, ///< a container that is running
    Host ///< another machine, through ssh
};
inline constexpr std::array allToolchainPlaces{ToolchainPlace::Local, ToolchainPlace::Image, ToolchainPlace::Container,
                                               ToolchainPlace::Host};

[[nodiscard]] QString toolchainPlaceKey(ToolchainPlace place); ///< `local`, `image`, `container`, `host`
[[nodiscard]] std::optional<ToolchainPlace> toolchainPlaceFromKey(const QString& key);

/// A folder of this machine that a toolchain sees under another path.
struct PathMount
{
    QString here; ///< absolute
    QString there; ///< absolute

    friend bool operator==(const PathMount&, const PathMount&) = default;
};

/// What a probe found; nothing in it where none was made.
struct ToolchainCapabilities
{
    QString version; ///< `1.24.3`
    QString versionLine; ///< as the tool wrote it
    QStringList tools; ///< those of the family that are there: `hb_mapper`, `hb_perf`, …
    bool hasFastPerf = false; ///< makertbin --fast-perf
    bool hasChecker = false; ///< the sub-command checker

    friend bool operator==(const ToolchainCapabilities&, const ToolchainCapabilities&) = default;
};

/// A command that answers to hb_mapper, and where it runs.
struct ToolchainProfile
{
    QString name; ///< shown to people; `sandbox` is the built-in one
    QString program; ///< `driftscope-mapper`, `hb_mapper`
    QStringList arguments{}; ///< put before the sub-command
    bool isSandbox = false;
    ToolchainPlace place = ToolchainPlace::Local;
    QString engine{}; ///< `docker`, `podman` or `ssh`, or the path of such a program
    QString target{}; ///< image, container or host
    QStringList options{}; ///< for the engine: `-p`, `2222`
    QList<PathMount> mounts{}; ///< of an image these are made, of the others they are there already
    QMap<QString, QString> environment{};
    QString folderThere{}; ///< under which runs are kept there; empty: /driftscope in an image, /tmp elsewhere
    ToolchainCapabilities capabilities{};

    friend bool operator==(const ToolchainProfile&, const ToolchainProfile&) = default;
};

[[nodiscard]] ToolchainProfile sandboxToolchain();

/// Why the profile cannot be used, in one sentence; for what a person typed and for files.
[[nodiscard]] Result<void> checkToolchain(const ToolchainProfile& toolchain);

/// The path there of one here, by the mount that lies deepest; empty where none holds it.
[[nodiscard]] QString mappedByMounts(const QList<PathMount>& mounts, const QString& path);

/// Where it is, for people: `docker image x:1`, `me@host`; empty for this machine.
[[nodiscard]] QString toolchainWhere(const ToolchainProfile& toolchain);

} // namespace driftscope
