// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SourceRange.h"

#include <QList>
#include <QString>

#include <optional>

namespace driftscope {

enum class Severity
{
    Info,
    Warning,
    Error
};

/// `info`, `warning`, `error`: the spelling used in JSON.
[[nodiscard]] QString severityName(Severity severity);

/// A change of one value of the conversion config that makes a finding go away.
struct Fix
{
    QString key; ///< full key, `input_parameters.input_layout_rt`
    QString value; ///< the value to write; ignored when `remove` is set
    bool remove = false; ///< take the key out instead
    QString description; ///< one sentence, translated
};

/// One finding about a file: what, where, why, and how to be rid of it.
struct Diagnostic
{
    Severity severity = Severity::Warning;
    QString ruleId; ///< stable id of the rule, `layout-rt-nchw-on-bernoulli2`
    QString key; ///< key of the config that it is about, empty when none
    SourceRange range;
    QString message; ///< what will happen, one sentence
    QString why; ///< the reason
    QString source; ///< where this is documented or was observed
    std::optional<Fix> fix;
};

using Diagnostics = QList<Diagnostic>;

} // namespace driftscope
