// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/TemplateInputsModel.h"

#include "core/models/ModelRoles.h"
#include "core/models/PerInputModel.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void TemplateInputsModel::setInputs(const QList<TemplateInput>& inputs)
{
    beginResetModel();
    m_inputs = inputs;
    for (TemplateInput& input : m_inputs)
        keepPossible(input);
    endResetModel();
}

void TemplateInputsModel::setMarch(March march)
{
    m_march = march;
    for (TemplateInput& input : m_inputs)
        keepPossible(input);
    if (!m_inputs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TemplateInputsModel::obstacle(const TemplateInput& input) const
{
    const TemplateCase* chosen = findTemplateCase(input.caseId);
    return chosen != nullptr ? templateObstacle(*chosen, input.shape, input.layout, m_march) : QString();
}

/// After a change of shape, layout or processor: what a person chose stays where it can.
void TemplateInputsModel::keepPossible(TemplateInput& input) const
{
    const QStringList possible = possibleTemplateCases(input.shape, input.layout, m_march);
    if (!possible.isEmpty() && !possible.contains(input.caseId))
        input.caseId = possible.first();
    const TemplateCase* chosen = findTemplateCase(input.caseId);
    if (chosen != nullptr && !possibleTemplateNorms(*chosen).contains(input.norm))
        input.norm = TemplateNorm::None;
}

QString TemplateInputsModel::description(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const TemplateInput& input = m_inputs[row];
    if (const QString reason = obstacle(input); !reason.isEmpty())
        return tr("%1: %2").arg(input.name, reason);
    if (!input.shape.isKnown())
        return tr("%1: the model leaves the shape open; write the sizes that the board shall take.").arg(input.name);
    const TemplateCase* chosen = findTemplateCase(input.caseId);
    if (chosen == nullptr)
        return {};
    return isImageType(chosen->train)
        ? tr("%1: %2. %3.").arg(input.name, chosen->translatedSummary(), templateNormSummary(input.norm))
        : tr("%1: %2.").arg(input.name, chosen->translatedSummary());
}

int TemplateInputsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_inputs.size());
}

int TemplateInputsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TemplateInputsModel::text(const TemplateInput& input, int column)
{
    switch (column) {
    case NameColumn:
        return input.name;
    case ShapeColumn:
        return input.shape.toString();
    case LayoutColumn:
        return layoutName(input.layout);
    case CaseColumn:
        return input.caseId;
    default:
        return templateNormName(input.norm);
    }
}

QStringList TemplateInputsModel::choices(const TemplateInput& input, int column) const
{
    if (column == LayoutColumn)
        return {u"NCHW"_s, u"NHWC"_s};
    if (column == CaseColumn)
        return possibleTemplateCases(input.shape, input.layout, m_march);
    QStringList norms;
    const TemplateCase* chosen = findTemplateCase(input.caseId);
    if (column == NormColumn && chosen != nullptr) {
        for (const TemplateNorm norm : possibleTemplateNorms(*chosen))
            norms.append(templateNormName(norm));
    }
    return norms;
}

QVariant TemplateInputsModel::toolTip(const TemplateInput& input, int row, int column) const
{
    if (column == NormColumn)
        return templateNormSummary(input.norm);
    return column == NameColumn ? input.name : description(row);
}

QVariant TemplateInputsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TemplateInput& input = m_inputs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(input, index.column());
    case Qt::ToolTipRole:
        return toolTip(input, index.row(), index.column());
    case PerInputModel::ChoicesRole:
        return choices(input, index.column());
    case NameRole:
        return input.name;
    case StatusRole:
        return obstacle(input).isEmpty() && input.shape.isKnown() ? 0 : 1;
    default:
        return {};
    }
}

QVariant TemplateInputsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return QStringList{tr("input"), tr("shape"), tr("layout"), tr("fed as"), tr("normalized in training")}[section];
    if (role == Qt::ToolTipRole && section == CaseColumn)
        return tr("What the board program will send");
    return {};
}

Qt::ItemFlags TemplateInputsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != NameColumn ? flags | Qt::ItemIsEditable : flags;
}

bool TemplateInputsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() == NameColumn)
        return false;
    TemplateInput& input = m_inputs[index.row()];
    const QString written = value.toString().trimmed();
    if (index.column() == ShapeColumn) {
        const auto shape = Shape::fromString(written);
        if (!shape)
            return false;
        input.shape = *shape;
    } else if (!choices(input, index.column()).contains(written)) {
        return false;
    } else if (index.column() == LayoutColumn) {
        input.layout = layoutFromName(written).value_or(input.layout);
    } else if (index.column() == CaseColumn) {
        input.caseId = written;
    } else {
        input.norm = templateNormFromName(written).value_or(input.norm);
    }
    keepPossible(input);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    return true;
}

} // namespace driftscope
