// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ToolJson.h"

#include "core/report/LogJson.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonArray texts(const QStringList& list)
{
    return QJsonArray::fromStringList(list);
}

QString kindName(ToolOptionKind kind)
{
    switch (kind) {
    case ToolOptionKind::File:
        return u"file"_s;
    case ToolOptionKind::NewFile:
        return u"new_file"_s;
    case ToolOptionKind::Text:
        return u"text"_s;
    case ToolOptionKind::Names:
        return u"names"_s;
    case ToolOptionKind::Shapes:
        return u"shapes"_s;
    case ToolOptionKind::Choice:
        return u"choice"_s;
    case ToolOptionKind::Integer:
        return u"integer"_s;
    case ToolOptionKind::Switch:
        return u"switch"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject optionJson(const ToolOption& option)
{
    QJsonObject json{{u"key"_s, option.key},
                     {u"flag"_s, option.flag},
                     {u"kind"_s, kindName(option.kind)},
                     {u"required"_s, option.isRequired},
                     {u"default"_s, option.preset},
                     {u"choices"_s, texts(option.choices)},
                     {u"label"_s, option.label},
                     {u"help"_s, option.help},
                     {u"generation"_s, option.generation}};
    if (option.kind == ToolOptionKind::Integer) {
        json.insert(u"minimum"_s, option.minimum);
        json.insert(u"maximum"_s, option.maximum);
    }
    return json;
}

} // namespace

QJsonObject toolRunJson(const ToolRun& run, const ToolReport& report)
{
    QJsonArray tables;
    for (const ToolTable& table : report.tables) {
        QJsonArray rows;
        for (const QStringList& row : table.rows)
            rows.append(texts(row));
        tables.append(QJsonObject{
            {u"key"_s, table.key}, {u"title"_s, table.title}, {u"columns"_s, texts(table.columns)}, {u"rows"_s, rows}});
    }
    return {{u"run_id"_s, run.runId},
            {u"tool"_s, run.tool},
            {u"toolchain"_s, run.toolchain},
            {u"command"_s, texts(run.command)},
            {u"status"_s, compileStatusName(run.status)},
            {u"message"_s, run.message},
            {u"seconds"_s, run.seconds},
            {u"folder"_s, run.folder},
            {u"files"_s, texts(run.files)},
            {u"verdict"_s, report.verdict},
            {u"passed"_s, report.passed ? QJsonValue(*report.passed) : QJsonValue::Null},
            {u"tables"_s, tables},
            {u"log"_s, logJson(run.log)}};
}

QJsonObject toolsJson(const ToolCatalogue& catalogue)
{
    QJsonArray tools;
    for (const ToolDescription& tool : catalogue.tools()) {
        QJsonArray options;
        for (const ToolOption& option : tool.options)
            options.append(optionJson(option));
        tools.append(QJsonObject{{u"name"_s, tool.name},
                                 {u"program"_s, tool.program},
                                 {u"words"_s, texts(tool.words)},
                                 {u"title"_s, tool.title},
                                 {u"help"_s, tool.help},
                                 {u"reads"_s, tool.reads},
                                 {u"writes"_s, tool.writes},
                                 {u"source"_s, tool.source},
                                 {u"generation"_s, tool.generation},
                                 {u"options"_s, options}});
    }
    return {{u"tools"_s, tools}};
}

} // namespace driftscope
