// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolDescription.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace; a static library's resources are not registered by themselves.
static void registerToolResources()
{
    Q_INIT_RESOURCE(driftscope_tools);
}

namespace driftscope {

namespace {

struct ToolTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ToolDescription)
};

Result<QJsonObject> readObject(const QString& name)
{
    registerToolResources();
    QFile file(u":/tools/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, ToolTexts::tr("The built-in description %1 is missing.").arg(name));
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!json.isObject()) {
        return failure(
            ErrorKind::Internal,
            ToolTexts::tr("The built-in description %1 cannot be read: %2.").arg(name, problem.errorString()));
    }
    return json.object();
}

template <typename T>
std::optional<T> named(const QString& name, std::initializer_list<std::pair<QLatin1StringView, T>> names)
{
    const auto* const found = std::ranges::find(names, name, &std::pair<QLatin1StringView, T>::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ToolOptionKind> kindFrom(const QString& name)
{
    using enum ToolOptionKind;
    return named<ToolOptionKind>(name,
                                 {{"file"_L1, File},
                                  {"new_file"_L1, NewFile},
                                  {"text"_L1, Text},
                                  {"names"_L1, Names},
                                  {"shapes"_L1, Shapes},
                                  {"choice"_L1, Choice},
                                  {"integer"_L1, Integer},
                                  {"switch"_L1, Switch}});
}

std::optional<ToolFill> fillFrom(const QString& name)
{
    using enum ToolFill;
    return named<ToolFill>(name,
                           {{""_L1, Nothing},
                            {"float_model"_L1, FloatModel},
                            {"quantized_model"_L1, QuantizedModel},
                            {"board_model"_L1, BoardModel},
                            {"march"_L1, March},
                            {"model_type"_L1, ModelType},
                            {"prototxt"_L1, Prototxt}});
}

QStringList strings(const QJsonValue& value)
{
    return value.toVariant().toStringList();
}

Result<ToolOption> readOption(const QJsonObject& json, const QString& tool, const QJsonObject& texts)
{
    ToolOption option;
    option.key = json["key"_L1].toString();
    const auto kind = kindFrom(json["kind"_L1].toString());
    const auto fill = fillFrom(json["fill"_L1].toString());
    if (option.key.isEmpty() || !kind || !fill) {
        return failure(ErrorKind::Internal,
                       ToolTexts::tr("The built-in description of “%1” has an option without meaning: “%2”.")
                           .arg(tool, option.key));
    }
    option.kind = *kind;
    option.fill = *fill;
    option.flag = json["flag"_L1].toString();
    option.isJoined = json["joined"_L1].toBool();
    option.isRequired = json["required"_L1].toBool();
    option.preset = json["default"_L1].toString();
    option.choices = strings(json["choices"_L1]);
    option.minimum = json["minimum"_L1].toInt();
    option.maximum = json["maximum"_L1].toInt();
    option.suffixes = strings(json["suffixes"_L1]);
    option.namedAfter = json["named_after"_L1].toString();
    option.ending = json["ending"_L1].toString();
    option.onlyWith = strings(json["only_with"_L1]);
    const QJsonObject words = texts[option.key].toObject();
    option.label = words["label"_L1].toString(option.key);
    option.help = words["help"_L1].toString();
    option.generation = words["generation"_L1].toString();
    return option;
}

Result<ToolDescription> readTool(const QJsonObject& json, const QJsonObject& sources, const QJsonObject& texts)
{
    ToolDescription tool;
    tool.name = json["name"_L1].toString();
    tool.program = json["program"_L1].toString();
    tool.words = strings(json["words"_L1]);
    tool.source = sources[json["source"_L1].toString()].toString();
    const QJsonObject words = texts[tool.name].toObject();
    tool.title = words["title"_L1].toString(tool.name);
    tool.help = words["help"_L1].toString();
    tool.generation = words["generation"_L1].toString();
    tool.reads = words["reads"_L1].toString();
    tool.writes = words["writes"_L1].toString();
    const QJsonArray options = json["options"_L1].toArray();
    for (const auto& option : options) {
        auto read = readOption(option.toObject(), tool.name, words["options"_L1].toObject());
        if (!read)
            return forward(read);
        tool.options.append(*std::move(read));
    }
    return tool;
}

} // namespace

const ToolOption* ToolDescription::option(const QString& key) const
{
    const auto found = std::ranges::find(options, key, &ToolOption::key);
    return found == options.cend() ? nullptr : &*found;
}

Result<ToolCatalogue> ToolCatalogue::load(const QString& language)
{
    const auto json = readObject(u"tools.json"_s);
    if (!json)
        return forward(json);
    auto texts = readObject(u"texts.%1.json"_s.arg(language));
    if (!texts)
        texts = readObject(u"texts.en.json"_s);
    if (!texts)
        return forward(texts);
    ToolCatalogue catalogue;
    const QJsonArray tools = (*json)["tools"_L1].toArray();
    for (const auto& tool : tools) {
        auto read = readTool(tool.toObject(), (*json)["sources"_L1].toObject(), *texts);
        if (!read)
            return forward(read);
        catalogue.m_tools.append(*std::move(read));
    }
    return catalogue;
}

const ToolCatalogue& ToolCatalogue::english()
{
    static const ToolCatalogue catalogue = load().value_or(ToolCatalogue());
    return catalogue;
}

const ToolDescription* ToolCatalogue::tool(const QString& name) const
{
    const auto found = std::ranges::find(m_tools, name, &ToolDescription::name);
    return found == m_tools.cend() ? nullptr : &*found;
}

QStringList ToolCatalogue::names() const
{
    QStringList names;
    for (const ToolDescription& tool : m_tools)
        names.append(tool.name);
    return names;
}

} // namespace driftscope
