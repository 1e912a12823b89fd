// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportWriters.h"
#include "core/report/html/ReportParts.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace; a static library's resources are not registered by themselves.
static void registerReportStyle()
{
    Q_INIT_RESOURCE(driftscope_report);
}

namespace driftscope {

namespace {

struct Page
{
    Q_DECLARE_TR_FUNCTIONS(ReportPage)
};

QString styleSheet()
{
    registerReportStyle();
    QFile file(u":/report/report.css"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? QString::fromUtf8(file.readAll()) : QString();
}

void writeHeadOfPage(HtmlWriter& html, const Report& report)
{
    const auto head = html.scope("head"_L1);
    html.empty("meta"_L1, {{"charset"_L1, u"utf-8"_s}});
    // The page loads nothing; this makes sure of it.
    html.empty("meta"_L1,
               {{"http-equiv"_L1, u"Content-Security-Policy"_s},
                {"content"_L1, u"default-src 'none'; style-src 'unsafe-inline'"_s}});
    html.empty("meta"_L1, {{"name"_L1, u"viewport"_s}, {"content"_L1, u"width=device-width, initial-scale=1"_s}});
    html.empty("meta"_L1, {{"name"_L1, u"color-scheme"_s}, {"content"_L1, u"light dark"_s}});
    html.element("title"_L1, Page::tr("%1 – Driftscope report").arg(report.facts.title));
    const auto style = html.scope("style"_L1);
    html.raw(styleSheet());
}

void writeTitle(HtmlWriter& html, const Report& report)
{
    const auto header = html.scope("header"_L1);
    html.element("h1"_L1, report.facts.title.isEmpty() ? Page::tr("Driftscope report") : report.facts.title);
    QStringList facts;
    if (!report.facts.program.isEmpty())
        facts.append(report.facts.program);
    if (report.facts.writtenAt.isValid())
        facts.append(Page::tr("%1 UTC").arg(report.facts.writtenAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s)));
    for (const QString& fact : {report.facts.march, report.facts.toolchain, report.facts.board}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    html.element("p"_L1, facts.join(u" · "_s), "hint"_L1);
    for (const QString& note : report.notes)
        html.element("p"_L1, note, "note"_L1);
}

void writeFooter(HtmlWriter& html, bool keepPrivate)
{
    const auto footer = html.scope("footer"_L1);
    html.element("p"_L1,
                 keepPrivate ? Page::tr("Paths, accounts and machines are as they were where this was written.")
                             : Page::tr("Absolute paths, accounts and machines were left out."),
                 "hint"_L1);
}

} // namespace

QString reportHtml(const Report& report, const ReportOptions& options)
{
    const Redaction redaction(report.privacy);
    HtmlWriter html(options.keepPrivate ? nullptr : &redaction);
    html.raw(u"<!DOCTYPE html>\n"_s);
    {
        const auto page = html.scope("html"_L1, {{"lang"_L1, QString(options.language).replace(u'_', u'-')}});
        writeHeadOfPage(html, report);
        const auto body = html.scope("body"_L1);
        writeTitle(html, report);
        {
            const auto main = html.scope("main"_L1);
            for (const auto write : {writeVerdict, writeLadder, writeEvaluation, writeLayers, writeCrops, writeInserted,
                                     writeContracts, writeConfig, writeFindings, writeFacts})
                write(html, report);
        }
        writeFooter(html, options.keepPrivate);
    }
    return html.take();
}

} // namespace driftscope
