// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace driftscope {

/// Says in one sentence why a path is no file to read: not given, not there, a folder, a pipe or a device.
[[nodiscard]] Result<void> checkReadable(const QString& path);

/// Reads a whole file. The errors say in one sentence why it could not be read: not there, a folder, no permission,
/// larger than `maximumBytes` (0: no limit).
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 maximumBytes = 0);

/// Replaces a file so that a crash leaves the old or the new content, never half of it. Keeps mode and follows links.
[[nodiscard]] Result<void> writeFileAtomically(const QString& path, const QByteArray& content);

/// Creates a folder and its parents.
[[nodiscard]] Result<void> makeFolder(const QString& path);

} // namespace driftscope
