// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/RuleConditionReader.h"

#include "core/lint/RuleFields.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

using namespace ruleFields;

namespace {

struct RuleConditions
{
    Q_DECLARE_TR_FUNCTIONS(RuleConditions)
};

using Kind = RuleCondition::Kind;

/// Steps of one search: enough for every sensible expression on a value, and a fraction of a millisecond.
constexpr auto searchLimits = "(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)"_L1;

struct Operator
{
    QLatin1StringView name;
    Kind kind;
};
constexpr std::array operators{
    Operator{"equals"_L1, Kind::Equals},
    Operator{"one_of"_L1, Kind::Equals},
    Operator{"matches"_L1, Kind::Matches},
    Operator{"present"_L1, Kind::Present},
    Operator{"missing"_L1, Kind::Missing},
    Operator{"greater"_L1, Kind::Greater},
    Operator{"less"_L1, Kind::Less},
    Operator{"item_count"_L1, Kind::ItemCount},
    Operator{"more_items_than"_L1, Kind::MoreItems},
    Operator{"fewer_items_than"_L1, Kind::FewerItems},
};

const Operator* findOperator(const QString& name)
{
    const auto found = std::ranges::find(operators, name, &Operator::name);
    return found == operators.end() ? nullptr : &*found;
}

QStringList fieldsOfTest()
{
    QStringList names{u"key"_s, u"of_items"_s};
    for (const Operator& each : operators)
        names.append(each.name);
    return names;
}

bool isCount(Kind kind)
{
    return kind == Kind::ItemCount || kind == Kind::MoreItems || kind == Kind::FewerItems;
}

Result<void> readValues(const YamlEntry& entry, RuleCondition& test)
{
    if (entry.key == "equals"_L1) {
        auto value = scalar(entry.value, entry.key);
        if (!value)
            return forward(value);
        test.values = {*value};
        return {};
    }
    if (entry.value.kind != YamlValue::Kind::Sequence || entry.value.items.empty())
        return problemAt(entry.value.range, RuleConditions::tr("“one_of” has to be a list of texts."));
    if (entry.value.items.size() > RuleConditionReader::mostTests)
        return problemAt(entry.value.range,
                         RuleConditions::tr("“one_of” holds more than %1 texts.").arg(RuleConditionReader::mostTests));
    for (const YamlValue& item : entry.value.items) {
        auto value = scalar(item, entry.key);
        if (!value)
            return forward(value);
        test.values.append(*value);
    }
    return {};
}

Result<void> readExpression(const YamlEntry& entry, RuleCondition& test)
{
    auto pattern = scalar(entry.value, entry.key);
    if (!pattern)
        return forward(pattern);
    if (pattern->size() > RuleConditionReader::longestExpression) {
        return problemAt(entry.value.range,
                         RuleConditions::tr("The regular expression is longer than %1 characters.")
                             .arg(RuleConditionReader::longestExpression));
    }
    if (pattern->startsWith("(*"_L1)) {
        return problemAt(entry.value.range,
                         RuleConditions::tr("A regular expression cannot begin with “(*”, which sets options."));
    }
    const QRegularExpression bare(*pattern);
    if (!bare.isValid()) {
        return problemAt(entry.value.range,
                         RuleConditions::tr("The regular expression cannot be read: %1, at its character %2.")
                             .arg(bare.errorString())
                             .arg(bare.patternErrorOffset() + 1));
    }
    test.expression = QRegularExpression(searchLimits + *pattern);
    return {};
}

Result<void> readNumber(const YamlEntry& entry, RuleCondition& test)
{
    auto value = scalar(entry.value, entry.key);
    if (!value)
        return forward(value);
    test.isOfInputs = isCount(test.kind) && *value == "inputs"_L1;
    bool isNumber = false;
    test.number = value->toDouble(&isNumber);
    if (!test.isOfInputs && (!isNumber || !std::isfinite(test.number))) {
        return problemAt(entry.value.range,
                         isCount(test.kind) ? RuleConditions::tr("“%1” has to be a number or “inputs”.").arg(entry.key)
                                            : RuleConditions::tr("“%1” has to be a number.").arg(entry.key));
    }
    return {};
}

Result<void> readItems(const YamlValue& value, RuleCondition& test)
{
    auto word = scalar(value, u"of_items"_s);
    if (!word)
        return forward(word);
    const bool isAny = *word == "any"_L1;
    const bool canBe = test.kind == Kind::Equals || test.kind == Kind::Matches || test.kind == Kind::Greater
        || test.kind == Kind::Less;
    if (!canBe || (!isAny && *word != "all"_L1)) {
        return problemAt(value.range,
                         RuleConditions::tr("“of_items” is any or all, beside equals, one_of, matches, greater or "
                                            "less."));
    }
    test.items = isAny ? RuleCondition::Items::Any : RuleCondition::Items::All;
    return {};
}

} // namespace

Result<void> RuleConditionReader::readOperator(const YamlEntry& entry, RuleCondition& test) const
{
    test.kind = findOperator(entry.key)->kind;
    switch (test.kind) {
    case Kind::Equals:
        return readValues(entry, test);
    case Kind::Matches:
        return readExpression(entry, test);
    case Kind::Present:
    case Kind::Missing:
        if (entry.value.kind != YamlValue::Kind::Scalar
            || entry.value.text.compare("true"_L1, Qt::CaseInsensitive) != 0)
            return problemAt(entry.value.range, RuleConditions::tr("“%1” is written as “%1: true”.").arg(entry.key));
        return {};
    default:
        return readNumber(entry, test);
    }
}

Result<RuleCondition> RuleConditionReader::readTest(const YamlValue& value)
{
    const QString what = RuleConditions::tr("A test");
    if (auto checked = checkMap(value, what, fieldsOfTest()); !checked)
        return forward(checked);
    const YamlValue* named = value.find(u"key");
    if (named == nullptr)
        return problemAt(value.range,
                         RuleConditions::tr("A test lacks “key”, the key of the config that it is about."));
    auto key = configKey(*named);
    if (!key)
        return forward(key);
    RuleCondition test;
    test.key = *key;
    int found = 0;
    for (const YamlEntry& entry : value.entries) {
        if (findOperator(entry.key) == nullptr)
            continue;
        ++found;
        if (auto read = readOperator(entry, test); !read)
            return forward(read);
    }
    if (found != 1) {
        return problemAt(
            value.range,
            RuleConditions::tr("A test needs exactly one of %1.").arg(fieldsOfTest().mid(2).join(u", "_s)));
    }
    if (const YamlValue* items = value.find(u"of_items")) {
        if (auto read = readItems(*items, test); !read)
            return forward(read);
    }
    return test;
}

Result<RuleCondition> RuleConditionReader::readGroup(const YamlEntry& entry)
{
    RuleCondition group;
    group.kind = entry.key == "all"_L1 ? Kind::All : entry.key == "any"_L1 ? Kind::Any : Kind::Not;
    if (group.kind == Kind::Not) {
        auto part = read(entry.value);
        if (!part)
            return part;
        group.parts.push_back(std::move(*part));
        return group;
    }
    if (entry.value.kind != YamlValue::Kind::Sequence || entry.value.items.empty()) {
        return problemAt(entry.value.kind == YamlValue::Kind::Null ? entry.range : entry.value.range,
                         RuleConditions::tr("“%1” has to be a list of tests.").arg(entry.key));
    }
    for (const YamlValue& item : entry.value.items) {
        auto part = read(item);
        if (!part)
            return part;
        group.parts.push_back(std::move(*part));
    }
    return group;
}

Result<RuleCondition> RuleConditionReader::read(const YamlValue& value)
{
    if (++m_tests > mostTests)
        return problemAt(value.range, RuleConditions::tr("The rule has more than %1 tests.").arg(mostTests));
    static const QStringList groups{u"all"_s, u"any"_s, u"not"_s};
    if (value.kind == YamlValue::Kind::Map && value.entries.size() == 1 && groups.contains(value.entries[0].key))
        return readGroup(value.entries[0]);
    for (const YamlEntry& entry : value.entries) {
        if (groups.contains(entry.key))
            return problemAt(entry.range, RuleConditions::tr("“%1” stands alone in its map.").arg(entry.key));
    }
    return readTest(value);
}

} // namespace driftscope
