// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/SweepModel.h"

#include "core/history/RunComparison.h"
#include "core/models/ModelRoles.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Empty for columns that show none.
QString figureOf(int column)
{
    switch (column) {
    case SweepModel::BoardColumn:
        return u"top1.board"_s;
    case SweepModel::QuantizedColumn:
        return u"top1.quantized"_s;
    case SweepModel::OutputColumn:
        return u"cosine.output"_s;
    case SweepModel::WorstLayerColumn:
        return u"cosine.worst"_s;
    case SweepModel::LatencyColumn:
        return u"latency.us"_s;
    case SweepModel::FramesColumn:
        return u"fps"_s;
    case SweepModel::SizeColumn:
        return u"bin.bytes"_s;
    case SweepModel::SecondsColumn:
        return u"seconds"_s;
    default:
        return {};
    }
}

/// Numbers are ordered as numbers.
QVariant ordered(const QString& value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? QVariant(number) : QVariant(value);
}

} // namespace

void SweepModel::setSweep(const Sweep& sweep)
{
    const bool isSameTable = sweep.id == m_sweep.id && sweep.keys == m_sweep.keys
        && sweep.rows.size() == m_sweep.rows.size() && !sweep.rows.isEmpty();
    if (!isSameTable)
        beginResetModel();
    m_sweep = sweep;
    if (!isSameTable)
        endResetModel();
    chooseBest();
}

void SweepModel::setFigure(const QString& figure)
{
    m_figure = figure;
    chooseBest();
}

void SweepModel::chooseBest()
{
    m_best = m_figure.isEmpty() ? bestRow(m_sweep) : bestRow(m_sweep, m_figure);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sweep.rows.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnOf(ColumnCount);
}

QString SweepModel::stateText(SweepRowState state)
{
    switch (state) {
    case SweepRowState::Waiting:
        return tr("waiting");
    case SweepRowState::Running:
        return tr("running");
    case SweepRowState::Succeeded:
        return tr("succeeded");
    case SweepRowState::Failed:
        return tr("failed");
    case SweepRowState::Cancelled:
        return tr("cancelled");
    case SweepRowState::NotRun:
        return tr("not run");
    case SweepRowState::Refused:
        break;
    }
    return tr("refused");
}

QString SweepModel::text(int row, int column) const
{
    const SweepRow& variant = m_sweep.rows[row];
    const auto keys = static_cast<int>(m_sweep.keys.size());
    if (column < keys)
        return sweepValueText(variant.values.value(column));
    if (column == columnOf(StateColumn)) {
        const QString state = variant.isReused ? tr("was there") : stateText(variant.state);
        return isBest(row) ? tr("★ %1").arg(state) : state;
    }
    if (column == columnOf(RunColumn))
        return variant.runId;
    if (column == columnOf(LayerNameColumn))
        return variant.run ? variant.run->worstLayer : QString();
    const QString figure = figureOf(column - keys);
    const auto value = sweepFigure(variant, figure);
    return value ? metricText(figure, *value) : u"–"_s;
}

QVariant SweepModel::sortValue(int row, int column) const
{
    const SweepRow& variant = m_sweep.rows[row];
    const auto keys = static_cast<int>(m_sweep.keys.size());
    if (column < keys)
        return ordered(variant.values.value(column));
    if (const QString figure = figureOf(column - keys); !figure.isEmpty()) {
        const auto value = sweepFigure(variant, figure);
        return value ? QVariant(*value) : QVariant();
    }
    return column == columnOf(StateColumn) ? QVariant(static_cast<int>(variant.state)) : QVariant(text(row, column));
}

QString SweepModel::toolTip(int row, int column) const
{
    const SweepRow& variant = m_sweep.rows[row];
    if (column == columnOf(StateColumn))
        return variant.message;
    return column == columnOf(LayerNameColumn) && variant.run ? variant.run->worstLayer : QString();
}

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return isBest(index.row()) && index.column() == columnOf(StateColumn)
            ? tr("%1, the best").arg(stateText(m_sweep.rows[index.row()].state))
            : text(index.row(), index.column());
    case NameRole:
        return m_sweep.rows[index.row()].runId;
    case SortRole:
        return sortValue(index.row(), index.column());
    case StatusRole:
        return static_cast<int>(m_sweep.rows[index.row()].state);
    case IsBestRole:
        return isBest(index.row());
    case IsNumberRole:
        return !figureOf(index.column() - static_cast<int>(m_sweep.keys.size())).isEmpty();
    default:
        return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto keys = static_cast<int>(m_sweep.keys.size());
    if (orientation != Qt::Horizontal || section < 0)
        return {};
    if (role == Qt::ToolTipRole)
        return section < keys ? m_sweep.keys[section].key : QString();
    if (role != Qt::DisplayRole)
        return {};
    if (section < keys)
        return m_sweep.keys[section].key.section(u'.', -1);
    switch (section - keys) {
    case StateColumn:
        return tr("result");
    case BoardColumn:
        return tr("top-1, board");
    case QuantizedColumn:
        return tr("top-1, quantized");
    case OutputColumn:
        return tr("output");
    case WorstLayerColumn:
        return tr("worst layer");
    case LayerNameColumn:
        return tr("its name");
    case LatencyColumn:
        return tr("latency, est.");
    case FramesColumn:
        return tr("frames/s, est.");
    case SizeColumn:
        return tr(".bin");
    case SecondsColumn:
        return tr("duration");
    case RunColumn:
        return tr("run");
    default:
        return {};
    }
}

} // namespace driftscope
