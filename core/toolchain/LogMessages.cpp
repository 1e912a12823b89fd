// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogMessages.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

void setVersion(MakertbinLog& log, const QString& name, const QString& version)
{
    const auto same = std::find_if(log.versions.begin(), log.versions.end(),
                                   [&name](const auto& entry) { return entry.first == name; });
    if (same == log.versions.end())
        log.versions.append({name, version});
    else
        same->second = version;
    if (name == u"hb_mapper")
        log.version = version;
}

/// `HorizonNN`, `horizon_nn`, `hb mapper`, `hbdk runtime` under one spelling.
QString toolName(const QString& written)
{
    const QString name = written.toLower().replace(u' ', u'_');
    return name == u"horizonnn" ? u"horizon_nn"_s : name;
}

/// Which tool writes lines like this one; empty when the line does not tell.
QString toolThatWrites(const LogLine& line)
{
    for (const QString& tool : {u"hb_mapper"_s, u"hb_perf"_s, u"hb_model_modifier"_s, u"hb_verifier"_s}) {
        if (line.file.startsWith(tool) || line.message.startsWith(u"Start "_s + tool))
            return tool;
    }
    if (line.message.contains(u"Horizon NN Model Convert"_s) || line.message.contains(u"model node information"_s))
        return u"hb_mapper"_s;
    if (line.message.contains(u"Quanti.onnx"_s))
        return u"hb_verifier"_s;
    if (line.message.contains(u"hrt_model_exec"_s) || line.message.startsWith(u"[HBRT]"_s)
        || line.message.startsWith(u"[DNN] Runtime version"_s))
        return u"hrt_model_exec"_s;
    return {};
}

} // namespace

bool VersionParser::handleLine(const LogLine& line, MakertbinLog& log) const
{
    if (log.tool.isEmpty())
        log.tool = toolThatWrites(line);
    if (!line.hasEnvelope)
        return false;
    static const QRegularExpression version(
        u"^(hbdk runtime|hbdk|HBDK|horizon_nn|HorizonNN|hb[_ ]mapper)[_ ]version\\s*:?\\s*(\\S.*)$"_s);
    const auto match = version.match(line.message);
    if (!match.hasMatch())
        return false;
    setVersion(log, toolName(match.captured(1)), match.captured(2).trimmed());
    return true;
}

bool PhaseParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression phase(u"^(Start|End) to (.+?)\\.*$"_s);
    if (!line.hasEnvelope)
        return false;
    const auto match = phase.match(line.message);
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(2);
    if (match.captured(1) == u"Start") {
        log.phases.append({name, -1.0, false});
        m_startOf.insert(name, line.time);
        return true;
    }
    const auto open = std::find_if(log.phases.rbegin(), log.phases.rend(), [&name](const LogPhase& candidate) {
        return candidate.name == name && !candidate.finished;
    });
    const QDateTime start = m_startOf.take(name);
    // Clocks of containers are set back now and then: a phase never takes less than nothing.
    const double seconds
        = start.isValid() ? std::max(0.0, static_cast<double>(start.msecsTo(line.time)) / 1000.0) : -1.0;
    if (open == log.phases.rend())
        log.phases.append({name, seconds, true});
    else
        *open = {name, seconds, true};
    return true;
}

void PhaseParser::restart()
{
    m_startOf.clear();
}

bool CompilerParser::handleLine(const LogLine& line, MakertbinLog& log) const
{
    static const QRegularExpression quoted(u"'([^']*)'"_s);
    static const QRegularExpression figures(
        u"FPS=([\\d.]+), latency = ([\\d.]+) us(?:, DDR = (\\d+) bytes)?\\s*(?:\\(see (?:.*/)?([^/)]*?)(?:\\.html)?\\))?"_s);
    if (line.message.startsWith(u"hbdk-cc parameters:")) {
        if (!log.compilerFlags.isEmpty())
            return true; // every subgraph is compiled with the same flags
        const bool isDictionary = line.message.contains(u'{');
        bool isKey = true;
        for (auto matches = quoted.globalMatch(line.message); matches.hasNext(); isKey = !isKey) {
            const QString word = matches.next().captured(1);
            log.compilerFlags.append(isDictionary && isKey ? u"--"_s + word : word);
        }
        return true;
    }
    const auto match = figures.match(line.message);
    if (!match.hasMatch())
        return false;
    log.subgraphs.append({match.captured(4), match.captured(1).toDouble(), match.captured(2).toDouble(),
                          match.captured(3).toLongLong()});
    return true;
}

bool TrailerParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression heading(
        u"^[#-]{4,} *(model deps|dependency|model[_ ]parameters|input[_ ]parameters|input|calibration[_ ]parameters|"
        "compiler[_ ]parameters|custom[_ ]op) info\\b"_s);
    static const QRegularExpression entry(u"^-{0,2}([A-Za-z][\\w &-]*?)\\s*:\\s*(?:: *)?(.*)$"_s);
    if (!line.hasEnvelope)
        return false;
    if (const auto match = heading.match(line.message); match.hasMatch()) {
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
    const auto match = entry.match(line.message);
    if (m_section == Section::Parameters && match.hasMatch())
        log.parameters.append({match.captured(1).trimmed(), match.captured(2).trimmed()});
    return true;
}

bool NoiseParser::handleLine(const LogLine& line)
{
    static const QStringList openers{u"Dump config:"_s,
                                     u"calibration_parameters:"_s,
                                     u"call build params:"_s,
                                     u"First calibration picture md5:"_s,
                                     u"Input ONNX Model Information:"_s,
                                     u"Input ONNX model infomation:"_s,
                                     u"The activation calibration parameters:"_s,
                                     u"After folding node"_s};
    static const QRegularExpression numbers(u"^[\\s\\[\\](),.\\d+eE-]*(?:dtype=\\w+)?[\\s\\[\\]()},.']*$"_s);
    static const QRegularExpression progressBar(u"^\\[=*>?[ =]*\\]\\s*\\d+%"_s);
    if (line.hasEnvelope) {
        const QString message = line.message.trimmed();
        m_inBlock = std::any_of(openers.cbegin(), openers.cend(),
                                [&message](const QString& opener) { return message.startsWith(opener); });
        return true; // a message that is not kept is still a message that was understood as such
    }
    return m_inBlock || numbers.match(line.text).hasMatch() || progressBar.match(line.text).hasMatch();
}

} // namespace driftscope
