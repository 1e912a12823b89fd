// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/OwnRule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// No value of a config is longer; what is, is not searched.
constexpr qsizetype longestSearched = 4096;

std::optional<bool> asYesOrNo(const QString& text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "on"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "off"_L1)
        return false;
    return std::nullopt;
}

bool areSame(const QString& written, const QString& wanted)
{
    if (written == wanted)
        return true;
    const std::optional<bool> word = asYesOrNo(written);
    return word && word == asYesOrNo(wanted);
}

/// Of the model where it is at hand, else of the config's own lists.
qsizetype inputCount(const LintSubject& subject)
{
    return subject.model ? static_cast<qsizetype>(subject.model->inputs().size()) : subject.config.inputs.size();
}

std::optional<bool> test(const RuleCondition& condition, const QString& value, int& searchesLeft)
{
    using Kind = RuleCondition::Kind;
    if (condition.kind == Kind::Equals)
        return std::ranges::any_of(condition.values, [&](const QString& each) { return areSame(value, each); });
    if (condition.kind == Kind::Matches) {
        if (value.size() > longestSearched || --searchesLeft < 0)
            return std::nullopt;
        const QRegularExpressionMatch match = condition.expression.match(value);
        return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt; // invalid: a limit was reached
    }
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return false;
    return condition.kind == Kind::Greater ? number > condition.number : number < condition.number;
}

/// What is not known is neither yes nor no, unless the rest decides.
template <typename Range, typename Test>
std::optional<bool> combined(const Range& parts, bool deciding, const Test& holds)
{
    bool isOpen = false;
    for (const auto& part : parts) {
        const std::optional<bool> answer = holds(part);
        if (answer == deciding)
            return deciding;
        isOpen = isOpen || !answer;
    }
    return isOpen ? std::nullopt : std::optional(!deciding);
}

bool compareCount(const RuleCondition& condition, const LintSubject& subject, const QString& value)
{
    const auto wanted = condition.isOfInputs ? static_cast<double>(inputCount(subject)) : condition.number;
    const auto written = static_cast<double>(splitPerInput(value).size());
    switch (condition.kind) {
    case RuleCondition::Kind::MoreItems:
        return written > wanted;
    case RuleCondition::Kind::FewerItems:
        return written < wanted;
    default:
        return written == wanted;
    }
}

std::optional<bool> testKey(const RuleCondition& condition, const LintSubject& subject, int& searchesLeft)
{
    using Kind = RuleCondition::Kind;
    const bool isGiven = subject.config.givenKeys.contains(condition.key);
    if (condition.kind == Kind::Present || condition.kind == Kind::Missing)
        return isGiven == (condition.kind == Kind::Present);
    if (!isGiven)
        return false;
    const QString value = subject.document.scalar(condition.key).trimmed();
    if (condition.kind == Kind::ItemCount || condition.kind == Kind::MoreItems || condition.kind == Kind::FewerItems)
        return compareCount(condition, subject, value);
    if (condition.items == RuleCondition::Items::Whole)
        return test(condition, value, searchesLeft);
    return combined(splitPerInput(value), condition.items == RuleCondition::Items::Any,
                    [&](const QString& item) { return test(condition, item, searchesLeft); });
}

} // namespace

std::optional<bool> RuleCondition::holds(const LintSubject& subject, int& searchesLeft) const
{
    const auto ask = [&](const RuleCondition& part) { return part.holds(subject, searchesLeft); };
    switch (kind) {
    case Kind::All:
        return combined(parts, false, ask);
    case Kind::Any:
        return combined(parts, true, ask);
    case Kind::Not: {
        const std::optional<bool> answer = parts.front().holds(subject, searchesLeft);
        return answer ? std::optional(!*answer) : std::nullopt;
    }
    default:
        return testKey(*this, subject, searchesLeft);
    }
}

} // namespace driftscope
