// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"

#include "core/session/StageHealth.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Part
{
    Q_DECLARE_TR_FUNCTIONS(ReportEvaluation)
};

/// Of more classes a table would be a wall: their numbers are in the JSON.
constexpr std::size_t mostClasses = 40;

QString percentText(double share)
{
    return Part::tr("%1 %").arg(QString::number(share * 100, 'f', 1));
}

void writeHealth(HtmlWriter& html, StageHealth health)
{
    switch (health) {
    case StageHealth::Fine:
        return writeLight(html, Light::Green, Part::tr("as the stage before"));
    case StageHealth::Dropped:
        return writeLight(html, Light::Red, Part::tr("clearly below the stage before"));
    case StageHealth::NotEvaluated:
        return writeLight(html, Light::Grey, Part::tr("not evaluated"));
    }
}

QString className(const QStringList& classes, std::size_t label)
{
    const QString name = classes.value(static_cast<qsizetype>(label));
    return name.isEmpty() ? QString::number(label) : name;
}

void writeConfusion(HtmlWriter& html, const StageEvaluation& evaluation, const QStringList& classes)
{
    const auto details = html.scope("details"_L1);
    html.element("summary"_L1, Part::tr("%1: what was taken for what").arg(stageWord(evaluation.stage)));
    const auto& confusion = evaluation.confusion;
    if (confusion.empty() || confusion.size() > mostClasses) {
        writeMissing(html,
                     confusion.empty() ? Part::tr("This was not counted.")
                                       : Part::tr("There are too many classes for a table."));
        return;
    }
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data confusion"_L1);
    QStringList titles{Part::tr("Is ↓, taken for →")};
    for (std::size_t label = 0; label < confusion.size(); ++label)
        titles.append(className(classes, label));
    writeHead(html, titles);
    const auto body = html.scope("tbody"_L1);
    for (std::size_t truth = 0; truth < confusion.size(); ++truth) {
        const auto row = html.scope("tr"_L1);
        html.element("th"_L1, className(classes, truth), {{"scope"_L1, u"row"_s}});
        for (std::size_t taken = 0; taken < confusion[truth].size(); ++taken) {
            const int count = confusion[truth][taken];
            const QLatin1StringView cell = count == 0 ? "number none"_L1
                : taken == truth                      ? "number right"_L1
                                                      : "number wrong"_L1;
            html.element("td"_L1, QString::number(count), cell);
        }
    }
}

} // namespace

void writeEvaluation(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"evaluation"_s}});
    html.element("h2"_L1, Part::tr("Labelled data through every stage"));
    if (!report.evaluation.content) {
        writeMissing(html, report.evaluation.missing);
        return;
    }
    const ReportedEvaluation& evaluation = *report.evaluation.content;
    {
        const auto frame = html.scope("div"_L1, "scroll"_L1);
        const auto table = html.scope("table"_L1, "data"_L1);
        writeHead(html,
                  {Part::tr("Stage"), Part::tr("Top-1"), {}, Part::tr("Right"), Part::tr("Of"), Part::tr("Light")});
        const auto body = html.scope("tbody"_L1);
        for (const StageEvaluation& each : evaluation.stages) {
            const auto row = html.scope("tr"_L1);
            html.element("td"_L1, stageWord(each.stage));
            html.element("td"_L1, percentText(each.top1()), "number"_L1);
            {
                const auto cell = html.scope("td"_L1, "wide"_L1);
                const auto bar = html.scope("div"_L1, "bar"_L1);
                html.element("div"_L1, {},
                             {{"style"_L1, u"width:%1%"_s.arg(QString::number(each.top1() * 100, 'f', 1))}});
            }
            html.element("td"_L1, QString::number(each.correct), "number"_L1);
            html.element("td"_L1, QString::number(each.samples), "number"_L1);
            const auto cell = html.scope("td"_L1);
            writeHealth(html, stageHealth(evaluation.stages, each.stage));
        }
    }
    for (const StageEvaluation& each : evaluation.stages)
        writeConfusion(html, each, evaluation.classes);
}

} // namespace driftscope
