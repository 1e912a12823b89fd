// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigSchema.h"

#include "core/config/ConfigSchemaReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace; a static library's resources are not registered by themselves.
static void registerSchemaResources()
{
    Q_INIT_RESOURCE(driftscope_schema);
}

namespace driftscope {

namespace {

struct SchemaFile
{
    Q_DECLARE_TR_FUNCTIONS(SchemaFile)
};

/// Parts of the description, in the order in which a config has its groups.
const QStringList& parts()
{
    static const QStringList names{u"sources"_s,
                                   u"model_parameters"_s,
                                   u"input_parameters"_s,
                                   u"calibration_parameters"_s,
                                   u"compiler_parameters"_s,
                                   u"custom_op"_s,
                                   u"foreign"_s};
    return names;
}

Result<QJsonObject> readObject(const QString& part, const QString& language)
{
    QFile file(u":/schema/%1.%2.json"_s.arg(part, language));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorKind::NotFound,
            SchemaFile::tr("There is no description of the config's keys in the language “%1”.").arg(language));
    }
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!json.isObject()) {
        return failure(ErrorKind::Internal,
                       SchemaFile::tr("The built-in description %1 cannot be read: %2.")
                           .arg(file.fileName(), problem.errorString()));
    }
    return json.object();
}

bool concerns(const ConfigEdition& edition, const ConfigKeyInfo& info, March march)
{
    const auto exists = [&](const QString& each) {
        return (info.marches.isEmpty() || info.marches.contains(each))
            && (march == March::Unknown || each == marchName(march));
    };
    return std::ranges::any_of(edition.marches, exists);
}

} // namespace

Result<ConfigSchema> ConfigSchema::load(const QString& language)
{
    registerSchemaResources();
    ConfigSchema schema;
    for (const QString& part : parts()) {
        const Result<QJsonObject> english = readObject(part, u"en"_s);
        if (!english)
            return forward(english);
        const Result<QJsonObject> translated = language == "en"_L1 ? QJsonObject() : readObject(part, language);
        if (!translated)
            return forward(translated);
        const ConfigSchemaReader reader(*english, *translated);
        const Result<QList<ConfigKeyInfo>> keys = reader.keys();
        if (!keys)
            return forward(keys);
        schema.m_keys += *keys;
        schema.m_foreign += reader.foreignKeys();
        schema.m_sources += reader.sources();
        schema.m_editions += reader.editions();
    }
    for (qsizetype i = 0; i < schema.m_keys.size(); ++i)
        schema.m_index.insert(schema.m_keys[i].key, i);
    for (qsizetype i = 0; i < schema.m_foreign.size(); ++i)
        schema.m_foreignIndex.insert(schema.m_foreign[i].name, i);
    return schema;
}

const ConfigKeyInfo* ConfigSchema::find(const QString& key) const
{
    const auto at = m_index.constFind(key);
    return at == m_index.constEnd() ? nullptr : &m_keys[*at];
}

bool ConfigSchema::isKnownGroup(const QString& group) const
{
    return group == "model_parameters"_L1 || group == "input_parameters"_L1 || group == "calibration_parameters"_L1
        || group == "compiler_parameters"_L1 || group == "custom_op"_L1;
}

const ForeignKey* ConfigSchema::findForeign(const QString& key) const
{
    const auto at = m_foreignIndex.constFind(key.sliced(key.lastIndexOf(u'.') + 1));
    return at == m_foreignIndex.constEnd() ? nullptr : &m_foreign[*at];
}

QString ConfigSchema::foreignKeyExplanation(const QString& key) const
{
    const ForeignKey* foreign = findForeign(key);
    return foreign == nullptr ? QString() : foreign->statement.text;
}

QString ConfigSchema::defaultFor(const QString& key, March march) const
{
    const ConfigKeyInfo* info = find(key);
    return info == nullptr ? QString() : info->defaultsByMarch.value(marchName(march), info->defaultValue);
}

QStringList ConfigSchema::choicesFor(const QString& key, March march) const
{
    const ConfigKeyInfo* info = find(key);
    return info == nullptr ? QStringList() : info->choicesByMarch.value(marchName(march), info->choices);
}

ConfigRange ConfigSchema::rangeFor(const QString& key, March march) const
{
    const ConfigKeyInfo* info = find(key);
    return info == nullptr ? ConfigRange() : info->rangeByMarch.value(marchName(march), info->range);
}

QString ConfigSchema::sourceName(const QString& id) const
{
    const auto found = std::ranges::find(m_sources, id, &ConfigSource::id);
    return found == m_sources.end() ? QString() : found->name;
}

QList<ConfigEdition> ConfigSchema::silentEditions(const ConfigKeyInfo& info, March march) const
{
    QList<ConfigEdition> silent;
    for (const ConfigEdition& edition : m_editions) {
        if (concerns(edition, info, march) && !info.knownTo.contains(edition.id))
            silent.append(edition);
    }
    return silent;
}

QList<ConfigEdition> ConfigSchema::knowingEditions(const ConfigKeyInfo& info, March march) const
{
    QList<ConfigEdition> knowing;
    for (const ConfigEdition& edition : m_editions) {
        if (concerns(edition, info, march) && info.knownTo.contains(edition.id))
            knowing.append(edition);
    }
    return knowing;
}

} // namespace driftscope
