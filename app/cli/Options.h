// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardRun.h"
#include "core/project/Project.h"
#include "core/session/Experiment.h"
#include "core/toolchain/Compilation.h"

#include <memory>

namespace driftscope::cli {

/// The toolchain of that name: `sandbox`, one that the person keeps, or a program that answers to hb_mapper.
[[nodiscard]] Result<ToolchainProfile> toolchainNamed(const std::string& name);
/// The board of that name: `sandbox`, one that the person keeps, or a program here that answers to hrt_model_exec.
[[nodiscard]] Result<BoardProfile> boardNamed(const std::string& name);

[[nodiscard]] QStringList toStringList(const std::vector<std::string>& texts);

/// The stages a person named: files, or one folder of a conversion.
[[nodiscard]] Result<QList<Artifact>> artifactsNamed(const std::vector<std::string>& names);

/// The newest successful run of a project, of the named config where there is one.
[[nodiscard]] Result<CompileResult> latestRun(const QString& runsFolder, const QString& configFile);

/// A project with its newest compiled run, opened.
struct OpenedExperiment
{
    Project project;
    ConfigDocument document;
    Experiment experiment;
};
[[nodiscard]] Result<OpenedExperiment> openExperiment(const QString& path, const std::string& board,
                                                      const CancelToken& cancel, Progress& progress);

/// A number of bytes such as `512M` or `4G` (powers of 1024); `usual` where nothing was named.
[[nodiscard]] Result<qint64> bytesNamed(const std::string& text, qint64 usual);

/// A temporary folder that lives as long as the command.
[[nodiscard]] QString scratchFolder();

} // namespace driftscope::cli
