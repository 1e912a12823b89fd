// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigSchemaReader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SchemaFile
{
    Q_DECLARE_TR_FUNCTIONS(SchemaFile)
};

std::optional<ConfigValueKind> kindFromName(const QString& name)
{
    static const QHash<QString, ConfigValueKind> kinds{
        {u"text"_s, ConfigValueKind::Text},       {u"path"_s, ConfigValueKind::Path},
        {u"folder"_s, ConfigValueKind::Folder},   {u"choice"_s, ConfigValueKind::Choice},
        {u"boolean"_s, ConfigValueKind::Boolean}, {u"integer"_s, ConfigValueKind::Integer},
        {u"number"_s, ConfigValueKind::Number},   {u"number-list"_s, ConfigValueKind::NumberList},
        {u"shape"_s, ConfigValueKind::Shape},     {u"node-list"_s, ConfigValueKind::NodeList},
        {u"map"_s, ConfigValueKind::Map}};
    const auto kind = kinds.constFind(name);
    return kind == kinds.constEnd() ? std::nullopt : std::optional(*kind);
}

const QList<std::pair<QString, ConfigFact>>& factNames()
{
    static const QList<std::pair<QString, ConfigFact>> names{
        {u"meaning"_s, ConfigFact::Meaning},        {u"values"_s, ConfigFact::Values},
        {u"default"_s, ConfigFact::Default},        {u"required"_s, ConfigFact::Required},
        {u"inputs"_s, ConfigFact::Inputs},          {u"marches"_s, ConfigFact::Marches},
        {u"deprecation"_s, ConfigFact::Deprecation}};
    return names;
}

ForeignFamily familyFromName(const QString& name)
{
    static const QHash<QString, ForeignFamily> families{{u"later-toolchain"_s, ForeignFamily::LaterToolchain},
                                                        {u"compiler-flag"_s, ForeignFamily::CompilerFlag},
                                                        {u"command-line"_s, ForeignFamily::CommandLine},
                                                        {u"log-word"_s, ForeignFamily::LogWord}};
    return families.value(name, ForeignFamily::LogWord);
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

QString text(const QJsonObject& english, const QJsonObject& translated, QLatin1StringView name)
{
    return translated[name].toString(english[name].toString());
}

ConfigStatement statement(const QJsonObject& english, const QJsonObject& translated)
{
    return {text(english, translated, "text"_L1), strings(english["sources"_L1]),
            text(english, translated, "doubt"_L1)};
}

ConfigRange rangeOf(const QJsonValue& json)
{
    return {json["low"_L1].toString(), json["high"_L1].toString()};
}

void readValues(const QJsonObject& json, ConfigKeyInfo& info)
{
    info.choices = strings(json["choices"_L1]);
    const QJsonObject choices = json["choicesByMarch"_L1].toObject();
    for (auto entry = choices.begin(); entry != choices.end(); ++entry)
        info.choicesByMarch.insert(entry.key(), strings(entry.value()));
    info.range = rangeOf(json["range"_L1]);
    const QJsonObject ranges = json["rangeByMarch"_L1].toObject();
    for (auto entry = ranges.begin(); entry != ranges.end(); ++entry)
        info.rangeByMarch.insert(entry.key(), rangeOf(entry.value()));
    info.defaultValue = json["default"_L1].toString();
    const QJsonObject defaults = json["defaultsByMarch"_L1].toObject();
    for (auto entry = defaults.begin(); entry != defaults.end(); ++entry)
        info.defaultsByMarch.insert(entry.key(), entry.value().toString());
    info.example = json["example"_L1].toString();
}

void readConditions(const QJsonObject& json, ConfigKeyInfo& info)
{
    info.required = json["required"_L1].toBool();
    info.requiredOn = strings(json["requiredOn"_L1]);
    const QJsonObject inputs = json["inputs"_L1].toObject();
    info.perInput = !inputs.isEmpty();
    info.countMustMatch = inputs["count"_L1].toBool();
    const QString oneForAll = inputs["oneForAll"_L1].toString();
    info.oneForAll = oneForAll == "yes"_L1 ? OneForAll::Yes : oneForAll == "no"_L1 ? OneForAll::No : OneForAll::Unknown;
    info.marches = strings(json["marches"_L1]);
    const QJsonObject deprecated = json["deprecated"_L1].toObject();
    info.deprecatedBy = deprecated["by"_L1].toString();
    info.deprecatedOn = strings(deprecated["on"_L1]);
    info.deprecatedSince = deprecated["since"_L1].toString();
    info.knownTo = strings(json["knownTo"_L1]);
}

void readTexts(const QJsonObject& json, const QJsonObject& translated, ConfigKeyInfo& info)
{
    for (const auto& [name, fact] : factNames()) {
        if (json["facts"_L1][name].isObject()) {
            info.facts.insert(fact,
                              statement(json["facts"_L1][name].toObject(), translated["facts"_L1][name].toObject()));
        }
    }
    const QJsonArray pitfalls = json["pitfalls"_L1].toArray();
    for (const auto& entry : pitfalls) {
        const QJsonObject pitfall = entry.toObject();
        const QString id = pitfall["id"_L1].toString();
        const QJsonObject other = translated["pitfalls"_L1][id].toObject();
        info.pitfalls.append({id, text(pitfall, other, "mistake"_L1), text(pitfall, other, "consequence"_L1),
                              strings(pitfall["marches"_L1]), strings(pitfall["sources"_L1]),
                              text(pitfall, other, "doubt"_L1)});
    }
}

} // namespace

ConfigSchemaReader::ConfigSchemaReader(QJsonObject english, QJsonObject translated)
    : m_english(std::move(english))
    , m_translated(std::move(translated))
{ }

Result<QList<ConfigKeyInfo>> ConfigSchemaReader::keys() const
{
    QList<ConfigKeyInfo> keys;
    const QJsonArray entries = m_english["keys"_L1].toArray();
    for (const auto& entry : entries) {
        const QJsonObject json = entry.toObject();
        ConfigKeyInfo info;
        info.key = json["key"_L1].toString();
        const std::optional<ConfigValueKind> kind = kindFromName(json["kind"_L1].toString());
        if (!kind)
            return failure(ErrorKind::Internal,
                           SchemaFile::tr("The built-in description of %1 has no kind.").arg(info.key));
        info.kind = *kind;
        readValues(json, info);
        readConditions(json, info);
        readTexts(json, m_translated["keys"_L1][info.key].toObject(), info);
        keys.append(info);
    }
    return keys;
}

QList<ForeignKey> ConfigSchemaReader::foreignKeys() const
{
    QList<ForeignKey> keys;
    const QJsonArray entries = m_english["foreign"_L1].toArray();
    for (const auto& entry : entries) {
        const QJsonObject json = entry.toObject();
        const QString name = json["name"_L1].toString();
        keys.append({name, familyFromName(json["family"_L1].toString()), json["instead"_L1].toString(),
                     statement(json, m_translated["foreign"_L1][name].toObject())});
    }
    return keys;
}

QList<ConfigSource> ConfigSchemaReader::sources() const
{
    QList<ConfigSource> sources;
    const QJsonObject names = m_english["sources"_L1].toObject();
    for (auto entry = names.begin(); entry != names.end(); ++entry)
        sources.append({entry.key(), m_translated["sources"_L1][entry.key()].toString(entry.value().toString())});
    return sources;
}

QList<ConfigEdition> ConfigSchemaReader::editions() const
{
    QList<ConfigEdition> editions;
    const QJsonArray entries = m_english["editions"_L1].toArray();
    for (const auto& entry : entries) {
        const QString id = entry["id"_L1].toString();
        editions.append({id, m_translated["editions"_L1][id].toString(entry["name"_L1].toString()),
                         strings(entry["marches"_L1]), strings(entry["sources"_L1])});
    }
    return editions;
}

} // namespace driftscope
