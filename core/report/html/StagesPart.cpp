// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Part
{
    Q_DECLARE_TR_FUNCTIONS(ReportStages)
};

QString causeText(const InsertionCause& cause)
{
    if (cause.key.isEmpty())
        return cause.logLine > 0 ? Part::tr("no setting; line %1 of the log").arg(cause.logLine) : QString();
    if (cause.isDefault)
        return Part::tr("%1, not written: %2").arg(cause.key, cause.value);
    return cause.line > 0 ? Part::tr("%1: %2 (line %3)").arg(cause.key, cause.value, QString::number(cause.line))
                          : QString(cause.key % u": "_s % cause.value);
}

void writeInsertedNode(HtmlWriter& html, const InsertedNode& node)
{
    const auto row = html.scope("tr"_L1);
    html.element("td"_L1, stageWord(node.stage));
    html.element("td"_L1, node.name, "name"_L1);
    html.element("td"_L1, causeText(node.cause));
    {
        const auto cell = html.scope("td"_L1);
        html.element("p"_L1, node.why);
        if (!node.computes.isEmpty())
            html.element("p"_L1, node.computes, "hint"_L1);
        if (!node.contradiction.isEmpty())
            writeLight(html, Light::Red, node.contradiction);
    }
    html.element("td"_L1, node.boardMustFeed);
    html.element("td"_L1, node.howToAvoid);
}

/// Of the quantize and dequantize pairs there are hundreds that say the same.
bool isCommon(const InsertedNode& node)
{
    const bool isScale = node.kind == InsertedKind::Calibration || node.kind == InsertedKind::Quantize
        || node.kind == InsertedKind::Dequantize || node.kind == InsertedKind::Requantize;
    return isScale && node.boardMustFeed.isEmpty() && node.contradiction.isEmpty();
}

void writeInsertedTable(HtmlWriter& html, const QList<InsertedNode>& nodes, bool common)
{
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data"_L1);
    writeHead(html,
              {Part::tr("Stage"), Part::tr("Node"), Part::tr("Setting that causes it"), Part::tr("Why it is here"),
               Part::tr("The board must feed"), Part::tr("To be rid of it")});
    const auto body = html.scope("tbody"_L1);
    for (const InsertedNode& node : nodes) {
        if (isCommon(node) == common)
            writeInsertedNode(html, node);
    }
}

void writeContractRow(HtmlWriter& html, const ContractRow& row, bool isFirst)
{
    const auto line = html.scope("tr"_L1, isFirst ? "first-drift"_L1 : "plain"_L1);
    html.element("td"_L1, row.title);
    for (const QString& text : {row.type, row.shape, row.layout, row.colour, row.range, row.normalization})
        html.element("td"_L1, text);
    const auto cell = html.scope("td"_L1);
    if (!row.contradiction.isEmpty())
        writeLight(html, Light::Red, row.contradiction);
    if (!row.note.isEmpty())
        html.element("p"_L1, row.note, "hint"_L1);
    html.element("p"_L1, row.source, "hint"_L1);
}

} // namespace

void writeInserted(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"inserted"_s}});
    html.element("h2"_L1, Part::tr("Nodes that the toolchain inserted"));
    if (!report.inserted.content) {
        writeMissing(html, report.inserted.missing);
        return;
    }
    const QList<InsertedNode>& nodes = *report.inserted.content;
    const auto commons = std::ranges::count_if(nodes, isCommon);
    if (commons < nodes.size())
        writeInsertedTable(html, nodes, false);
    else
        html.element("p"_L1, Part::tr("None that changes what the board must be fed."));
    if (commons == 0)
        return;
    const auto details = html.scope("details"_L1);
    html.element("summary"_L1,
                 Part::tr("%n nodes that scale to integers and back", nullptr, static_cast<int>(commons)));
    writeInsertedTable(html, nodes, true);
}

void writeContracts(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"contract"_s}});
    html.element("h2"_L1, Part::tr("Input contract"));
    if (!report.contracts.content || report.contracts.content->isEmpty()) {
        writeMissing(html, report.contracts.content ? Part::tr("The model has no inputs.") : report.contracts.missing);
        return;
    }
    html.element("p"_L1,
                 Part::tr("What each place says of an input, in the order in which the data goes; the first that "
                          "contradicts what was said before is marked."),
                 "hint"_L1);
    for (const InputContract& contract : *report.contracts.content) {
        html.element("h3"_L1, contract.input);
        const auto frame = html.scope("div"_L1, "scroll"_L1);
        const auto table = html.scope("table"_L1, "data"_L1);
        writeHead(html,
                  {Part::tr("Place"), Part::tr("Type"), Part::tr("Shape"), Part::tr("Layout"), Part::tr("Colour"),
                   Part::tr("Range"), Part::tr("Normalization"), Part::tr("Source")});
        const auto body = html.scope("tbody"_L1);
        for (qsizetype i = 0; i < contract.rows.size(); ++i)
            writeContractRow(html, contract.rows[i], i == contract.firstContradiction);
    }
}

void writeFacts(HtmlWriter& html, const Report& report)
{
    const ReportFacts& facts = report.facts;
    const auto section = html.scope("section"_L1, {{"id"_L1, u"facts"_s}});
    html.element("h2"_L1, Part::tr("What was looked at"));
    {
        const auto list = html.scope("dl"_L1);
        writePair(html, Part::tr("Processor (march)"), facts.march);
        writePair(html, Part::tr("Toolchain"), facts.toolchain);
        QStringList versions;
        for (const auto& [key, value] : facts.versions)
            versions.append(QString(key % u' ' % value));
        writePair(html, Part::tr("Versions"), versions.join(u", "_s));
        writePair(html, Part::tr("Board"), facts.board);
        writePair(html, Part::tr("Run"), facts.run);
    }
    if (facts.stages.isEmpty()) {
        writeMissing(html, Part::tr("No stages are open."));
        return;
    }
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data"_L1);
    writeHead(html, {Part::tr("Stage"), Part::tr("File"), Part::tr("Nodes"), Part::tr("Size"), Part::tr("SHA-256")});
    const auto body = html.scope("tbody"_L1);
    for (const ReportedStage& stage : facts.stages) {
        const auto row = html.scope("tr"_L1);
        html.element("td"_L1, stageWord(stage.stage));
        html.element("td"_L1, stage.file, "name"_L1);
        html.element("td"_L1, QString::number(stage.nodes), "number"_L1);
        html.element("td"_L1, stage.bytes < 0 ? Part::tr("unreadable") : QLocale::c().formattedDataSize(stage.bytes),
                     "number"_L1);
        html.element("td"_L1, stage.sha256, "hash"_L1);
    }
}

} // namespace driftscope
