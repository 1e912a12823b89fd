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
    Q_DECLARE_TR_FUNCTIONS(ReportLayers)
};

/// A longer table is closed at first.
constexpr qsizetype openRows = 40;

QString rangeText(const LayerRange& range)
{
    return range.count == 0 ? u"–"_s : QString(shortNumber(range.minimum) % u" … "_s % shortNumber(range.maximum));
}

QString percentText(double share)
{
    return share == 0.0 ? u"0"_s : Part::tr("%1 %").arg(shortNumber(share * 100));
}

void writeStatus(HtmlWriter& html, const LayerComparison& layer)
{
    if (layer.status != ComparisonStatus::Compared)
        writeLight(html, Light::Grey, comparisonStatusWord(layer.status));
    else if (layer.drifts)
        writeLight(html, Light::Red, Part::tr("drifts"));
    else
        writeLight(html, Light::Green, Part::tr("agrees"));
}

QStringList numbersOf(const LayerComparison& layer)
{
    const TensorMetrics& m = layer.metrics;
    return {ratioText(m.cosine),
            ratioText(m.pearson),
            shortNumber(m.slope),
            shortNumber(m.intercept),
            m.sameValues ? Part::tr("yes") : Part::tr("no"),
            shortNumber(m.meanSquaredError),
            shortNumber(m.maximumAbsoluteError),
            decibelText(m.sqnrDb),
            percentText(m.saturation),
            QString::number(m.nanCount),
            QString::number(m.infCount),
            layer.isolated ? ratioText(layer.isolated->cosine) : u"–"_s,
            rangeText(layer.referenceRange),
            rangeText(layer.candidateRange),
            toleranceKindName(layer.kind)};
}

void writeRow(HtmlWriter& html, const LayerComparison& layer, qsizetype number, bool isFirst)
{
    const auto row = html.scope("tr"_L1, isFirst ? "first-drift"_L1 : "plain"_L1);
    html.element("td"_L1, QString::number(number), "number"_L1);
    html.element("td"_L1, layer.name, "name"_L1);
    {
        const auto cell = html.scope("td"_L1);
        writeStatus(html, layer);
    }
    const QStringList numbers = numbersOf(layer);
    if (layer.status == ComparisonStatus::Compared) {
        for (const QString& text : numbers)
            html.element("td"_L1, text, "number"_L1);
        return;
    }
    html.element("td"_L1, layer.statusReason, {{"colspan"_L1, QString::number(numbers.size())}});
}

void writeTable(HtmlWriter& html, const ReportedLayers& layers)
{
    const QList<LayerComparison>& rows = layers.comparison.layers;
    const auto details
        = rows.size() > openRows ? html.scope("details"_L1) : html.scope("details"_L1, {{"open"_L1, u"open"_s}});
    html.element("summary"_L1, Part::tr("All %n layers, in data-flow order", nullptr, static_cast<int>(rows.size())));
    const auto frame = html.scope("div"_L1, "scroll"_L1);
    const auto table = html.scope("table"_L1, "data dense"_L1);
    writeHead(html,
              {Part::tr("No."), Part::tr("Layer"), Part::tr("Status"), Part::tr("Cosine"), Part::tr("Pearson"),
               Part::tr("Slope"), Part::tr("Intercept"), Part::tr("Same values"), Part::tr("MSE"),
               Part::tr("Max error"), Part::tr("SQNR (dB)"), Part::tr("Saturated"), Part::tr("NaN"), Part::tr("Inf"),
               Part::tr("Alone, cosine"), Part::tr("Range, reference"), Part::tr("Range, candidate"),
               Part::tr("Judged as")});
    const auto body = html.scope("tbody"_L1);
    for (qsizetype i = 0; i < rows.size(); ++i)
        writeRow(html, rows[i], i + 1, i == layers.comparison.firstDivergence);
}

void writeTolerances(HtmlWriter& html, const ReportedLayers& layers)
{
    QStringList kinds;
    for (const ToleranceKind kind : allToleranceKinds) {
        const bool isUsed = std::ranges::any_of(layers.comparison.layers, [&](const LayerComparison& layer) {
            return layer.status == ComparisonStatus::Compared && layer.kind == kind;
        });
        if (!isUsed)
            continue;
        const ComparisonTolerance& bound = layers.tolerances.of(kind);
        kinds.append(Part::tr("%1: cosine below %2 or SQNR below %3 dB")
                         .arg(toleranceKindName(kind), QString::number(bound.cosine, 'g', 6),
                              QString::number(bound.sqnrDb, 'g', 4)));
    }
    if (!kinds.isEmpty())
        html.element("p"_L1, Part::tr("What counts as drift – %1.").arg(kinds.join(u"; "_s)), "hint"_L1);
    if (!layers.tolerances.layers().isEmpty())
        html.element("p"_L1,
                     Part::tr("%n layers have tolerances of their own.", nullptr,
                              static_cast<int>(layers.tolerances.layers().size())),
                     "hint"_L1);
}

QString summaryOf(const ReportedLayers& layers)
{
    qsizetype compared = 0;
    qsizetype drifting = 0;
    for (const LayerComparison& layer : layers.comparison.layers) {
        compared += layer.status == ComparisonStatus::Compared;
        drifting += layer.drifts;
    }
    const QString counts = Part::tr("%1 of %2 layers could be compared, %3 of them drift.")
                               .arg(compared)
                               .arg(layers.comparison.layers.size())
                               .arg(drifting);
    const int first = layers.comparison.firstDivergence;
    if (first < 0)
        return counts;
    return QString(counts % u' '
                   % Part::tr("The first that drifts is “%1”.").arg(layers.comparison.layers[first].name));
}

} // namespace

void writeLayers(HtmlWriter& html, const Report& report)
{
    const auto section = html.scope("section"_L1, {{"id"_L1, u"layers"_s}});
    html.element("h2"_L1, Part::tr("Layer by layer"));
    if (!report.layers.content) {
        writeMissing(html, report.layers.missing);
        return;
    }
    const ReportedLayers& layers = *report.layers.content;
    html.element("p"_L1,
                 Part::tr("%1 as the reference, %2 as the candidate.")
                     .arg(stageWord(layers.reference), stageWord(layers.candidate)));
    html.element("p"_L1, summaryOf(layers));
    if (!layers.pictures.isEmpty())
        html.element("p"_L1, Part::tr("Run on %1.").arg(layers.pictures.join(u", "_s)), "hint"_L1);
    writeTolerances(html, layers);
    writeLayerPlots(html, layers);
    writeTable(html, layers);
}

} // namespace driftscope
