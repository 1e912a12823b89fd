// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/Compilation.h"

namespace driftscope {

/// One earlier compilation, as little as a list needs.
struct RunEntry
{
    QString folder; ///< absolute
    QString id; ///< name of the folder, sortable by time
    CompileStatus status = CompileStatus::Failed;
    double seconds = 0.0;
};

/// The runs in a folder, the newest first. Folders without a record are left out.
[[nodiscard]] QList<RunEntry> listRuns(const QString& runsFolder);

} // namespace driftscope
