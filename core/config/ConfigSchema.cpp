// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigSchema.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

Result<QJsonObject> readObject(const QString& language)
{
    registerSchemaResources();
    QFile file(u":/schema/keys.%1.json"_s.arg(language));
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

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list.append(item.toString());
    return list;
}

Result<ConfigKeyInfo> keyInfo(const QJsonObject& json)
{
    ConfigKeyInfo info;
    info.key = json["key"_L1].toString();
    const std::optional<ConfigValueKind> kind = kindFromName(json["kind"_L1].toString());
    if (!kind)
        return failure(ErrorKind::Internal,
                       SchemaFile::tr("The built-in description of %1 has no kind.").arg(info.key));
    info.kind = *kind;
    info.choices = strings(json["choices"_L1]);
    const QJsonObject narrower = json["choicesByMarch"_L1].toObject();
    for (auto entry = narrower.begin(); entry != narrower.end(); ++entry)
        info.choicesByMarch.insert(entry.key(), strings(entry.value()));
    info.defaultValue = json["default"_L1].toString();
    const QJsonObject defaults = json["defaultsByMarch"_L1].toObject();
    for (auto entry = defaults.begin(); entry != defaults.end(); ++entry)
        info.defaultsByMarch.insert(entry.key(), entry.value().toString());
    info.required = json["required"_L1].toBool();
    info.perInput = json["perInput"_L1].toBool();
    info.marches = strings(json["marches"_L1]);
    info.deprecatedBy = json["deprecatedBy"_L1].toString();
    info.explanation = json["explanation"_L1].toString();
    info.example = json["example"_L1].toString();
    info.source = json["source"_L1].toString();
    info.uncertain = json["uncertain"_L1].toBool();
    return info;
}

QString nameWithoutGroup(const QString& key)
{
    return key.sliced(key.lastIndexOf(u'.') + 1);
}

} // namespace

Result<void> ConfigSchema::readEnglish()
{
    const Result<QJsonObject> json = readObject(u"en"_s);
    if (!json)
        return forward(json);
    const QJsonArray keys = (*json)["keys"_L1].toArray();
    for (const QJsonValue& entry : keys) {
        Result<ConfigKeyInfo> info = keyInfo(entry.toObject());
        if (!info)
            return forward(info);
        m_index.insert(info->key, m_keys.size());
        m_keys.append(std::move(*info));
    }
    const QJsonObject foreign = (*json)["foreign"_L1].toObject();
    for (auto entry = foreign.begin(); entry != foreign.end(); ++entry)
        m_foreign.insert(entry.key(), entry.value().toString());
    return {};
}

Result<void> ConfigSchema::translate(const QString& language)
{
    const Result<QJsonObject> json = readObject(language);
    if (!json)
        return forward(json);
    const QJsonObject keys = (*json)["keys"_L1].toObject();
    for (ConfigKeyInfo& info : m_keys)
        info.explanation = keys[info.key].toString(info.explanation);
    const QJsonObject foreign = (*json)["foreign"_L1].toObject();
    for (auto entry = m_foreign.begin(); entry != m_foreign.end(); ++entry)
        *entry = foreign[entry.key()].toString(*entry);
    return {};
}

Result<ConfigSchema> ConfigSchema::load(const QString& language)
{
    ConfigSchema schema;
    Result<void> done = schema.readEnglish();
    if (done && language != "en"_L1)
        done = schema.translate(language);
    if (!done)
        return forward(done);
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

QString ConfigSchema::foreignKeyExplanation(const QString& key) const
{
    return m_foreign.value(nameWithoutGroup(key));
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

} // namespace driftscope
