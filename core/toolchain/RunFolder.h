// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ConfigDocument.h"
#include "core/process/Launcher.h"
#include "core/toolchain/Compilation.h"

#include <QJsonObject>

namespace driftscope {

inline constexpr QLatin1StringView runRecordFile{"run.json"};
inline constexpr QLatin1StringView runLogFile{"console.log"};
inline constexpr QLatin1StringView runOutputFolder{"output"};

/// Makes `<workFolder>/<yyyyMMdd-HHmmss-zzz>-<n>`, a folder that was not there before, also when several runs start in
/// the same millisecond.
[[nodiscard]] Result<QString> makeRunFolder(const QString& workFolder);

/// The config for a run: what it names by relative path becomes absolute as the tool sees it, and working_dir points
/// into the run's folder. Everything else keeps its bytes.
[[nodiscard]] Result<ConfigDocument> configForRun(const ConfigDocument& document, const QString& runFolder,
                                                  const Launcher& launcher);

/// A config's scalar path made absolute against the config's folder; empty stays empty.
[[nodiscard]] QString absoluteConfigPath(const ConfigDocument& document, const QString& key);

/// A file or folder that a config names.
struct ConfigPath
{
    QString key; ///< dotted
    QString path; ///< absolute
};

[[nodiscard]] QList<ConfigPath> configPaths(const ConfigDocument& document);

/// What a run was cut short in: its output is kept under another name, so that nothing half-written looks like a
/// result.
inline constexpr QLatin1StringView runIncompleteFolder{"output.incomplete"};

/// Renames a run's output to runIncompleteFolder.
void setOutputAside(const QString& runFolder);

/// Gives stage files that were cut off, as a full disk leaves them, a name that is not that of a result.
void setDamagedAside(const QString& folder);

/// Writes run.json. `isRunning` marks a record that stands while the tool runs: readRun takes it for an interruption.
/// `there` is what a run on another machine is found by again, see readRemoteRecord; empty for none.
[[nodiscard]] Result<void> writeRunRecord(const CompileResult& result, const CompileRequest& request, bool isRunning,
                                          const QJsonObject& there);

} // namespace driftscope
