// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Launcher.h"
#include "core/toolchain/ToolchainProfile.h"
#include "core/toolchain/tool/ToolDescription.h"

namespace driftscope {

/// What a person filled in, by the option's key. An option that is not there or holds nothing but blanks is left out.
using ToolValues = QMap<QString, QStringList>;

/// The values that a form begins with: presets, and what the project knows.
[[nodiscard]] ToolValues presetValues(const ToolDescription& tool, const QMap<ToolFill, QString>& project = {});

/// One sentence on the first value that cannot be used: missing, of the wrong type, a file that is not there.
[[nodiscard]] Result<void> checkToolValues(const ToolDescription& tool, const ToolValues& values);

/// The files that the values name, absolute.
[[nodiscard]] QStringList toolFiles(const ToolDescription& tool, const ToolValues& values);

/// The words behind the program, never a shell's text. Files as `launcher` says the tool sees them.
[[nodiscard]] QStringList toolArguments(const ToolDescription& tool, const ToolValues& values,
                                        const Launcher& launcher);

/// How a toolchain's profile starts a tool of its family: the program beside its hb_mapper, or the sandbox's one
/// program with the tool's name in front.
[[nodiscard]] Command toolProgram(const ToolchainProfile& toolchain, const ToolDescription& tool);

/// Whether the last probe of the toolchain, where there was one, did not find the tool.
[[nodiscard]] bool lacksTool(const ToolchainProfile& toolchain, const ToolDescription& tool);

} // namespace driftscope
