// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/YamlValue.h"
#include "core/lint/OwnRule.h"

namespace driftscope {

/// Reads what stands behind `when`.
class RuleConditionReader
{
public:
    /// Tests of one rule, and characters of a regular expression: more is an accident or an attack.
    static constexpr int mostTests = 100;
    static constexpr qsizetype longestExpression = 200;

    [[nodiscard]] Result<RuleCondition> read(const YamlValue& value);

private:
    [[nodiscard]] Result<RuleCondition> readGroup(const YamlEntry& entry);
    [[nodiscard]] Result<RuleCondition> readTest(const YamlValue& value);
    [[nodiscard]] Result<void> readOperator(const YamlEntry& entry, RuleCondition& test) const;

    int m_tests = 0;
};

} // namespace driftscope
