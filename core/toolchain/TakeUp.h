// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/Compilation.h"
#include "core/toolchain/Workplace.h"

namespace driftscope {

/// What the record of a run says of one that was left on another machine when the connection went.
struct RemoteRecord
{
    QString folder; ///< of the run, absolute
    Workplace place;
    ToolchainProfile toolchain; ///< as far as a record tells
    QString configFile; ///< that was compiled
    QString model; ///< the float model; may be empty
    QString prefix; ///< of the files of stages
};

inline constexpr QLatin1StringView takenUpLogFile{"console.log.part"};

/// Fails with a sentence where the run was not left anywhere, is over, or is another program's.
[[nodiscard]] Result<RemoteRecord> readRemoteRecord(const QString& runFolder);
/// Whether that succeeds, as quickly as may be.
[[nodiscard]] bool canBeTakenUp(const QString& runFolder);

struct TakeUpListeners
{
    LineListener onLine;
    std::function<void(const MakertbinLog&)> onLog;
};

/// Follows a run that goes on on another machine, or is over there, from its first line to its results: as compile(),
/// for the same run folder.
[[nodiscard]] Result<CompileResult> takeUpRun(const QString& runFolder, const TakeUpListeners& listeners,
                                              const CancelToken& cancel, Progress& progress);

} // namespace driftscope
