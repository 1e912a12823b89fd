// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/OwnRule.h"

namespace driftscope {

/// Reads rules that a person wrote in YAML or JSON, as docs/own-rules.md describes them. Strict: anything that is not
/// understood refuses the whole text, with one sentence that says file, line, column and what is wrong. Bounded in
/// rules, tests, lengths and in the time a regular expression may take.
[[nodiscard]] Result<QList<OwnRule>> parseOwnRules(const QByteArray& content, const QString& file);
[[nodiscard]] Result<QList<OwnRule>> loadOwnRules(const QString& path);

/// What several files hold together. Where two have a rule of the same id, that of the earlier file holds.
struct OwnRuleSet
{
    QList<OwnRule> rules;
    QList<Error> problems; ///< one for each file that cannot be read
};
[[nodiscard]] OwnRuleSet readOwnRuleFiles(const QStringList& files);

/// `driftscope-rules.yaml` (or .yml, .json) in a folder, where it is there.
[[nodiscard]] QStringList ownRuleFilesBeside(const QString& folder);
/// Every .yaml, .yml and .json in a folder that holds nothing but rules, by name.
[[nodiscard]] QStringList ownRuleFilesIn(const QString& folder);

} // namespace driftscope
