// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SweepText.h"

#include "app/cli/Columns.h"

#include "core/history/RunComparison.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QStringList header(const Sweep& sweep)
{
    QStringList cells;
    for (const SweepKey& each : sweep.keys)
        cells.append(each.key.section(u'.', -1));
    return cells;
}

QStringList tableLine(const Sweep& sweep, qsizetype index, const QStringList& figures, bool isBest)
{
    const SweepRow& row = sweep.rows[index];
    QStringList cells{isBest ? u"*"_s : QString()};
    for (const QString& value : row.values)
        cells.append(sweepValueText(value));
    cells.append(sweepRowStateName(row.state) + (row.isReused ? u" (reused)"_s : QString()));
    for (const QString& figure : figures) {
        const auto value = sweepFigure(row, figure);
        QString text = value ? metricText(figure, *value) : u"-"_s;
        if (figure == "cosine.worst"_L1 && value && !row.run->worstLayer.isEmpty())
            text += u" ("_s + row.run->worstLayer + u')';
        cells.append(text);
    }
    cells.append(row.runId.isEmpty() ? u"-"_s : row.runId);
    return cells;
}

QString csvCell(const QString& text)
{
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n');
    return needsQuotes ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

QString sweepTable(const Sweep& sweep)
{
    const QStringList figures = measuredFigures(sweep);
    const auto best = bestRow(sweep);
    QList<QStringList> lines{QStringList{QString()} + header(sweep) + QStringList{u"status"_s} + figures
                             + QStringList{u"run"_s}};
    QStringList remarks;
    for (qsizetype i = 0; i < sweep.rows.size(); ++i) {
        lines.append(tableLine(sweep, i, figures, best && best->row == i));
        if (!sweep.rows[i].message.isEmpty())
            remarks.append(sweepRowTitle(sweep.keys, sweep.rows[i].values) + u": "_s + sweep.rows[i].message);
    }
    QStringList parts{inColumns(lines)};
    parts += remarks;
    if (best)
        parts.append(u"* "_s + bestRowSentence(sweep, best));
    parts.append(sweep.id);
    return parts.join(u'\n');
}

QString sweepCsv(const Sweep& sweep)
{
    const auto best = bestRow(sweep);
    const auto joined = [](const QStringList& cells) {
        QStringList quoted;
        for (const QString& cell : cells)
            quoted.append(csvCell(cell));
        return quoted.join(u',');
    };
    QStringList lines{joined(header(sweep) + QStringList{u"status"_s} + sweepFigures()
                             + QStringList{u"worst_layer"_s, u"run_id"_s, u"best"_s, u"message"_s})};
    for (qsizetype i = 0; i < sweep.rows.size(); ++i) {
        const SweepRow& row = sweep.rows[i];
        QStringList cells = row.values + QStringList{sweepRowStateName(row.state)};
        for (const QString& figure : sweepFigures()) {
            const auto value = sweepFigure(row, figure);
            cells.append(value ? QString::number(*value, 'g', 10) : QString());
        }
        cells += {row.run ? row.run->worstLayer : QString(), row.runId, best && best->row == i ? u"1"_s : u"0"_s,
                  row.message};
        lines.append(joined(cells));
    }
    return lines.join(u'\n');
}

} // namespace driftscope::cli
