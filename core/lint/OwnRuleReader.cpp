// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/OwnRuleReader.h"

#include "core/base/Files.h"
#include "core/config/YamlGuard.h"
#include "core/lint/RuleCatalogue.h"
#include "core/lint/RuleConditionReader.h"
#include "core/lint/RuleFields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

using namespace ruleFields;

namespace {

struct OwnRuleReader
{
    Q_DECLARE_TR_FUNCTIONS(OwnRuleReader)
};

constexpr qint64 largestFile = 1 << 20;
constexpr std::size_t mostRules = 500;

std::optional<Severity> severityFromName(const QString& name)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(severity) == name)
            return severity;
    }
    return std::nullopt;
}

Result<Severity> readSeverity(const YamlValue& value)
{
    const auto severity = value.kind == YamlValue::Kind::Scalar ? severityFromName(value.text) : std::nullopt;
    if (!severity)
        return problemAt(value.range, OwnRuleReader::tr("A severity is info, warning or error."));
    return *severity;
}

/// One for all marches, or one for each of those that are named.
Result<void> readSeverities(const YamlValue& map, OwnRule& rule)
{
    static const QStringList marches{u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s};
    const YamlValue* value = map.find(u"severity");
    if (value == nullptr)
        return problemAt(map.range, OwnRuleReader::tr("The rule lacks “severity”: info, warning or error."));
    if (value->kind != YamlValue::Kind::Map) {
        auto severity = readSeverity(*value);
        if (!severity)
            return forward(severity);
        rule.severities.fill(*severity);
        return {};
    }
    if (auto checked = checkMap(*value, u"“severity”"_s, marches); !checked)
        return checked;
    for (const YamlEntry& entry : value->entries) {
        auto severity = readSeverity(entry.value);
        if (!severity)
            return forward(severity);
        rule.severities[static_cast<std::size_t>(marches.indexOf(entry.key))] = *severity;
    }
    if (value->entries.empty())
        return problemAt(value->range, OwnRuleReader::tr("“severity” names no march."));
    return {};
}

Result<void> readId(const YamlValue& map, OwnRule& rule)
{
    static const QRegularExpression form(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    constexpr qsizetype longest = 64;
    auto id = text(map, u"id"_s, OwnRuleReader::tr("The rule"), true);
    if (!id)
        return forward(id);
    const SourceRange& place = map.find(u"id")->range;
    if (id->size() > longest || !form.match(*id).hasMatch()) {
        return problemAt(place,
                         OwnRuleReader::tr("An id is made of at most %1 small letters, digits and single hyphens "
                                           "between them.")
                             .arg(longest));
    }
    if (findRule(*id) != nullptr) {
        return problemAt(place, OwnRuleReader::tr("“%1” is the id of a built-in rule; give yours another.").arg(*id));
    }
    rule.id = *id;
    rule.place = place;
    return {};
}

/// Every `%{…}` names a key: what is misspelled would stand in the finding as it is.
Result<void> checkPlaceholders(const YamlValue& map, const QString& field)
{
    const YamlValue* value = map.find(field);
    if (value == nullptr)
        return {};
    static const QRegularExpression placeholder(u"%\\{([^{}]*)(\\}?)"_s);
    for (const QRegularExpressionMatch& match : placeholder.globalMatch(value->text)) {
        YamlValue name{YamlValue::Kind::Scalar, match.captured(1), value->range, {}, {}};
        if (match.captured(2).isEmpty())
            return problemAt(value->range, OwnRuleReader::tr("A “%{” in “%1” is never closed.").arg(field));
        if (auto key = configKey(name); !key)
            return forward(key);
    }
    return {};
}

Result<void> readTexts(const YamlValue& map, OwnRule& rule)
{
    for (const auto& [field, target, isRequired] : {std::tuple(u"message"_s, &rule.message, true),
                                                    {u"why"_s, &rule.why, false},
                                                    {u"source"_s, &rule.source, false}}) {
        auto read = text(map, field, OwnRuleReader::tr("The rule"), isRequired);
        if (!read)
            return forward(read);
        *target = *read;
        if (auto checked = checkPlaceholders(map, field); !checked)
            return checked;
    }
    if (rule.source.isEmpty())
        rule.source = OwnRuleReader::tr("own rule in %1").arg(QFileInfo(rule.place.file).fileName());
    return {};
}

Result<void> readFix(const YamlValue& value, OwnRule& rule)
{
    if (auto checked = checkMap(value, u"“fix”"_s, {u"key"_s, u"set"_s, u"remove"_s, u"say"_s}); !checked)
        return checked;
    const YamlValue* key = value.find(u"key");
    const YamlValue* set = value.find(u"set");
    const YamlValue* remove = value.find(u"remove");
    const bool isRemoved = remove != nullptr && remove->text.compare("true"_L1, Qt::CaseInsensitive) == 0;
    if (key == nullptr || (set != nullptr) == isRemoved || (remove != nullptr && !isRemoved)) {
        return problemAt(
            value.range,
            OwnRuleReader::tr("“fix” needs “key”, and either “set” with the new value or “remove: true”."));
    }
    auto name = configKey(*key);
    if (!name)
        return forward(name);
    if (!name->contains(u'.'))
        return problemAt(key->range, OwnRuleReader::tr("“fix” changes one key, not a whole group."));
    Fix fix{*name, {}, isRemoved, {}};
    if (set != nullptr) {
        auto text = scalar(*set, u"set"_s);
        if (!text)
            return forward(text);
        fix.value = *text;
    }
    auto say = text(value, u"say"_s, u"“fix”"_s, false);
    if (!say)
        return forward(say);
    const QString shortName = name->section(u'.', -1);
    fix.description = !say->isEmpty() ? *say
        : isRemoved                   ? OwnRuleReader::tr("Take out %1.").arg(shortName)
                                      : OwnRuleReader::tr("Set %1 to %2.").arg(shortName, fix.value);
    rule.fix = fix;
    return {};
}

/// The first key that the condition names.
QString firstKey(const RuleCondition& condition)
{
    return condition.parts.empty() ? condition.key : firstKey(condition.parts.front());
}

Result<void> readCondition(const YamlValue& map, OwnRule& rule)
{
    const YamlValue* when = map.find(u"when");
    if (when == nullptr)
        return problemAt(map.range, OwnRuleReader::tr("The rule lacks “when”, which says where it applies."));
    auto condition = RuleConditionReader().read(*when);
    if (!condition)
        return forward(condition);
    rule.when = std::move(*condition);
    rule.about = firstKey(rule.when);
    if (const YamlValue* about = map.find(u"about")) {
        auto key = configKey(*about);
        if (!key)
            return forward(key);
        rule.about = *key;
    }
    return {};
}

Result<OwnRule> readRule(const YamlValue& map)
{
    OwnRule rule;
    if (auto checked
        = checkMap(map, OwnRuleReader::tr("A rule"),
                   {u"id"_s, u"severity"_s, u"when"_s, u"about"_s, u"message"_s, u"why"_s, u"source"_s, u"fix"_s});
        !checked)
        return forward(checked);
    for (const auto step : {readId, readSeverities, readCondition, readTexts}) {
        if (auto read = step(map, rule); !read)
            return forward(read);
    }
    if (const YamlValue* fix = map.find(u"fix")) {
        if (auto read = readFix(*fix, rule); !read)
            return forward(read);
    }
    return rule;
}

} // namespace

Result<QList<OwnRule>> parseOwnRules(const QByteArray& content, const QString& file)
{
    auto root = parseYamlValue(content, file);
    if (!root)
        return forward(root);
    if (auto checked = checkMap(*root, OwnRuleReader::tr("A file of rules"), {u"rules"_s}); !checked)
        return forward(checked);
    const YamlValue* list = root->find(u"rules");
    if (list == nullptr || list->kind != YamlValue::Kind::Sequence)
        return problemAt(root->range, OwnRuleReader::tr("A file of rules begins with “rules:” and a list of them."));
    if (list->items.size() > mostRules) {
        return problemAt(
            list->range,
            OwnRuleReader::tr("There are more than %1 rules; put them into several files.").arg(mostRules));
    }
    QList<OwnRule> rules;
    QSet<QString> ids;
    for (const YamlValue& item : list->items) {
        auto rule = readRule(item);
        if (!rule)
            return forward(rule);
        if (ids.contains(rule->id)) {
            return problemAt(rule->place,
                             OwnRuleReader::tr("“%1” is the id of a rule above; give this one another.").arg(rule->id));
        }
        ids.insert(rule->id);
        rules.append(std::move(*rule));
    }
    return rules;
}

Result<QList<OwnRule>> loadOwnRules(const QString& path)
{
    auto content = readFile(path, largestFile);
    if (!content)
        return forward(content);
    return parseOwnRules(*content, path);
}

OwnRuleSet readOwnRuleFiles(const QStringList& files)
{
    OwnRuleSet set;
    QSet<QString> ids;
    for (const QString& file : files) {
        auto rules = loadOwnRules(file);
        if (!rules) {
            set.problems.append(rules.error());
            continue;
        }
        for (OwnRule& rule : *rules) {
            if (ids.contains(rule.id))
                continue;
            ids.insert(rule.id);
            set.rules.append(std::move(rule));
        }
    }
    return set;
}

QStringList ownRuleFilesBeside(const QString& folder)
{
    QStringList files;
    for (const QString& name : {u"driftscope-rules.yaml"_s, u"driftscope-rules.yml"_s, u"driftscope-rules.json"_s}) {
        const QString file = QDir(folder).filePath(name);
        if (!folder.isEmpty() && QFileInfo(file).isFile())
            files.append(file);
    }
    return files;
}

QStringList ownRuleFilesIn(const QString& folder)
{
    if (folder.isEmpty())
        return {};
    QStringList files;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files, QDir::Name))
        files.append(dir.filePath(name));
    return files;
}

} // namespace driftscope
