// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ForecastHtml.h"

#include "core/stages/foresight/FeedingCode.h"

using namespace Qt::StringLiterals;

namespace driftscope {

ForecastHtml::ForecastHtml(const Theme& theme)
    : m_theme(theme)
{ }

QString ForecastHtml::page(const ConversionForecast& forecast) const
{
    QString html;
    if (!forecast.refusal.isEmpty())
        html += refusal(forecast.refusal, forecast.refusalKey);
    for (const InputForecast& each : forecast.inputs)
        html += input(each);
    return html;
}

QString ForecastHtml::link(const QString& key) const
{
    return u"<a href='key:%1' style='color:%2'>%1</a>"_s.arg(key.toHtmlEscaped(), color(ThemeColor::Accent));
}

QString ForecastHtml::heading(const QString& text) const
{
    return u"<p style='margin:12px 0 4px 0; color:%2'>%1</p>"_s.arg(text, color(ThemeColor::MutedText));
}

QString ForecastHtml::list(const QStringList& sentences) const
{
    QString items;
    for (const QString& sentence : sentences)
        items += u"<li style='margin:0 0 3px 0'>%1</li>"_s.arg(sentence.toHtmlEscaped());
    return u"<ul style='margin:0 0 0 0; -qt-list-indent:1'>%1</ul>"_s.arg(items);
}

QString ForecastHtml::refusal(const QString& sentence, const QString& key) const
{
    return u"<p style='margin:0 0 12px 0'><b style='color:%3'>✕</b> %1 %2</p>"_s.arg(
        sentence.toHtmlEscaped(), link(key), color(ThemeColor::Fail));
}

QString ForecastHtml::input(const InputForecast& input) const
{
    const QString title
        = u"<p style='margin:4px 0 6px 0; font-size:large'><b>%1</b></p>"_s.arg(input.input.toHtmlEscaped());
    if (!input.refusal.isEmpty())
        return title % refusal(input.refusal, input.refusalKey);
    QString html = title;
    html += heading(tr("The board program must"));
    html += u"<p style='margin:0 0 4px 0'><b>%1</b><br/>%2</p>"_s.arg(
        tr("feed %1").arg(describeTensor(input.boardFeeds)).toHtmlEscaped(),
        (input.isDefaultSource ? tr("The data comes from %1, since compiler_parameters.input_source says nothing else.")
                               : tr("The data comes from %1, as compiler_parameters.input_source says."))
            .arg(input.source)
            .toHtmlEscaped());
    html += list(input.duties);
    html += heading(tr("Inserted between the input and the network"));
    for (const ForecastNode& each : input.inserted) {
        if (!each.isSandboxOnly)
            html += node(each);
    }
    html += heading(tr("The input of each stage"));
    html += table(input);
    if (!input.notes.isEmpty())
        html += heading(tr("Worth knowing")) % list(input.notes);
    return html % code(input);
}

QString ForecastHtml::row(const QString& title, const ForecastTensor& tensor, bool isBoard) const
{
    const StageInputFormat& format = tensor.format;
    QString cells;
    for (const QString& cell :
         {title, dataTypeName(format.type), format.shape.displayText(), layoutName(format.layout),
          inputTypeName(format.colour), format.range, tensor.bytes < 0 ? QString() : QString::number(tensor.bytes)}) {
        const QString text = cell.isEmpty() ? u"–"_s : cell.toHtmlEscaped();
        cells += u"<td>%1</td>"_s.arg(isBoard ? u"<b>%1</b>"_s.arg(text) : text);
    }
    return u"<tr>%1</tr>"_s.arg(cells);
}

QString ForecastHtml::table(const InputForecast& input) const
{
    QString rows;
    for (const QString& title :
         {tr("Stage"), tr("Type"), tr("Shape"), tr("Layout"), tr("Colour"), tr("Range"), tr("Bytes")})
        rows += u"<th align='left' style='color:%2'>%1</th>"_s.arg(title, color(ThemeColor::MutedText));
    rows = u"<tr>%1</tr>"_s.arg(rows);
    for (const ForecastTensor& stage : input.stages)
        rows += row(stageKey(stage.stage), stage, false);
    rows += row(tr("board file"), input.boardFile, false);
    rows += row(tr("board program"), input.boardFeeds, true);
    return u"<table cellpadding='3' cellspacing='0' border='1' style='border-collapse:collapse; border-color:%2'>%1"
           "</table>"_s.arg(rows, color(ThemeColor::Border));
}

QString ForecastHtml::node(const ForecastNode& node) const
{
    QStringList stages;
    for (const Stage stage : node.stages)
        stages.append(stageKey(stage));
    QStringList lines{tr("%1, in %2.").arg(node.where, stages.join(u", "_s))};
    if (!node.computes.isEmpty())
        lines.append(tr("%1.").arg(node.computes));
    for (QString& line : lines) {
        line[0] = line[0].toUpper();
        line = line.toHtmlEscaped();
    }
    return u"<p style='margin:0 0 8px 0'><span style='color:%1'>+</span> <b style='font-family:\"%2\"'>%3</b> "
           "<span style='color:%4'>%5</span><br/>%6<br/>%7 %8</p>"_s.arg(
               color(ThemeColor::Inserted), m_theme.monoFont().family(), node.name.toHtmlEscaped(),
               color(ThemeColor::MutedText), node.type, lines.join(u"<br/>"_s), node.why.toHtmlEscaped(),
               link(node.cause.key));
}

QString ForecastHtml::code(const InputForecast& input) const
{
    QString html;
    for (const auto& [title, language] :
         {std::pair(tr("In C++"), FeedingLanguage::Cpp), std::pair(tr("In Python"), FeedingLanguage::Python)}) {
        html += heading(title);
        html += u"<table width='100%' cellpadding='6' cellspacing='0'><tr><td bgcolor='%1'><pre style='margin:0; "
                "font-family:\"%2\"'>%3</pre></td></tr></table>"_s.arg(
                    color(ThemeColor::Window), m_theme.monoFont().family(),
                    feedingCode(input, language).trimmed().toHtmlEscaped());
    }
    return html;
}

} // namespace driftscope
