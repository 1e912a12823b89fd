// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

#include "core/models/Numbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Part
{
    Q_DECLARE_TR_FUNCTIONS(ReportVerdict)
};

constexpr qsizetype evidenceShown = 6;

Light verdictLight(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Fault:
        return Light::Red;
    case VerdictKind::NoFault:
        return Light::Green;
    case VerdictKind::Unexplained:
        break;
    }
    return Light::Yellow;
}

QString verdictWord(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Fault:
        return Part::tr("The cause is known");
    case VerdictKind::NoFault:
        return Part::tr("No fault found");
    case VerdictKind::Unexplained:
        break;
    }
    return Part::tr("Not explained");
}

QString fixText(const Fix& fix)
{
    if (fix.remove)
        return Part::tr("Take %1 out of the config.").arg(fix.key);
    return Part::tr("Set %1 to %2.").arg(fix.key, fix.value);
}

void writeEvidenceRows(HtmlWriter& html, const QList<Evidence>& evidence)
{
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data"_L1);
    writeHead(html,
              {Part::tr("Tested cause"), Part::tr("Explains it"), Part::tr("Cosine without"), Part::tr("Cosine if so"),
               Part::tr("Left over"), Part::tr("What else is known")});
    const auto body = html.scope("tbody"_L1);
    for (const Evidence& each : evidence) {
        const auto row = html.scope("tr"_L1, each.explains ? "strong"_L1 : "plain"_L1);
        html.element("td"_L1,
                     each.input.isEmpty() ? each.title : Part::tr("%1 (input %2)").arg(each.title, each.input));
        {
            const auto cell = html.scope("td"_L1);
            writeLight(html, each.explains ? Light::Red : Light::Grey,
                       each.explains ? Part::tr("yes") : Part::tr("no"));
        }
        html.element("td"_L1, ratioText(each.scoreWithout), "number"_L1);
        html.element("td"_L1, ratioText(each.score), "number"_L1);
        html.element("td"_L1, Part::tr("%1 %").arg(shortNumber(each.distance * 100)), "number"_L1);
        html.element("td"_L1, each.note);
    }
}

void writeEvidence(HtmlWriter& html, const Verdict& verdict)
{
    html.element("h3"_L1, Part::tr("Evidence"));
    if (verdict.evidence.isEmpty()) {
        writeMissing(html, Part::tr("No cause was tested."));
        return;
    }
    html.element("p"_L1,
                 Part::tr("Each cause predicts a result. The cosine compares it with what the board gave; what is left "
                          "over is the squared error as a share of what varies, 0 % for a full explanation."),
                 "hint"_L1);
    writeEvidenceRows(html, verdict.evidence.first(std::min(evidenceShown, verdict.evidence.size())));
    const QList<Evidence> others = verdict.evidence.mid(evidenceShown);
    if (others.isEmpty())
        return;
    const auto details = html.scope("details"_L1);
    html.element("summary"_L1, Part::tr("%n more causes that were tested", nullptr, static_cast<int>(others.size())));
    writeEvidenceRows(html, others);
}

QStringList titlesOf(const Verdict& verdict, const QStringList& causes)
{
    QStringList titles;
    for (const QString& cause : causes) {
        const auto found = std::ranges::find(verdict.evidence, cause, &Evidence::hypothesis);
        titles.append(found == verdict.evidence.end() ? cause : found->title);
    }
    return titles;
}

} // namespace

void writeVerdict(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"class"_L1, u"verdict"_s}, {"id"_L1, u"verdict"_s}});
    if (!report.verdict.content) {
        html.element("h2"_L1, Part::tr("Verdict"));
        writeMissing(html, report.verdict.missing);
        return;
    }
    const Verdict& verdict = *report.verdict.content;
    {
        const auto card
            = html.scope("div"_L1, {{"class"_L1, QString(u"card "_s % lightClass(verdictLight(verdict.kind)))}});
        {
            const auto line = html.scope("p"_L1, "badge"_L1);
            writeLight(html, verdictLight(verdict.kind), verdictWord(verdict.kind));
            html.element("span"_L1, confidenceWord(verdict.confidence), "confidence"_L1);
        }
        html.element("h2"_L1, verdict.sentence, "sentence"_L1);
        const auto list = html.scope("dl"_L1);
        writePair(html, Part::tr("Fix"), verdict.fix ? fixText(*verdict.fix) : QString());
        writePair(html, Part::tr("Board program"), verdict.boardAdvice);
        writePair(html, Part::tr("Setting behind it"), verdict.causeKey);
        writePair(html, Part::tr("Input"), verdict.input);
        writePair(html, Part::tr("First layer that drifts"), verdict.firstDrift);
        writePair(html, Part::tr("Also possible"), titlesOf(verdict, verdict.alternatives).join(u"; "_s));
        writePair(html, Part::tr("To tell them apart"), verdict.toldApartBy);
        writePair(html, Part::tr("Would disprove it"), verdict.wouldDisprove);
        writePair(html, Part::tr("Cause, for programs"), verdict.cause);
    }
    writeEvidence(html, verdict);
}

void writeLadder(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"ladder"_s}});
    html.element("h2"_L1, Part::tr("From the training program to the board"));
    if (!report.verdict.content || report.verdict.content->ladder.isEmpty()) {
        writeMissing(html,
                     report.verdict.content ? Part::tr("The stages were not compared with each other.")
                                            : report.verdict.missing);
        return;
    }
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data"_L1);
    writeHead(html, {Part::tr("Stages"), Part::tr("Result"), Part::tr("Cosine"), Part::tr("Detail")});
    const auto body = html.scope("tbody"_L1);
    for (const LadderStep& step : report.verdict.content->ladder) {
        const auto row = html.scope("tr"_L1);
        html.element("td"_L1, rungWord(step.step));
        {
            const auto cell = html.scope("td"_L1);
            writeLight(html, rungLight(step.status), rungStatusWord(step.status));
        }
        html.element("td"_L1, step.status == "not_tested"_L1 ? u"–"_s : ratioText(step.cosine), "number"_L1);
        html.element("td"_L1, step.detail);
    }
}

} // namespace driftscope
