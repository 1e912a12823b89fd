// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LatestRun.h"

#include "core/history/RunSweep.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace driftscope {

std::optional<CompileResult> latestRun(const QString& runsFolder, const QString& configFile)
{
    const QDir runs(runsFolder);
    QStringList ids = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    const auto isOfSweep
        = [&](const QString& id) { return QFileInfo::exists(runs.filePath(id + u'/' + runSweepFile)); };
    // Each run keeps its config under the name that it had.
    const QString config = QFileInfo(configFile).fileName();
    const auto isOfConfig
        = [&](const QString& id) { return config.isEmpty() || QFileInfo::exists(runs.filePath(id + u'/' + config)); };
    std::ranges::stable_partition(ids, isOfConfig);
    std::ranges::stable_partition(ids, [&](const QString& id) { return !isOfSweep(id); });
    for (const QString& id : std::as_const(ids)) {
        auto run = readRun(runs.filePath(id));
        if (run && run->status == CompileStatus::Succeeded)
            return *std::move(run);
    }
    return std::nullopt;
}

} // namespace driftscope
