// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/DumpsModel.h"

#include "core/models/ModelRoles.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

QString dumpStateName(DumpState state)
{
    switch (state) {
    case DumpState::Unknown:
        return DumpsModel::tr("not declared");
    case DumpState::Fits:
        return DumpsModel::tr("fits");
    case DumpState::Doubtful:
        return DumpsModel::tr("probably wrong");
    case DumpState::Broken:
        return DumpsModel::tr("does not fit");
    case DumpState::Array:
        return DumpsModel::tr("says it itself");
    }
    return {};
}

void DumpsModel::setDumps(const QList<JudgedDump>& dumps)
{
    beginResetModel();
    m_dumps = dumps;
    endResetModel();
}

void DumpsModel::declare(int row, const DumpDeclaration& declaration)
{
    JudgedDump& dump = m_dumps[row];
    if (!dump.known)
        dump.known = KnownDump{};
    dump.known->declaration = declaration;
    dump.known->declaration.file = dump.file.path;
    dump.known->isDeclared = true;
    tellChanged(row);
}

void DumpsModel::setJudgement(int row, const DumpJudgement& judgement)
{
    m_dumps[row].judgement = judgement;
    tellChanged(row);
}

void DumpsModel::tellChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

DumpState DumpsModel::state(int row) const
{
    const JudgedDump& dump = m_dumps[row];
    if (dump.file.format == DumpFormat::Npy || dump.file.format == DumpFormat::Npz)
        return DumpState::Array;
    if (!dump.known)
        return DumpState::Unknown;
    if (!dump.judgement.isDoubtful)
        return DumpState::Fits;
    return dump.judgement.likely.isEmpty() ? DumpState::Broken : DumpState::Doubtful;
}

QList<DumpDeclaration> DumpsModel::declarations() const
{
    QList<DumpDeclaration> declarations;
    for (const JudgedDump& dump : m_dumps) {
        if (dump.known && dump.known->isDeclared)
            declarations.append(dump.known->declaration);
    }
    return declarations;
}

int DumpsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_dumps.size());
}

int DumpsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DumpsModel::text(int row, int column) const
{
    const JudgedDump& dump = m_dumps[row];
    const DumpDeclaration declaration = dump.known ? dump.known->declaration : DumpDeclaration{};
    switch (column) {
    case FileColumn:
        return dump.file.sample.isEmpty() ? dump.file.name : QString(dump.file.sample + u'/' + dump.file.name);
    case TensorColumn:
        return dump.known ? declaration.name : dump.file.tensor();
    case StateColumn:
        return dumpStateName(state(row));
    case TypeColumn:
        return declaration.isNv12 ? u"nv12"_s : (dump.known ? dataTypeName(declaration.type) : QString());
    case ShapeColumn:
        return declaration.shape.displayText();
    case LayoutColumn:
        return layoutName(declaration.layout);
    case PaddingColumn:
        return declaration.strides.empty() ? declaration.aligned.displayText() : tr("by strides");
    case SizeColumn:
        return tr("%L1 B").arg(QFileInfo(dump.file.path).size());
    default:
        return {};
    }
}

QVariant DumpsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == FileColumn ? m_dumps[index.row()].file.path : m_dumps[index.row()].judgement.verdict;
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
                                            : QVariant();
    case SortRole:
        return index.column() == SizeColumn ? QVariant(QFileInfo(m_dumps[index.row()].file.path).size())
                                            : QVariant(text(index.row(), index.column()));
    case NameRole:
        return text(index.row(), TensorColumn);
    case StatusRole:
        return static_cast<int>(state(index.row()));
    default:
        return {};
    }
}

QVariant DumpsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case TensorColumn:
        return tr("Tensor");
    case StateColumn:
        return tr("Reading");
    case TypeColumn:
        return tr("Type");
    case ShapeColumn:
        return tr("Shape");
    case LayoutColumn:
        return tr("Layout");
    case PaddingColumn:
        return tr("Padded to");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace driftscope
