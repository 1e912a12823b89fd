// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardOptions.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

enum class OptionKind
{
    Text,
    Number,
    Switch
};

struct OptionRule
{
    QLatin1StringView name;
    OptionKind kind;
    QLatin1StringView help;
};

constexpr std::array rules{
    OptionRule{"model_file"_L1, OptionKind::Text, "model files, joined by commas"_L1},
    OptionRule{"model_name"_L1, OptionKind::Text, "which of several models to run"_L1},
    OptionRule{"input_file"_L1, OptionKind::Text, "one file for each input, joined by commas"_L1},
    OptionRule{"input_list"_L1, OptionKind::Text, "(sandbox) file with the input files of one frame on each line"_L1},
    OptionRule{"core_id"_L1, OptionKind::Number, "0 any core, 1 core 0, 2 core 1"_L1},
    OptionRule{"roi_infer"_L1, OptionKind::Switch, "not supported by the sandbox"_L1},
    OptionRule{"roi"_L1, OptionKind::Text, "not supported by the sandbox"_L1},
    OptionRule{"frame_count"_L1, OptionKind::Number, "frames to run: infer 1, perf 200"_L1},
    OptionRule{"perf_time"_L1, OptionKind::Number, "minutes to run, in place of frame_count"_L1},
    OptionRule{"thread_num"_L1, OptionKind::Number, "threads, 1 to 8"_L1},
    OptionRule{"profile_path"_L1, OptionKind::Text, "folder for profiler.log and profiler.csv"_L1},
    OptionRule{"enable_dump"_L1, OptionKind::Switch, "write the outputs"_L1},
    OptionRule{"dump_format"_L1, OptionKind::Text, "bin or txt"_L1},
    OptionRule{"dump_precision"_L1, OptionKind::Number, "decimals in txt"_L1},
    OptionRule{"dump_txt_axis"_L1, OptionKind::Number, "the axis from which on values share a line"_L1},
    OptionRule{"dump_path"_L1, OptionKind::Text, "folder for dumps, else the current one"_L1},
    OptionRule{"hybrid_dequantize_process"_L1, OptionKind::Switch, "write integer outputs as real numbers"_L1},
    OptionRule{"dump_intermediate"_L1, OptionKind::Number, "1 every layer as bin, 2 and 3 as bin and txt"_L1},
    OptionRule{"enable_cls_post_process"_L1, OptionKind::Switch, "print the five best classes"_L1},
    OptionRule{"v"_L1, OptionKind::Switch, "print the version"_L1},
    OptionRule{"help"_L1, OptionKind::Switch, "print this text"_L1},
};

using Values = QHash<QString, QString>;

const OptionRule* findRule(const QString& name)
{
    const auto found = std::ranges::find_if(rules, [&](const OptionRule& rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

bool isTruthWord(const QString& word)
{
    static const QStringList words{u"true"_s, u"false"_s, u"1"_s, u"0"_s, u"t"_s, u"f"_s, u"yes"_s, u"no"_s};
    return words.contains(word.toLower());
}

bool isTrue(const QString& word)
{
    static const QStringList words{u"true"_s, u"1"_s, u"t"_s, u"yes"_s};
    return words.contains(word.toLower());
}

tl::unexpected<Error> badOption(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

/// Takes one option and, where it has one, the word after it. `position` stands at the option.
Result<void> takeOption(const QStringList& arguments, qsizetype& position, Values& values)
{
    QString name = arguments[position];
    name.remove(0, name.startsWith("--"_L1) ? 2 : 1);
    const qsizetype equals = name.indexOf(u'=');
    std::optional<QString> value;
    if (equals >= 0) {
        value = name.mid(equals + 1);
        name.truncate(equals);
    }
    const OptionRule* rule = findRule(name);
    if (rule == nullptr && name.startsWith("no"_L1) && !value) {
        rule = findRule(name.mid(2));
        if (rule != nullptr && rule->kind == OptionKind::Switch) {
            values.insert(rule->name, u"false"_s);
            return {};
        }
        rule = nullptr;
    }
    if (rule == nullptr)
        return badOption(u"ERROR: unknown command line flag '%1'"_s.arg(name));
    const QString next = arguments.value(position + 1);
    if (!value && rule->kind == OptionKind::Switch) {
        const bool takesNext = isTruthWord(next);
        value = takesNext ? next : u"true"_s;
        position += takesNext ? 1 : 0;
    } else if (!value) {
        if (position + 1 >= arguments.size())
            return badOption(u"ERROR: flag '--%1' is missing its argument"_s.arg(name));
        value = next;
        ++position;
    }
    if (rule->kind == OptionKind::Switch && !isTruthWord(*value))
        return badOption(u"ERROR: illegal value '%1' specified for bool flag '%2'"_s.arg(*value, name));
    bool ok = true;
    if (rule->kind == OptionKind::Number)
        value->toInt(&ok);
    if (!ok)
        return badOption(u"ERROR: illegal value '%1' specified for int32 flag '%2'"_s.arg(*value, name));
    values.insert(rule->name, *value);
    return {};
}

Result<int> number(const Values& values, const QString& name, int fallback, int least, int most)
{
    const int value = values.contains(name) ? values[name].toInt() : fallback;
    if (value < least || value > most) {
        return badOption(
            u"Option --%1 takes a number from %2 to %3, not %4."_s.arg(name).arg(least).arg(most).arg(value));
    }
    return value;
}

Result<void> fillNumbers(const Values& values, BoardOptions& options)
{
    struct Target
    {
        QString name;
        int* value;
        int least;
        int most;
    };
    constexpr int largest = std::numeric_limits<int>::max();
    int frames = 1;
    const std::array targets{
        Target{u"core_id"_s, &options.coreId, 0, 2},
        Target{u"frame_count"_s, &frames, 1, largest},
        Target{u"perf_time"_s, &options.perfMinutes, 0, largest},
        Target{u"thread_num"_s, &options.threads, 1, largest},
        Target{u"dump_precision"_s, &options.dump.precision, 0, 30},
        Target{u"dump_txt_axis"_s, &options.dump.textAxis, 0, largest},
        Target{u"dump_intermediate"_s, &options.dump.intermediate, 0, 3},
    };
    for (const Target& target : targets) {
        const Result<int> value = number(values, target.name, *target.value, target.least, target.most);
        if (!value)
            return forward(value);
        *target.value = *value;
    }
    if (values.contains(u"frame_count"_s))
        options.frameCount = frames;
    options.threads = std::min(options.threads, 8);
    return {};
}

} // namespace

Result<BoardOptions> BoardOptions::parse(const QStringList& arguments)
{
    BoardOptions options;
    Values values;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (word.startsWith(u'-') && word.size() > 1) {
            if (const Result<void> taken = takeOption(arguments, i, values); !taken)
                return forward(taken);
        } else if (options.command.isEmpty()) {
            options.command = word;
        }
    }
    options.showVersion = isTrue(values.value(u"v"_s));
    options.showHelp = isTrue(values.value(u"help"_s));
    options.modelFiles = values.value(u"model_file"_s).split(u',', Qt::SkipEmptyParts);
    options.modelName = values.value(u"model_name"_s);
    options.inputFiles = values.value(u"input_file"_s).split(u',', Qt::SkipEmptyParts);
    options.inputList = values.value(u"input_list"_s);
    options.profilePath = values.value(u"profile_path"_s);
    options.classes = isTrue(values.value(u"enable_cls_post_process"_s));
    options.dump.outputs = isTrue(values.value(u"enable_dump"_s));
    options.dump.dequantize = isTrue(values.value(u"hybrid_dequantize_process"_s));
    options.dump.folder = values.value(u"dump_path"_s);
    const QString format = values.value(u"dump_format"_s, u"bin"_s);
    options.dump.text = format == "txt"_L1;
    if (format != "bin"_L1 && format != "txt"_L1)
        return badOption(u"Option --dump_format takes bin or txt, not “%1”."_s.arg(format));
    if (isTrue(values.value(u"roi_infer"_s)))
        return badOption(u"The sandbox board has no resizer, so --roi_infer cannot be used."_s);
    if (const Result<void> filled = fillNumbers(values, options); !filled)
        return forward(filled);
    return options;
}

QString BoardOptions::help()
{
    QString text = u"Usage: driftscope-board model_info|infer|perf --model_file=FILE [OPTIONS]\n"
                   "The sandbox board of Driftscope; answers to the command line of hrt_model_exec.\n\n"_s;
    for (const OptionRule& rule : rules)
        text += u"  --%1 %2\n"_s.arg(QString(rule.name), -27).arg(QString(rule.help));
    return text;
}

} // namespace driftscope
