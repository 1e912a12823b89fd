// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportWriters.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString numberField(double value)
{
    if (std::isnan(value))
        return u"nan"_s;
    if (std::isinf(value))
        return value > 0 ? u"inf"_s : u"-inf"_s;
    constexpr int digits = 9;
    return QString::number(value, 'g', digits);
}

QString yesField(bool yes)
{
    return yes ? u"1"_s : u"0"_s;
}

QStringList headFields()
{
    return {u"number"_s,
            u"layer"_s,
            u"reference"_s,
            u"candidate"_s,
            u"status"_s,
            u"reason"_s,
            u"drifts"_s,
            u"cosine"_s,
            u"pearson"_s,
            u"slope"_s,
            u"intercept"_s,
            u"same_values"_s,
            u"mse"_s,
            u"max_abs"_s,
            u"sqnr_db"_s,
            u"saturation"_s,
            u"nan"_s,
            u"inf"_s,
            u"isolated_cosine"_s,
            u"isolated_sqnr_db"_s,
            u"reference_minimum"_s,
            u"reference_maximum"_s,
            u"candidate_minimum"_s,
            u"candidate_maximum"_s,
            u"tolerance"_s};
}

QStringList rangeFields(const LayerRange& range)
{
    if (range.count == 0)
        return {{}, {}};
    return {numberField(range.minimum), numberField(range.maximum)};
}

QStringList metricFields(const LayerComparison& layer)
{
    const TensorMetrics& m = layer.metrics;
    QStringList fields{numberField(m.cosine),
                       numberField(m.pearson),
                       numberField(m.slope),
                       numberField(m.intercept),
                       yesField(m.sameValues),
                       numberField(m.meanSquaredError),
                       numberField(m.maximumAbsoluteError),
                       numberField(m.sqnrDb),
                       numberField(m.saturation),
                       QString::number(m.nanCount),
                       QString::number(m.infCount)};
    if (layer.isolated)
        fields += {numberField(layer.isolated->cosine), numberField(layer.isolated->sqnrDb)};
    else
        fields += QStringList{{}, {}};
    return fields + rangeFields(layer.referenceRange) + rangeFields(layer.candidateRange);
}

QStringList layerFields(const LayerComparison& layer, qsizetype number)
{
    QStringList fields{QString::number(number),
                       layer.name,
                       layer.referenceTensor,
                       layer.candidateTensor,
                       comparisonStatusName(layer.status),
                       layer.statusReason,
                       yesField(layer.drifts)};
    if (layer.status == ComparisonStatus::Compared)
        fields += metricFields(layer);
    while (fields.size() < headFields().size() - 1)
        fields.append(QString());
    fields.append(toleranceKindName(layer.kind));
    return fields;
}

QString quoted(QString field)
{
    const bool isPlain = !field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n')
        && !field.contains(u'\r') && field == field.trimmed();
    return isPlain ? field : QString(u'"' % field.replace(u'"', u"\"\""_s) % u'"');
}

void appendRow(QString& csv, const QStringList& fields, const Redaction* redaction)
{
    QStringList row;
    for (const QString& field : fields)
        row.append(quoted(redaction != nullptr ? redaction->text(field) : field));
    csv += row.join(u',') % u"\r\n";
}

} // namespace

QByteArray reportCsv(const Report& report, const ReportOptions& options)
{
    const Redaction redaction(report.privacy);
    const Redaction* used = options.keepPrivate ? nullptr : &redaction;
    QString csv;
    appendRow(csv, headFields(), nullptr);
    if (report.layers.content) {
        qsizetype number = 0;
        for (const LayerComparison& layer : report.layers.content->comparison.layers)
            appendRow(csv, layerFields(layer, ++number), used);
    }
    return csv.toUtf8();
}

} // namespace driftscope
