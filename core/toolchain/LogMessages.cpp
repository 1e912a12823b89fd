// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogMessages.h"

#include "core/toolchain/LogLimits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// `HorizonNN`, `horizon_nn`, `hb mapper`, `hbdk runtime` under one spelling.
QString toolName(const QString& written)
{
    const QString name = written.toLower().replace(u' ', u'_');
    return name == u"horizonnn" ? u"horizon_nn"_s : name;
}

/// Which tool writes lines like this one; empty when the line does not tell.
QString toolThatWrites(const LogLine& line)
{
    static const QRegularExpression ownLog(u"^log will be stored in \\S*?(hb_mapper|hb_perf|hb_model_modifier|"
                                           "hb_model_info|hb_model_verifier|hb_verifier|hb_eval_preprocess)[^/]*$"_s);
    static const QStringList tools{u"hb_mapper"_s,         u"hb_perf"_s,     u"hb_model_modifier"_s, u"hb_model_info"_s,
                                   u"hb_model_verifier"_s, u"hb_verifier"_s, u"cls_inference"_s,     u"cls_evaluate"_s};
    for (const QString& tool : tools) {
        if (line.file.startsWith(tool) || line.message.startsWith(u"Start "_s + tool))
            return tool;
    }
    if (line.message.contains(u"Horizon NN Model Convert"_s) || line.message.contains(u"model node information"_s))
        return u"hb_mapper"_s;
    if (line.message.contains(u"Quanti.onnx"_s))
        return u"hb_verifier"_s;
    if (line.message.startsWith("Nodes that will be removed from this model"_L1)
        || line.message.startsWith("modified model saved as "_L1))
        return u"hb_model_modifier"_s;
    if (line.isOfBoard || line.message.contains(u"hrt_model_exec"_s) || line.message.startsWith(u"[HBRT]"_s)
        || line.message.startsWith(u"[DNN] Runtime version"_s) || line.message.startsWith("Frame count: "_L1)
        || line.message.startsWith("[model name]:"_L1))
        return u"hrt_model_exec"_s;
    if (line.message.contains("REPORT-START{MAPPER-EVAL}"_L1) || line.file == "postprocess"_L1)
        return u"cls_evaluate"_s; // the samples' script that classifies labelled pictures
    return ownLog.match(line.message).captured(1);
}

/// What the tool was asked to do, where a line says it.
QString commandThatWrites(const LogLine& line)
{
    const QString& message = line.message;
    if (line.file == "hb_mapper_checker"_L1 || message.startsWith("Begin model checking"_L1))
        return u"checker"_s;
    if (line.file == "hb_mapper_makertbin"_L1 || message.startsWith("Start Model Convert"_L1))
        return u"makertbin"_s;
    if (message.startsWith("[model name]:"_L1))
        return u"model_info"_s;
    if (message.startsWith("Frame count: "_L1) || message == "Running condition:"_L1)
        return u"perf"_s;
    return {};
}

LogGeneration generationOfVersion(const QString& version)
{
    static const QRegularExpression numbers(u"^1\\.(\\d{1,4})\\b"_s);
    const auto match = numbers.match(version);
    if (!match.hasMatch())
        return LogGeneration::Unknown;
    constexpr int firstOf2023 = 10;
    constexpr int firstOf2025 = 20;
    const int minor = match.captured(1).toInt();
    if (minor >= firstOf2025)
        return LogGeneration::Of2025;
    return minor >= firstOf2023 ? LogGeneration::Of2023 : LogGeneration::Of2021;
}

/// Excerpts have no version, but only one generation says it so.
LogGeneration generationOfWords(const LogLine& line)
{
    const QString& message = line.message;
    if (message.startsWith("Saving model"_L1) || message.startsWith("Start to prepare the onnx model"_L1)
        || message.startsWith("Input ONNX Model Information"_L1))
        return LogGeneration::Of2025;
    if (message.startsWith("Input ONNX model infomation"_L1) || message.startsWith("Saving the calibrated model"_L1))
        return LogGeneration::Of2023;
    if (message.startsWith("hbdk-cc parameters:{"_L1))
        return LogGeneration::Of2021;
    return LogGeneration::Unknown;
}

/// Numbers, brackets and what numpy writes between them. By hand: such lines may be very long.
bool isArrayText(const QString& text)
{
    bool hasNumber = false;
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = QStringView(text).sliced(i);
        if (rest.startsWith(u"dtype=")) {
            for (i += 6; i < text.size() && text[i].isLetterOrNumber();)
                ++i;
        } else if (rest.startsWith(u"array(") || rest.startsWith(u"nan") || rest.startsWith(u"inf")) {
            i += rest.startsWith(u"array(") ? 6 : 3;
        } else if (text[i].isDigit() || QStringView(u" \t[](){},.+-eE'").contains(text[i])) {
            hasNumber = hasNumber || text[i].isDigit() || text[i] == u'[' || text[i] == u']';
            ++i;
        } else {
            return false;
        }
    }
    return hasNumber;
}

} // namespace

QString logGenerationName(LogGeneration generation)
{
    switch (generation) {
    case LogGeneration::Unknown:
        return {};
    case LogGeneration::Of2021:
        return u"2021"_s;
    case LogGeneration::Of2023:
        return u"2023"_s;
    case LogGeneration::Of2025:
        return u"2025"_s;
    }
    Q_UNREACHABLE();
}

void noteVersion(MakertbinLog& log, const QString& name, const QString& version)
{
    const auto same = std::find_if(log.versions.begin(), log.versions.end(),
                                   [&name](const auto& entry) { return entry.first == name; });
    if (same != log.versions.end())
        same->second = version;
    else
        keep(log.versions, std::pair(name, version), log, logLimit::names);
    const bool isOwn = name == log.tool || (name == u"dnn" && log.tool == u"hrt_model_exec");
    if (isOwn || (name == u"hb_mapper" && log.tool.isEmpty()))
        log.version = version;
    if (name.startsWith("hb_"_L1) || name == u"model_builder") {
        if (const LogGeneration said = generationOfVersion(version); said != LogGeneration::Unknown)
            log.generation = said;
    }
}

bool VersionParser::handleLine(const LogLine& line, MakertbinLog& log) const
{
    if (log.tool.isEmpty())
        log.tool = toolThatWrites(line);
    if (const QString command = commandThatWrites(line); !command.isEmpty())
        log.command = command;
    if (log.generation == LogGeneration::Unknown)
        log.generation = generationOfWords(line);
    if (!line.hasEnvelope && log.tool != "hb_model_info"_L1)
        return false;
    static const QRegularExpression version(
        u"^(hbdk runtime|hbdk|HBDK|horizon_nn|HorizonNN|hb[_ ](?:mapper|perf|verifier|model_\\w+))"
        "[_ ]version\\s*:?\\s*(\\S.*)$"_s);
    const auto match = version.match(messageHead(line.message));
    if (!match.hasMatch())
        return false;
    noteVersion(log, toolName(match.captured(1)), match.captured(2).trimmed());
    return true;
}

bool PhaseParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression phase(u"^(Start|End) to (.+?)\\.*$"_s);
    if (!line.hasEnvelope)
        return false;
    const auto match = phase.match(messageHead(line.message));
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(2);
    if (match.captured(1) == u"Start") {
        if (m_open.size() < logLimit::records)
            m_open.insert(name, {log.phases.size(), line.time});
        keep(log.phases, LogPhase{name, -1.0, false}, log);
        return true;
    }
    const auto open = m_open.constFind(name);
    if (open == m_open.cend()) { // its beginning is cut away
        keep(log.phases, LogPhase{name, -1.0, true}, log);
        return true;
    }
    // Clocks of containers are set back now and then: a phase never takes less than nothing.
    const double seconds = std::max(0.0, static_cast<double>(open->start.msecsTo(line.time)) / 1000.0);
    if (open->index < log.phases.size())
        log.phases[open->index] = {name, open->start.isValid() ? seconds : -1.0, true};
    m_open.erase(open);
    return true;
}

void PhaseParser::restart()
{
    m_open.clear();
}

void CompilerParser::readFlags(const QString& message, MakertbinLog& log)
{
    static const QRegularExpression quoted(u"'([^']*)'"_s);
    if (m_hasFlags)
        return; // every subgraph is compiled with the same flags
    m_hasFlags = true;
    log.compilerFlags.clear();
    const bool isDictionary = message.contains(u'{');
    bool isKey = true;
    for (auto matches = quoted.globalMatch(messageHead(message)); matches.hasNext(); isKey = !isKey) {
        const QString word = matches.next().captured(1);
        keep(log.compilerFlags, isDictionary && isKey ? QString(u"--"_s + word) : word, log);
    }
}

bool CompilerParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression figures(
        u"FPS=([\\d.]+), latency = ([\\d.]+) us(?:, DDR = (\\d+) bytes)?\\s*(?:\\(see ([^()]*)\\))?"_s);
    constexpr auto submodel = "Compile submodel: "_L1;
    constexpr auto consumed = "consumed time "_L1;
    if (line.message.startsWith(u"hbdk-cc parameters:")) {
        readFlags(line.message, log);
        return true;
    }
    if (line.message.startsWith(submodel)) {
        m_subgraph = messageHead(line.message).sliced(submodel.size()).trimmed();
        return true;
    }
    if (line.message.startsWith(consumed)) {
        m_seconds = messageHead(line.message).sliced(consumed.size()).trimmed().toDouble();
        return true;
    }
    const auto match = figures.match(messageHead(line.message));
    if (!match.hasMatch())
        return false;
    QString name = match.captured(4).section(u'/', -1);
    if (name.endsWith(".html"_L1))
        name.chop(5);
    keep(log.subgraphs,
         LogSubgraph{name.isEmpty() ? m_subgraph : name, match.captured(1).toDouble(), match.captured(2).toDouble(),
                     match.captured(3).toLongLong(), m_seconds},
         log);
    m_seconds = -1.0;
    return true;
}

bool TrailerParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression heading(
        u"^[#-]{4,} *(model deps|dependency|model[_ ]parameters|input[_ ]parameters|input|calibration[_ ]parameters|"
        "compiler[_ ]parameters|custom[_ ]op) info\\b"_s);
    static const QRegularExpression entry(u"^-{0,2}([A-Za-z][\\w &-]{0,60}?)\\s*:\\s*(?:: *)?(.*)$"_s);
    static const QRegularExpression typesHeading(u"^-{4,} *input/output types\\b"_s);
    static const QRegularExpression removedHeading(u"^-{4,} *deleted nodes\\b"_s);
    constexpr auto removed = "deleted nodes: "_L1;
    if (!line.hasEnvelope && log.tool != "hb_model_info"_L1) // which documents show without
        return false;
    const QString text = messageHead(line.message);
    if (typesHeading.match(text).hasMatch() || removedHeading.match(text).hasMatch()) {
        m_section = typesHeading.match(text).hasMatch() ? Section::Parameters : Section::Removed;
        return true;
    }
    if (m_section == Section::Removed && text.startsWith(removed)) {
        keep(log.modification.removedBefore, text.sliced(removed.size()).trimmed(), log);
        return true;
    }
    if (const auto match = heading.match(text); match.hasMatch()) {
        const bool isVersions = match.captured(1) == u"model deps" || match.captured(1) == u"dependency";
        m_section = isVersions ? Section::Versions : Section::Parameters;
        return true;
    }
    if (m_section == Section::None)
        return false;
    if (line.message.startsWith(u"Convert to ") || line.message.startsWith(u"End ")) {
        m_section = Section::None;
        return false;
    }
    const auto match = entry.match(text);
    if (m_section == Section::Parameters && match.hasMatch())
        keep(log.parameters, std::pair(match.captured(1).trimmed(), match.captured(2).trimmed()), log);
    return true;
}

bool NoiseParser::handleLine(const LogLine& line)
{
    static const QStringList openers{u"Dump config:"_s,
                                     u"calibration_parameters:"_s,
                                     u"First calibration picture md5:"_s,
                                     u"Input ONNX Model Information:"_s,
                                     u"Input ONNX model infomation:"_s,
                                     u"The activation calibration parameters:"_s,
                                     u"After folding node"_s};
    if (line.hasEnvelope) {
        const QString message = messageHead(line.message).trimmed();
        m_inBuildParameters = message.startsWith("call build params:"_L1);
        m_inArrays = false;
        m_inBlock = m_inBuildParameters
            || std::any_of(openers.cbegin(), openers.cend(),
                           [&message](const QString& opener) { return message.startsWith(opener); });
        return true; // a message that is not kept is still a message that was understood as such
    }
    m_inArrays = m_inBuildParameters || isArrayText(line.text);
    return m_inBlock || m_inArrays || isProgressBar(line.text);
}

} // namespace driftscope
