// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Process.h"

namespace driftscope {

/// Says where a command runs. It turns the command of a tool into the command to start here; later launchers add
/// containers and ssh, and map paths.
class Launcher
{
public:
    virtual ~Launcher() = default;
    [[nodiscard]] virtual Command prepare(const Command& command) const = 0;
    /// The path by which the tool sees a file or folder of this machine.
    [[nodiscard]] virtual QString mapped(const QString& localPath) const { return localPath; }
};

/// Runs on this machine. Finds the program on the PATH, next to this program (the sandbox's tools) or as given.
class LocalLauncher final : public Launcher
{
public:
    [[nodiscard]] Command prepare(const Command& command) const override;
};

/// Absolute path of one of this program's own tools (`driftscope-mapper`), looked for next to the running executable,
/// in $DRIFTSCOPE_BIN_DIR and on the PATH; empty when not found.
[[nodiscard]] QString findOwnTool(const QString& name);

} // namespace driftscope
