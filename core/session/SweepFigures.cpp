// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SweepFigures.h"

#include "core/history/RunComparison.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SweepFigures
{
    Q_DECLARE_TR_FUNCTIONS(SweepFigures)
};

/// Negative where the first is better, zero where they are equal. A row without the figure is behind one with it.
int compareBy(const QString& figure, const SweepRow& one, const SweepRow& other)
{
    const auto first = sweepFigure(one, figure);
    const auto second = sweepFigure(other, figure);
    if (!first || !second)
        return static_cast<int>(second.has_value()) - static_cast<int>(first.has_value());
    if (*first == *second)
        return 0;
    return (*first > *second) == isMoreBetter(figure) ? -1 : 1;
}

/// What tells rows apart that are equal in the figure that was asked for. Bytes and seconds differ by chance.
QStringList tieBreaks(const QString& figure)
{
    QStringList figures = sweepFigures();
    for (const QString& each : {u"fps"_s, u"bin.bytes"_s, u"seconds"_s, figure})
        figures.removeAll(each);
    return figures;
}

} // namespace

const QStringList& sweepFigures()
{
    static const QStringList figures{u"top1.board"_s,   u"top1.quantized"_s, u"cosine.output"_s,
                                     u"cosine.worst"_s, u"latency.us"_s,     u"fps"_s,
                                     u"bin.bytes"_s,    u"seconds"_s};
    return figures;
}

bool isMoreBetter(const QString& figure)
{
    return figure != u"latency.us"_s && figure != u"bin.bytes"_s && figure != u"seconds"_s;
}

std::optional<double> sweepFigure(const SweepRow& row, const QString& figure)
{
    if (row.state != SweepRowState::Succeeded || !row.run || !row.run->metrics.contains(figure))
        return std::nullopt;
    return row.run->metrics.value(figure);
}

QStringList measuredFigures(const Sweep& sweep)
{
    QStringList measured = sweepFigures();
    measured.removeIf([&](const QString& figure) {
        return std::ranges::none_of(sweep.rows,
                                    [&](const SweepRow& row) { return sweepFigure(row, figure).has_value(); });
    });
    return measured;
}

std::optional<SweepBest> bestRow(const Sweep& sweep, const QString& figure)
{
    const QStringList order = tieBreaks(figure);
    std::optional<SweepBest> best;
    for (qsizetype i = 0; i < sweep.rows.size(); ++i) {
        if (!sweepFigure(sweep.rows[i], figure))
            continue;
        const int by = best ? compareBy(figure, sweep.rows[i], sweep.rows[best->row]) : -1;
        if (by < 0)
            best = SweepBest{i, figure, {}, 0};
        if (by != 0)
            continue;
        const SweepRow& leader = sweep.rows[best->row];
        const auto telling = std::ranges::find_if(
            order, [&](const QString& other) { return compareBy(other, sweep.rows[i], leader) != 0; });
        if (telling == order.end())
            ++best->equals;
        else if (compareBy(*telling, sweep.rows[i], leader) < 0)
            best = SweepBest{i, figure, *telling, 0};
        else if (best->tieBreak.isEmpty())
            best->tieBreak = *telling;
    }
    return best;
}

std::optional<SweepBest> bestRow(const Sweep& sweep)
{
    const QStringList measured = measuredFigures(sweep);
    return measured.isEmpty() ? std::nullopt : bestRow(sweep, measured.first());
}

QString bestRowSentence(const Sweep& sweep, const std::optional<SweepBest>& best)
{
    if (!best)
        return {};
    const SweepRow& row = sweep.rows[best->row];
    const auto said = [&](const QString& figure) {
        return u"%1 (%2)"_s.arg(metricTitle(figure), metricText(figure, *sweepFigure(row, figure)));
    };
    const QString title = sweepRowTitle(sweep.keys, row.values);
    const bool isTied = !best->tieBreak.isEmpty() && sweepFigure(row, best->tieBreak);
    const QString sentence = isTied ? SweepFigures::tr("The best is %1, by: %2; among equals by: %3.")
                                          .arg(title, said(best->figure), said(best->tieBreak))
                                    : SweepFigures::tr("The best is %1, by: %2.").arg(title, said(best->figure));
    return best->equals == 0 ? sentence
                             : sentence + u' ' + SweepFigures::tr("%n others are as good.", nullptr, best->equals);
}

QString sweepValueText(const QString& value)
{
    return value.isEmpty() ? SweepFigures::tr("(not written)") : value;
}

QString sweepRowTitle(const QList<SweepKey>& keys, const QStringList& values)
{
    QStringList parts;
    for (qsizetype i = 0; i < keys.size(); ++i)
        parts.append(keys[i].key.section(u'.', -1) + u' ' + sweepValueText(values.value(i)));
    return parts.join(u", "_s);
}

QHash<QString, QString> runsByFingerprint(const QString& runsFolder)
{
    QHash<QString, QString> runs;
    const QDir folder(runsFolder);
    const QStringList ids = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& id : ids) {
        const QString fingerprint = readRunSweep(folder.filePath(id)).fingerprint;
        if (fingerprint.isEmpty())
            continue;
        const auto run = readRun(folder.filePath(id));
        if (run && run->status == CompileStatus::Succeeded)
            runs.insert(fingerprint, id);
    }
    return runs;
}

} // namespace driftscope
