// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QLatin1StringView lineClass(TextLine::Kind kind)
{
    switch (kind) {
    case TextLine::Kind::Marked:
        return "marked"_L1;
    case TextLine::Kind::Removed:
        return "removed"_L1;
    case TextLine::Kind::Added:
        return "added"_L1;
    case TextLine::Kind::Gap:
        return "gap"_L1;
    case TextLine::Kind::Context:
        break;
    }
    return "context"_L1;
}

QString lineSign(TextLine::Kind kind)
{
    switch (kind) {
    case TextLine::Kind::Marked:
        return u"▸"_s;
    case TextLine::Kind::Removed:
        return u"−"_s;
    case TextLine::Kind::Added:
        return u"+"_s;
    case TextLine::Kind::Gap:
        return u"⋯"_s;
    case TextLine::Kind::Context:
        break;
    }
    return {};
}

QString lineNumber(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

} // namespace

void writeMissing(HtmlWriter& html, const QString& sentence)
{
    html.element("p"_L1, sentence, "missing"_L1);
}

void writeLight(HtmlWriter& html, Light light, const QString& text)
{
    const auto span = html.scope("span"_L1, {{"class"_L1, QString(u"light "_s % lightClass(light))}});
    html.element("span"_L1, {}, "dot"_L1);
    html.text(text);
}

void writeHead(HtmlWriter& html, const QStringList& titles)
{
    const auto head = html.scope("thead"_L1);
    const auto row = html.scope("tr"_L1);
    for (const QString& title : titles)
        html.element("th"_L1, title, {{"scope"_L1, u"col"_s}});
}

void writeCells(HtmlWriter& html, const QStringList& texts)
{
    const auto row = html.scope("tr"_L1);
    for (const QString& text : texts)
        html.element("td"_L1, text);
}

void writePair(HtmlWriter& html, const QString& title, const QString& text)
{
    if (text.isEmpty())
        return;
    html.element("dt"_L1, title);
    html.element("dd"_L1, text);
}

void writeDifference(HtmlWriter& html, const TextDifference& lines)
{
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "code"_L1);
    for (const TextLine& line : lines) {
        const auto row = html.scope("tr"_L1, lineClass(line.kind));
        html.element("td"_L1, lineNumber(line.after > 0 ? line.after : line.before), "number"_L1);
        html.element("td"_L1, lineSign(line.kind), "sign"_L1);
        const auto cell = html.scope("td"_L1);
        html.element("code"_L1, line.text);
    }
}

} // namespace driftscope
