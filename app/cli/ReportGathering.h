// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Commands.h"
#include "core/report/ReportAssembly.h"
#include "core/session/FileDiagnosis.h"

namespace driftscope::cli {

/// What `report` is asked for.
struct ReportRequest
{
    QString project;
    FilesToDiagnose files; ///< in place of a project; `runs` is empty where nothing is to be diagnosed
    BoardRunFiles together; ///< of all runs
    std::string board;
    QString data; ///< labelled pictures, in place of the project's
    int samples = 8;
    bool evaluate = false;
    bool isolated = false; ///< also the error of each layer alone
};

/// Runs what a report of a compiled project needs: the diagnosis, every layer of one picture, labelled data where that
/// is asked for, the rules. A step that fails becomes a sentence in the report; a cancel and a project that cannot be
/// opened are errors. Compiles nothing.
[[nodiscard]] Result<ReportSources> gatherFromProject(const ReportRequest& request, Context& context);

/// The same from files of a run that was made somewhere else; nothing is run but the models.
[[nodiscard]] Result<ReportSources> gatherFromFiles(const ReportRequest& request, Context& context);

} // namespace driftscope::cli
