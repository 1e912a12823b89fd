// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Launcher.h"

namespace driftscope {

/// Runs in a container through docker or podman: a new one made of an image, or one that is running.
class ContainerLauncher final : public Launcher
{
public:
    /// `mounts` are arguments of `--mount`.
    [[nodiscard]] static ContainerLauncher ofImage(const QString& engine, const QString& image, const QString& name,
                                                   const QStringList& options, const QStringList& mounts);
    [[nodiscard]] static ContainerLauncher ofContainer(const QString& engine, const QString& container,
                                                       const QStringList& options);

    [[nodiscard]] Command prepare(const Command& command) const override;

private:
    QString m_engine;
    QStringList m_before; ///< between the engine and the program
    QStringList m_behindProgram; ///< of an image: what stands between the program and its arguments
    bool m_isImage = false;
};

/// Runs on another machine. Every word is quoted for the shell there; nothing is asked of the person.
class SshLauncher final : public Launcher
{
public:
    SshLauncher(const QString& ssh, const QString& host, const QStringList& options);

    [[nodiscard]] Command prepare(const Command& command) const override;

private:
    QString m_ssh;
    QStringList m_before;
};

/// The argument of `--mount` that shows a folder of this machine in a container. Commas and quotes may stand in it.
[[nodiscard]] QString bindMount(const QString& here, const QString& there, bool readOnly);

} // namespace driftscope
