// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RunsModel.h"

#include "core/history/RunComparison.h"
#include "core/models/ModelRoles.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

void RunsModel::setRuns(QList<RunSummary> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunsModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_runs, id, &RunSummary::id);
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::statusText(CompileStatus status)
{
    switch (status) {
    case CompileStatus::Succeeded:
        return tr("succeeded");
    case CompileStatus::Cancelled:
        return tr("cancelled");
    case CompileStatus::Interrupted:
        return tr("interrupted");
    case CompileStatus::Running:
        return tr("running");
    case CompileStatus::Failed:
        break;
    }
    return tr("failed");
}

QString RunsModel::metricOf(int column)
{
    switch (column) {
    case BoardColumn:
        return u"top1.board"_s;
    case QuantizedColumn:
        return u"top1.quantized"_s;
    case WorstLayerColumn:
        return u"cosine.worst"_s;
    case OutputColumn:
        return u"cosine.output"_s;
    case SecondsColumn:
        return u"seconds"_s;
    default:
        return {};
    }
}

QString RunsModel::text(const RunSummary& run, int column)
{
    if (const QString metric = metricOf(column); !metric.isEmpty())
        return run.metrics.contains(metric) ? metricText(metric, run.metrics.value(metric)) : u"–"_s;
    switch (column) {
    case StartedColumn:
        return run.startedAt.isValid() ? run.startedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s) : run.id;
    case StatusColumn:
        return statusText(run.status);
    case MarchColumn:
        return run.march;
    case SizeColumn:
        return QLocale::c().formattedDataSize(run.bytes, 1, QLocale::DataSizeSIFormat);
    case NoteColumn:
        return run.note.section(u'\n', 0, 0);
    default:
        return {};
    }
}

QVariant RunsModel::sortValue(const RunSummary& run, int column)
{
    if (const QString metric = metricOf(column); !metric.isEmpty())
        return run.metrics.contains(metric) ? QVariant(run.metrics.value(metric)) : QVariant();
    if (column == SizeColumn)
        return run.bytes;
    return column == StartedColumn ? run.id : text(run, column);
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunSummary& run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::EditRole:
        return index.column() == NoteColumn ? run.note : text(run, index.column());
    case Qt::ToolTipRole:
        return index.column() == WorstLayerColumn ? run.worstLayer
            : index.column() == StatusColumn      ? run.message
            : index.column() == NoteColumn        ? run.note
            : index.column() == StartedColumn     ? sweepSettingsText(run.sweep.settings)
                                                  : QString();
    case NameRole:
        return run.id;
    case SortRole:
        return sortValue(run, index.column());
    case StatusRole:
        return static_cast<int>(run.status);
    case IsNumberRole:
        return !metricOf(index.column()).isEmpty() || index.column() == SizeColumn;
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("started");
    case StatusColumn:
        return tr("result");
    case MarchColumn:
        return tr("march");
    case BoardColumn:
        return tr("top-1, board");
    case QuantizedColumn:
        return tr("top-1, quantized");
    case WorstLayerColumn:
        return tr("worst layer");
    case OutputColumn:
        return tr("output");
    case SecondsColumn:
        return tr("duration");
    case SizeColumn:
        return tr("on disk");
    case NoteColumn:
        return tr("note");
    default:
        return {};
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == NoteColumn ? flags | Qt::ItemIsEditable : flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != NoteColumn)
        return false;
    RunSummary& run = m_runs[index.row()];
    const QString note = value.toString().trimmed();
    if (note == run.note)
        return false;
    run.note = note;
    Q_EMIT dataChanged(index, index);
    Q_EMIT noteEdited(run.folder, note);
    return true;
}

} // namespace driftscope
