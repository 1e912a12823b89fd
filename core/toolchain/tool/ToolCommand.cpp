// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolCommand.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ToolTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ToolCommand)
};

tl::unexpected<Error> refused(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

/// Without blanks around them and without the empty ones.
QStringList given(const ToolOption& option, const ToolValues& values)
{
    QStringList result;
    for (const QString& value : values.value(option.key)) {
        if (!value.trimmed().isEmpty())
            result.append(option.kind == ToolOptionKind::File ? value : value.trimmed());
    }
    if (option.kind == ToolOptionKind::Switch && !result.isEmpty() && result.first() != "true"_L1)
        result.clear();
    return result;
}

bool isIdle(const ToolDescription& tool, const ToolOption& option, const ToolValues& values)
{
    return !option.onlyWith.isEmpty() && std::ranges::none_of(option.onlyWith, [&](const QString& key) {
        const ToolOption* other = tool.option(key);
        return other != nullptr && !given(*other, values).isEmpty();
    });
}

/// With the file's name where the person gave none.
QStringList effective(const ToolDescription& tool, const ToolOption& option, const ToolValues& values)
{
    if (isIdle(tool, option, values))
        return {};
    QStringList result = given(option, values);
    const ToolOption* source = option.namedAfter.isEmpty() ? nullptr : tool.option(option.namedAfter);
    if (result.isEmpty() && source != nullptr && !given(*source, values).isEmpty())
        result = {QFileInfo(given(*source, values).first()).completeBaseName() + option.ending};
    return result;
}

Result<void> checkFile(const ToolOption& option, const QString& value)
{
    const QFileInfo file(value);
    if (!file.exists())
        return refused(ToolTexts::tr("%1: the file “%2” does not exist; choose another.").arg(option.label, value));
    if (!file.isFile())
        return refused(ToolTexts::tr("%1: “%2” is a folder; choose a file.").arg(option.label, value));
    if (!file.isReadable())
        return refused(ToolTexts::tr("%1: the file “%2” may not be read.").arg(option.label, value));
    if (!option.suffixes.isEmpty() && !option.suffixes.contains(file.suffix(), Qt::CaseInsensitive))
        return refused(ToolTexts::tr("%1: “%2” is no file of the kind %3; choose another.")
                           .arg(option.label, value, u'.' + option.suffixes.join(u", ."_s)));
    return {};
}

Result<void> checkValue(const ToolOption& option, const QString& value)
{
    static const QRegularExpression shape(u"^\\S+\\s+\\d{1,9}(x\\d{1,9})*$"_s);
    if (value.contains(u'\n') || value.contains(QChar(0)))
        return refused(ToolTexts::tr("%1: “%2” is more than one line.").arg(option.label, value));
    // A word that begins with a dash would be read as an option of its own.
    if (value.startsWith(u'-') && option.kind != ToolOptionKind::Integer && option.kind != ToolOptionKind::File)
        return refused(ToolTexts::tr("%1: “%2” begins with a dash; the tool would take it for an option.")
                           .arg(option.label, value));
    switch (option.kind) {
    case ToolOptionKind::File:
        return checkFile(option, value);
    case ToolOptionKind::NewFile:
        if (value.contains(u'/') || value == "."_L1 || value == ".."_L1)
            return refused(ToolTexts::tr("%1: “%2” is no plain file name; it is written into the folder of the run.")
                               .arg(option.label, value));
        return {};
    case ToolOptionKind::Choice:
        if (!option.choices.contains(value))
            return refused(
                ToolTexts::tr("%1: “%2” is not one of %3.").arg(option.label, value, option.choices.join(u", "_s)));
        return {};
    case ToolOptionKind::Integer: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < option.minimum || number > option.maximum)
            return refused(ToolTexts::tr("%1: “%2” is no whole number from %3 to %4.")
                               .arg(option.label, value)
                               .arg(option.minimum)
                               .arg(option.maximum));
        return {};
    }
    case ToolOptionKind::Shapes:
        if (!shape.match(value).hasMatch())
            return refused(ToolTexts::tr("%1: “%2” is no name and shape; write it as “data 1x3x224x224”.")
                               .arg(option.label, value));
        return {};
    case ToolOptionKind::Text:
    case ToolOptionKind::Names:
    case ToolOptionKind::Switch:
        return {};
    }
    Q_UNREACHABLE();
}

bool isJoined(const ToolDescription& tool, const ToolOption& option)
{
    return option.isJoined || std::ranges::any_of(tool.options, [&](const ToolOption& other) {
               return other.isJoined && other.flag == option.flag;
           });
}

void appendOption(const ToolOption& option, const QStringList& values, QStringList& words)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    if (option.kind == ToolOptionKind::Switch) {
        if (!values.isEmpty())
            words.append(option.flag);
        return;
    }
    for (const QString& value : values) {
        if (option.isJoined && !words.isEmpty()) {
            words.last() += u',' + value;
            continue;
        }
        if (!option.flag.isEmpty())
            words.append(option.flag);
        words += option.kind == ToolOptionKind::Shapes ? value.split(blanks) : QStringList{value};
    }
}

} // namespace

ToolValues presetValues(const ToolDescription& tool, const QMap<ToolFill, QString>& project)
{
    ToolValues values;
    for (const ToolOption& option : tool.options) {
        const QString known = option.fill == ToolFill::Nothing ? QString() : project.value(option.fill);
        const bool isPossible = option.choices.isEmpty() || option.choices.contains(known);
        const QString value = known.isEmpty() || !isPossible ? option.preset : known;
        if (!value.isEmpty())
            values.insert(option.key, {value});
    }
    return values;
}

Result<void> checkToolValues(const ToolDescription& tool, const ToolValues& values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (tool.option(it.key()) == nullptr)
            return refused(ToolTexts::tr("“%1” has no option “%2”.").arg(tool.name, it.key()));
    }
    for (const ToolOption& option : tool.options) {
        const QStringList found = effective(tool, option, values);
        if (found.isEmpty() && option.isRequired)
            return refused(ToolTexts::tr("“%1” cannot run yet: %2 is missing.").arg(tool.title, option.label));
        const bool isMany = option.kind == ToolOptionKind::Names || option.kind == ToolOptionKind::Shapes;
        if (found.size() > 1 && !isMany)
            return refused(ToolTexts::tr("%1: only one value can be given.").arg(option.label));
        for (const QString& value : found) {
            if (auto checked = checkValue(option, value); !checked)
                return checked;
            if (option.kind == ToolOptionKind::File && isJoined(tool, option) && value.contains(u','))
                return refused(ToolTexts::tr("%1: the tool cannot read “%2”, whose path holds a comma; rename it.")
                                   .arg(option.label, value));
        }
    }
    return {};
}

QStringList toolFiles(const ToolDescription& tool, const ToolValues& values)
{
    QStringList files;
    for (const ToolOption& option : tool.options) {
        if (option.kind != ToolOptionKind::File)
            continue;
        for (const QString& value : given(option, values))
            files.append(QFileInfo(value).absoluteFilePath());
    }
    return files;
}

QStringList toolArguments(const ToolDescription& tool, const ToolValues& values, const Launcher& launcher)
{
    QStringList words = tool.words;
    for (const ToolOption& option : tool.options) {
        QStringList found = effective(tool, option, values);
        if (option.kind == ToolOptionKind::File) {
            for (QString& value : found)
                value = launcher.mapped(QFileInfo(value).absoluteFilePath());
        }
        appendOption(option, found, words);
    }
    return words;
}

Command toolProgram(const ToolchainProfile& toolchain, const ToolDescription& tool)
{
    Command command;
    command.program = toolchain.program;
    command.arguments = toolchain.arguments;
    if (tool.program == "hb_mapper"_L1)
        return command;
    const auto isMapper = [](const QString& word) { return word.section(u'/', -1) == "hb_mapper"_L1; };
    const auto beside = [&](const QString& word) -> QString { return word.chopped(9) + tool.program; };
    const auto inArguments = std::ranges::find_if(command.arguments, isMapper);
    if (isMapper(command.program)) {
        command.program = beside(command.program);
        command.arguments.clear();
    } else if (inArguments != command.arguments.end()) {
        *inArguments = beside(*inArguments);
        command.arguments.erase(inArguments + 1, command.arguments.end());
    } else {
        command.arguments.append(tool.program); // one program that answers to every name of the family
    }
    return command;
}

bool lacksTool(const ToolchainProfile& toolchain, const ToolDescription& tool)
{
    const ToolchainCapabilities& found = toolchain.capabilities;
    if (found.version.isEmpty())
        return false;
    if (tool.name == "checker"_L1)
        return !found.hasChecker;
    if (tool.name == "fast_perf"_L1)
        return !found.hasFastPerf;
    // One program for all of them is not found by the tool's name.
    const Command command = toolProgram(toolchain, tool);
    const bool isOneForAll = !command.arguments.isEmpty() && command.arguments.last() == tool.program;
    return !isOneForAll && !found.tools.contains(tool.program);
}

} // namespace driftscope
