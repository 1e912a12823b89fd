// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Part
{
    Q_DECLARE_TR_FUNCTIONS(ReportConfig)
};

QString sideText(const QString& value, bool isWritten)
{
    if (isWritten)
        return value.isEmpty() ? Part::tr("empty") : value;
    return value.isEmpty() ? Part::tr("not written") : Part::tr("not written: %1").arg(value);
}

void writeFix(HtmlWriter& html, const ReportedConfig& config)
{
    html.element("h3"_L1, Part::tr("What the fix changes"));
    if (config.fixKey.isEmpty())
        writeMissing(html, Part::tr("The verdict names no setting to change."));
    else if (config.fix.isEmpty())
        writeMissing(html, Part::tr("The config already says what the fix for %1 would write.").arg(config.fixKey));
    else
        writeDifference(html, config.fix);
}

void writeSinceCompiled(HtmlWriter& html, const ReportedConfig& config)
{
    html.element("h3"_L1, Part::tr("Changed since it was compiled"));
    if (!config.sinceCompiled.content) {
        writeMissing(html, config.sinceCompiled.missing);
        return;
    }
    if (config.sinceCompiled.content->isEmpty()) {
        html.element("p"_L1, Part::tr("The config means what it meant when the stages were compiled."));
        return;
    }
    {
        const auto frame = html.scope("div"_L1, "scroll"_L1);
        const auto table = html.scope("table"_L1, "data"_L1);
        writeHead(html, {Part::tr("Key"), Part::tr("As compiled"), Part::tr("Now")});
        const auto body = html.scope("tbody"_L1);
        for (const ConfigDifference& each : *config.sinceCompiled.content) {
            writeCells(
                html,
                {each.key, sideText(each.before, each.isBeforeWritten), sideText(each.after, each.isAfterWritten)});
        }
    }
    const auto details = html.scope("details"_L1);
    html.element("summary"_L1, Part::tr("Line by line"));
    writeDifference(html, config.sinceCompiledText);
}

void writeFinding(HtmlWriter& html, const Diagnostic& finding)
{
    const auto row = html.scope("tr"_L1);
    {
        const auto cell = html.scope("td"_L1);
        writeLight(html, severityLight(finding.severity), severityWord(finding.severity));
    }
    html.element("td"_L1, finding.range.line > 0 ? QString::number(finding.range.line) : QString(), "number"_L1);
    {
        const auto cell = html.scope("td"_L1);
        html.element("p"_L1, finding.message);
        if (!finding.why.isEmpty())
            html.element("p"_L1, finding.why, "hint"_L1);
        if (!finding.source.isEmpty())
            html.element("p"_L1, Part::tr("Source: %1").arg(finding.source), "hint"_L1);
    }
    html.element("td"_L1, finding.fix ? finding.fix->description : QString());
    html.element("td"_L1, finding.ruleId, "name"_L1);
}

} // namespace

void writeConfig(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"config"_s}});
    html.element("h2"_L1, Part::tr("Conversion config"));
    if (!report.config.content) {
        writeMissing(html, report.config.missing);
        return;
    }
    const ReportedConfig& config = *report.config.content;
    html.element("p"_L1, config.file, "hint"_L1);
    writeFix(html, config);
    html.element("h3"_L1, Part::tr("Lines that matter"));
    if (config.relevant.isEmpty())
        writeMissing(html, Part::tr("No finding, no inserted node and no verdict speaks of a line."));
    else
        writeDifference(html, config.relevant);
    writeSinceCompiled(html, config);
    const auto details = html.scope("details"_L1);
    html.element("summary"_L1, Part::tr("The whole config"));
    const auto frame = html.scope("pre"_L1);
    html.element("code"_L1, config.text);
}

void writeFindings(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"findings"_s}});
    html.element("h2"_L1, Part::tr("Findings in the config"));
    if (!report.findings.content) {
        writeMissing(html, report.findings.missing);
        return;
    }
    if (report.findings.content->isEmpty()) {
        html.element("p"_L1, Part::tr("No rule found anything to say."));
        return;
    }
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data"_L1);
    writeHead(html, {Part::tr("Severity"), Part::tr("Line"), Part::tr("Finding"), Part::tr("Fix"), Part::tr("Rule")});
    const auto body = html.scope("tbody"_L1);
    for (const Diagnostic& finding : *report.findings.content)
        writeFinding(html, finding);
}

} // namespace driftscope
