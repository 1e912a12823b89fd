// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"

namespace driftscope {

/// What is known of a rule without running it: for the documentation and for people who want to see all of them.
struct RuleInfo
{
    QLatin1StringView id;
    /// Severities that it may report, spelled as severityName() does and joined by ` or `; `-` where it stays silent.
    QLatin1StringView bernoulli2;
    QLatin1StringView bayes;
    QLatin1StringView bayesE;
    const char* summary; ///< what it finds, in English and marked for translation
    QLatin1StringView source; ///< document or observation that it rests on

    [[nodiscard]] QLatin1StringView severities(March march) const;
    [[nodiscard]] QString translatedSummary() const;
};

/// Every rule, in the order of allLintRules().
[[nodiscard]] const QList<RuleInfo>& ruleCatalogue();
[[nodiscard]] const RuleInfo* findRule(const QString& id); ///< null when there is none

/// The parts, each in a file of its own.
[[nodiscard]] QList<RuleInfo> configRuleRows();
[[nodiscard]] QList<RuleInfo> calibrationRuleRows();
[[nodiscard]] QList<RuleInfo> modelRuleRows();

/// The rules as a table of Markdown, as docs/lint-rules.md holds it.
[[nodiscard]] QString ruleTable();

} // namespace driftscope
