// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/KnownMessages.h"
#include "core/toolchain/tool/ToolRun.h"

#include <optional>

namespace driftscope {

/// Rows of text under titles, as a tool's result is shown. Titles in the language.
struct ToolTable
{
    QString key; ///< stable: `nodes`, `subgraphs`, `comparisons`
    QString title;
    QStringList columns;
    QList<QStringList> rows;
};

/// What a run of a tool came to.
struct ToolReport
{
    QString verdict; ///< one sentence
    std::optional<bool> passed; ///< where the tool judges something
    QList<ToolTable> tables; ///< those with rows
};

/// Reads a run's log and the files that the tool wrote. A run that did not succeed is read so far as it came. What is
/// known of the tool's warnings and errors comes from `messages`, in their language.
[[nodiscard]] ToolReport readToolReport(const ToolRun& run, const KnownMessages& messages = KnownMessages::english());

} // namespace driftscope
