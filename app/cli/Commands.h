// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <CLI/CLI.hpp>

#include <QJsonObject>
#include <QString>

#include <functional>

namespace driftscope::cli {

/// Exit statuses, the same for every command.
enum ExitStatus
{
    NothingToReport = 0,
    Findings = 1, ///< findings, differences or a failed verdict
    BadUsage = 2 ///< bad usage or unreadable data
};

/// What a command has to say: JSON for programs, text for people, and whether there was something to report.
struct Answer
{
    QJsonObject json;
    QString text;
    ExitStatus status = NothingToReport;
    QString problem; ///< one sentence for stderr; empty when all went well
};

/// What every command is given.
struct Context
{
    CancelToken cancel; ///< set by Ctrl+C
    Progress progress; ///< goes to stderr
};

/// A chosen command, ready to run. Options are bound when the command is registered.
using Run = std::function<Result<Answer>(Context&)>;

/// Adds a sub-command; `chosen` receives what to run when the person names it. One function a file.
void addInfo(CLI::App& app, Run& chosen);
void addStages(CLI::App& app, Run& chosen);
void addLint(CLI::App& app, Run& chosen);
void addFix(CLI::App& app, Run& chosen);
void addContract(CLI::App& app, Run& chosen);
void addPredict(CLI::App& app, Run& chosen);
void addCompile(CLI::App& app, Run& chosen);
void addRun(CLI::App& app, Run& chosen);
void addImport(CLI::App& app, Run& chosen);
void addDiff(CLI::App& app, Run& chosen);
void addDiagnose(CLI::App& app, Run& chosen);
void addEvaluate(CLI::App& app, Run& chosen);
void addBoards(CLI::App& app, Run& chosen);
void addBoardScript(CLI::App& app, Run& chosen);
void addRuns(CLI::App& app, Run& chosen);
void addLog(CLI::App& app, Run& chosen);
void addLayout(CLI::App& app, Run& chosen);
void addRender(CLI::App& app, Run& chosen);
void addReport(CLI::App& app, Run& chosen);
void addTemplate(CLI::App& app, Run& chosen);
void addStory(CLI::App& app, Run& chosen);
void addSweep(CLI::App& app, Run& chosen);
void addTool(CLI::App& app, Run& chosen);
void addToolchains(CLI::App& app, Run& chosen);
void addVerify(CLI::App& app, Run& chosen);

} // namespace driftscope::cli
