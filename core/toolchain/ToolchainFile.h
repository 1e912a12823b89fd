// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/ToolchainProfile.h"

#include <QByteArray>

namespace driftscope {

/// The toolchains of a person, without the built-in one. `path` is for messages. Strict: what is not understood is an
/// error, so that nothing a person wrote goes unheard.
[[nodiscard]] Result<QList<ToolchainProfile>> parseToolchains(const QByteArray& content, const QString& path);
[[nodiscard]] QByteArray toolchainsToJson(const QList<ToolchainProfile>& toolchains);

/// Reads the file; none is no toolchains.
[[nodiscard]] Result<QList<ToolchainProfile>> loadToolchains(const QString& path);
[[nodiscard]] Result<void> saveToolchains(const QString& path, const QList<ToolchainProfile>& toolchains);

/// Where a person's toolchains are kept, for the window and the command line alike.
[[nodiscard]] QString personalToolchainsFile();

} // namespace driftscope
