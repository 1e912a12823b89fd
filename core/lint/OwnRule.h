// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/Linter.h"

#include <QRegularExpression>

#include <array>
#include <vector>

namespace driftscope {

/// When a rule that a person wrote applies: tests of keys, combined.
struct RuleCondition
{
    enum class Kind
    {
        All, ///< of `parts`
        Any, ///< of `parts`
        Not, ///< the one of `parts`
        Equals, ///< the value is one of `values`; yes and True are the same
        Matches, ///< `expression` is found in the value
        Present, ///< written with a value that is not empty
        Missing,
        Greater, ///< than `number`
        Less,
        ItemCount, ///< of the `;` list is `number`, or that of the inputs
        MoreItems,
        FewerItems
    };
    /// Which items of a `;` list a test is about.
    enum class Items
    {
        Whole, ///< the value as it is written
        Any,
        All
    };

    Kind kind = Kind::All;
    std::vector<RuleCondition> parts;
    QString key; ///< full
    Items items = Items::Whole;
    QStringList values;
    QRegularExpression expression;
    double number = 0.0;
    bool isOfInputs = false; ///< the number is that of the network's inputs

    /// Nothing where it cannot be told: a regular expression that took too long, a value that is far too long, or no
    /// searches left, of which each regular expression takes one for each item that it is tried on.
    [[nodiscard]] std::optional<bool> holds(const LintSubject& subject, int& searchesLeft) const;
};

/// A rule that a person wrote, as read from a file.
struct OwnRule
{
    QString id;
    std::array<std::optional<Severity>, 3> severities; ///< bernoulli2, bayes, bayes-e; nothing: silent there
    QString about; ///< full key that the finding is placed at
    RuleCondition when;
    QString message; ///< with `%{group.key}` for values
    QString why;
    QString source;
    std::optional<Fix> fix;
    SourceRange place; ///< where the rule is written

    /// Without a march that is known, the highest of all; nothing where it stays silent.
    [[nodiscard]] std::optional<Severity> severityOn(March march) const;
};

/// Searches with regular expressions that all own rules may make together: a config is checked at every keystroke.
inline constexpr int mostRuleSearches = 2000;

/// Adds what the rules of subject.ownRules find.
void checkOwnRules(const LintSubject& subject, Diagnostics& findings, const CancelToken& cancel);

/// The text with every `%{group.key}` replaced by that key's value.
[[nodiscard]] QString withValues(const QString& text, const ConfigDocument& document);

} // namespace driftscope
