// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/Linter.h"
#include "core/project/Project.h"
#include "core/session/SweepPlan.h"

namespace driftscope::cli {

struct CheckRequest
{
    QString config;
    QString model; ///< empty: the one that the config names
    QString calibrationFolder; ///< empty: the config's
    QString log; ///< empty: none
    QString board; ///< a .bin; empty: none
    QStringList rules; ///< files of own rules, beside those that lie with the config
};

struct CheckedConfig
{
    ConfigDocument document;
    Diagnostics findings;
};

/// Lints a config with everything it names.
[[nodiscard]] Result<CheckedConfig> checkConfig(const CheckRequest& request, const CancelToken& cancel);

/// A project's config with all that variants of it are checked by.
[[nodiscard]] Result<SweepSubject> sweepSubject(const Project& project, const CancelToken& cancel);

} // namespace driftscope::cli
