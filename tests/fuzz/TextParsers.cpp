// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Parsers of text that people and tools wrote.
#include "Parsers.h"

#include "core/board/DumpFolder.h"
#include "core/board/DumpedTensor.h"
#include "core/config/ConversionConfig.h"
#include "core/lint/OwnRule.h"
#include "core/lint/OwnRuleReader.h"
#include "core/toolchain/KnownMessages.h"
#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/PerfGraph.h"
#include "core/toolchain/ProfilerReport.h"
#include "core/toolchain/QuantInfo.h"
#include "core/toolchain/SubgraphReport.h"
#include "core/toolchain/ToolchainFile.h"
#include "core/toolchain/tool/HorizonResult.h"
#include "core/toolchain/tool/ToolReport.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace driftscope::fuzz {

std::optional<QString> parseConfig(const QByteArray& content)
{
    const auto document = ConfigDocument::fromText(content, u"fuzz.yaml"_s);
    if (!document)
        return document.error().message;
    static_cast<void>(readConversionConfig(*document));
    static_cast<void>(document->duplicates());
    static_cast<void>(document->with(u"input_parameters.norm_type"_s, u"data_scale"_s));
    const QStringList keys = document->keys();
    if (!keys.isEmpty()) {
        static_cast<void>(document->with(keys.last(), u"a: 'b'"_s));
        static_cast<void>(document->without(keys.first()));
    }
    return std::nullopt;
}

/// What is accepted comes back the same when it is written and read.
std::optional<QString> parseProfiles(const QByteArray& content)
{
    const auto toolchains = parseToolchains(content, u"toolchains.json"_s);
    if (!toolchains)
        return toolchains.error().message;
    for (const ToolchainProfile& toolchain : *toolchains)
        static_cast<void>(mappedByMounts(toolchain.mounts, u"/data/net.onnx"_s));
    const auto again = parseToolchains(toolchainsToJson(*toolchains), u"toolchains.json"_s);
    Q_ASSERT(again && *again == *toolchains);
    return std::nullopt;
}

/// What is accepted comes back the same, and says without a crash what its values would do.
std::optional<QString> parseToolRecordFile(const QByteArray& content)
{
    const auto run = parseToolRecord(content, u"/runs/1"_s);
    if (!run)
        return run.error().message;
    const auto again = parseToolRecord(toolRecord(*run, false), u"/runs/1"_s);
    Q_ASSERT(again && again->values == run->values && again->tool == run->tool && again->runId == run->runId);
    const ToolDescription* tool = ToolCatalogue::english().tool(run->tool);
    if (tool != nullptr && checkToolValues(*tool, run->values))
        static_cast<void>(toolCommandLine(sandboxToolchain(), *tool, run->values));
    static_cast<void>(readToolReport(*run));
    return std::nullopt;
}

/// What is accepted names files of its own folder alone.
std::optional<QString> parseHorizonResultFile(const QByteArray& content)
{
    const auto result = parseHorizonResult(content);
    if (!result)
        return result.error().message;
    for (const auto& [name, file] : result->outputs)
        Q_ASSERT(!name.isEmpty() && !file.isEmpty() && !file.contains(u'/') && file != u"..");
    return std::nullopt;
}

/// What is accepted is asked of a config with every kind of value.
std::optional<QString> parseRules(const QByteArray& content)
{
    static const ConfigDocument config = *ConfigDocument::fromText(
        "model_parameters:\n  march: 'bayes-e'\n  output_model_file_prefix: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'\n"
        "input_parameters:\n  input_name: 'a;b'\n  norm_type: ''\n  mean_value: 1 2 3\n"
        "compiler_parameters:\n  core_num: 2\n  input_source: {a: ddr}\n",
        u"fuzz.yaml"_s);
    const auto rules = parseOwnRules(content, u"rules.yaml"_s);
    if (!rules)
        return rules.error().message;
    LintSubject subject;
    subject.document = config;
    subject.config = readConversionConfig(config);
    subject.ownRules = std::make_shared<const QList<OwnRule>>(*rules);
    Diagnostics findings;
    checkOwnRules(subject, findings, {});
    static_cast<void>(applyFixes(config, findings));
    return std::nullopt;
}

/// A log is never refused; one of which nothing was understood counts as such.
std::optional<QString> parseLog(const QByteArray& content)
{
    const MakertbinLog log = parseMakertbinLog(content);
    return log.lines > log.unparsedLines ? std::nullopt : std::optional(u"no line was understood"_s);
}

/// The first byte says how long the pieces are; wherever a log is cut, the records are the same.
std::optional<QString> parseLogInPieces(const QByteArray& content)
{
    const qsizetype size = content.isEmpty() ? 1 : 1 + static_cast<unsigned char>(content[0]) % 64;
    MakertbinLogParser parser;
    for (qsizetype at = 0; at < content.size(); at += size)
        parser.feed(content.mid(at, size));
    parser.finish();
    const MakertbinLog& pieces = parser.log();
    const MakertbinLog whole = parseMakertbinLog(content);
    const auto extent = [](const MakertbinLog& log) {
        return std::tuple(log.lines, log.unparsedLines, log.arrayLines, log.nodes.size(), log.outputs.size(),
                          log.phases.size(), log.parameters.size(), log.subgraphs.size(), log.boardTensors.size(),
                          log.modification.nodes.size(), log.comparisons.size(), log.diagnostics.size());
    };
    if (extent(pieces) != extent(whole))
        qFatal("a log in pieces of %lld bytes is read otherwise", static_cast<long long>(size));
    return std::nullopt;
}

/// Each line against the messages as a log would be, and against one pattern, which the first byte chooses, without its
/// anchor being looked for: the patterns themselves must stand anything.
std::optional<QString> matchMessages(const QByteArray& content)
{
    const KnownMessages& messages = KnownMessages::english();
    const qsizetype chosen = content.isEmpty() ? 0 : static_cast<unsigned char>(content[0]) % messages.all().size();
    const KnownMessage& message = messages.all()[chosen];
    for (const QByteArray& line : content.split('\n')) {
        const QString text = QString::fromUtf8(line);
        static_cast<void>(messages.match(text));
        static_cast<void>(message.pattern.match(text));
        static_cast<void>(message.pattern.match(message.anchor + text));
    }
    return std::nullopt;
}

std::optional<QString> parseProfilerFile(const QByteArray& content)
{
    static_cast<void>(looksLikeProfilerReport(content.left(256)));
    const auto report = parseProfilerReport(content, u"fuzz"_s);
    return report ? std::nullopt : std::optional(report.error().message);
}

std::optional<QString> parseBoardInfo(const QByteArray& content)
{
    const auto info = parseModelInfo(QString::fromUtf8(content));
    if (!info)
        return info.error().message;
    for (const BoardTensorProperties& properties : info->inputs + info->outputs) {
        const DataType type = dataTypeOfBoard(properties.tensorType);
        static_cast<void>(tensorFromDump(content, type, properties));
        static_cast<void>(parseDeclaration(declarationText(declarationOf(properties))));
        static_cast<void>(parseDumpFileName(u"layer-0-conv-a-output-0-"_s + properties.name + u".bin"_s));
    }
    return std::nullopt;
}

std::optional<QString> parseQuantInfoFile(const QByteArray& content)
{
    const auto nodes = parseQuantInfo(content, u"fuzz.json"_s);
    return nodes ? std::nullopt : std::optional(nodes.error().message);
}

std::optional<QString> parseSubgraphFile(const QByteArray& content)
{
    const auto report = parseSubgraphReport(content, u"fuzz.json"_s);
    return report ? std::nullopt : std::optional(report.error().message);
}

std::optional<QString> parsePerfGraphFile(const QByteArray& content)
{
    static_cast<void>(looksLikePerfGraph(content.left(256)));
    const auto graph = parsePerfGraph(content, u"fuzz"_s);
    return graph ? std::nullopt : std::optional(graph.error().message);
}

} // namespace driftscope::fuzz
